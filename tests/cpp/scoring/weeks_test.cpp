// What is said of dates that are no Mondays, and of an adset id that two channels share.
#include <gtest/gtest.h>

#include "scoring/market.h"

namespace outlay::scoring::adsets {
namespace {

// Twelve weeks of one adset, each row on the same weekday (0 is Monday).
std::string weeks_on(int weekday, const std::string& channel = "Meta", double spend = 100,
                     const std::string& adset = "A") {
  std::string csv;
  for (int week = 0; week < 12; ++week) {
    const Day day{parse_iso_day(monday(week))->days + weekday};
    csv += iso_text(day) + "," + adset + "," + channel + "," + std::to_string(spend) + ",120,6,50\n";
  }
  return csv;
}

TEST(Weeks, ThatBeginOnSundayAreWholeWeeks) {
  const Ran ran = run_on(week_header + weeks_on(6));
  EXPECT_TRUE(ran.noticed("weeks_begin_midweek"));
  EXPECT_FALSE(ran.noticed("partial_last_week"));
  EXPECT_FALSE(ran.noticed("days_to_weeks"));
  EXPECT_EQ(iso_text(*ran.result.as_of_week), "2026-11-16");
  EXPECT_DOUBLE_EQ(ran.result.adsets.spend[0], 300);
}

TEST(Weeks, ThatBeginOnMondayNeedNoWord) {
  const Ran ran = run_on(week_header + weeks_on(0));
  EXPECT_FALSE(ran.noticed("weeks_begin_midweek"));
  EXPECT_FALSE(ran.noticed("partial_last_week"));
}

TEST(Weeks, OfSingleDaysAreSaidToBePartial) {
  const Ran ran = run_on(week_header + weeks_on(0) + weeks_on(2));
  EXPECT_FALSE(ran.noticed("weeks_begin_midweek"));
  EXPECT_TRUE(ran.noticed("days_to_weeks"));
  EXPECT_TRUE(ran.noticed("partial_last_week"));
}

TEST(Weeks, ThatBeginOnDifferentDaysAreWarnedOf) {
  const Ran ran = run_on(week_header + weeks_on(0) + weeks_on(6, "Search", 100, "B"));
  EXPECT_TRUE(ran.noticed("weeks_begin_differently"));
  EXPECT_FALSE(ran.noticed("days_to_weeks"));
  EXPECT_FALSE(ran.noticed("partial_last_week"));
}

TEST(Weeks, OneDayAloneIsNoWeek) {
  const Ran ran = run_on(std::string(week_header) + "2026-11-18,A,Meta,900,400,20,50\n");
  EXPECT_FALSE(ran.noticed("weeks_begin_midweek"));
  EXPECT_TRUE(ran.noticed("partial_last_week"));
}

TEST(Weeks, AnAdsetIdInTwoChannelsIsWarnedOf) {
  EXPECT_TRUE(run_on(week_header + weeks_on(0, "Meta") + weeks_on(0, "Search")).noticed("adset_in_channels"));
  EXPECT_FALSE(run_on(week_header + weeks_on(0, "Meta") + weeks_on(0, "Meta", 50)).noticed("adset_in_channels"));
}

}  // namespace
}  // namespace outlay::scoring::adsets
