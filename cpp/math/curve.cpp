// The curves' formulas.
#include "math/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlay::math {
namespace {

// log(1 + e^v) without overflow.
double soft_plus(double v) { return v > 0 ? v + std::log1p(std::exp(-v)) : std::log1p(std::exp(v)); }

// (x/s)^b / (1 + (x/s)^b) without overflow.
double hill_share(const Curve& c, double x) {
  if (x <= 0) return 0;
  return 1 / (1 + std::pow(x / c.s, -c.b));
}

double hill_slope(const Curve& c, double x) {
  if (x <= 0) return c.b > 1 ? 0 : c.b == 1 ? c.a / c.s : std::numeric_limits<double>::infinity();
  // The ratio that is at most 1: neither overflows, and 1 minus the share keeps its digits.
  const double ratio = x < c.s ? std::pow(x / c.s, c.b) : std::pow(x / c.s, -c.b);
  return c.a * c.b * ratio / ((1 + ratio) * (1 + ratio) * x);
}

// With v = b log(x/s) the slope is (ab/s) e^{(1-1/b)v} / (1+e^v)^2. Its logarithm is concave in v, so Newton's steps
// from the right of the root come down to it one-sidedly; both starts are asymptotes that lie to its right.
double hill_inverse_slope(const Curve& c, double log_price) {
  const double target = log_price - std::log(c.a * c.b / c.s);
  const double rise = 1 - 1 / c.b;
  const double turn = c.b > 1 ? std::log((c.b - 1) / (c.b + 1)) : -std::numeric_limits<double>::infinity();
  if (c.b > 1 && target >= rise * turn - 2 * soft_plus(turn)) return c.inflection();
  if (c.b == 1 && target >= 0) return 0;
  double v = -target / (1 + 1 / c.b);
  if (c.b < 1) v = std::min(v, target / rise);
  v = std::max(v, turn + 1e-9);
  for (int step = 0; step < 100; ++step) {
    const double share = 1 / (1 + std::exp(-v));
    const double change = (rise * v - 2 * soft_plus(v) - target) / (rise - 2 * share);
    const double next = std::max(v - change, turn);
    const bool settled = std::abs(next - v) <= 1e-15 * (1 + std::abs(v)) || (step > 0 && next > v);
    v = next;
    if (settled) break;
  }
  return c.s * std::exp(v / c.b);
}

}  // namespace

double Curve::value(double x) const {
  switch (kind) {
    case CurveKind::linear:
      return a * x;
    case CurveKind::power:
      return x <= 0 ? 0 : a * std::pow(x, b);
    case CurveKind::log:
      return a * std::log1p(x / s);
    case CurveKind::hill:
      return a * hill_share(*this, x);
    case CurveKind::exponential:
      return -a * std::expm1(-x / s);
  }
  return 0;
}

double Curve::slope(double x) const {
  if (a == 0) return 0;
  switch (kind) {
    case CurveKind::linear:
      return a;
    case CurveKind::power:
      if (b == 1) return a;
      return x <= 0 ? std::numeric_limits<double>::infinity() : a * b * std::pow(x, b - 1);
    case CurveKind::log:
      return a / (s + x);
    case CurveKind::hill:
      return hill_slope(*this, x);
    case CurveKind::exponential:
      return a / s * std::exp(-x / s);
  }
  return 0;
}

double Curve::log_slope_change(double x) const {
  switch (kind) {
    case CurveKind::linear:
      return 0;
    case CurveKind::power:
      return (b - 1) / x;
    case CurveKind::log:
      return -1 / (s + x);
    case CurveKind::hill:
      return (b - 1 - 2 * b * hill_share(*this, x)) / x;
    case CurveKind::exponential:
      return -1 / s;
  }
  return 0;
}

double Curve::inflection() const {
  if (kind != CurveKind::hill || b <= 1) return 0;
  return s * std::pow((b - 1) / (b + 1), 1 / b);
}

double Curve::inverse_slope(double log_price) const {
  if (a == 0) return 0;
  switch (kind) {
    case CurveKind::linear:
      return 0;
    case CurveKind::power:
      return std::exp((log_price - std::log(a * b)) / (b - 1));
    case CurveKind::log:
      return std::max(0.0, a * std::exp(-log_price) - s);
    case CurveKind::hill:
      return hill_inverse_slope(*this, log_price);
    case CurveKind::exponential:
      return std::max(0.0, s * (std::log(a / s) - log_price));
  }
  return 0;
}

}  // namespace outlay::math
