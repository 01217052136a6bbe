// Filling: an amount handed out until it is used up, best first or among equals.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace outlay::math {

/// One of several that are equally good: `room` for more, of which it would like `wish`.
struct Tie {
  double room = 0;
  double wish = 0;
  bool shares = true;  // in proportion to room; else one after the other
  double given = 0;
};

/// Hands out `amount`, at most each one's room: first the wishes of those that do not share, in order; then wishes in
/// proportion; then what is left, in order to those that do not share and got their wish, in proportion to the room
/// that is left to those that share, and in order to the rest. O(n).
void fill_ties(double amount, std::vector<Tie>& ties);

/// Makes rates equal that differ by rounding errors only (a relative 1e-12), and to `mark` where it is met as nearly.
/// O(n log n).
void merge_ties(std::vector<double>& rates, double mark);

struct Filled {
  std::vector<double> amount;
  double price = 0;  // the rate of the last that was filled; of the first that would be where none was
};

/// The best split of `total` where each unit given to item i brings `rate[i]` whatever its amount: every item gets its
/// lower bound, then the best are filled to their upper bounds (the continuous knapsack, Dantzig 1957). Items of the
/// same rate as the last one filled share by their room, after going towards `preferred`. Empty when the bounds cannot
/// hold the total. O(n log n).
std::optional<Filled> fill_by_rate(const std::vector<double>& rate, const std::vector<double>& lower,
                                   const std::vector<double>& upper, const std::vector<double>& preferred,
                                   double total);

}  // namespace outlay::math
