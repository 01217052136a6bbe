// Conversion actions in rows: pivoted, with one of the same events' names taken and none added to another.
#include "ingest/action_rows.h"

#include <gtest/gtest.h>

#include "ingest/cells_of.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

struct Case {
  const char* name;
  const char* file;
  const char* csv;
  const char* want;
};

const Case cases[] = {
    {"TheSameEventsUnderThreeNamesCountOnce", "ad_actions.csv",
     "ad_id,date,_fivetran_id,index,action_type,value,_7_d_click\n"
     "1,2026-01-05,x,0,purchase,4,3\n"
     "1,2026-01-05,x,1,omni_purchase,5,4\n"
     "1,2026-01-05,x,2,offsite_conversion.fb_pixel_purchase,4,3\n"
     "1,2026-01-05,x,3,link_click,90,80\n"
     "2,2026-01-05,y,0,omni_purchase,1,1\n",
     "ad_id,date,orders,purchase,omni_purchase,offsite_conversion.fb_pixel_purchase,link_click\n"
     "1,2026-01-05,5,4,5,4,90\n"
     "2,2026-01-05,1,,1,,"},
    {"MoneyIsRevenueAndNeverLeads", "ad_action_values.csv",
     "ad_id,date,action_type,value\n"
     "1,2026-01-05,purchase,40.5\n"
     "1,2026-01-05,lead,7\n",
     "ad_id,date,revenue,purchase value,lead value\n"
     "1,2026-01-05,40.5,40.5,7"},
    {"LeadsHaveAFamilyOfTheirOwn", "actions.csv",
     "ad_id,date,action_type,value\n"
     "1,2026-01-05,offsite_conversion.fb_pixel_lead,3\n"
     "1,2026-01-05,lead,5\n",
     "ad_id,date,leads,offsite_conversion.fb_pixel_lead,lead\n"
     "1,2026-01-05,5,3,5"},
    {"FiguresOfTheAdCountOnceThoughRepeated", "actions.csv",
     "ad_id,date,spend,ctr,action_type,value\n"
     "1,2026-01-05,12.5,0.1,purchase,2\n"
     "1,2026-01-05,12.5,0.2,link_click,9\n"
     "2,2026-01-05,3,0.1,link_click,1\n",
     "ad_id,date,orders,spend,purchase,link_click\n"
     "1,2026-01-05,2,12.5,2,9\n"
     "2,2026-01-05,,3,,1"},
    {"OneWindowAloneIsTheFigure", "ad_actions.csv",
     "ad_id,date,action_type,7d_click,1d_view\n"
     "1,2026-01-05,purchase,2,1\n",
     "ad_id,date,orders,purchase\n"
     "1,2026-01-05,2,2"},
    {"GoogleRowsByConversionAction", "report.csv",
     "Campaign,Day,Conversion action,Conversion category,Cost,Conversions,Conv. value\n"
     "Brand,2026-01-05,Website purchase,Purchase,100,4,400\n"
     "Brand,2026-01-05,Shop - GA4 (web) purchase,Purchase,0,3,310\n"
     "Brand,2026-01-05,Newsletter,Sign-up,0,20,0\n",
     "Campaign,Day,orders,revenue,Cost,Website purchase,Shop - GA4 (web) purchase,Newsletter,Website purchase value,"
     "Shop - GA4 (web) purchase value,Newsletter value\n"
     "Brand,2026-01-05,4,400,100,4,3,20,400,310,0"},
};

ReadTable read(const char* csv, const char* file) { return std::move(support::table_of(csv, file).tables[0]); }

class ActionRows : public testing::TestWithParam<Case> {};

TEST_P(ActionRows, ArePivoted) {
  const ReadTable got = read(GetParam().csv, GetParam().file);
  EXPECT_EQ(cells_of(got.table), GetParam().want);
  ASSERT_EQ(got.guesses.size(), got.table.columns.size());
  EXPECT_EQ(got.shape.done, "pivoted");
}

