// The concave envelope of a response curve over an interval, or over zero and an interval: the least concave function
// above it. It is a chord from the lowest spend up to where it touches the curve, and the curve itself from there on.
#pragma once

#include "math/curve.h"

namespace outlay::math {

/// The spends allowed: `low`, and everything from `on` to `high`; `on` is above `low` only for "nothing or at least".
struct Stretch {
  double low = 0;
  double on = 0;
  double high = 0;
};

struct Envelope {
  Curve curve;
  Stretch stretch;
  double base = 0;   // the curve at `low`
  double touch = 0;  // where the chord ends and the curve begins
  double chord = 0;  // the chord's slope; 0 when there is none
  // Logarithms of slopes: of the chord, and of the curve right of `touch` and at `high`. Prices beyond need no inverse.
  double log_chord = 0, log_touch = 0, log_high = 0;

  bool has_chord() const { return touch > stretch.low; }
  /// Whether the envelope lies above the curve somewhere: the item is not concave over its stretch.
  bool is_above() const { return has_chord() && !(curve.is_linear() && stretch.on <= stretch.low); }
  double value(double x) const {
    return x < touch && x > stretch.low ? base + chord * (x - stretch.low) : curve.value(x);
  }
};

/// O(1); the touching point of a Hill curve that does not start at 0 is found by at most 200 halvings.
Envelope envelope(const Curve& curve, const Stretch& stretch);

}  // namespace outlay::math
