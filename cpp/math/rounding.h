// Rounding amounts to whole steps so that their sum, every item's bounds and every group's limits are kept.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "math/clearing.h"
#include "math/envelope.h"

namespace outlay::math {

struct Rounded {
  std::vector<double> amount;
  double odd = 0;        // what the total is above a whole number of steps: one item carries it
  bool is_best = false;  // no other plan in whole steps is worth more
};

struct RoundingTask {
  const std::vector<double>& amount;  // before rounding
  const std::vector<Stretch>& stretch;
  const Groups& groups;
  double step = 1;
  bool is_concave = false;                                  // no value is S-shaped over its stretch
  const std::function<double(std::size_t, double)>& value;  // what an amount of an item brings
};

/// Every amount becomes a whole number of steps (or 0, where an item may have nothing); an item whose bounds hold none
/// keeps its amount. The total stays, or stays within its range; where it is no whole number of steps one item carries
/// the rest, that to which it brings most. Values that are concave: by exchanging steps, which reaches the best of an
/// M-concave function (Murota 2003). Others, and odd totals: by dynamic programming over all sums of steps where that
/// costs some 10 ms, else over those near the amounts, which may miss the best. Empty when no way was found.
/// O((n + steps) log n) and one look at every group for each step moved.
std::optional<Rounded> round_keeping_total(const RoundingTask& task);

}  // namespace outlay::math
