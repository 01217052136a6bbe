// The dates of rows: slips at the end, weeks that begin on different days, and rows too far apart.
#include "analyses/impact/calendar.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/day.h"
#include "impact/market.h"

namespace outlay::impact {
namespace {

using decisions::Params;
using decisions::Result;
using decisions::support::first_day;
using decisions::support::inputs_of;
using decisions::support::log_of;
using decisions::support::market;

std::vector<std::int32_t> every(int step, int count, std::vector<std::int32_t> behind = {}) {
  std::vector<std::int32_t> dates;
  for (int k = 0; k < count; ++k) dates.push_back(1000 + k * step);
  dates.insert(dates.end(), behind.begin(), behind.end());
  return dates;
}

TEST(LastBelieved, ADateFarBehindTheRestIsNot) {
  EXPECT_EQ(last_believed(every(1, 60)), 1059);
  EXPECT_EQ(last_believed(every(1, 60, {1059 + 1800})), 1059);
  EXPECT_EQ(last_believed(every(1, 60, {1059 + 1800, 1059 + 3600, 1059 + 3601})), 1059);
  EXPECT_EQ(last_believed(every(1, 60, {1059 + 29})), 1059);
  EXPECT_EQ(last_believed(every(7, 16, {1105 + 365})), 1105);
}

TEST(LastBelieved, APauseAndARestartAre) {
  EXPECT_EQ(last_believed(every(1, 60, {1059 + 28})), 1087);
  EXPECT_EQ(last_believed(every(1, 60, {1200, 1201, 1202, 1203})), 1203);
  EXPECT_EQ(last_believed(every(7, 16, {1105 + 28})), 1133);
  EXPECT_EQ(last_believed(every(30, 12, {1330 + 120})), 1450);
  EXPECT_EQ(last_believed({1000, 1001, 1400}), 1400);
  EXPECT_EQ(last_believed({1000}), 1000);
}

Rhythm rhythm_of(const std::vector<std::int32_t>& steps) {
  Rhythm rhythm;
  for (std::int32_t step : steps) rhythm.add(step);
  return rhythm;
}

TEST(Rhythm, TellsDaysWeeksAndCoarser) {
  EXPECT_FALSE(rhythm_of({}).weekly());
  EXPECT_FALSE(rhythm_of({}).coarse());
  EXPECT_FALSE(rhythm_of({1, 1, 2, 1, 7, 1}).weekly());
  EXPECT_TRUE(rhythm_of({7}).weekly());
  EXPECT_TRUE(rhythm_of({7, 14, 7, 21}).weekly());
  EXPECT_TRUE(rhythm_of({3, 7, 7, 7, 7, 7, 7, 7, 7, 7}).weekly());  // a first week cut off
  EXPECT_FALSE(rhythm_of({14, 14, 14}).weekly());
  EXPECT_TRUE(rhythm_of({14, 14, 14}).coarse());
  EXPECT_EQ(rhythm_of({31, 28, 31, 30, 31}).median(), 31);
  EXPECT_TRUE(rhythm_of({31, 28, 31, 30, 31}).coarse());
  EXPECT_TRUE(rhythm_of({10, 10, 8, 10, 10, 11}).coarse());
  EXPECT_FALSE(rhythm_of({1, 9, 30, 12, 4, 17, 2, 8}).coarse());  // few rows, told by days
}

TEST(DistinctDays, LeavesOutMissingOnes) {
  EXPECT_EQ(distinct_days({12, 10, missing_day, 10, 11}), (std::vector<std::int32_t>{10, 11, 12}));
  EXPECT_TRUE(distinct_days({missing_day}).empty());
}

struct Measured {
  Result result;
  std::vector<Notice> notices;

