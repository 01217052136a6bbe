// Files that a reader can misread in silence: each is read as it was meant, asked about, or told with a notice.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/day.h"
#include "core/error.h"
#include "ingest/report.h"
#include "ingest/sums.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

ReadTable read(const std::string& csv) { return std::move(support::table_of(csv).tables[0]); }

const NumberColumn& numbers(const ReadTable& t, const char* name) {
  return std::get<NumberColumn>(t.table.find(name)->values);
}
double sum(const ReadTable& t, const char* name) { return sum_of(numbers(t, name)); }
std::string text(const ReadTable& t, const char* name, std::size_t row) {
  return std::string(std::get<TextColumn>(t.table.find(name)->values).at(row));
}
std::string day(const ReadTable& t, const char* name, std::size_t row) {
  return iso_text(Day{std::get<DayColumn>(t.table.find(name)->values).days[row]});
}
bool tells(const ReadTable& t, const std::string& code) {
  const std::vector<Notice> notices = notices_of(t);
  return std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) { return notice.code == code; });
}
bool asks(const ReadTable& t, const std::string& code) {
  return std::any_of(t.questions.begin(), t.questions.end(), [&](const Question& q) { return q.code == code; });
}

TEST(Totals, AreKnownByTheirWordsInSevenLanguages) {
  for (const char* word : {"Total",
                           "TOTAL",
                           "Grand Total",
                           "Subtotal",
                           "Sum",
                           "Total (12)",
                           "Total of 3 results",
                           "Results from 3 campaigns",
                           "Gesamt",
                           "Summe:",
                           "Insgesamt",
                           "Zwischensumme",
                           "Gesamtergebnis",
                           "Total g\xc3\xa9n\xc3\xa9ral",
                           "Somme",
                           "Sous-total",
                           "Totaux",
                           "Suma",
                           "Suma total",
                           "Total general",
                           "Soma",
                           "Total geral",
                           "Totais",
                           "Somma",
                           "Totale",
                           "Totale complessivo",
                           "\xe5\x90\x88\xe8\xa8\x88",
                           "\xe7\xb7\x8f\xe8\xa8\x88",
                           "\xe5\xb0\x8f\xe8\xa8\x88",
                           "\xe8\xa8\x88"}) {
    const ReadTable t = read(std::string("Campaign,Impressions,Cost\nA,10,5.00\nB,20,6.00\n") + word + ",30,11.00\n");
    EXPECT_EQ(sum(t, "Cost"), 11) << word;
    EXPECT_EQ(t.controls.size(), 2u) << word;
  }
  for (const char* name : {"Summer sale", "Total Wireless", "Results", "Sumatra", "Insgesamt billig"}) {
    EXPECT_EQ(read(std::string("Campaign,Impressions,Cost\nA,10,5\n") + name + ",20,7\n").table.rows, 2u) << name;
  }
}

TEST(Totals, WithDatesButWithoutANameAreSetAside) {
  const ReadTable last = read(
      "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions\n2024-01-01,2024-01-31,A,5,10\n"
      "2024-01-01,2024-01-31,B,7,20\n2024-01-01,2024-01-31,,12,30\n");
  EXPECT_EQ(sum(last, "Amount spent (USD)"), 12);
  ASSERT_EQ(last.set_aside.size(), 1u);
  EXPECT_EQ(last.set_aside[0].line, 4);
  ASSERT_EQ(last.controls.size(), 2u);
  EXPECT_TRUE(last.controls[0].agrees);
  const ReadTable first = read(
      "Day,Campaign name,Amount spent (USD),Impressions,Reporting starts,Reporting "
      "ends\n,,12,30,2024-01-01,2024-01-31\n"
      "2024-01-01,A,5,10,2024-01-01,2024-01-01\n2024-01-02,B,7,20,2024-01-02,2024-01-02\n");
  EXPECT_EQ(sum(first, "Impressions"), 30);
  EXPECT_EQ(first.table.origin.of(0).line, 3);
  EXPECT_EQ(iso_text(Day{first.period->to}), "2024-01-02");
}

TEST(Totals, BehindTheThirdColumnAreSetAside) {
  const ReadTable t = read(
      "Day,Account,Campaign ID,Campaign,Ad group,Clicks,Cost\n2024-01-01,x,1,A,g,1,5\n,,,A,Total,1,5\n"
      "2024-01-02,x,2,B,h,2,6\n,,,B,Total,2,6\n");
  EXPECT_EQ(t.table.rows, 2u);
  EXPECT_EQ(sum(t, "Cost"), 11);
}

