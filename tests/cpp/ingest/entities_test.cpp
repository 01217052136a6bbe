// A sheet of several entities: a table for each, and never a sum over them.
#include "ingest/entities.h"

#include <gtest/gtest.h>

#include "ingest/append.h"
#include "ingest/cells_of.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

const char* const bulk =
    "Product,Entity,Operation,Campaign ID,Ad Group ID,Keyword ID,Campaign Name,Ad Group Name,Campaign Name "
    "(Informational only),Ad Group Name (Informational only),Daily Budget,Keyword Text,Impressions,Clicks,Spend,Sales,"
    "Orders\n"
    "Sponsored Products,Campaign,,111111111111111,,,Spring,,Spring,,50,,1000,50,25.5,200,4\n"
    "Sponsored Products,Bidding Adjustment,,111111111111111,,,,,Spring,,,,600,30,15.5,120,2\n"
    "Sponsored Products,Ad Group,,111111111111111,222222222222222,,,Shoes,Spring,Shoes,,,1000,50,25.5,200,4\n"
    "Sponsored Products,Keyword,,111111111111111,222222222222222,333333333333331,,,Spring,Shoes,,red shoes,700,40,20,"
    "150,3\n"
    "Sponsored Products,Keyword,,111111111111111,222222222222222,333333333333332,,,Spring,Shoes,,blue shoes,300,10,5.5,"
    "50,1\n";

TEST(Entities, EachBecomesATableTheMostDetailedFirst) {
  const File file = support::table_of(bulk, "bulk.csv");
  std::string titles;
  for (const ReadTable& read : file.tables) titles += read.title + " " + std::to_string(read.table.rows) + "; ";
  EXPECT_EQ(titles, "Keyword 2; Ad Group 1; Campaign 1; Bidding Adjustment 1; ");
  EXPECT_EQ(file.tables[0].table.name, "bulk: Keyword");
  EXPECT_EQ(file.tables[0].shape.part, "Keyword");
  EXPECT_EQ(file.tables[0].shape.parts.size(), 4u);
  EXPECT_EQ(notice_of(file.tables[0], "entity_of_sheet")->numbers.at("entities"), 4);
}

TEST(Entities, ChildrenTakeTheirNamesFromTheTwinColumns) {
  const File file = support::table_of(bulk, "bulk.csv");
  EXPECT_EQ(cells_of(file.tables[0].table),
            "Product,Entity,Campaign ID,Ad Group ID,Keyword ID,Campaign Name,Ad Group Name,Keyword Text,Impressions,"
            "Clicks,Spend,Sales,Orders\n"
            "Sponsored Products,Keyword,111111111111111,222222222222222,333333333333331,Spring,Shoes,red shoes,700,40,"
            "20,150,3\n"
            "Sponsored Products,Keyword,111111111111111,222222222222222,333333333333332,Spring,Shoes,blue shoes,300,10,"
            "5.5,50,1");
  EXPECT_EQ(file.tables[0].table.origin.of(1).line, 6);
  ASSERT_EQ(file.tables[0].guesses.size(), file.tables[0].table.columns.size());
  EXPECT_EQ(file.tables[0].guesses[5].role, "campaign_name");
}

TEST(Entities, ATwinThatSaysSomethingElseStays) {
  const File file = support::table_of(
      "Entity,Operation,Campaign Name,Campaign Name (Informational only),Spend\nCampaign,,New,Old,1\n", "bulk.csv");
  EXPECT_EQ(cells_of(file.tables[0].table),
            "Entity,Campaign Name,Campaign Name (Informational only),Spend\nCampaign,New,Old,1");
}

TEST(Entities, StayTogetherWhenAskedWithAWarning) {
  ReadOptions options;
  options.shape = "as_is";
  Reader reader("bulk.csv", 0, options);
  reader.feed(bulk);
  const File file = reader.finish();
  ASSERT_EQ(file.tables.size(), 1u);
  EXPECT_EQ(file.tables[0].table.rows, 5u);
  EXPECT_EQ(notice_of(file.tables[0], "entities_mixed")->texts.at("column"), "Entity");
}

TEST(Entities, AColumnOfThatNameAloneIsNoSheet) {
  const File file = support::table_of("Entity,Spend\nAcme Ltd,1\nAcme Inc,2\n", "companies.csv");
  EXPECT_EQ(file.tables.size(), 1u);
  EXPECT_EQ(file.tables[0].shape.kind, ShapeKind::plain);
}

}  // namespace
}  // namespace outlay::ingest
