// Dates as exports write them.
#include "ingest/date_format.h"

#include <gtest/gtest.h>

#include "core/day.h"

namespace outlay::ingest {
namespace {

std::string read(std::string_view text, DateFormat format = {}) {
  const auto day = read_date(text, format);
  return day ? iso_text(Day{*day}) : "";
}

TEST(DateFormat, FormsThatNeedNoOrder) {
  for (const char* text : {"2026-05-05", "2026/05/05", "2026.5.5", "20260505", "2026050516",
                           "2026-05-05T16:00:00+00:00", "2026-05-05 9:37:00", "May 5, 2026", "5 May 2026", "5-May-2026",
                           "5-May-26", "5 de maio de 2026", "ter., 5 de mai. de 2026", "5 mai 2026", "5. Mai 2026",
                           "5 maggio 2026", "Tuesday, May 5, 2026", "May 5, 2026, 8:41 AM", "5 mei 2026 00:00"}) {
    EXPECT_EQ(read(text), "2026-05-05") << text;
  }
  EXPECT_EQ(read("23 september 2026 07:06"), "2026-09-23");
  EXPECT_EQ(read("15 ao\xc3\xbbt 2026"), "2026-08-15");
  EXPECT_EQ(read("Nov 22, 2025, 8:41\xe2\x80\xaf"
                 "AM"),
            "2025-11-22");
}

TEST(DateFormat, PeriodsAreTheirFirstDay) {
  EXPECT_EQ(read("2026-11"), "2026-11-01");
  EXPECT_EQ(read("Nov 2026"), "2026-11-01");
  EXPECT_EQ(read("4th quarter 2023"), "2023-10-01");
  EXPECT_EQ(read("Q1 2024"), "2024-01-01");
  EXPECT_EQ(read("2024-Q1"), "2024-01-01");
  EXPECT_EQ(read("2026-W01"), "2025-12-29");
}

TEST(DateFormat, OrderDecides) {
  EXPECT_EQ(read("01/09/2023"), "");
  EXPECT_EQ(read("01/09/2023", {DateOrder::day_first}), "2023-09-01");
  EXPECT_EQ(read("01/09/2023", {DateOrder::month_first}), "2023-01-09");
  EXPECT_EQ(read("1.08.2019", {DateOrder::day_first}), "2019-08-01");
  EXPECT_EQ(read("03/06/21", {DateOrder::day_first}), "2021-06-03");
  EXPECT_EQ(read("23-9-2026", {DateOrder::day_first}), "2026-09-23");
  EXPECT_EQ(read("23/9/2026", {DateOrder::month_first}), "");
}

TEST(DateFormat, SerialsOnlyWhereTheyAreMeant) {
  EXPECT_EQ(read("45066", {DateOrder::unknown, true}), "2023-05-20");
  EXPECT_EQ(read("45066"), "");
}

TEST(DateFormat, RefusesWhatIsNoDate) {
  for (const char* text : {"", "12", "20261399", "2026-13-01", "marketing 2026 5", "Campaign May 5 2026", "1234567890",
                           "May", "5/5", "2026111699"}) {
    EXPECT_EQ(read(text, {DateOrder::day_first}), "") << text;
  }
}

DateEvidence evidence(std::initializer_list<const char*> cells) {
  DateEvidence found;
  for (const char* cell : cells) found.add(cell);
  return found;
}

TEST(DateEvidence, TellsTheOrder) {
  EXPECT_EQ(evidence({"01/09/2023", "13/09/2023"}).order(), DateOrder::day_first);
  EXPECT_EQ(evidence({"9/1/2026", "9/21/2026"}).order(), DateOrder::month_first);
  EXPECT_TRUE(evidence({"13/09/2023", "9/21/2026"}).contradicts());
  EXPECT_TRUE(evidence({"01/09/2023", "02/09/2023"}).is_open());
  // Mondays one week apart only when the month comes first.
  EXPECT_EQ(evidence({"4/2/2018", "4/9/2018", "5/7/2018"}).order(), DateOrder::month_first);
  // Ten days in a row of one month, or the tenth of ten months.
  EXPECT_EQ(evidence({"01/09/2023", "02/09/2023", "03/09/2023", "04/09/2023"}).order(), DateOrder::day_first);
}

}  // namespace
}  // namespace outlay::ingest