TEST(Totals, OfAnotherNameAreTold) {
  EXPECT_TRUE(tells(read("Campaign,Clicks,Cost\nA,1,5\nB,2,6\nC,4,7\nAll of it,7,18\n"), "row_is_sum"));
  EXPECT_FALSE(tells(read("Campaign,Clicks,Cost\nA,1,5\nB,2,6\nC,4,7\nD,7,19\n"), "row_is_sum"));
}

TEST(Totals, AreNotTheRowsOfAnotherEntity) {
  const File file = support::table_of(
      "Product,Entity,Operation,Campaign ID,Campaign Name,Campaign Name (Informational only),Keyword "
      "Text,Clicks,Spend\n"
      "Sponsored Products,Campaign,,111111111111111,Spring,Spring,,50,25.5\n"
      "Sponsored Products,Keyword,,111111111111111,,Spring,red shoes,40,20\n"
      "Sponsored Products,Keyword,,111111111111111,,Spring,blue shoes,10,5.5\n");
  ASSERT_EQ(file.tables.size(), 2u);
  EXPECT_TRUE(file.tables[0].set_aside.empty());
}

TEST(Totals, ARowWithoutANameThatIsNoSumStays) {
  const ReadTable t =
      read("Day,Product title,Net sales,Orders\n2024-01-01,Hat,5,1\n2024-01-02,Hat,7,2\n2024-01-02,,3,0\n");
  EXPECT_EQ(t.table.rows, 3u);
}

TEST(Headers, RepeatedAmongTheRowsAreSetAside) {
  const ReadTable t = read("Day,Campaign,Cost\n2024-01-01,A,5\nDay,Campaign,Cost\n2024-02-01,B,7\nx,B,8\n");
  EXPECT_EQ(t.table.rows, 3u);
  EXPECT_EQ(t.set_aside[0].line, 3);
  EXPECT_EQ(t.table.find("Cost")->bad.count, 0u);
  EXPECT_EQ(t.table.find("Day")->bad.count, 1u);
  EXPECT_EQ(text(t, "Campaign", 1), "B");
}

TEST(Headers, OfASecondTableOfTheSameWidthBeginIt) {
  const File file = support::table_of("Campaign,Clicks\nA,1\nB,2\n\nDevice,Clicks\nmobile,1\ndesktop,2\n");
  ASSERT_EQ(file.tables.size(), 2u);
  EXPECT_EQ(sum(file.tables[0], "Clicks"), 3);
  EXPECT_EQ(text(file.tables[1], "Device", 1), "desktop");
}

TEST(Headers, WithANumberSignAreNoComments) {
  const ReadTable t = read("#,Campaign,Clicks,Cost\n1,A,5,6\n2,B,7,8\n");
  EXPECT_EQ(t.table.rows, 2u);
  EXPECT_EQ(sum(t, "Cost"), 14);
  EXPECT_EQ(read("# of Impressions,Reach,Spend\n5,6,7\n").table.rows, 1u);
}

TEST(Headers, AreNotFoundInRowsOrKeys) {
  EXPECT_EQ(read("kanalx,typz,wert\nEmail,Search,5\nDisplay,Status,7\n").table.rows, 2u);
  const ReadTable keys = read("Report Name:,X\nAccount:,Y\n\nCampaign,Cost\nA,1\nB,2\n");
  EXPECT_EQ(sum(keys, "Cost"), 3);
}

TEST(Headers, ThatAreMissingCostNoRow) {
  const ReadTable t = read("2024-01-01,Meta,500,10\n2024-01-02,Meta,600,11\n");
  EXPECT_EQ(t.table.rows, 2u);
  EXPECT_EQ(sum(t, "column 3"), 1100);
  EXPECT_TRUE(tells(t, "no_header"));
  EXPECT_EQ(t.table.origin.of(0).line, 1);
  EXPECT_EQ(read("Kanalx,2023,2024\nA,5,6\nB,7,8\n").table.rows, 2u);
  EXPECT_FALSE(tells(read("Campaign,2024-01,2024-02\nA,5,6\nB,7,8\n"), "no_header"));
}

TEST(Headers, ThatAreTheSameAreTold) {
  const ReadTable t =
      read("Date,Facebook,,Google,\n,Cost,Clicks,Cost,Clicks\n2024-01-01,5,6,7,8\n2024-01-02,5,6,7,9\n");
  EXPECT_TRUE(tells(t, "same_header"));
  EXPECT_FALSE(tells(read("Campaign,Cost,Cost\nA,5,5\nB,6,6\n"), "same_header"));
  EXPECT_EQ(read("a,a,a (2),Cost\n1,2,3,4\n").table.columns[2].name, "a (2) (2)");
}

TEST(Rows, ThatBeginWithANumberSignStay) {
  const ReadTable t = read(
      "# ----\n# All Users\n# Start date: 20230923\n# End date: 20231020\nSearch term,Sessions\nshoes,5\n#shoes,7\n"
      "boots,9\n");
  EXPECT_EQ(sum(t, "Sessions"), 21);
}

