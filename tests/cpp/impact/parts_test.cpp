// The parts of the impact analyses: bids, types, names, daily sums.
#include <gtest/gtest.h>

#include <cmath>

#include "analyses/impact/action_log.h"
#include "analyses/impact/series.h"

namespace outlay::impact {
namespace {

TEST(ActionType, IsReadLiberally) {
  EXPECT_EQ(action_type_of("bid-up"), ActionType::bid_up);
  EXPECT_EQ(action_type_of(" Visibility Boost "), ActionType::visibility_boost);
  EXPECT_EQ(action_type_of("PAUSE"), ActionType::pause);
  EXPECT_EQ(action_type_of("PAUSED"), ActionType::unknown);
  EXPECT_EQ(action_type_of("UNKNOWN"), ActionType::unknown);
}

TEST(Names, SpellingsOfOneNameShareANumber) {
  Names names;
  EXPECT_EQ(names.add(" Yoga Mat "), 0);
  EXPECT_EQ(names.add("YOGA MAT"), 0);
  EXPECT_EQ(names.add("yoga  mat"), 1);
  EXPECT_EQ(names.add("  "), no_name);
  EXPECT_EQ(names.find("yoga mat"), 0);
  EXPECT_EQ(names.find("towel"), no_name);
  EXPECT_EQ(names.written(0), "Yoga Mat");
}

TEST(KeyIndex, NumbersKeysInOrder) {
  KeyIndex index;
  for (std::int32_t i = 0; i < 5000; ++i) EXPECT_EQ(index.add({i % 7, i, -1, i * 31}), i);
  EXPECT_EQ(index.add({3, 3, -1, 93}), 3);
  EXPECT_EQ(index.find({4999 % 7, 4999, -1, 4999 * 31}), 4999);
  EXPECT_EQ(index.find({0, 1, -1, 31}), -1);
  EXPECT_EQ(KeyIndex().find({}), -1);
}

Table small_table() {
  Table table;
  table.rows = 5;
  table.columns.push_back({"date", DayColumn{{12, 10, 10, 11, missing_day}}, {}});
  table.columns.push_back({"campaign_name", TextColumn{{0, 0, 1, 2, 0}, {"A", " a ", "B"}}, {}});
  table.columns.push_back({"clicks", NumberColumn{1, 2, 4, 8, 16}, {}});
  table.columns.push_back({"spend", NumberColumn{10, 20, 40, std::nan(""), 160}, {}});
  table.columns.push_back({"revenue", NumberColumn{0, 1, 2, 3, 4}, {}});
  return table;
}

TEST(Performance, AddsRowsOfOneNameAndDate) {
  const Table table = small_table();
  RoleColumns roles;
  for (const Column& column : table.columns) roles[column.name] = column.name;
  const BoundTable bound(performance_input(), table, roles);
  const Performance performance(bound, {}, Grain::automatic);
  EXPECT_EQ(performance.rows(), 4u);
  EXPECT_EQ(performance.leaves().size(), 2u);
  EXPECT_EQ(performance.cells(0).size(), 2u);
  EXPECT_EQ(performance.cells(0)[0].sums.clicks, 6);
  EXPECT_EQ(performance.days_covered({10, 11}), 2);
  EXPECT_EQ(performance.account_spend({10, 10}), 60);
  EXPECT_EQ(performance.total().sales, 6);
  EXPECT_FALSE(performance.weekly());
  KeyIndex index;
  index.add({.campaign = performance.campaigns.find("A")});
  const Series series(performance, index.size(), hits_of(performance, index, [](const Leaf& leaf, auto emit) {
                        emit(Key{.campaign = leaf.campaign});
                      }));
  EXPECT_EQ(series.sum(0, {10, 12}).spend, 70);
  EXPECT_EQ(series.sum(0, {11, 11}).spend, 0);
}

TEST(Performance, DatesAWeekApartAreWeeks) {
  Table table = small_table();
  std::get<DayColumn>(table.columns[0].values).days = {7, 14, 14, 28, 35};
  RoleColumns roles;
  for (const Column& column : table.columns) roles[column.name] = column.name;
  const Performance performance(BoundTable(performance_input(), table, roles), {}, Grain::automatic);
  EXPECT_TRUE(performance.weekly());
  EXPECT_EQ(performance.days_covered({7, 20}), 14);
}

}  // namespace
}  // namespace outlay::impact
