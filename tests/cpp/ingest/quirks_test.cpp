// The fifteen nastiest quirks of real exports, one test each. Values are invented, layouts are as observed.
#include <gtest/gtest.h>

#include <cmath>

#include "core/day.h"
#include "core/error.h"
#include "ingest/platforms/platform.h"
#include "ingest/reader.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

std::string utf16le(const std::string& ascii) {
  std::string out = "\xff\xfe";
  for (char c : ascii) out += c, out += '\0';
  return out;
}

ReadTable first_table(const std::string& csv, ReadOptions options = {}) {
  Reader reader("export.csv", static_cast<double>(csv.size()), std::move(options));
  reader.feed(csv);
  return std::move(reader.finish().tables[0]);
}

const NumberColumn& numbers(const ReadTable& t, const char* name) {
  return std::get<NumberColumn>(t.table.find(name)->values);
}
const TextColumn& texts(const ReadTable& t, const char* name) {
  return std::get<TextColumn>(t.table.find(name)->values);
}
std::string day(const ReadTable& t, const char* name, std::size_t row) {
  return iso_text(Day{std::get<DayColumn>(t.table.find(name)->values).days[row]});
}

TEST(Quirks, Utf16CsvWithNewlinesInsideCells) {
  const ReadTable t =
      first_table(utf16le("Asset report\nAll time\nAsset\tImpr.\tCost\n\"Line one\nLine two\"\t\"3,683\"\t1454.19\n"));
  EXPECT_EQ(t.table.rows, 1u);
  EXPECT_EQ(texts(t, "Asset").at(0), "Line one\nLine two");
  EXPECT_EQ(numbers(t, "Impr.")[0], 3683);
  EXPECT_EQ(t.title, "Asset report");
}

TEST(Quirks, OverlappingTotalRows) {
  const ReadTable t = first_table(
      "Campaign,Impr.,Clicks,Cost\nA,10,1,5.00\nTotal Wireless Brand,20,2,6.00\nTotal: Account,30,3,11.00\nTotal: "
      "Search,10,1,5.00\n");
  EXPECT_EQ(t.table.rows, 2u);
  ASSERT_EQ(t.set_aside.size(), 2u);
  EXPECT_EQ(t.set_aside_count, 0u);
  EXPECT_TRUE(t.controls[0].agrees);
  EXPECT_FALSE(t.controls[3].agrees);
  const ReadTable second = first_table("Device,Campaign,Clicks,Cost\nComputers,A,1,5\nComputers,Total: Search,1,5\n");
  EXPECT_EQ(second.table.rows, 1u);
  const ReadTable ga4 = first_table("# Report\n\nDate,Page,Views\n,,12,Grand total\n20260826,/,12\n");
  EXPECT_EQ(ga4.table.rows, 1u);
  EXPECT_TRUE(ga4.controls[0].agrees);
  const ReadTable blank = first_table("Campaign name,Ad name,Impressions,Clicks (all)\n,,30,3\nA,x,10,1\nB,y,20,2\n");
  EXPECT_EQ(blank.table.rows, 2u);
}

TEST(Quirks, NothingIsNeverZeroButNoneIsAValue) {
  const ReadTable t = first_table(
      "Search term,Added/Excluded,Campaign,Impr.,Clicks,Share\na,None, --,1,--,< 10%\nb,(none),x,NA,2,> 90%\n");
  EXPECT_EQ(texts(t, "Added/Excluded").at(0), "None");
  EXPECT_EQ(texts(t, "Added/Excluded").at(1), "(none)");
  EXPECT_EQ(texts(t, "Campaign").codes[0], -1);
  EXPECT_TRUE(std::isnan(numbers(t, "Clicks")[0]));
  EXPECT_TRUE(std::isnan(numbers(t, "Impr.")[1]));
  EXPECT_EQ(t.censored, 2u);
}

