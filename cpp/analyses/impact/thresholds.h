// Comparisons with a threshold that the rounding of sums does not decide: 0.1 + 0.2 reaches 0.3, and does not exceed
// it.
#pragma once

#include <algorithm>
#include <cmath>

namespace outlay::impact {

inline double rounding_of(double bound) { return 1e-12 * std::max(1.0, std::abs(bound)); }

/// At least the bound. False when either is NaN.
inline bool reaches(double value, double bound) { return value >= bound - rounding_of(bound); }

/// More than the bound. False when either is NaN.
inline bool exceeds(double value, double bound) { return value > bound + rounding_of(bound); }

}  // namespace outlay::impact
