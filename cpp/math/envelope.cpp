// Finding the chord of an envelope.
#include "math/envelope.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlay::math {
namespace {

// Whether the curve at x is already flatter than the chord from `low` to x: the touching point lies left of x.
bool is_past_touch(const Curve& curve, double low, double base, double x) {
  return curve.slope(x) * (x - low) <= curve.value(x) - base;
}

// The end of the longest chord from `low` that the S-shaped curve allows: its tangent point, or `high` before that.
double tangent_point(const Curve& curve, double low, double base, double high) {
  if (!is_past_touch(curve, low, base, high)) return high;
  // From 0 the tangent touches where b (1 - share) = 1.
  if (low <= 0) return std::min(high, curve.s * std::pow(curve.b - 1, 1 / curve.b));
  double left = std::max(low, curve.inflection());
  double right = high;
  for (int halving = 0; halving < 200; ++halving) {
    const double middle = 0.5 * (left + right);
    if (middle <= left || middle >= right) break;
    (is_past_touch(curve, low, base, middle) ? right : left) = middle;
  }
  return right;
}

double safe_log(double slope) { return slope > 0 ? std::log(slope) : -std::numeric_limits<double>::infinity(); }

}  // namespace

Envelope envelope(const Curve& curve, const Stretch& stretch) {
  Envelope e{.curve = curve, .stretch = stretch};
  e.base = curve.value(stretch.low);
  e.touch = stretch.low;
  if (curve.is_linear() || curve.a == 0) {
    e.touch = stretch.high;
  } else if (stretch.low < curve.inflection()) {
    e.touch = tangent_point(curve, stretch.low, e.base, stretch.high);
  }
  e.touch = std::min(std::max(e.touch, stretch.on), stretch.high);
  // A straight line's own slope to the last digit, so that equal lines tie.
  if (curve.is_linear())
    e.chord = curve.a;
  else if (e.has_chord())
    e.chord = (curve.value(e.touch) - e.base) / (e.touch - stretch.low);
  e.log_chord = safe_log(e.chord);
  e.log_touch = safe_log(curve.slope(e.touch));
  e.log_high = safe_log(curve.slope(stretch.high));
  return e;
}

}  // namespace outlay::math