INSTANTIATE_TEST_SUITE_P(Shapes, ActionRows, testing::ValuesIn(cases),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(ActionNotices, NameWhatWasTakenAndWhatWasPassedOver) {
  const ReadTable got = read(cases[0].csv, cases[0].file);
  const Notice* taken = notice_of(got, "action_taken");
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->texts.at("role"), "orders");
  EXPECT_EQ(taken->texts.at("taken"), "omni_purchase");
  EXPECT_EQ(taken->texts.at("passed_over"), "purchase, offsite_conversion.fb_pixel_purchase");
  EXPECT_EQ(taken->severity, Severity::info);
  EXPECT_EQ(notice_of(got, "actions_pivoted")->texts.at("left_out"), "_7_d_click");
  EXPECT_FALSE(notice_of(got, "action_measure_assumed"));
}

TEST(ActionNotices, WarnOfRowsWhereOnlyAnotherNameHasEvents) {
  const ReadTable got = read(
      "ad_id,date,action_type,value\n1,2026-01-05,purchase,4\n"
      "2,2026-01-05,offsite_conversion.fb_pixel_purchase,2\n",
      "actions.csv");
  const Notice* taken = notice_of(got, "action_taken");
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->severity, Severity::warning);
  EXPECT_EQ(taken->numbers.at("unseen"), 1);
}

TEST(ActionNotices, TellOfWhatWasAssumed) {
  const char* const csv =
      "ad_id,date,action_type,value\n1,2026-01-05,link_click,4\n1,2026-01-05,link_click,5\n"
      "1,2026-01-05,,6\n";
  const ReadTable got = read(csv, "export.csv");
  EXPECT_EQ(cells_of(got.table), "ad_id,date,link_click\n1,2026-01-05,9");
  EXPECT_EQ(notice_of(got, "action_measure_assumed")->texts.at("measure"), "counts");
  EXPECT_EQ(notice_of(got, "action_rows_added")->numbers.at("rows"), 1);
  EXPECT_EQ(notice_of(got, "action_nameless")->numbers.at("rows"), 1);
  EXPECT_TRUE(notice_of(got, "action_unknown"));
}

TEST(ActionNotices, WarnOfFiguresThatDifferBetweenTheRowsOfOneAd) {
  const ReadTable got = read(
      "ad_id,date,spend,action_type,value\n1,2026-01-05,2,purchase,4\n"
      "1,2026-01-05,3,link_click,5\n",
      "actions.csv");
  EXPECT_EQ(notice_of(got, "action_figures_added")->texts.at("column"), "spend");
  EXPECT_EQ(std::get<NumberColumn>(got.table.find("spend")->values)[0], 5);
}

TEST(ActionRowsAsTheyAre, StayWhenAskedWithAWarning) {
  ReadOptions options;
  options.shape = "as_is";
  Reader reader("actions.csv", 0, options);
  reader.feed(cases[0].csv);
  const File file = reader.finish();
  EXPECT_EQ(file.tables[0].table.rows, 5u);
  EXPECT_EQ(file.tables[0].shape.kind, ShapeKind::action_rows);
  EXPECT_TRUE(notice_of(file.tables[0], "actions_as_rows"));
}

TEST(ActionRowsAsTheyAre, LinesLeadBackToTheFile) {
  const ReadTable got = read(cases[0].csv, cases[0].file);
  EXPECT_EQ(got.table.origin.of(0).line, 2);
  EXPECT_EQ(got.table.origin.of(1).line, 6);
}

TEST(ActionRowsAsTheyAre, ACellThatCannotBeReadIsRememberedInEachOfItsColumns) {
  std::string csv = "ad_id,date,action_type,value\n";
  for (int k = 0; k < 30; ++k) csv += std::to_string(k) + ",2026-01-05,purchase,4\n";
  const ReadTable got = read((csv + "99,2026-01-05,purchase,many\n").c_str(), "actions.csv");
  EXPECT_EQ(got.table.find("orders")->bad.line, 32);
}

// A log of what was changed has the same header and no conversions.
TEST(ActionRowsAsTheyAre, ALogOfChangesIsNone) {
  const ReadTable got = read(
      "action_date,action_type,campaign_name,value\n2026-01-05,BID_UP,A,1.5\n"
      "2026-01-05,NEGATIVE,A,2\n",
      "actions.csv");
  EXPECT_EQ(got.shape.kind, ShapeKind::plain);
}

}  // namespace
}  // namespace outlay::ingest
