// The Shapley value of a cooperative game given by the worth of each of its coalitions.
#pragma once

#include <cstddef>
#include <vector>

namespace outlay::math {

/// `worth` has 2^n entries: bit i of an index says whether player i takes part. Adds to each coalition what its subsets
/// hold (the zeta transform), in place. O(n 2^n).
void sum_over_subsets(std::vector<double>& worth, std::size_t players);

/// Each player's mean marginal contribution over all orders of joining (Shapley 1953); `worth` as above, with the empty
/// coalition's worth counted. The values sum to worth[all] - worth[none]. O(n 2^n).
std::vector<double> shapley_values(const std::vector<double>& worth, std::size_t players);

}  // namespace outlay::math
