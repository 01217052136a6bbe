// Beta and normal on Boost.Math, with the policies that CMakeLists.txt sets: no long double, and errors as NaN or
// infinity.
#include "math/distributions.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace outlay::math {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_shape(double value) { return value > 0 && std::isfinite(value); }

}  // namespace

namespace {

// Boost's beta functions slow down, then never end, for shapes far beyond any count; limits stand in there.
constexpr double largest_sum = 1e10;
constexpr double largest_gamma_shape = 1e8;
constexpr double least_sum = 1e-100;

enum class Form { exact, two_points, gamma, normal };

// The form that serves shapes a <= b.
Form form_of(double a, double b) {
  if (a + b < least_sum) return Form::two_points;
  if (a + b <= largest_sum) return Form::exact;
  return a < largest_gamma_shape ? Form::gamma : Form::normal;
}

struct Normal {
  double mean, deviation;
};

Normal normal_of(double a, double b) {
  const double mean = 1 / (1 + b / a), rest = 1 / (1 + a / b);
  return {mean, std::sqrt(mean * rest) / std::sqrt(a + b)};
}

// P(X <= x) or, with `upper`, P(X > x) for a <= b. In the gamma form X is G / (G + b), since the other gamma hardly
// varies.
double tail(double x, double a, double b, bool upper) {
  switch (form_of(a, b)) {
    case Form::two_points:
      return x >= 1 ? (upper ? 0 : 1) : (upper ? a : b) / (a + b);
    case Form::gamma: {
      if (x >= 1) return upper ? 0 : 1;
      const double g = b * (x / (1 - x));
      return upper ? boost::math::gamma_q(a, g) : boost::math::gamma_p(a, g);
    }
    case Form::normal: {
      const Normal normal = normal_of(a, b);
      const double z = x == normal.mean ? 0 : (x - normal.mean) / normal.deviation;
      return normal_cdf(upper ? -z : z);
    }
    case Form::exact:
      break;
  }
  return upper ? boost::math::ibetac(a, b, x) : boost::math::ibeta(a, b, x);
}

// About where the quantile is: Abramowitz and Stegun 26.5.22.
double near_quantile(double p, double a, double b, bool upper) {
  const double y = upper ? normal_quantile(p) : -normal_quantile(p);
  const double u = 1 / (2 * a - 1);
  const double v = 1 / (2 * b - 1);
  const double h = 2 / (u + v);
  const double s = (y * y - 3) / 6;
  return a / (a + b * std::exp(2 * (y * std::sqrt(s + h) / h - (v - u) * (s + 5.0 / 6 - 2 / (3 * h)))));
}

// x^a (1-x)^b / (B(a, b) P(X <= x)): the continued fraction of DiDonato and Morris ("Algorithm 708", 1992, equation 9)
// by its forward recurrence, which divides by nothing that the next step waits for. For x up to about the mean; NaN
// where it would take long. `y` is 1 - x: the smaller of the two must not be made from the other.
double tail_fraction(double x, double y, double a, double b) {
  const double slope = a * y - b * x + 1;
  double above = a * slope / (a + 1), below = 1;  // numerator and denominator so far
  double above_before = 1, below_before = 0;
  double last = above, share = 1 / (a + 1);
  for (int m = 1; m <= 1000; ++m) {
    const double before = share;  // 1 / (a + 2m - 1)
    share = 1 / (a + 2 * m + 1);
    const double step = m * (b - m) * x * before;
    const double numerator = (a + m - 1) * (a + b + m - 1) * x * before * step;
    const double denominator = m + step + (a + m) * (slope + m * (2 - x)) * share;
    const double above_next = denominator * above + numerator * above_before;
    const double below_next = denominator * below + numerator * below_before;
    above_before = above, below_before = below;
    above = above_next, below = below_next;
    if (m % 4 != 0) continue;
    const double ratio = above / below;
    if (std::abs(ratio - last) <= 5e-16 * std::abs(ratio)) return ratio;
    last = ratio;
    const double scale = 1 / below;
    above *= scale, below = 1;
    above_before *= scale, below_before *= scale;
  }
  return nan_value;
}

struct Look {
  double density, lower, upper;
};

// The density at x with both tails, the smaller one to full accuracy.
Look look_at(double x, double a, double b) {
  const double y = 1 - x, density = boost::math::ibeta_derivative(a, b, x), term = density * x * y;
  if (x <= a / (a + b)) {
    const double lower = term / tail_fraction(x, y, a, b);
    return {density, lower, 1 - lower};
  }
  const double upper = term / tail_fraction(y, x, b, a);
  return {density, 1 - upper, upper};
}

// The quantile from nearby, by four terms of its Taylor series (Steinbrecher and Shaw, "Quantile mechanics", 2008):
// most often one look at the distribution is enough, where Newton's method takes several. NaN where it would not
// settle.
double by_series(double p, double a, double b, bool upper) {
  double x = near_quantile(p, a, b, upper);
  for (int looks = 0; looks < 4 && x > 0 && x < 1; ++looks) {
    const Look look = look_at(x, a, b);
    // By the smaller tail, which is the exact one.
    const double by_lower = (upper ? 1 - p : p) - look.lower, by_upper = look.upper - (upper ? p : 1 - p);
    const double d = (x <= a / (a + b) ? by_lower : by_upper) / look.density;
    const double c = 1 - x;
    // The logarithm of the density: its first three derivatives.
    const double l = (a - 1) / x - (b - 1) / c;
    const double m = -(a - 1) / (x * x) - (b - 1) / (c * c);
    const double n = 2 * (a - 1) / (x * x * x) - 2 * (b - 1) / (c * c * c);
    const double last = (7 * l * m - n - 6 * l * l * l) * d * d * d * d / 24;
    if (!(std::abs(last) <= 0.1 * std::abs(d))) return nan_value;
    const double step = d * (1 - l * d / 2 + (2 * l * l - m) * d * d / 6) + last;
    x += step;
    // The next term is about this much; it is left out once it is below a digit of the nearer end.
    if (std::abs(last * step) * std::sqrt(std::abs(m)) <= 4e-16 * std::min(x, 1 - x))
      return x > 0 && x < 1 ? x : nan_value;
  }
  return nan_value;
}

// The x with P(X <= x) = p, or with `upper` P(X > x) = p, for a <= b.
double inverse(double p, double a, double b, bool upper) {
  switch (form_of(a, b)) {
    case Form::two_points:
      return p > (upper ? a : b) / (a + b) ? (upper ? 0 : 1) : (upper ? 1 : 0);
    case Form::gamma: {
      const double g = upper ? boost::math::gamma_q_inv(a, p) : boost::math::gamma_p_inv(a, p);
      return std::isinf(g) ? 1 : g / (g + b);
    }
    case Form::normal: {
      const Normal normal = normal_of(a, b);
      const double z = normal_quantile(p);
      return std::clamp(normal.mean + (upper ? -z : z) * normal.deviation, 0.0, 1.0);
    }
    case Form::exact:
      break;
  }
  if (a >= 1 && b >= 1 && a + b > 3 && p > 0 && p < 1) {
    const double x = by_series(p, a, b, upper);
    if (!std::isnan(x)) return x;
  }
  return upper ? boost::math::ibetac_inv(a, b, p) : boost::math::ibeta_inv(a, b, p);
}

}  // namespace

