// The price that clears a budget: every item takes what it wants at a price, and groups of items have limits of their
// own.
//
// Separable concave allocation under nested bounds is solved by its Lagrangian: at the right price of each group the
// wishes of its items meet its limit (Everett 1963; Zipkin 1980 for the single constraint; Hochbaum 1994 for nested
// ones).
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace outlay::math {

/// Limits on sums, as a tree: node 0 is the whole, node k > 0 lies in `parent[k]` < k; item i lies in `node_of[i]`.
struct Groups {
  std::vector<int> parent;
  std::vector<double> lower, upper;
  std::vector<int> node_of;

  /// One node that holds all items.
  static Groups whole(std::size_t items, double lower, double upper);
};

/// What items want at a price; every amount falls, or stays, as the price rises.
class Demand {
 public:
  virtual ~Demand() = default;
  virtual std::size_t size() const = 0;
  virtual double low(std::size_t i) const = 0;
  virtual double high(std::size_t i) const = 0;
  /// The amount at a price, at a jump the smaller one; `change` gets its derivative.
  virtual double at(std::size_t i, double price, double& change) const = 0;
  /// The price at which the item is content with any amount between two; NaN when there is none.
  virtual double jump(std::size_t) const { return std::numeric_limits<double>::quiet_NaN(); }
  /// The larger amount at the jump's price.
  virtual double above_jump(std::size_t i) const { return high(i); }
  /// Items tied at a jump: true when they share what is left in proportion to their room, after taking up to
  /// `preferred`; false when one after the other is filled.
  virtual bool shares(std::size_t) const { return true; }
  virtual double preferred(std::size_t i) const { return low(i); }
  /// Whether amounts are positive and change by factors, so that Newton's steps are better taken in logarithms.
  virtual bool in_factors() const { return false; }
};

struct Cleared {
  std::vector<double> amount;
  std::vector<double> price;  // of each item: that of the innermost group whose limit binds
  double whole_price = 0;
};

/// Amounts that want nothing else at their prices, with every group within its limits. The price of the whole is
/// `least_price` where that lets it end within its limits. Empty when the limits cannot be met.
/// `start` is a guess at the price. O(n log n) for the jumps and O(n) for each of some ten steps a nesting level.
std::optional<Cleared> clear(const Demand& demand, const Groups& groups,
                             double least_price = -std::numeric_limits<double>::infinity(), double start = 0);

}  // namespace outlay::math
