// Step 7 of the method in README.md.
#include "analyses/scoring/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "math/decide.h"
#include "math/distributions.h"

namespace outlay::scoring::adsets {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double most_clicks = 1e7;  // more than any adset will see: none would decide it

Prior prior_of(const math::GroupedCounts& groups) {
  double orders = 0;
  for (double count : groups.counts) orders += count;
  if (groups.counts.size() < least_adsets || orders < least_orders) return {};
  const math::BetaShape shape = math::fit_beta_binomial(groups);
  return std::isnan(shape.a) ? Prior{} : Prior{shape, true};
}

}  // namespace

Priors fit_priors(const Params& params, const AdsetNames& names,
                  const std::vector<const std::vector<Estimate>*>& lists) {
  std::map<std::int32_t, math::GroupedCounts> groups;
  for (const std::vector<Estimate>* list : lists) {
    for (const Estimate& e : *list) {
      math::GroupedCounts& group = groups[AdsetNames::code(names.channel, e.latest_row)];
      const double clicks = e.fallback.clicks, orders = std::max(e.fallback.ihc, 0.0);
      if (!(clicks > 0) || orders > clicks) continue;
      group.counts.push_back(orders);
      group.trials.push_back(clicks);
    }
  }
  Priors out;
  for (const auto& [channel, group] : groups)
    out[channel] = params.interval_prior == IntervalPrior::channel ? prior_of(group) : Prior{};
  return out;
}

Confidence confidence(const Params& params, const Estimate& e, const Prior& prior, double uplift) {
  Confidence out{{nan_value, nan_value}, uplift, nan_value, nan_value, nan_value, nan_value, false, nan_value};
  const Week& basis = e.basis();
  const double orders = std::max(basis.ihc, 0.0);
  if (basis.ihc > 0 && basis.redistributed_ihc > 0) out.uplift = basis.redistributed_ihc / basis.ihc;
  if (std::isnan(e.cac) || !(basis.clicks > 0) || orders > basis.clicks) return out;
  out.posterior = {prior.shape.a + orders, prior.shape.b + basis.clicks - orders};
  const auto [a, b] = out.posterior;
  const double full = basis.clicks * out.uplift;  // the orders if every click brought one
  out.cac_lower = e.cac_spend / (full * math::beta_quantile(1 - params.alpha / 2, a, b));
  out.cac_upper = e.cac_spend / (full * math::beta_quantile(params.alpha / 2, a, b));
  if (std::isnan(e.pltv)) return out;
  out.break_even_rate = e.pltv > 0 ? e.cac_spend / (full * e.pltv) : 1;
  out.p_profitable = out.break_even_rate < 1 ? math::beta_survival(out.break_even_rate, a, b) : 0;
  out.is_undecided = out.cac_lower < e.pltv && e.pltv < out.cac_upper;
  if (!out.is_undecided) return out;
  out.clicks_needed = std::ceil(math::trials_to_decide(out.posterior, out.break_even_rate, params.alpha));
  if (out.clicks_needed > most_clicks) out.clicks_needed = nan_value;
  return out;
}

bool pays_only_at_best(const Estimate& e, const Confidence& confidence) {
  return !e.is_lookback && e.cac < e.pltv && confidence.cac_lower > e.pltv;
}

}  // namespace outlay::scoring::adsets
