// Sums by unit, and percentiles over resamples.
#include "analyses/attribution/bootstrap.h"

#include <algorithm>
#include <cmath>

#include "math/order.h"

namespace outlay::attribution {

void UnitSums::end_unit(double draws) {
  std::sort(touched_.begin(), touched_.end());
  for (std::uint32_t sum : touched_) {
    indices_.push_back(sum);
    amounts_.push_back(scratch_[sum]);
    scratch_[sum] = 0;
    seen_[sum] = 0;
  }
  touched_.clear();
  offsets_.push_back(indices_.size());
  draws_.push_back(draws);
}

std::vector<double> UnitSums::resample(Rng& rng) const {
  std::vector<double> sums(scratch_.size(), 0.0);
  for (std::size_t unit = 0; unit < draws_.size(); ++unit) {
    const double weight = rng.poisson(draws_[unit]) / draws_[unit];
    if (weight == 0) continue;
    for (std::size_t i = offsets_[unit]; i < offsets_[unit + 1]; ++i) sums[indices_[i]] += weight * amounts_[i];
  }
  return sums;
}

Bounds percentile_bounds(const std::vector<std::vector<double>>& resamples, double confidence) {
  Bounds bounds;
  if (resamples.empty()) return bounds;
  std::vector<double> values(resamples.size());
  for (std::size_t figure = 0; figure < resamples[0].size(); ++figure) {
    for (std::size_t r = 0; r < resamples.size(); ++r) values[r] = resamples[r][figure];
    bounds.low.push_back(math::quantile(values, (1 - confidence) / 2));
    bounds.high.push_back(math::quantile(values, (1 + confidence) / 2));
  }
  return bounds;
}

}  // namespace outlay::attribution
