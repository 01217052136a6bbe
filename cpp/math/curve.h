// Response curves: what comes of spending x, its slope, and the spend at which the slope has fallen to a price.
//
// Power a*x^b; log a*log(1 + x/s); Hill a*x^b/(x^b + s^b) (Hill 1910); exponential a*(1 - exp(-x/s)); linear a*x.
// All rise from 0 at 0. Concave throughout, but for the Hill curve with b > 1, which is S-shaped.
#pragma once

namespace outlay::math {

enum class CurveKind { linear, power, log, hill, exponential };

/// a >= 0 scales the response, b > 0 is the exponent (power: at most 1), s > 0 a spend. Every function is O(1).
struct Curve {
  CurveKind kind = CurveKind::linear;
  double a = 0;
  double b = 1;
  double s = 1;

  bool is_linear() const { return kind == CurveKind::linear || (kind == CurveKind::power && b == 1); }
  /// Response at spend x >= 0.
  double value(double x) const;
  /// The derivative at x; infinite at 0 where the curve starts upright.
  double slope(double x) const;
  /// The derivative of log(slope) at x: below 0 where the curve is concave.
  double log_slope_change(double x) const;
  /// Where the curve turns from convex to concave; 0 when it is concave throughout.
  double inflection() const;
  /// The largest x with this slope, given by its logarithm: at least the inflection, 0 when no slope is that large.
  /// Not for a linear curve, whose slope is one.
  double inverse_slope(double log_price) const;
};

}  // namespace outlay::math