TEST(Rows, OfTextBelowTheTableAreNotes) {
  const ReadTable t = read("Campaign,Impressions,Cost\nA,5,1\nB,6,2\n\n\"My report\"\nConfidential\nGenerated By: X\n");
  EXPECT_EQ(t.table.rows, 2u);
  EXPECT_EQ(t.set_aside.size(), 3u);
  EXPECT_EQ(t.set_aside_count, 0u);
  EXPECT_EQ(read("Campaign,Impressions,Cost\nA,5,1\nB,6,2\n,,\nNote: estimates,,\n").table.rows, 2u);
}

TEST(Rows, OfSpacesOrEmptyQuotesAreNone) {
  EXPECT_EQ(read("Campaign,Cost\nA,5\n , \n\"\",\"\"\nB,6\n").table.rows, 2u);
}

TEST(Rows, ShorterThanAPaddedHeaderStay) {
  const ReadTable t = read("Campaign,Cost,,\nA,5\nB,6\n");
  EXPECT_EQ(sum(t, "Cost"), 11);
  EXPECT_EQ(t.table.columns.size(), 2u);
}

TEST(Personal, AddressesUnderAnUnknownHeaderAreLeftOut) {
  const std::string csv = "who,Cost,handle\na@b.com,5,@shop\nc@d.org,6,@other\n";
  const ReadTable t = read(csv);
  EXPECT_EQ(t.personal, std::vector<std::string>{"who"});
  EXPECT_EQ(t.table.columns.size(), 2u);
  Reader keeping("data.csv", 0, {.keep = {"who"}});
  keeping.feed(csv);
  EXPECT_TRUE(keeping.finish().tables[0].personal.empty());
}

TEST(Rows, FewerThanTheReportSaysAreTold) {
  const std::string head =
      "\"Report Name: x\"\n\"Rows: 2\"\n\nGregorian date,Campaign name,Impressions,Spend\n2/1/2026,A,5,6\n";
  EXPECT_TRUE(tells(read(head), "stated_rows_differ"));
  EXPECT_FALSE(tells(read(head + "2/2/2026,A,5,7\n"), "stated_rows_differ"));
}

TEST(Dates, FirstOfMonthsOrDaysOfJanuaryAreAsked) {
  std::string csv = "Date,Campaign,Cost\n";
  for (int month = 1; month <= 12; ++month) csv += std::to_string(month) + "/1/2025,A,1\n";
  const ReadTable t = read(csv);
  EXPECT_TRUE(asks(t, "date_order"));
  EXPECT_EQ(t.table.find("Date")->kind(), Kind::text);
}

TEST(Dates, AWeekdayByChanceDoesNotDecideAgainstTheSpan) {
  EXPECT_TRUE(asks(read("Date,Campaign,Cost\n02/02/2026,A,1\n02/03/2026,A,1\n02/11/2026,A,1\n"), "date_order"));
}

TEST(Dates, MayBeginWithAShortYear) {
  const ReadTable t = read("Date,Cost\n26-01-05,1\n26-01-06,2\n26-01-07,3\n26-02-28,4\n");
  EXPECT_EQ(day(t, "Date", 3), "2026-02-28");
  EXPECT_EQ(day(read("Date,Cost\n25/12/21,1\n25/12/22,1\n25/12/23,1\n25/12/24,1\n"), "Date", 0), "2021-12-25");
}

TEST(Dates, InWordsOfEachLanguage) {
  for (const char* written :
       {"Dienstag, 5. Mai 2026", "mardi 5 mai 2026", "martes, 5 de mayo de 2026", "marted\xc3\xac 5 maggio 2026",
        "ter\xc3\xa7"
        "a-feira, 5 de maio de 2026",
        "dinsdag 5 mei 2026",
        "2026\xe5\xb9\xb4"
        "5\xe6\x9c\x88"
        "5\xe6\x97\xa5(\xe7\x81\xab)",
        "2026-05-05 - 2026-05-11", "2026-05-05 ~ 2026-05-11"}) {
    EXPECT_EQ(iso_text(Day{read_date(written, {}).value_or(0)}), "2026-05-05") << written;
  }
  EXPECT_EQ(iso_text(Day{read_date("1er janvier 2026", {}).value_or(0)}), "2026-01-01");
  EXPECT_EQ(iso_text(Day{read_date("Jan-25", {}).value_or(0)}), "2025-01-01");
  EXPECT_EQ(iso_text(Day{read_date("KW 5/2026", {}).value_or(0)}), "2026-01-26");
  EXPECT_EQ(iso_text(Day{read_date("1/5/2026 - 1/11/2026", {DateOrder::month_first}).value_or(0)}), "2026-01-05");
  EXPECT_EQ(iso_text(Day{read_date("01/2025", {}).value_or(0)}), "2025-01-01");
  EXPECT_EQ(iso_text(Day{read_date("202502", {}).value_or(0)}), "2025-02-01");
  EXPECT_FALSE(read_date("25-Jan", {}));
}

