// Small plans against every split there is: whether one exists, what the best is worth, and that nothing moves for
// nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analyses/budget/reallocate.h"
#include "core/json.h"
#include "core/rng.h"

namespace outlay::budget::reallocate {
namespace {

// One problem in whole numbers: what a person could have typed.
struct Problem {
  int n = 0, total = 0, step = 0, viable = 0;
  std::vector<int> cost, conversions, cap, floor, group, locked;
  std::vector<double> shape;  // of a Hill curve; 0 for none
  int group_min = -1, group_max = -1;
  Method method = Method::linear;

  double value(int i, double x) const {
    if (method == Method::diminishing && shape[i] > 0) {
      const double s = 6, power = std::pow(x, shape[i]);
      return x > 0 ? conversions[i] * power / (power + std::pow(s, shape[i])) : 0;
    }
    const double rate = conversions[i] / static_cast<double>(cost[i]);
    if (method != Method::diminishing) return rate * x;
    return rate * std::pow(cost[i], 0.3) * std::pow(x, 0.7);
  }
  bool allows(int i, double x) const {
    if (locked[i]) return x == cost[i];
    if (floor[i] > 0) return x >= std::max(floor[i], viable) && x <= cap[i];
    return x == 0 || (x >= viable && x <= cap[i]);
  }
  double odd() const {
    int left = total;
    for (int i = 0; i < n; ++i) left -= locked[i] ? cost[i] : 0;
    return left >= 0 ? left % std::max(1, step) : 0;
  }
};

Problem problem(Rng& rng) {
  const auto pick = [&](int least, int most) { return least + static_cast<int>(rng.below(most - least + 1)); };
  Problem p;
  p.n = pick(2, 4);
  p.method = rng.below(2) ? Method::linear : Method::diminishing;
  p.step = pick(0, 3);
  p.viable = rng.below(2) ? pick(2, 7) : 0;
  const bool capped = rng.below(2) == 1, equal = rng.below(4) == 0;
  for (int i = 0; i < p.n; ++i) {
    p.cost.push_back(pick(1, 7));
    p.conversions.push_back(equal ? 2 * p.cost[i] : pick(0, 9));
    p.shape.push_back(p.method == Method::diminishing && rng.below(2) ? pick(1, 4) : 0);
    p.group.push_back(pick(0, 1));
    p.locked.push_back(rng.below(6) == 0);
    p.floor.push_back(rng.below(5) == 0 ? pick(1, 3) : 0);
    p.cap.push_back(capped ? 2 * p.cost[i] : 99);
  }
  const int today = std::accumulate(p.cost.begin(), p.cost.end(), 0);
  p.total = rng.below(3) ? today : pick(1, 2 * today);
  for (int& cap : p.cap) cap = std::min(cap, p.total);
  // A group without campaigns has no limits (a notice tells).
  if (std::find(p.group.begin(), p.group.end(), 0) == p.group.end()) return p;
  if (rng.below(3) == 0) p.group_min = pick(0, p.total);
  if (rng.below(3) == 0) p.group_max = pick(std::max(0, p.group_min), p.total);
  return p;
}

struct Found {
  bool any = false;
  double value = -1, moved = 0;  // of the best, and among equals of the one that moves least
};

// Every split in whole steps (of 1 where there is no rounding), one campaign with what the total has beyond.
Found try_all(const Problem& p) {
  Found best;
  const int step = std::max(1, p.step);
  std::vector<double> x(p.n);
  const std::function<void(int, double, bool)> go = [&](int i, double left, bool odd_given) {
    if (i == p.n) {
      double in_group = 0, value = 0, moved = 0;
      for (int k = 0; k < p.n; ++k) {
        in_group += p.group[k] == 0 ? x[k] : 0;
        value += p.value(k, x[k]);
        moved += std::max(0.0, x[k] - p.cost[k]);
      }
      if (left != 0 || (p.group_min >= 0 && in_group < p.group_min)) return;
      if (p.group_max >= 0 && in_group > p.group_max) return;
      const bool better = !best.any || value > best.value + 1e-9;
      if (better || (value > best.value - 1e-9 && moved < best.moved))
        best = {true, std::max(value, best.value), moved};
      return;
    }
    if (p.locked[i]) {
      x[i] = p.cost[i];
      if (left >= x[i]) go(i + 1, left - x[i], odd_given);
      return;
    }
    for (int k = 0; k <= left; k += step) {
      for (const double odd : {0.0, p.odd()}) {
        x[i] = k + odd;
        if (odd > 0 && odd_given) continue;
        if (x[i] <= left && p.allows(i, x[i])) go(i + 1, left - x[i], odd_given || odd > 0);
        if (p.odd() == 0) break;
      }
    }
  };
  go(0, p.total, false);
  return best;
}

// Campaigns whose limits hold no whole step keep an amount of their own: nothing to compare.
bool has_steps(const Problem& p) {
  const int step = std::max(1, p.step);
  for (int i = 0; i < p.n; ++i) {
    bool any = p.locked[i];
    for (int x = p.floor[i] > 0 || p.viable > 0 ? step : 0; x <= p.cap[i]; x += step) any = any || p.allows(i, x);
    if (!any) return false;
  }
  return true;
}

std::optional<Result> plan(const Problem& p) {
  Table table;
  TextColumn name, group, curve, locked;
  NumberColumn cost, clicks, conversions, a, b, s, floor;
  group.dictionary = {"x", "y"};
  curve.dictionary = {"hill"};
  locked.dictionary = {"yes"};
  for (int i = 0; i < p.n; ++i) {
    name.codes.push_back(i);
    name.dictionary.push_back("c" + std::to_string(i));
    group.codes.push_back(p.group[i]);
    cost.push_back(p.cost[i]);
    clicks.push_back(10);
    conversions.push_back(p.conversions[i]);
    const bool hill = p.shape[i] > 0;
    curve.codes.push_back(hill ? 0 : -1);
    a.push_back(p.conversions[i]);
    b.push_back(hill ? p.shape[i] : 1);
    s.push_back(6);
    floor.push_back(p.floor[i] > 0 ? p.floor[i] : std::nan(""));
    locked.codes.push_back(p.locked[i] ? 0 : -1);
  }
  table.rows = static_cast<std::size_t>(p.n);
  table.columns = {{"campaign", name, {}},
                   {"group", group, {}},
                   {"cost", cost, {}},
                   {"clicks", clicks, {}},
                   {"conversions", conversions, {}},
                   {"curve", curve, {}},
                   {"curve_a", a, {}},
                   {"curve_b", b, {}},
                   {"curve_s", s, {}},
                   {"min_budget", floor, {}},
                   {"locked", locked, {}}};
  RoleColumns roles;
  for (const Column& column : table.columns) roles[column.name] = column.name;
  Inputs inputs;
  static const About info = about();
  inputs.add("campaigns", BoundTable(info.inputs[0], table, roles));
  Params params;
  params.method = p.method;
  params.total_budget = p.total;
  params.round_to = p.step;
  params.draws = params.frontier_points = 0;
  if (p.viable > 0) params.min_viable_spend = p.viable;
  GroupBounds& bounds = params.group_bounds["x"];
  if (p.group_min >= 0) bounds.min = p.group_min;
  if (p.group_max >= 0) bounds.max = p.group_max;
  for (int i = 0; i < p.n; ++i) params.edits["c" + std::to_string(i)].max = p.cap[i];
  Context context;
  try {
    return run(params, inputs, context);
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::infeasible) << error.message;
    return std::nullopt;
  }
}

std::string words(const Problem& p) {
  std::string out = "method " + std::to_string(static_cast<int>(p.method)) + " total " + std::to_string(p.total) +
                    " step " + std::to_string(p.step) + " viable " + std::to_string(p.viable) + " group " +
                    std::to_string(p.group_min) + ".." + std::to_string(p.group_max) + ":";
  for (int i = 0; i < p.n; ++i) {
    out += " [" + std::to_string(p.cost[i]) + " -> " + std::to_string(p.conversions[i]) + " shape " +
           std::to_string(p.shape[i]) + " group " + std::to_string(p.group[i]) + " in " + std::to_string(p.floor[i]) +
           ".." + std::to_string(p.cap[i]) + (p.locked[i] ? " locked]" : "]");
  }
  return out;
}

TEST(BruteForce, NoSplitIsBetterAndNoneIsMissed) {
  Rng rng(21, "brute force");
  int planned = 0, refused = 0;
  for (int round = 0; round < 3000; ++round) {
    const Problem p = problem(rng);
    if (!has_steps(p)) continue;
    const Found best = try_all(p);
    const auto found = plan(p);
    // Without rounding, splits between whole numbers may exist under curves; those of straight lines are whole.
    if (best.any) {
      ASSERT_TRUE(found) << words(p);
      ++planned;
    } else if (p.step > 0 || p.method == Method::linear) {
      ++refused;
      EXPECT_FALSE(found) << words(p);
    }
    if (!best.any || !found) continue;
    const bool exact = p.step > 0 || p.method == Method::linear;
    EXPECT_GE(found->optimized_value, best.value - 1e-8) << words(p);
    if (exact) EXPECT_LE(found->optimized_value, best.value + 1e-8) << words(p);
    EXPECT_LE(found->gap, 1e-8) << words(p);
    // "Nothing or at least" leaves equals to the search, which keeps today's split where that is as good.
    const bool picks = p.viable > 0 && p.step == 0 && best.moved > 0;
    if (exact && !picks) EXPECT_LE(found->moved, best.moved + 1e-6) << words(p);
  }
  EXPECT_GT(planned, 1000);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace outlay::budget::reallocate
