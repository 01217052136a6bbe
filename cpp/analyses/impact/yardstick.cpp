// A variance with two parts, and ranks among placebos.
#include "analyses/impact/yardstick.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlay::impact::decisions {
namespace {

double squared(double value) { return value * value; }

// What clicks and orders alone would make of a unit's sales and spend. All from the days before.
double counting(const Unit& unit, double by_sales, double by_spend, double noise_per_sale) {
  const Sums& before = unit.around.before;
  const double sales = std::exp(unit.log_roas) * before.spend;
  return squared(by_sales) * noise_per_sale * sales + squared(by_spend) * before.cpc() * before.spend;
}

}  // namespace

Surprise surprise_of(const Unit& unit, const std::vector<LookAlike>& units, const Forecast& forecast,
                     const Contrast& contrast, double noise_per_sale) {
  const Sums& seen = forecast.seen(unit);
  Surprise out;
  out.effect = contrast.of(seen.sales - forecast.sales(unit), seen.spend - forecast.spend(unit));
  out.counts = counting(unit, contrast.sales, contrast.price, noise_per_sale);
  // The forecast is uncertain too, the more so the farther a unit is from those it leans on.
  forecast.leans(unit, units, [&](const Unit& other, double by_sales, double by_spend) {
    out.counts += counting(other, contrast.sales * by_sales, contrast.price * by_spend, noise_per_sale);
  });
  const double spend = unit.around.before.spend;
  out.size = squared(contrast.sales * std::exp(unit.log_roas) * spend) + squared(contrast.price * spend);
  return out;
}

void Yardstick::fit() {
  math::FewColumns both, counts;
  for (const Surprise& p : placebos_) {
    if (!(p.counts > 0)) continue;
    const double weight = 1 / squared(p.counts);
    both.add({p.counts, p.size}, squared(p.effect), weight);
    counts.add({p.counts}, squared(p.effect), weight);
  }
  both.solve();
  counts.solve();
  const bool has_both = both.coefficient(0) > 0 && both.coefficient(1) > 0;
  by_counts_ = has_both ? both.coefficient(0) : counts.coefficient(0);
  by_size_ = has_both ? both.coefficient(1) : 0;
  for (const Surprise& p : placebos_) sorted_.push_back(standardised(p));
  std::sort(sorted_.begin(), sorted_.end());
}

double Yardstick::deviation(const Surprise& one) const {
  return std::sqrt(std::max(0.0, by_counts_ * one.counts + by_size_ * one.size));
}

double Yardstick::standardised(const Surprise& one) const {
  const double own = deviation(one);
  return own > 0 ? std::abs(one.effect) / own : 0;
}

double Yardstick::p_value(const Surprise& found) const {
  if (sorted_.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto above = sorted_.end() - std::lower_bound(sorted_.begin(), sorted_.end(), standardised(found));
  return (1.0 + static_cast<double>(above)) / (1.0 + static_cast<double>(sorted_.size()));
}

double Yardstick::margin(const Surprise& found, double level) const {
  const double rank = std::ceil(level * (1.0 + static_cast<double>(sorted_.size())));
  if (!(rank >= 1) || rank > static_cast<double>(sorted_.size())) return std::numeric_limits<double>::quiet_NaN();
  return sorted_[static_cast<std::size_t>(rank) - 1] * deviation(found);
}

}  // namespace outlay::impact::decisions
