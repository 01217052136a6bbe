// True rates behind counts: Poisson counts whose rates differ by a gamma law, or do not differ at all.
//
// Empirical Bayes in the manner of Robbins (1956) and Morris (1983), with the law's own parameters averaged over rather
// than fixed: half of the prior says that all rates are equal, the other half that they vary by 3% to 200%.
#pragma once

#include <vector>

#include "core/rng.h"

namespace outlay::math {

/// One possible law of the rates and its posterior probability.
struct RateLaw {
  double weight = 0;
  double mean = 0;
  double shape = 0;  // of the gamma law: 1 / (relative deviation)^2; 0: all rates are equal to the mean

  double expected(double count, double exposure) const {
    return shape > 0 ? (shape + count) / (shape / mean + exposure) : mean;
  }
  double variance(double count, double exposure) const {
    const double rate = shape / mean + exposure;
    return shape > 0 ? (shape + count) / (rate * rate) : 0;
  }
  double draw(double count, double exposure, Rng& rng) const {
    return shape > 0 ? rng.gamma(shape + count) / (shape / mean + exposure) : mean;
  }
};

struct RatePosterior {
  std::vector<RateLaw> laws;  // weights add up to 1; empty without any exposure

  /// The rate to be expected of an item with this count.
  double expected(double count, double exposure) const;
  /// The rate that an item with this count stays below with probability p in (0, 1); NaN without laws.
  double quantile(double p, double count, double exposure) const;
  double probability_equal() const;
  const RateLaw& draw_law(Rng& rng) const;
  /// One of the laws under which rates differ, given that one of them holds; any law where none does.
  const RateLaw& draw_varying_law(Rng& rng) const;
};

/// `count[i]` events (>= 0, may be fractional) in `exposure[i]` > 0; others are left out. Of more than 20,000 items
/// every k-th is used. O(n).
RatePosterior rate_posterior(const std::vector<double>& count, const std::vector<double>& exposure);

}  // namespace outlay::math
