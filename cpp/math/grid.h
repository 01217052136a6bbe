// The best split of a total in whole steps, whatever the shape of what each item brings: dynamic programming.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "math/clearing.h"

namespace outlay::math {

/// What an item may get: its base and so many steps more, [1] with what the total has beyond whole steps on top.
struct GridItem {
  double base = 0;
  std::vector<std::int64_t> steps[2];
  std::vector<double> value[2];
  std::int64_t centre = 0;  // the number of steps that a narrow search stays near
};

struct Grid {
  std::vector<GridItem> items;
  double step = 1;
  double odd = 0;          // what one item gets beyond whole steps; 0: none does
  double slack = 1e-7;     // by which a limit may be missed
  std::int64_t band = -1;  // sums of steps further than this from the centres' are not looked at; -1: all are
};

/// Additions and comparisons that the search would cost, and numbers that it would hold.
struct GridCost {
  double work = 0, cells = 0;
};
GridCost cost_of(const Grid& grid, const Groups& groups);

struct GridPlan {
  std::vector<double> amount;
  double value = 0;
};

/// Maximises the sum of values under the groups' limits; the best there is unless a band narrows the search. Empty when
/// no choice keeps the limits. Bellman (1957) over sums of steps, group by group.
std::optional<GridPlan> best_on_grid(const Grid& grid, const Groups& groups);

}  // namespace outlay::math
