// Sums by unit, and percentiles over resamples.
#include "analyses/attribution/bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "math/order.h"

namespace outlay::attribution {
namespace {

constexpr int wide = 8;                        // one line of the cache
constexpr std::size_t most_weights = 4000000;  // that are held at a time

}  // namespace

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

int UnitSums::block() const { return draws_.size() <= most_weights / wide ? wide : 1; }

// By unit, and in it by resample.
std::vector<double> UnitSums::weights(Rng& rng, int count) const {
  const auto step = static_cast<std::size_t>(count);
  std::vector<double> out(draws_.size() * step);
  for (std::size_t b = 0; b < step; ++b) {
    for (std::size_t unit = 0; unit < draws_.size(); ++unit)
      out[unit * step + b] = rng.poisson(draws_[unit]) / draws_[unit];
  }
  return out;
}

// By sum, and in it by resample: the places of one sum lie side by side, so that each is met once for all resamples.
template <std::size_t count>
std::vector<double> UnitSums::add_weighted(const std::vector<double>& weights) const {
  std::vector<double> sums(scratch_.size() * count, 0.0);
  for (std::size_t unit = 0; unit < draws_.size(); ++unit) {
    std::array<double, count> weight;  // no place that a sum could lie in
    std::copy_n(&weights[unit * count], count, weight.begin());
    for (std::size_t i = offsets_[unit]; i < offsets_[unit + 1]; ++i) {
      double* sum = &sums[std::size_t{indices_[i]} * count];
      const double amount = amounts_[i];
      for (std::size_t b = 0; b < count; ++b) sum[b] += weight[b] * amount;
    }
  }
  return sums;
}

std::vector<std::vector<double>> UnitSums::resample(Rng& rng, int count) const {
  std::vector<std::vector<double>> out;
  while (static_cast<int>(out.size()) < count) {
    const int now = count - static_cast<int>(out.size()) >= wide && block() == wide ? wide : 1;
    const std::vector<double> drawn = weights(rng, now);
    const std::vector<double> sums = now == wide ? add_weighted<wide>(drawn) : add_weighted<1>(drawn);
    for (int b = 0; b < now; ++b) {
      std::vector<double>& row = out.emplace_back(scratch_.size());
      for (std::size_t s = 0; s < row.size(); ++s)
        row[s] = sums[s * static_cast<std::size_t>(now) + static_cast<std::size_t>(b)];
    }
  }
  return out;
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
