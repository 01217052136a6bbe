// Distances, growth, and the source's formula on those who were left alone.
#include "analyses/impact/look_alikes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analyses/impact/thresholds.h"

namespace outlay::impact::decisions {
namespace {

constexpr double other_campaign = 0.25;  // added to the squared distance, which is in standard deviations

double squared(double value) { return value * value; }

double tricube(double share) {
  const double rest = 1 - share * share * share;
  return rest * rest * rest;
}

double bid_formula(const Around& a, double before_sales) {
  const Sums& base = a.baseline.clicks > 0 ? a.baseline : a.before;
  const double expected = a.after.spend / a.before.cpc() * (base.sales / base.clicks);
  const bool market_drag = before_sales > 0 && expected < before_sales && a.after.sales < expected;
  return market_drag ? 0 : a.after.sales - expected;
}

// The source's formula for this kind of action on a unit that nobody touched.
double paid_for_nothing(const Params& params, const Judged& action, const Around& a, double account_fall) {
  const double before_spend = a.before.spend * action.scale, before_sales = a.before.sales * action.scale;
  const double eliminated = (a.after.sales - before_sales) - (a.after.spend - before_spend);
  switch (action.action.type) {
    case ActionType::negative: {
      const double fell = 1 - a.after.spend / before_spend - account_fall;
      const bool looks_blocked = a.after.spend == 0 || reaches(fell * 100, params.negative_drop_points);
      return looks_blocked && !action.action.isolation ? before_spend : 0;
    }
    case ActionType::harvest:
      return params.harvest_lift * (a.after.sales - before_sales);
    case ActionType::pause:
      return a.after.spend == 0 ? eliminated : 0;
    default:
      if (action.direction == Direction::down && a.after.spend == 0) return eliminated;
      return bid_formula(a, before_sales);
  }
}

}  // namespace

std::vector<LookAlike> look_alikes(const Pool& pool, const Unit& acted_on, std::size_t least, std::size_t most,
                                   const Unit* except) {
  most = std::min(most, std::max(least, pool.units.size() / 2));
  const auto cheaper = [](const Unit& unit, double spend) { return unit.log_spend < spend; };
  const auto at = std::lower_bound(pool.units.begin(), pool.units.end(), acted_on.log_spend, cheaper);
  const auto position = static_cast<std::size_t>(at - pool.units.begin());
  const std::size_t first = position > most ? position - most : 0;
  const std::size_t last = std::min(pool.units.size(), position + most);
  std::vector<std::pair<double, const Unit*>> candidates;
  for (std::size_t k = first; k < last; ++k) {
    const Unit& unit = pool.units[k];
    if (&unit == except) continue;
    const double distance = squared((unit.log_spend - acted_on.log_spend) / pool.spread_spend) +
                            squared((unit.log_cpc - acted_on.log_cpc) / pool.spread_cpc) +
                            squared((unit.log_roas - acted_on.log_roas) / pool.spread_roas) +
                            (unit.campaign == acted_on.campaign ? 0 : other_campaign);
    candidates.emplace_back(distance, &unit);
  }
  const auto nearer = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->number < b.second->number;
  };
  if (candidates.size() > most) {
    std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most), candidates.end(),
                     nearer);
    candidates.resize(most);
  }
  std::sort(candidates.begin(), candidates.end(), nearer);
  std::vector<LookAlike> out;
  // A little beyond the farthest, which would count for nothing.
  const double edge = candidates.empty() ? 1 : 1.1 * std::sqrt(candidates.back().first) + 1e-9;
  for (const auto& [distance, unit] : candidates) out.push_back({unit, tricube(std::sqrt(distance) / edge)});
  return out;
}

Forecast::Forecast(const std::vector<LookAlike>& units, double usual_sales_per_click, Span span)
    : span_(span), usual_(usual_sales_per_click) {
  for (const auto& [unit, weight] : units) {
    const Sums& found = seen(*unit);
    sales_.add(sales_row(*unit), found.sales / exposure(*unit), weight * sales_weight(*unit));
    spend_.add(spend_row(*unit), found.spend / exposure(*unit), weight * spend_weight(*unit));
  }
  sales_.solve();
  spend_.solve();
}

// What its clicks usually bring stands for its size: it draws the forecast towards what is usual. The recent half
// is told apart: what was picked for a turn of luck is in the middle of it.
math::FewColumns::Row Forecast::sales_row(const Unit& unit) const {
  const Around& a = unit.around;
  return {usual_ * a.before.clicks, a.before.sales, a.recent.sales, start(unit).sales,
          span_ == Span::after ? a.earlier.sales : 0};
}

math::FewColumns::Row Forecast::spend_row(const Unit& unit) const {
  const Around& a = unit.around;
  return {a.before.spend, a.recent.spend, start(unit).spend, span_ == Span::after ? a.earlier.spend : 0, 0};
}

// Chance grows with size, and with the shortness of what was seen.
double Forecast::sales_weight(const Unit& unit) const { return exposure(unit) / unit.around.before.clicks; }
double Forecast::spend_weight(const Unit& unit) const { return exposure(unit) / unit.around.before.spend; }

double source_placebo(const Params& params, const Judged& action, const std::vector<LookAlike>& units,
                      double clicks_before, double account_fall) {
  double paid = 0, clicks = 0;
  for (const auto& [unit, weight] : units) {
    if (unit->exposure < 1) continue;
    clicks += weight * unit->around.before.clicks;
    paid += weight * paid_for_nothing(params, action, unit->around, account_fall);
  }
  return clicks > 0 ? paid / clicks * clicks_before * action.weight : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace outlay::impact::decisions
