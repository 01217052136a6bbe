// How large an effect chance alone makes: learnt from untouched units that are treated as if they had been acted on.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "analyses/impact/look_alikes.h"

namespace outlay::impact::decisions {

/// An effect with what its chance should grow with: counts (of clicks and orders) and size (luck that all of them
/// share).
struct Surprise {
  double effect = 0, counts = 0, size = 0;
};

/// `noise_per_sale`: variance of sales per unit of sales.
Surprise surprise_of(const Unit& unit, const std::vector<LookAlike>& units, const Forecast& forecast,
                     const Contrast& contrast, double noise_per_sale);

/// The effects of units that nobody touched, of one kind of contrast.
class Yardstick {
 public:
  void add(const Surprise& placebo) { placebos_.push_back(placebo); }
  /// Fits how chance grows with counts and size, by least squares on squared effects, and sorts.
  void fit();
  /// How often a placebo is at least as surprising; NaN without placebos.
  double p_value(const Surprise& found) const;
  /// What a share of `level` of placebos stay within, brought to this one's own chance: half the width of the interval
  /// that holds all effects which p_value would not tell from it at 1 - level. NaN where placebos are too few for that.
  double margin(const Surprise& found, double level) const;

 private:
  double deviation(const Surprise& one) const;
  double standardised(const Surprise& one) const;

  std::vector<Surprise> placebos_;
  std::vector<double> sorted_;
  double by_counts_ = 1, by_size_ = 0;
};

}  // namespace outlay::impact::decisions