TEST(Quirks, GroupingInconsistentInOneFile) {
  const ReadTable t =
      first_table("Campaign,Impr.,Cost,Conversions\nA,\"206,758\",97152.46,\"19,650.01\"\nB,12,3.50,0.00\n");
  EXPECT_EQ(numbers(t, "Impr.")[0], 206758);
  EXPECT_EQ(numbers(t, "Cost")[0], 97152.46);
  EXPECT_EQ(numbers(t, "Conversions")[0], 19650.01);
}

TEST(Quirks, ThreeDecimalsThatLookLikeThousands) {
  const ReadTable t = first_table(
      "Data de in\xc3\xad"
      "cio (em UTC);Taxa de cliques;Total investido\n13/09/2023;95,769%;454,06\n");
  EXPECT_DOUBLE_EQ(numbers(t, "Taxa de cliques")[0], 0.95769);
  const ReadTable english = first_table("Campaign,Impr.,Cost\nA,\"95,769\",1.50\n");
  EXPECT_EQ(numbers(english, "Impr.")[0], 95769);
  const ReadTable open = first_table("Campaign,Impr.,Clicks\nA,\"1,234\",5\n");
  ASSERT_EQ(open.questions.size(), 1u);
  EXPECT_EQ(open.questions[0].code, "decimal_mark");
  EXPECT_TRUE(first_table("Campaign,Impr.,Clicks\nA,\"1,234\",5\n", {.decimal_mark = '.'}).questions.empty());
}

TEST(Quirks, DecimalMarksDoNotFollowTheLanguage) {
  const ReadTable english = first_table("Ad group,Clicks,Impr.,CTR,Cost\nx,6,64,\"9,38%\",\"1,14\"\n");
  EXPECT_DOUBLE_EQ(numbers(english, "Cost")[0], 1.14);
  const ReadTable spanish = first_table(
      "Nombre de la campa\xc3\xb1"
      "a,Importe gastado (EUR)\nx,150.50\n");
  EXPECT_DOUBLE_EQ(numbers(spanish, "Importe gastado (EUR)")[0], 150.5);
  EXPECT_EQ(spanish.currency, "EUR");
}

TEST(Quirks, DateFormsAndOrders) {
  EXPECT_EQ(day(first_table("Date,Clicks\n9/21/2026,1\n9/1/2026,2\n"), "Date", 1), "2026-09-01");
  EXPECT_EQ(day(first_table("Date;Clicks\n1.08.2019;1\n31.08.2019;2\n"), "Date", 0), "2019-08-01");
  EXPECT_EQ(day(first_table("Dia,Cliques,Custo\n\"ter., 5 de mai. de 2026\",0,1\n"), "Dia", 0), "2026-05-05");
  EXPECT_EQ(day(first_table("Quarter,Clicks,Cost\n4th quarter 2023,1,2\n"), "Quarter", 0), "2023-10-01");
  EXPECT_EQ(day(first_table("Date,Clicks\n45066,1\n45067,2\n"), "Date", 1), "2023-05-21");
  EXPECT_EQ(
      day(first_table("# Start date: 20230923\n# End date: 20231020\nNth day,Users\n0000,1\n0027,2\n"), "Nth day", 1),
      "2023-10-20");
  const ReadTable open = first_table("Date,Clicks\n01/02/2026,1\n02/02/2026,2\n");
  ASSERT_EQ(open.questions.size(), 1u);
  EXPECT_EQ(open.table.find("Date")->kind(), Kind::text);
  const ReadTable answered =
      first_table("Date,Clicks\n01/02/2026,1\n02/02/2026,2\n", {.date_order = DateOrder::day_first});
  EXPECT_EQ(day(answered, "Date", 0), "2026-02-01");
}

TEST(Quirks, AnOpenOrderOfTimestampsIsAskedAndTheAnswerKept) {
  const std::string log = "user_id,timestamp,channel,conversion\nu1,01/02/2026 10:00,A,1\nu1,03/02/2026 10:00,A,1\n";
  const ReadTable open = first_table(log);
  ASSERT_EQ(open.questions.size(), 1u);
  EXPECT_EQ(open.questions[0].code, "date_order");
  EXPECT_EQ(open.questions[0].assumed, "mdy");
  EXPECT_FALSE(open.period);
  const ReadTable answered = first_table(log, {.date_order = DateOrder::day_first});
  EXPECT_TRUE(answered.questions.empty());
  const Column* time = answered.table.find("timestamp");
  ASSERT_TRUE(time);
  EXPECT_EQ(std::get<TextColumn>(time->values).at(0), "2026-02-01 10:00");
  ASSERT_TRUE(answered.period);
  EXPECT_EQ(answered.period->to - answered.period->from, 2);
}

