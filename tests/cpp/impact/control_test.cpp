// The controlled estimate where its answer is known: a market without chance, in which all grow alike.
#include <gtest/gtest.h>

#include <cmath>

#include "analyses/impact/decisions.h"

namespace outlay::impact::decisions {
namespace {

constexpr int first_day = 20000, days = 80, action_day = 50;

/// 48 targets in 12 campaigns; sizes differ, all grow by half over the period. `stopped` has nothing from `action_day`.
Table market(int stopped, double factor) {
  Table table;
  DayColumn date;
  TextColumn campaign, target;
  NumberColumn clicks, spend, sales;
  for (int t = 0; t < 48; ++t) {
    if (t % 4 == 0) campaign.dictionary.push_back("c" + std::to_string(t / 4));
    target.dictionary.push_back("t" + std::to_string(t));
    for (int day = 0; day < days; ++day) {
      const double acted = t == stopped && day >= action_day ? factor : 1;
      const double size = (5 + t % 7) * (1 + 0.5 * day / days) * acted;
      date.days.push_back(first_day + day);
      campaign.codes.push_back(t / 4);
      target.codes.push_back(t);
      clicks.push_back(size);
      spend.push_back(size * (0.5 + 0.1 * (t % 3)));
      sales.push_back(size * (2 + t % 5));
    }
  }
  table.rows = date.days.size();
  table.columns.push_back({"date", std::move(date), {}});
  table.columns.push_back({"campaign_name", std::move(campaign), {}});
  table.columns.push_back({"keyword", std::move(target), {}});
  table.columns.push_back({"clicks", std::move(clicks), {}});
  table.columns.push_back({"spend", std::move(spend), {}});
  table.columns.push_back({"revenue", std::move(sales), {}});
  return table;
}

Table log_of(std::vector<std::pair<int, std::string>> actions) {
  Table table;
  DayColumn date;
  TextColumn type, campaign, target;
  for (const auto& [t, name] : actions) {
    date.days.push_back(first_day + action_day);
    const auto code = static_cast<std::int32_t>(type.codes.size());
    for (TextColumn* column : {&type, &campaign, &target}) column->codes.push_back(code);
    type.dictionary.push_back(name);
    campaign.dictionary.push_back("C" + std::to_string(t / 4));
    target.dictionary.push_back(" T" + std::to_string(t));
  }
  table.rows = actions.size();
  table.columns.push_back({"action_date", std::move(date), {}});
  table.columns.push_back({"action_type", std::move(type), {}});
  table.columns.push_back({"campaign_name", std::move(campaign), {}});
  table.columns.push_back({"keyword", std::move(target), {}});
  return table;
}

Result measure(const Table& performance, const Table& actions, const Params& params = {}) {
  const std::vector<InputSpec> specs = about().inputs;
  const auto own_roles = [](const Table& table) {
    RoleColumns roles;
    for (const Column& column : table.columns) roles[column.name] = column.name;
    return roles;
  };
  Inputs inputs;
  inputs.add("performance", BoundTable(specs[0], performance, own_roles(performance)));
  inputs.add("actions", BoundTable(specs[1], actions, own_roles(actions)));
  Context context;
  return run(params, inputs, context);
}

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
