// Intervals for the shares: users, or the journeys of a path table, are drawn again and again.
#pragma once

#include <cstdint>
#include <vector>

#include "core/context.h"
#include "core/rng.h"

namespace outlay::attribution {

/// What each resampling unit adds to a list of sums. All models here are functions of such sums, so that a resample
/// costs one weighted addition.
class UnitSums {
 public:
  /// `sums` is how many there are in all.
  explicit UnitSums(std::size_t sums) : scratch_(sums, 0), seen_(sums, 0) {}

  void add(std::size_t sum, double amount) {
    if (!seen_[sum]) {
      seen_[sum] = 1;
      touched_.push_back(static_cast<std::uint32_t>(sum));
    }
    scratch_[sum] += amount;
  }
  /// Ends a unit that stands for `draws` independent draws.
  void end_unit(double draws);

  /// The sums of the next `count` resamples, one row each: each unit counted Poisson(draws) / draws times (the Poisson
  /// bootstrap: Hanley and MacGibbon 2006; Chamandy et al. 2012). The same however many are asked for at a time.
  std::vector<std::vector<double>> resample(Rng& rng, int count) const;

  /// How many resamples at a time are quickest, the weights of all units being held.
  int block() const;

 private:
  std::vector<double> scratch_;
  std::vector<char> seen_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> indices_;
  std::vector<double> amounts_;
  std::vector<std::size_t> offsets_{0};
  std::vector<double> draws_;

  std::vector<double> weights(Rng& rng, int count) const;
  template <std::size_t count>
  std::vector<double> add_weighted(const std::vector<double>& weights) const;
};

/// Low and high bound of each of some figures at a given confidence, from their values in resamples (rows).
struct Bounds {
  std::vector<double> low, high;
};
Bounds percentile_bounds(const std::vector<std::vector<double>>& resamples, double confidence);

}  // namespace outlay::attribution
