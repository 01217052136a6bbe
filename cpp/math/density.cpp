// Kernel density by summing over the neighbours of each point.
#include "math/density.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "math/order.h"

namespace outlay::math {

double silverman_bandwidth(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  if (n < 2) return std::numeric_limits<double>::quiet_NaN();
  double mean = 0, squares = 0;
  for (double v : values) mean += v / n;
  for (double v : values) squares += (v - mean) * (v - mean);
  const double sd = std::sqrt(squares / (n - 1));
  const double range = quantile(values, 0.75) - quantile(values, 0.25);
  double spread = std::min(sd, range / 1.34);
  if (spread == 0) spread = sd;
  if (spread == 0) spread = std::abs(values[0]);
  if (spread == 0) spread = 1;
  return 0.9 * spread * std::pow(n, -0.2);
}

std::vector<double> gaussian_density(std::vector<double> values, double bandwidth, const std::vector<double>& at) {
  std::sort(values.begin(), values.end());
  const double scale = 1 / (static_cast<double>(values.size()) * bandwidth * std::sqrt(2 * std::acos(-1.0)));
  std::vector<double> density;
  for (double x : at) {
    const auto first = std::lower_bound(values.begin(), values.end(), x - 8 * bandwidth);
    const auto last = std::upper_bound(first, values.end(), x + 8 * bandwidth);
    double sum = 0;
    for (auto v = first; v != last; ++v) sum += std::exp(-0.5 * (x - *v) * (x - *v) / (bandwidth * bandwidth));
    density.push_back(values.empty() ? 0 : scale * sum);
  }
  return density;
}

}  // namespace outlay::math
