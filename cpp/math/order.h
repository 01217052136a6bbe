// Order statistics: quantiles, weighted quantiles and ranks.
#pragma once

#include <vector>

namespace outlay::math {

/// The quantile at p in [0, 1] by linear interpolation of the order statistics (type 7 of Hyndman and Fan 1996, the
/// default of R and NumPy). NaN values are left out; NaN when nothing is left. O(n).
double quantile(std::vector<double> values, double p);

/// The smallest value whose cumulative weight reaches p of the total (the inverse of the weighted distribution
/// function). Pairs with a NaN value or a weight that is not positive are left out; NaN when nothing is left. O(n log
/// n). `values` and `weights` have the same length.
double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights, double p);

/// Ranks from 1, ties sharing their mean rank; NaN values have NaN ranks. O(n log n).
std::vector<double> average_ranks(const std::vector<double>& values);

}  // namespace outlay::math
