// The step-up procedure from the largest p-value down.
#include "math/multiple_testing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace outlay::math {

std::vector<double> benjamini_hochberg(const std::vector<double>& p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (!std::isnan(p_values[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  std::vector<double> adjusted = p_values;
  const auto n = static_cast<double>(order.size());
  double least = 1;
  for (std::size_t k = 0; k < order.size(); ++k) {
    least = std::min(least, p_values[order[k]] * n / (n - static_cast<double>(k)));
    adjusted[order[k]] = least;
  }
  return adjusted;
}

}  // namespace outlay::math