TEST(Numbers, AreGroupedByManySpaces) {
  for (const char* space :
       {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x87", "\xe3\x80\x80", "'", "\xe2\x80\x99"}) {
    const ReadTable t = read(std::string("Campaign;Cost\nA;1") + space + "234,50\nB;12,25\n");
    EXPECT_EQ(sum(t, "Cost"), 1246.75) << space;
  }
}

TEST(Numbers, OfSpreadsheetFormulasAndOtherDashes) {
  EXPECT_EQ(sum(read("Campaign;Cost\nA;=\"5\"\nB;\"=\"\"6\"\"\"\n"), "Cost"), 11);
  EXPECT_EQ(text(read("Zip;Cost\n=\"0812\";5\n"), "Zip", 0), "0812");
  EXPECT_EQ(sum(read("Campaign;Cost\nA;\xe2\x80\x93"
                     "2.50\nB;12.25\n"),
                "Cost"),
            9.75);
}

TEST(Numbers, InSeveralCurrenciesAreToldWhereverTheyStand) {
  EXPECT_TRUE(tells(read("Campaign;Cost\nA;$5.00\nB;\xe2\x82\xac"
                         "6.00\n"),
                    "mixed_currencies"));
  EXPECT_FALSE(tells(read("Campaign;Cost\nA;$5.00\nB;$6.00\n"), "mixed_currencies"));
  std::string late = "Campaign,Cost\n";
  for (int i = 0; i < 40000; ++i) late += "A,$1.50\n";
  EXPECT_TRUE(tells(read(late + "B,\xe2\x82\xac"
                                "2.50\n"),
                    "mixed_currencies"));
}

TEST(Numbers, WithAndWithoutPercentSignsAreTold) {
  EXPECT_TRUE(tells(read("Campaign,CTR\nA,2.98%\nB,0.5\n"), "mixed_percents"));
  EXPECT_FALSE(tells(read("Campaign,CTR\nA,2.98%\nB,0\n"), "mixed_percents"));
}

TEST(Numbers, OfWhichNoneCanBeReadAreTold) {
  EXPECT_TRUE(tells(read("Campaign,Cost\nA,five\nB,six\nC,seven\n"), "kind_unread"));
}

TEST(Rates, OfLinkClicksAreHeldAgainstLinkClicks) {
  const ReadTable t = read(
      "Campaign name,Impressions,Link clicks,Clicks (all),CTR (link click-through "
      "rate)\nA,1000,10,30,1\nB,1000,11,31,1.1\n"
      "C,1000,12,32,1.2\nD,1000,13,33,1.3\n");
  EXPECT_DOUBLE_EQ(numbers(t, "CTR (link click-through rate)")[0], 0.01);
  EXPECT_FALSE(tells(t, "rate_disagrees"));
}

TEST(Texts, OfAnotherEncodingFarBelowAreReadAndTold) {
  std::string csv = "Campaign,Cost\nM\xc3\xbcnchen,1\n";
  for (int i = 0; i < 20000; ++i) csv += "Berlin,1\n";
  const ReadTable t = read(csv + "M\xfcnchen,2\nK\xf6ln,3\n");
  EXPECT_TRUE(tells(t, "mixed_encodings"));
  EXPECT_EQ(text(t, "Campaign", 20001), "M\xc3\xbcnchen");
  EXPECT_EQ(text(t, "Campaign", 20002), "K\xc3\xb6ln");
  EXPECT_EQ(std::get<TextColumn>(t.table.find("Campaign")->values).dictionary.size(), 3u);
  EXPECT_FALSE(tells(read(csv), "mixed_encodings"));
}

TEST(Ids, ThatLostTheirDigitsAreTold) {
  EXPECT_TRUE(tells(read("Campaign ID,Cost\n1.20211E+17,5\n1.20212E+17,6\n"), "ids_rounded"));
  EXPECT_TRUE(tells(read("Campaign ID,Cost\n120210587769770000,5\n120210587769780000,6\n"), "ids_rounded"));
  EXPECT_FALSE(tells(read("Campaign ID,Cost\n120210587769770455,5\n120210587769780000,6\n"), "ids_rounded"));
}

TEST(Json, IsKnownBehindSpacesToo) { EXPECT_THROW(read("[\n {\"a\": 1},\n {\"a\": 2}]\n"), Error); }

}  // namespace
}  // namespace outlay::ingest
