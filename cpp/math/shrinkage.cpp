// The method of moments for two components of variance.
#include "math/shrinkage.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace outlay::math {

double Credibility::rate(double sum, double weight) const {
  if (std::isinf(strength)) return mean;
  const double total = weight + strength;
  return total > 0 ? (sum + strength * mean) / total : mean;
}

Credibility credibility(const std::vector<double>& sums, const std::vector<double>& weights) {
  double n = 0, sum = 0, weight = 0, weight_squares = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    ++n;
    sum += sums[i];
    weight += weights[i];
    weight_squares += weights[i] * weights[i];
  }
  Credibility out;
  out.strength = std::numeric_limits<double>::infinity();
  if (!(weight > 0)) return out;
  out.mean = sum / weight;
  double relative = 0, plain = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    const double miss = sums[i] - out.mean * weights[i];
    relative += miss * miss / weights[i];
    plain += miss * miss;
  }
  // relative = noise * n + spread * weight, plain = noise * weight + spread * weight_squares; one degree of freedom is
  // the mean's.
  const double used = n > 1 ? (n - 1) / n : 1;
  relative /= used;
  plain /= used;
  const double determinant = n * weight_squares - weight * weight;
  const double spread = determinant > 0 ? (n * plain - weight * relative) / determinant : 0;
  out.noise = (relative - std::fmax(spread, 0) * weight) / n;
  if (!(spread > 0)) {
    out.noise = relative / n;
    return out;
  }
  if (!(out.noise > 0)) out.noise = 0;
  out.strength = out.noise / spread;
  return out;
}

}  // namespace outlay::math
