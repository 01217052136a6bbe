// Beta and normal on Boost.Math, with the policies that CMakeLists.txt sets: no long double, and errors as NaN or
// infinity.
#include "math/distributions.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>

namespace outlay::math {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_shape(double value) { return value > 0 && std::isfinite(value); }

}  // namespace

double beta_cdf(double x, double a, double b) {
  if (!is_shape(a) || !is_shape(b) || std::isnan(x)) return nan_value;
  return boost::math::ibeta(a, b, std::clamp(x, 0.0, 1.0));
}

double beta_quantile(double p, double a, double b) {
  if (!is_shape(a) || !is_shape(b) || !(p >= 0 && p <= 1)) return nan_value;
  return boost::math::ibeta_inv(a, b, p);
}

double normal_cdf(double z) { return 0.5 * boost::math::erfc(-z / std::sqrt(2.0)); }

double normal_quantile(double p) {
  if (!(p >= 0 && p <= 1)) return nan_value;
  if (p == 0) return -infinity;
  if (p == 1) return infinity;
  return -std::sqrt(2.0) * boost::math::erfc_inv(2 * p);
}

double student_t_quantile(double p, double degrees) {
  if (!(p >= 0 && p <= 1) || !(degrees > 0)) return nan_value;
  if (std::isinf(degrees)) return normal_quantile(p);
  if (p > 0.5) return -student_t_quantile(1 - p, degrees);
  const double share = beta_quantile(2 * p, degrees / 2, 0.5);  // degrees / (degrees + t^2)
  return share > 0 ? -std::sqrt(degrees * (1 - share) / share) : -infinity;
}

}  // namespace outlay::math
