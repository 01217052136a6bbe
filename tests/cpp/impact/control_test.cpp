// The controlled estimate where its answer is known: a market without chance, in which all grow alike.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "impact/market.h"

namespace outlay::impact::decisions {
namespace {

using support::action_day;
using support::days;
using support::log_of;
using support::market;
using support::measure;

double per_day(int t, int day) { return (5 + t % 7) * (1 + 0.5 * day / days); }

TEST(Controlled, ANegativeIsGivenTheSpendItSavedAndChargedTheSalesItGaveUp) {
  const Result result = measure(market(9, 0), log_of({{9, "NEGATIVE"}}));
  double size = 0;
  for (int day = action_day; day < action_day + 14; ++day) size += per_day(9, day);
  const double spend = size * (0.5 + 0.1 * (9 % 3)), sales = size * (2 + 9 % 5);
  // Growth by a straight line is not quite what two windows foretell: within a percent.
  EXPECT_NEAR(result.action_table.control_spend[0], spend, 0.01 * spend);
  EXPECT_NEAR(result.action_table.control_sales[0], sales, 0.01 * sales);
  EXPECT_NEAR(result.controlled_net, spend - sales, 0.01 * sales);
  EXPECT_NEAR(result.action_table.forgone_sales[0], sales, 0.01 * sales);
  // The source's formula sees the spend alone.
  EXPECT_GT(result.net_impact, 0);
}

TEST(Controlled, AnActionThatDoesNothingHasNoEffect) {
  const Result result = measure(market(-1, 1), log_of({{9, "PAUSE"}, {22, "BID_UP"}}));
  EXPECT_EQ(result.controlled_actions, 2);
  const double sales = result.action_table.control_sales[0];
  EXPECT_NEAR(result.action_table.controlled_impact[0], 0, 0.01 * sales);
  EXPECT_NEAR(result.action_table.controlled_impact[1], 0, 0.01 * sales);
}

TEST(Controlled, ASecondActionOnTheSameTargetIsLeftToTheFirst) {
  const Result result = measure(market(9, 0), log_of({{9, "PAUSE"}, {9, "PAUSE"}}));
  EXPECT_EQ(result.action_table.finding.at(1), "earlier_action");
  EXPECT_EQ(result.controlled_actions, 1);
  EXPECT_EQ(result.counted, 2);
}

TEST(Controlled, WithoutUntouchedTargetsThereIsNone) {
  std::vector<std::pair<int, std::string>> all;
  for (int t = 0; t < 48; ++t) all.emplace_back(t, "BID_UP");
  const Result result = measure(market(-1, 1), log_of(all));
  EXPECT_EQ(result.controlled_actions, 0);
  EXPECT_TRUE(std::isnan(result.controlled_net));
  EXPECT_EQ(result.trust, "neither");
  EXPECT_EQ(result.action_table.finding.at(0), "too_few_controls");
}

// Bids on twelve targets, of as many campaigns.
std::vector<std::pair<int, std::string>> twelve_bids() {
  std::vector<std::pair<int, std::string>> bids;
  for (int t = 0; t < 48; t += 4) bids.emplace_back(t, "BID_UP");
  return bids;
}

std::set<std::string> told(const Table& performance, const Table& actions, const Params& params, Result& result) {
  Context context;
  result = run(params, support::inputs_of(performance, actions), context);
  std::set<std::string> codes;
  for (const Notice& notice : context.notices()) codes.insert(notice.code);
  return codes;
}

TEST(Trust, AComparisonThatCouldBeCheckedIsVouchedFor) {
  Result result;
  const auto codes = told(market(-1, 1), log_of(twelve_bids()), {}, result);
  EXPECT_EQ(result.controlled_actions, 12);
  EXPECT_EQ(result.pretrend_actions, 12);
  EXPECT_FALSE(std::isnan(result.pretrend_low));
  EXPECT_NE(result.trust, "unchecked");
  EXPECT_EQ(codes.count("control_unchecked"), 0u);
}

TEST(Trust, WithoutAnEarlierTimeToCheckItOnTheComparisonIsUnchecked) {
  Params params;
  params.horizon_days = 30;
  params.attribution_buffer_days = 0;
  Result result;
  const auto codes = told(market(-1, 1), log_of(twelve_bids()), params, result);
  EXPECT_EQ(result.controlled_actions, 12);
  EXPECT_EQ(result.pretrend_actions, 0);
  EXPECT_TRUE(std::isnan(result.pretrend_net));
  EXPECT_EQ(result.trust, "unchecked");
  EXPECT_EQ(result.trust_reason, "not_checked");
  EXPECT_EQ(codes.count("control_unchecked"), 1u);
}

TEST(Trust, ACheckOfAFewActionsDoesNotVouchForAll) {
  // Five of twelve are late enough for the time before them to be in the data.
  Table log = log_of(twelve_bids());
  std::vector<std::int32_t>& dates = std::get<DayColumn>(log.columns[0].values).days;
  for (std::size_t i = 5; i < dates.size(); ++i) dates[i] = support::first_day + 34;
  Result result;
  const auto codes = told(market(-1, 1), log, {}, result);
  EXPECT_EQ(result.controlled_actions, 12);
  EXPECT_EQ(result.pretrend_actions, 5);
  EXPECT_EQ(codes.count("control_unchecked"), 1u);
}

TEST(Trust, WhatIsPaidToNobodyIsNotKnownRatherThanNothing) {
  // Every look-alike is acted on within the window after: none is left alone for all of it.
  std::vector<std::pair<int, std::string>> all;
  for (int t = 0; t < 48; ++t) all.emplace_back(t, "BID_UP");
  Table log = log_of(all);
  std::vector<std::int32_t>& dates = std::get<DayColumn>(log.columns[0].values).days;
  for (std::size_t i = 12; i < dates.size(); ++i) dates[i] += 7;
  Result result;
  told(market(-1, 1), log, {}, result);
  EXPECT_EQ(result.controlled_actions, 12);
  EXPECT_TRUE(std::isnan(result.placebo_net));
  for (std::size_t k = 0; k < result.totals.actions.size(); ++k)
    EXPECT_TRUE(std::isnan(result.totals.placebo_impact[k]));
}

TEST(Controlled, IntervalsFollowTheSeedAndNothingElse) {
  const Table performance = market(9, 0), actions = log_of({{9, "PAUSE"}, {22, "BID_UP"}, {31, "NEGATIVE"}});
  Params other;
  other.seed = 2;
  const Result a = measure(performance, actions), b = measure(performance, actions);
  EXPECT_EQ(a.net_low, b.net_low);
  EXPECT_EQ(a.controlled_high, b.controlled_high);
  EXPECT_EQ(a.controlled_net, measure(performance, actions, other).controlled_net);
}

}  // namespace
}  // namespace outlay::impact::decisions