TEST(Quirks, PeriodTotalsThatLookDaily) {
  const ReadTable t = first_table(
      "Ad Performance Report (in UTC)\n\"Report Start: September 21, 2026, 12:00 AM\"\n\"Report End: September 23, "
      "2026, 11:59 PM\"\n\n"
      "Start Date (in UTC)\tCampaign Name\tTotal Spent\n9/21/2026\tA\t5\n9/21/2026\tB\t6\n");
  EXPECT_TRUE(t.is_period_total);
  EXPECT_EQ(iso_text(Day{t.period->to}), "2026-09-23");
  EXPECT_TRUE(
      first_table("Reporting starts,Reporting ends,Campaign name,Amount spent (USD)\n2026-07-01,2026-07-31,A,5\n")
          .is_period_total);
  EXPECT_FALSE(
      first_table("Reporting starts,Reporting ends,Campaign name,Amount spent (USD)\n2026-07-01,2026-07-01,A,5\n")
          .is_period_total);
}

TEST(Quirks, ResultsOfSeveralMeaningsKeepTheirIndicator) {
  const ReadTable t = first_table(
      "Campaign name,Results,Result indicator\nA,5,actions:link_click\nB,6,offsite_conversion.fb_pixel_purchase\n");
  EXPECT_EQ(t.guesses[2].role, "conversion_type");
  EXPECT_EQ(texts(t, "Result indicator").dictionary.size(), 2u);
}

TEST(Quirks, PercentsInThreeForms) {
  const ReadTable t = first_table("Campaign,Impr.,CTR,Cost\nA,10,135.98%,1\nB,12,2.98 %,2\n");
  EXPECT_DOUBLE_EQ(numbers(t, "CTR")[0], 1.3598);
  EXPECT_DOUBLE_EQ(numbers(t, "CTR")[1], 0.0298);
}

TEST(Quirks, StackedTablesAndEmptyReports) {
  const std::string csv =
      "# ---\n# Report CSV Export\n# Start date: 20230923\n# End date: 20231020\nNth day,Users\n0000,1\n0001,2\n\n"
      "# Start date: 20230923\n# End date: 20231020\nNth day,New users\n0000,5\n\nPlatform,Conversions\n";
  const File file = support::table_of(csv, "ga4.csv");
  ASSERT_EQ(file.tables.size(), 2u);
  EXPECT_EQ(file.tables[0].table.rows, 2u);
  EXPECT_EQ(numbers(file.tables[1], "New users")[0], 5);
  EXPECT_EQ(file.tables[1].table.origin.of(0).line, 12);
  EXPECT_EQ(file.tables[1].table.name, "ga4 2");
}

TEST(Quirks, HeadersOfAllSorts) {
  const ReadTable t = first_table(
      "\"\",Objective,Objective,\"CPM (cost per 1,000 impressions)\",Website URL (Ad level\xef\xbc\x89,Total Sales "
      ",Amount\xc2\xa0spent (USD)\n"
      "1,a,b,2.5,x,3,4\n");
  EXPECT_EQ(t.table.columns[0].name, "column 1");
  EXPECT_EQ(t.table.columns[2].name, "Objective (2)");
  EXPECT_EQ(t.currency, "USD");
  EXPECT_EQ(t.guesses[6].role, "spend");
}

TEST(Quirks, RowsThatSpreadsheetsPadded) {
  const ReadTable t =
      first_table("# -----,,,,\n# All Users,,,,\nDate,Sessions,,,\n20260826,42.0,,,\n20260827,43.0,,,\n");
  EXPECT_EQ(t.table.rows, 2u);
  EXPECT_EQ(t.table.columns.size(), 2u);
  EXPECT_EQ(numbers(t, "Sessions")[0], 42);
}

