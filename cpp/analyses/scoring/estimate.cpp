// Steps 3 to 5 of the method in README.md, for one adset.
#include "analyses/scoring/estimate.h"

#include <algorithm>
#include <limits>

namespace outlay::scoring::adsets {
namespace {

// The fallback is for adsets with little data: it looks at eight weeks even when the window may not grow so far.
constexpr int least_fallback_weeks = 8;
constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

Week sum(std::span<const Week> weeks, int count) {
  Week total;
  for (int w = 0; w < count; ++w) total.add(weeks[w]);
  return total;
}

double counted(const Week& week, Count count) { return count == Count::raw ? week.ihc : week.redistributed_ihc; }

void apply_gates(const Params& params, std::span<const Week> weeks, Estimate& out) {
  const Week engagement = sum(weeks, params.engagement_gate_weeks);
  out.recent_spend = sum(weeks, params.spend_gate_weeks).spend;
  out.recent_clicks = engagement.clicks;
  out.recent_ihc = counted(engagement, params.gate_ihc);
  out.dropped_by_spend = out.recent_spend < params.min_spend;
  out.dropped_by_engagement = out.recent_clicks < params.min_clicks || out.recent_ihc < params.min_ihc;
}

// The smallest window that holds enough; true when there is one.
bool find_window(const Params& params, std::span<const Week> weeks, Estimate& out) {
  out.window = sum(weeks, params.min_weeks - 1);
  for (int length = params.min_weeks; length <= params.max_weeks; ++length) {
    out.window.add(weeks[length - 1]);
    out.weeks_used = length;
    if (out.window.clicks >= params.window_clicks || out.window.redistributed_ihc >= params.window_ihc) return true;
  }
  return false;
}

void bound_order_rate(const Params& params, Estimate& out) {
  out.fallback_ihc = counted(out.fallback, params.binomial_count);
  out.count_above_clicks = out.fallback.clicks > 0 && out.fallback_ihc > out.fallback.clicks;
  // Without a click any rate is possible.
  out.order_rate = out.fallback.clicks > 0
                       ? math::clopper_pearson(std::max(out.fallback_ihc, 0.0), out.fallback.clicks, params.alpha)
                       : math::Interval{0, 1};
}

}  // namespace

int fallback_weeks(const Params& params) { return std::max(least_fallback_weeks, params.max_weeks); }

int weeks_needed(const Params& params) {
  return std::max(
      {params.spend_gate_weeks, params.engagement_gate_weeks, fallback_weeks(params), params.coverage_weeks});
}

Estimate estimate(const Params& params, std::span<const Week> weeks, Bounds bounds) {
  Estimate out;
  apply_gates(params, weeks, out);
  out.weekly_spend = weeks[0].spend;
  const Week covered = sum(weeks, params.coverage_weeks);
  out.coverage_spend = covered.spend;
  out.coverage_ihc = covered.redistributed_ihc;
  out.fallback = sum(weeks, fallback_weeks(params));
  if (out.dropped()) return out;

  const bool reached = find_window(params, weeks, out);
  out.is_lookback = reached && out.window.redistributed_ihc > 0;
  out.window_without_orders = reached && !out.is_lookback;
  if (bounds == Bounds::all || !out.is_lookback) bound_order_rate(params, out);
  if (out.is_lookback) {
    out.cac_spend = out.window.spend;
    out.ihc_final = out.window.redistributed_ihc;
  } else {
    out.cac_spend = out.fallback.spend;
    out.ihc_final = out.fallback.clicks > 0 ? out.fallback.clicks * out.order_rate.upper : 0;
  }
  out.pltv = out.basis().pltv.mean();
  // Credits can exceed the spend of a window; a cost below nothing is no cost.
  out.cac = out.ihc_final > 0 && out.cac_spend >= 0 ? out.cac_spend / out.ihc_final : nan_value;
  return out;
}

}  // namespace outlay::scoring::adsets