  const Notice* told(const char* code) const {
    for (const Notice& notice : notices) {
      if (notice.code == code) return &notice;
    }
    return nullptr;
  }
};

Measured run_on(const Table& performance, const Table& log, const Params& params = {}) {
  Context context;
  Result result = decisions::run(params, inputs_of(performance, log), context);
  return {std::move(result), context.notices()};
}

std::vector<std::int32_t>& dates_of(Table& table) { return std::get<DayColumn>(table.columns[0].values).days; }

TEST(LateDates, ARowInTheFutureMakesNoActionMature) {
  Table performance = market(-1, 1), log = log_of({{9, "PAUSE"}});
  dates_of(log)[0] = first_day + 70;
  EXPECT_EQ(run_on(performance, log).result.mature, 0);
  dates_of(performance).back() = 22300;
  const Measured one = run_on(performance, log);
  EXPECT_EQ(one.result.mature, 0);
  EXPECT_EQ(one.result.latest_data_date->days, first_day + 79);
  ASSERT_NE(one.told("late_dates_left_out"), nullptr);
  EXPECT_EQ(one.told("late_dates_left_out")->numbers.at("rows"), 1);
  EXPECT_EQ(one.told("late_dates_left_out")->texts.at("first"), iso_text(Day{22300}));
  EXPECT_EQ(one.told("late_dates_left_out")->texts.at("latest"), iso_text(Day{first_day + 79}));
}

TEST(LateDates, AreTakenWhenADayIsChosen) {
  Table performance = market(-1, 1);
  dates_of(performance).back() = 22300;
  Params params;
  params.as_of = Day{22300};
  const Measured one = run_on(performance, log_of({{9, "PAUSE"}}), params);
  EXPECT_EQ(one.result.latest_data_date->days, 22300);
  EXPECT_EQ(one.told("late_dates_left_out"), nullptr);
}

TEST(LateDates, RowsThatWereNotFilledInAreNoDays) {
  Table performance = market(-1, 1), log = log_of({{9, "PAUSE"}});
  dates_of(log)[0] = first_day + 55;
  // The last twenty days are there, with nothing in them.
  for (std::size_t row = 0; row < performance.rows; ++row) {
    if (dates_of(performance)[row] < first_day + 60) continue;
    for (std::size_t column = 3; column < 6; ++column)
      std::get<NumberColumn>(performance.columns[column].values)[row] = std::nan("");
  }
  const Measured one = run_on(performance, log);
  EXPECT_EQ(one.result.latest_data_date->days, first_day + 59);
  EXPECT_EQ(one.result.mature, 0);
  ASSERT_NE(one.told("rows_without_figures"), nullptr);
  EXPECT_EQ(one.told("rows_without_figures")->numbers.at("rows"), 48 * 20);
  EXPECT_EQ(one.told("impact_blank_as_zero"), nullptr);
}

// The rows of the market by week: each campaign's weeks begin on a day of its own.
Table by_week(int step, int apart) {
  Table table = market(-1, 1);
  std::vector<std::int32_t>& dates = dates_of(table);
  const TextColumn& campaigns = std::get<TextColumn>(table.columns[1].values);
  for (std::size_t row = 0; row < dates.size(); ++row) {
    const int offset = campaigns.codes[row] % 2 * apart, age = dates[row] - first_day;
    dates[row] = first_day + age / step * step + offset;
  }
  return table;
}

TEST(Grain, WeeksMayBeginOnDifferentDays) {
  const Measured same = run_on(by_week(7, 0), log_of({{9, "PAUSE"}, {4, "PAUSE"}}));
  const Measured apart = run_on(by_week(7, 1), log_of({{9, "PAUSE"}, {4, "PAUSE"}}));
  for (const Measured* one : {&same, &apart}) {
    ASSERT_NE(one->told("weekly_data"), nullptr);
    EXPECT_EQ(one->told("weekly_data")->numbers.at("weeks"), 12);
    EXPECT_EQ(one->result.action_table.before_days[0], 14);
    EXPECT_EQ(one->result.action_table.after_days[0], 14);
    EXPECT_EQ(one->told("rows_too_far_apart"), nullptr);
    EXPECT_EQ(one->result.timeline.spend.size(), 12u);
    EXPECT_NEAR(std::accumulate(one->result.timeline.spend.begin(), one->result.timeline.spend.end(), 0.0),
                one->result.managed_spend, 1e-6);
  }
}

TEST(Grain, RowsTooFarApartJudgeNothingAndSaySo) {
  for (const int step : {14, 30}) {
    const Measured one = run_on(by_week(step, 0), log_of({{9, "PAUSE"}}));
    ASSERT_NE(one.told("rows_too_far_apart"), nullptr) << step;
    EXPECT_EQ(one.told("rows_too_far_apart")->numbers.at("days"), step);
    EXPECT_EQ(one.told("weekly_data"), nullptr);
    EXPECT_EQ(one.result.action_table.status.at(0), "Unverified");
    EXPECT_EQ(one.result.action_table.impact[0], 0);
    EXPECT_EQ(one.result.action_table.finding.at(0), "not_located");
  }
}

// The first weeks of the market by week, what follows by day.
Table weeks_then_days(int weeks) {
  Table table = market(-1, 1);
  for (std::int32_t& date : dates_of(table)) {
    const int age = date - first_day;
    if (age < 7 * weeks) date = first_day + age / 7 * 7;
  }
  return table;
}

TEST(Grain, WeeksAmongDaysAreTold) {
  const Measured one = run_on(weeks_then_days(6), log_of({{9, "PAUSE"}}));
  ASSERT_NE(one.told("weeks_among_days"), nullptr);
  EXPECT_EQ(one.told("weeks_among_days")->numbers.at("campaigns"), 12);
  EXPECT_EQ(run_on(weeks_then_days(3), log_of({{9, "PAUSE"}})).told("weeks_among_days"), nullptr);
  EXPECT_EQ(run_on(by_week(7, 0), log_of({{9, "PAUSE"}})).told("weeks_among_days"), nullptr);
  Params params;
  params.grain = Grain::day;
  EXPECT_EQ(run_on(weeks_then_days(6), log_of({{9, "PAUSE"}}), params).told("weeks_among_days"), nullptr);
}

TEST(Grain, WhatIsStatedIsTaken) {
  Params params;
  params.grain = Grain::week;
  const Measured one = run_on(by_week(14, 0), log_of({{9, "PAUSE"}}), params);
  EXPECT_EQ(one.told("rows_too_far_apart"), nullptr);
  EXPECT_EQ(one.result.action_table.before_days[0], 7);
}

}  // namespace
}  // namespace outlay::impact
