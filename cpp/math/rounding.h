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
  double odd = 0;             // what the total is above a whole number of steps: one item carries it
  std::size_t unrounded = 0;  // items that keep their amount since their bounds hold no whole step
};

/// `value(i, x)` is what amount x of item i brings. Starts from the amounts rounded down, gives out the steps that are
/// missing where they bring most, then exchanges steps while that brings more: the best rounding where values are
/// concave (exchanges reach the best of an M-concave function, Murota 2003), a good one where they are not. Items whose
/// bounds are equal, and those at zero that would have to start at `on`, stay as they are. Empty when a limit cannot be
/// kept in whole steps. O((n + steps) log n) and one look at every group for each step moved.
std::optional<Rounded> round_keeping_total(const std::vector<double>& amount, const std::vector<Stretch>& stretch,
                                           const Groups& groups, double step,
                                           const std::function<double(std::size_t, double)>& value);

}  // namespace outlay::math
