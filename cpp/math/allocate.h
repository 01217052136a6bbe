// The best split of a budget under response curves, within bounds of each item and of nested groups.
#pragma once

#include <optional>
#include <vector>

#include "math/clearing.h"
#include "math/envelope.h"

namespace outlay::math {

struct Allocation {
  std::vector<double> amount;
  std::vector<double> price;  // of each item: the slope of its envelope there, unless it is at a bound
  double whole_price = 0;     // of the last unit of the whole budget
  double value = 0;           // of the curves: sum of value(amount) - unit_cost * amount
  double bound = 0;           // of the envelopes' dual: no split that keeps the limits is worth more
};

/// Maximises the sum of envelope(amount) - unit_cost * amount over the groups' limits: exact where the curves are
/// concave (value = bound up to rounding), a bound where they are not. `preferred` settles ties of linear curves; empty
/// for none. `start` is a guess at the price's logarithm. Empty when the limits cannot be met. Cost as `clear`.
std::optional<Allocation> allocate(const std::vector<Envelope>& items, const Groups& groups, double unit_cost,
                                   const std::vector<double>& preferred, double start);

}  // namespace outlay::math
