// Selection and sorting for order statistics.
#include "math/order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace outlay::math {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

template <class Keep>
std::vector<std::size_t> sorted_indices(const std::vector<double>& values, Keep keep) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i]) && keep(i)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

}  // namespace

double quantile(std::vector<double> values, double p) {
  values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }), values.end());
  if (values.empty() || !(p >= 0 && p <= 1)) return nan_value;
  const double position = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(position);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double low = values[below];
  const double rest = position - static_cast<double>(below);
  if (rest == 0) return low;
  return low + rest * (*std::min_element(values.begin() + below + 1, values.end()) - low);
}

double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights, double p) {
  const auto order = sorted_indices(values, [&](std::size_t i) { return weights[i] > 0; });
  if (order.empty() || !(p >= 0 && p <= 1)) return nan_value;
  double total = 0;
  for (std::size_t i : order) total += weights[i];
  double reached = 0;
  for (std::size_t i : order) {
    reached += weights[i];
    if (reached >= p * total) return values[i];
  }
  return values[order.back()];
}

std::vector<double> average_ranks(const std::vector<double>& values) {
  const auto order = sorted_indices(values, [](std::size_t) { return true; });
  std::vector<double> ranks(values.size(), nan_value);
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
    for (std::size_t i = first; i <= last; ++i) ranks[order[i]] = 1 + static_cast<double>(first + last) / 2;
    first = last + 1;
  }
  return ranks;
}

}  // namespace outlay::math
