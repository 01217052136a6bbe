// Draws of whole clusters, and of their signs.
#include "math/resample.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "math/distributions.h"
#include "math/order.h"

namespace outlay::math {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

std::vector<double> pooled(const std::vector<double>& clusters) {
  if (clusters.size() <= most_clusters) return clusters;
  std::vector<double> out(most_clusters, 0.0);
  for (std::size_t i = 0; i < clusters.size(); ++i) out[i % most_clusters] += clusters[i];
  return out;
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (double value : values) total += value;
  return total;
}

}  // namespace

Range bootstrap_total(const std::vector<double>& clusters, double level, int draws, Rng& rng) {
  const std::vector<double> from = pooled(clusters);
  if (from.size() < 2 || draws < 2 || !(level > 0 && level < 1)) return {nan_value, nan_value};
  const auto n = static_cast<std::uint32_t>(from.size());
  std::vector<double> totals(static_cast<std::size_t>(draws));
  for (double& total : totals) {
    total = 0;
    for (std::uint32_t i = 0; i < n; ++i) total += from[rng.below(n)];
  }
  const double tail = (1 - level) / 2, size = n;
  const double widened = normal_cdf(std::sqrt(size / (size - 1)) * student_t_quantile(tail, size - 1));
  return {quantile(totals, widened), quantile(totals, 1 - widened)};
}

double sign_flip_p(const std::vector<double>& clusters, int draws, Rng& rng) {
  const std::vector<double> from = pooled(clusters);
  if (from.empty() || draws < 1) return nan_value;
  const double observed = sum(from);
  int as_large = 0;
  for (int draw = 0; draw < draws; ++draw) {
    double total = 0;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (i % 32 == 0) bits = rng.bits();
      total += bits & 1 ? from[i] : -from[i];
      bits >>= 1;
    }
    as_large += total >= observed;
  }
  return (1.0 + as_large) / (1.0 + draws);
}

}  // namespace outlay::math