double beta_cdf(double x, double a, double b) {
  if (!is_shape(a) || !is_shape(b) || std::isnan(x)) return nan_value;
  x = std::clamp(x, 0.0, 1.0);
  return a <= b || form_of(b, a) == Form::exact ? tail(x, a, b, false) : tail(1 - x, b, a, true);
}

double beta_survival(double x, double a, double b) {
  if (!is_shape(a) || !is_shape(b) || std::isnan(x)) return nan_value;
  x = std::clamp(x, 0.0, 1.0);
  return a <= b || form_of(b, a) == Form::exact ? tail(x, a, b, true) : tail(1 - x, b, a, false);
}

double beta_quantile(double p, double a, double b) {
  if (!is_shape(a) || !is_shape(b) || !(p >= 0 && p <= 1)) return nan_value;
  return a <= b || form_of(b, a) == Form::exact ? inverse(p, a, b, false) : 1 - inverse(p, b, a, true);
}

double gamma_cdf(double x, double shape, double rate) {
  if (!is_shape(shape) || !is_shape(rate) || std::isnan(x)) return nan_value;
  if (x <= 0) return 0;
  // Far beyond any count the gamma law is as good as normal, and Boost's function slow.
  if (shape > largest_gamma_shape) return normal_cdf((x * rate - shape) / std::sqrt(shape));
  return std::isinf(x) ? 1 : boost::math::gamma_p(shape, x * rate);
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