TEST(Quirks, StackedTablesThatSpreadsheetsPadded) {
  const File file = support::table_of(
      "# Report,,\nDate,Sessions,Views\n20260826,42,1\n,,\n# Next,,\nDate,Users,Clicks\n20260826,7,2\n", "padded.csv");
  ASSERT_EQ(file.tables.size(), 2u);
  EXPECT_EQ(file.tables[0].table.rows, 1u);
  EXPECT_EQ(numbers(file.tables[1], "Users")[0], 7);
}

TEST(Quirks, IdsThatNumbersDestroy) {
  const ReadTable t = first_table(
      "Campaign ID,Ad Set ID,Zip,user_pseudo_id,Record "
      "ID,Clicks\n120210587769770455,[436534626],'0812,1234567890.1699999999,006q000000HddohAAB,1\n"
      "120210587769770456,[436534627],0813,1234567890.17,006q000000Hddohaab,2\n");
  EXPECT_EQ(texts(t, "Campaign ID").at(0), "120210587769770455");
  EXPECT_EQ(texts(t, "Ad Set ID").at(0), "436534626");
  EXPECT_EQ(texts(t, "Zip").at(1), "0813");
  EXPECT_EQ(texts(t, "user_pseudo_id").at(0), "1234567890.1699999999");
  EXPECT_EQ(texts(t, "Record ID").dictionary.size(), 2u);
}

TEST(Quirks, FilesThatAreNotWhatTheySay) {
  EXPECT_THROW(first_table("\n\n<!DOCTYPE html><html></html>"), Error);
  const ReadTable wrapped =
      first_table("Date,Campaign name,Clicks\n\"2026-03-02,Q1'26 | \"\"alpha\"\" | WW,20\"\n\"2026-03-03,beta,21\"\n");
  EXPECT_EQ(wrapped.table.rows, 2u);
  EXPECT_EQ(texts(wrapped, "Campaign name").at(0), "Q1'26 | \"alpha\" | WW");
  const ReadTable latin = first_table("Campanha;Custo\nVers\xe3o;\"1,50\"\n");
  EXPECT_EQ(texts(latin, "Campanha").at(0), "Vers\xc3\xa3o");
  EXPECT_DOUBLE_EQ(numbers(first_table("Campaign,Spends\na,Rs.201.68\n"), "Spends")[0], 201.68);
  EXPECT_EQ(first_table("sep=;\nCampaign;Clicks\na;1\n").table.columns.size(), 2u);
}

// The same rows as an English and as a Portuguese export.
TEST(Quirks, TheSameRowsInTwoLanguagesAreEqual) {
  const ReadTable english = first_table(
      "Day,Campaign,Impr.,Cost,CTR\n2026-05-13,S\xc3\xa3o,\"1,204\",1023.40,5.07%\n2026-05-14,B,12,4.69,8.33%\n");
  const ReadTable portuguese =
      first_table("Dia;Campanha;Impr.;Custo;CTR\n13/05/2026;S\xe3o;1.204;1.023,40;5,07%\n14/05/2026;B;12;4,69;8,33%\n");
  ASSERT_EQ(english.table.rows, portuguese.table.rows);
  for (std::size_t c = 0; c < english.table.columns.size(); ++c) {
    EXPECT_EQ(english.guesses[c].role, portuguese.guesses[c].role);
    ASSERT_EQ(english.table.columns[c].kind(), portuguese.table.columns[c].kind()) << english.table.columns[c].name;
  }
  for (const auto& [en, pt] : {std::pair("Impr.", "Impr."), std::pair("Cost", "Custo"), std::pair("CTR", "CTR")}) {
    EXPECT_EQ(numbers(english, en), numbers(portuguese, pt));
  }
  EXPECT_EQ(texts(english, "Campaign").dictionary, texts(portuguese, "Campanha").dictionary);
  EXPECT_EQ(day(english, "Day", 1), day(portuguese, "Dia", 1));
}

}  // namespace
}  // namespace outlay::ingest
