// Binomial proportion intervals.
#include "math/binomial.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "math/distributions.h"

namespace outlay::math {
namespace {

constexpr Interval undefined{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

bool is_valid(double count, double n, double alpha) {
  return n > 0 && std::isfinite(n) && count >= 0 && alpha > 0 && alpha < 1;
}

Interval around(double centre, double half_width) {
  return {std::clamp(centre - half_width, 0.0, 1.0), std::clamp(centre + half_width, 0.0, 1.0)};
}

double critical(double alpha) { return -normal_quantile(alpha / 2); }

}  // namespace

Interval clopper_pearson(double count, double n, double alpha) {
  if (!is_valid(count, n, alpha)) return undefined;
  count = std::min(count, n);
  return {count == 0 ? 0 : beta_quantile(alpha / 2, count, n - count + 1),
          count == n ? 1 : beta_quantile(1 - alpha / 2, count + 1, n - count)};
}

Interval jeffreys(double count, double n, double alpha) {
  if (!is_valid(count, n, alpha)) return undefined;
  count = std::min(count, n);
  return {beta_quantile(alpha / 2, count + 0.5, n - count + 0.5),
          beta_quantile(1 - alpha / 2, count + 0.5, n - count + 0.5)};
}

Interval wilson(double count, double n, double alpha) {
  if (!is_valid(count, n, alpha)) return undefined;
  count = std::min(count, n);
  const double z = critical(alpha);
  const double p = count / n;
  const double shrink = 1 + z * z / n;
  return around((p + z * z / (2 * n)) / shrink, z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink);
}

Interval agresti_coull(double count, double n, double alpha) {
  if (!is_valid(count, n, alpha)) return undefined;
  count = std::min(count, n);
  const double z = critical(alpha);
  const double trials = n + z * z;
  const double p = (count + z * z / 2) / trials;
  return around(p, z * std::sqrt(p * (1 - p) / trials));
}

Interval wald(double count, double n, double alpha) {
  if (!is_valid(count, n, alpha)) return undefined;
  count = std::min(count, n);
  const double p = count / n;
  return around(p, critical(alpha) * std::sqrt(p * (1 - p) / n));
}

}  // namespace outlay::math
