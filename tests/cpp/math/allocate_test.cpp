// Splitting a budget: by hand, against brute force, and by the conditions that every optimum meets.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/rng.h"
#include "math/branch.h"
#include "math/fill.h"
#include "math/rounding.h"

namespace outlay::math {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Curve random_curve(Rng& rng) {
  const CurveKind kinds[] = {CurveKind::power, CurveKind::log, CurveKind::hill, CurveKind::exponential,
                             CurveKind::linear};
  const CurveKind kind = kinds[rng.below(5)];
  const double b = kind == CurveKind::hill ? 0.5 + 0.5 * rng.uniform() : 0.2 + 0.7 * rng.uniform();
  return {kind, kind == CurveKind::linear ? 0.1 * rng.uniform() : 1 + 9 * rng.uniform(), b, 5 + 50 * rng.uniform()};
}

// By hand: a sqrt(x) each, so x is in proportion to a^2: 100 split 4 to 1.
TEST(Allocate, SplitsSquareRootsBySquares) {
  const std::vector<Choice> items = {{{CurveKind::power, 2, 0.5, 1}, {0, 0, 100}},
                                     {{CurveKind::power, 1, 0.5, 1}, {0, 0, 100}}};
  const auto best = maximise(items, Groups::whole(2, 100, 100), 0, {}, {});
  ASSERT_TRUE(best);
  EXPECT_NEAR(best->amount[0], 80, 1e-10);
  EXPECT_NEAR(best->amount[1], 20, 1e-10);
  EXPECT_NEAR(best->whole_price, 1 / std::sqrt(80), 1e-12);
  EXPECT_EQ(best->gap(), 0);
}

// By hand: a cap of 50 on the group of the first two; within it 4 to 1, the rest to the third.
TEST(Allocate, KeepsGroups) {
  const Curve twice{CurveKind::power, 2, 0.5, 1}, once{CurveKind::power, 1, 0.5, 1};
  const std::vector<Choice> items = {{twice, {0, 0, 100}}, {once, {0, 0, 100}}, {once, {0, 0, 100}}};
  const Groups groups{{0, 0}, {100, 0}, {100, 50}, {1, 1, 0}};
  const auto best = maximise(items, groups, 0, {}, {});
  ASSERT_TRUE(best);
  EXPECT_NEAR(best->amount[0], 40, 1e-10);
  EXPECT_NEAR(best->amount[1], 10, 1e-10);
  EXPECT_NEAR(best->amount[2], 50, 1e-10);
  EXPECT_GT(best->price[0], best->price[2]);
  EXPECT_NEAR(best->bound, best->value, 1e-12);
}

// A group inside a group: the inner cap of 10, the outer cap of 30.
TEST(Allocate, KeepsNestedGroups) {
  const Curve curve{CurveKind::power, 1, 0.5, 1};
  const std::vector<Choice> items(3, {curve, {0, 0, 100}});
  const Groups groups{{0, 0, 1}, {100, 0, 0}, {100, 30, 10}, {2, 1, 0}};
  const auto best = maximise(items, groups, 0, {}, {});
  ASSERT_TRUE(best);
  EXPECT_NEAR(best->amount[0], 10, 1e-10);
  EXPECT_NEAR(best->amount[1], 20, 1e-10);
  EXPECT_NEAR(best->amount[2], 70, 1e-10);
}

// With a cost of 1 a dollar, 10 sqrt(x) is spent on until 5 / sqrt(x) = 1: 25, not the 100 that may be spent.
TEST(Allocate, StopsWhereTheNextDollarDoesNotPay) {
  const std::vector<Choice> items = {{{CurveKind::power, 10, 0.5, 1}, {0, 0, 100}}};
  const auto best = maximise(items, Groups::whole(1, 0, 100), 1, {}, {});
  ASSERT_TRUE(best);
  EXPECT_NEAR(best->amount[0], 25, 1e-10);
  EXPECT_NEAR(best->value, 25, 1e-10);
}

TEST(Allocate, SaysWhenLimitsCannotBeMet) {
  const std::vector<Choice> items(2, {{CurveKind::power, 1, 0.5, 1}, {0, 0, 10}});
  EXPECT_FALSE(maximise(items, Groups::whole(2, 21, 21), 0, {}, {}));
  EXPECT_FALSE(maximise(items, {{0, 0}, {5, 8}, {5, 9}, {1, 1}}, 0, {}, {}));
}

// Every item not at a bound of its own has the price of its group, below it at the upper and above it at the lower
// bound.
TEST(Allocate, MeetsTheConditionsOfAnOptimum) {
  Rng rng(7, "allocate test");
  for (int round = 0; round < 200; ++round) {
    const int n = 2 + static_cast<int>(rng.below(30));
    std::vector<Choice> items;
    Groups groups{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {}};
    double low = 0, high = 0;
    for (int i = 0; i < n; ++i) {
      const double least = rng.uniform() < 0.5 ? 0 : 10 * rng.uniform();
      items.push_back({random_curve(rng), {least, least, least + 100 * rng.uniform()}});
      groups.node_of.push_back(static_cast<int>(rng.below(3)));
      low += items.back().stretch.low;
      high += items.back().stretch.high;
    }
    const double total = low + (high - low) * rng.uniform();
    groups.lower = {total, 0, 0.1 * total / n};
    groups.upper = {total, 0.6 * total, INFINITY};
    const auto best = maximise(items, groups, 0, {}, {});
    if (!best) continue;
    EXPECT_NEAR(sum(best->amount), total, 1e-9 * total);
    EXPECT_LE(best->bound - best->value, 1e-10 * best->value);
    for (int i = 0; i < n; ++i) {
      const Stretch& s = items[i].stretch;
      const double x = best->amount[i], slope = items[i].curve.slope(x), price = best->price[i];
      EXPECT_GE(x, s.low - 1e-9);
      EXPECT_LE(x, s.high + 1e-9);
      if (x > s.low + 1e-7) EXPECT_GE(slope, price * (1 - 1e-6));
      if (x < s.high - 1e-7) EXPECT_LE(slope, price * (1 + 1e-6));
    }
  }
}

// Every split in steps of 1, one item after the other.
double brute_force(const std::vector<Choice>& items, int total) {
  std::vector<double> best(total + 1, -INFINITY);
  best[0] = 0;
  for (const Choice& item : items) {
    std::vector<double> next(total + 1, -INFINITY);
    for (int spent = 0; spent <= total; ++spent) {
      for (int x = 0; x <= spent; ++x) {
        const bool allowed = x == item.stretch.low || (x >= item.stretch.on && x <= item.stretch.high);
        if (allowed) next[spent] = std::max(next[spent], best[spent - x] + item.curve.value(x));
      }
    }
    best = std::move(next);
  }
  return best[total];
}

TEST(Maximise, BeatsEverySplitInStepsAndProvesItsBound) {
  Rng rng(11, "branch test");
  for (int round = 0; round < 60; ++round) {
    std::vector<Choice> items;
    const int n = 2 + static_cast<int>(rng.below(5)), total = 40 + static_cast<int>(rng.below(60));
    for (int i = 0; i < n; ++i) {
      const double on = rng.uniform() < 0.5 ? 0 : 1 + rng.below(25);
      items.push_back({{CurveKind::hill, 1 + 9 * rng.uniform(), 1.2 + 3 * rng.uniform(), 10 + 50 * rng.uniform()},
                       {0, on, on + 5 + rng.below(80)}});
    }
    const double grid = brute_force(items, total);
    const auto best = maximise(items, Groups::whole(items.size(), total, total), 0, {}, {});
    if (!best) {
      EXPECT_FALSE(std::isfinite(grid));
      continue;
    }
    EXPECT_GE(best->value, grid - 1e-9);
    EXPECT_GE(best->bound, grid * (1 - 1e-13));
    EXPECT_LE(best->gap(), 1e-8);
    for (int i = 0; i < n; ++i) {
      const double x = best->amount[i];
      EXPECT_TRUE(x <= 1e-9 || x >= items[i].stretch.on - 1e-9);
    }
  }
}

// A task of its own, so that a test can write its parts in place.
struct Task {
  std::vector<double> amount;
  std::vector<Stretch> stretch;
  Groups groups;
  double step;
  bool is_concave;
  std::function<double(std::size_t, double)> value;
};

std::optional<Rounded> in_steps(const Task& t) {
  return round_keeping_total({t.amount, t.stretch, t.groups, t.step, t.is_concave, t.value});
}

TEST(Rounding, IsTheBestInWholeSteps) {
  Rng rng(13, "rounding test");
  for (int round = 0; round < 60; ++round) {
    std::vector<Choice> items;
    std::vector<Stretch> stretch;
    const int n = 2 + static_cast<int>(rng.below(5)), total = 40 + static_cast<int>(rng.below(60));
    for (int i = 0; i < n; ++i) {
      items.push_back({random_curve(rng), {0, 0, 1.0 * total}});
      stretch.push_back(items.back().stretch);
    }
    const Groups groups = Groups::whole(items.size(), total, total);
    const auto best = maximise(items, groups, 0, {}, {});
    const auto rounded = in_steps(
        {best->amount, stretch, groups, 1, true, [&](std::size_t i, double x) { return items[i].curve.value(x); }});
    ASSERT_TRUE(rounded);
    EXPECT_TRUE(rounded->is_best);
    EXPECT_DOUBLE_EQ(sum(rounded->amount), total);
    double value = 0;
    for (int i = 0; i < n; ++i) {
      EXPECT_EQ(rounded->amount[i], std::round(rounded->amount[i]));
      value += items[i].curve.value(rounded->amount[i]);
    }
    EXPECT_NEAR(value, brute_force(items, total), 1e-9);
  }
}

// 53 in steps of 10: 50 in steps, and one item carries the odd 3; a group of at least 25 gets 30.
TEST(Rounding, KeepsTotalAndGroups) {
  const std::vector<Stretch> stretch(3, {0, 0, 100});
  const Groups groups{{0, 0}, {53, 25}, {53, 53}, {1, 0, 0}};
  const auto rounded =
      in_steps({{25, 20, 8}, stretch, groups, 10, true, [](std::size_t i, double x) { return i == 1 ? 2 * x : x; }});
  ASSERT_TRUE(rounded);
  EXPECT_EQ(sum(rounded->amount), 53);
  EXPECT_EQ(rounded->amount[1], 23);
  EXPECT_EQ(rounded->odd, 3);
  const auto nothing = [](std::size_t, double) { return 0.0; };
  const auto stuck = in_steps({{25, 0}, {{25, 25, 29}, {0, 0, 0}}, Groups::whole(2, 25, 25), 10, true, nothing});
  ASSERT_TRUE(stuck);
  EXPECT_EQ(stuck->amount[0], 25);
  EXPECT_FALSE(in_steps({{24, 24}, {{0, 0, 24}, {0, 0, 24}}, Groups::whole(2, 48, 48), 10, true, nothing}));
}

TEST(FillByRate, FillsTheBestFirst) {
  const auto filled = fill_by_rate({1, 3, 2}, {5, 0, 0}, {50, 30, 40}, {0, 0, 0}, 60);
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->amount, (std::vector<double>{5, 30, 25}));
  EXPECT_EQ(filled->price, 2);
  EXPECT_FALSE(fill_by_rate({1}, {5}, {10}, {0}, 11));
}

// Equal rates leave things as they are, where that adds up; else they share by room.
TEST(FillByRate, TiesStayWhereTheyWere) {
  EXPECT_EQ(fill_by_rate({1, 1}, {0, 0}, {50, 50}, {30, 20}, 50)->amount, (std::vector<double>{30, 20}));
  EXPECT_EQ(fill_by_rate({1, 1}, {0, 0}, {50, 50}, {30, 20}, 75)->amount, (std::vector<double>{40, 35}));
}

}  // namespace
}  // namespace outlay::math
