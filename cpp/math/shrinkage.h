// Rates of many small units: how far each is to be believed.
#pragma once

#include <vector>

namespace outlay::math {

/// The common rate and the strength with which it draws a unit's own: a unit is believed as far as its weight goes
/// against `strength`. Infinite when units do not differ beyond chance, 0 when chance plays no part.
struct Credibility {
  double mean = 0;
  double strength = 0;
  double noise = 0;  // variance of a unit's sum per unit of weight

  /// (sum + strength * mean) / (weight + strength); the mean itself when the strength is infinite or nothing is known.
  double rate(double sum, double weight) const;
};

/// By the moments of sum - mean * weight, weighted by 1 / weight and by 1: Buhlmann and Straub, "Glaubwurdigkeit fur
/// Schadensatze" (1970). Units whose weight is not positive are left out. O(n).
Credibility credibility(const std::vector<double>& sums, const std::vector<double>& weights);

}  // namespace outlay::math
