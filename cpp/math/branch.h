// The best split of a budget where curves may be S-shaped, or an item may have nothing or at least some amount: branch
// and bound over concave envelopes (Falk and Soland 1969), with a proven bound on what a better split could still
// bring.
#pragma once

#include <optional>
#include <vector>

#include "math/allocate.h"

namespace outlay::math {

struct Choice {
  Curve curve;
  Stretch stretch;
};

struct SearchLimits {
  int nodes = 0;            // how many nodes at most; 0: as many as cost about a second of one core
  double tolerance = 1e-9;  // stops when the bound is within this part of the value
};

struct Best {
  std::vector<double> amount;
  std::vector<double> price;
  double whole_price = 0;
  double value = 0;
  double bound = 0;  // value <= the best possible <= bound
  int nodes = 0;
  double log_price = 0;  // of the first node: a guess for a problem nearby

  /// (bound - value) / |value|; 0 when they agree to rounding.
  double gap() const;
};

/// Maximises the sum of curve(amount) - unit_cost * amount over the stretches and the groups' limits. Concave problems
/// need one node. Empty when nothing that keeps the limits was found. O(n log n) a node.
std::optional<Best> maximise(const std::vector<Choice>& items, const Groups& groups, double unit_cost,
                             const std::vector<double>& preferred, const SearchLimits& limits, double start = 0);

}  // namespace outlay::math
