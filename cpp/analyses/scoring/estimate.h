// The estimate of one adset: gates, lookback window, CAC, and the optimistic fallback.
#pragma once

#include <cstddef>
#include <span>

#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/adsets.h"
#include "math/binomial.h"

namespace outlay::scoring::adsets {

struct Estimate {
  std::size_t adset = 0;       // its code
  std::size_t latest_row = 0;  // of the adset in the input, for its names
  bool dropped_by_spend = false;
  bool dropped_by_engagement = false;
  double recent_spend = 0;   // over the spend gate's weeks
  double recent_clicks = 0;  // over the engagement gate's weeks
  double recent_ihc = 0;
  double weekly_spend = 0;
  double coverage_spend = 0;  // over the coverage weeks
  double coverage_ihc = 0;    // redistributed

  int weeks_used = 0;
  Week window;                  // sums over `weeks_used` weeks
  double pltv = 0;              // over the weeks behind the CAC; NaN when unknown
  Week fallback;                // sums over `fallback_weeks` weeks, of dropped adsets too
  double fallback_ihc = 0;      // the count behind the bounds
  math::Interval order_rate{};  // Clopper-Pearson, per click, over `fallback_weeks` weeks; [0, 1] without clicks
  bool is_lookback = false;     // LB, otherwise Binomial optimistic
  bool window_without_orders = false;
  bool count_above_clicks = false;
  double cac_spend = 0;
  double cac = 0;  // NaN when there is nothing to divide by
  double ihc_final = 0;

  /// The weeks behind the CAC.
  const Week& basis() const { return is_lookback ? window : fallback; }
  bool dropped() const { return dropped_by_spend || dropped_by_engagement; }
};

/// The weeks of the optimistic estimate: eight, or the longest window when that is longer.
int fallback_weeks(const Params& params);

/// How many weeks back the estimate looks.
int weeks_needed(const Params& params);

/// Whether the bounds of the order rate are wanted of every adset, or only where the CAC rests on them.
enum class Bounds { all, needed };

/// `weeks` holds at least `weeks_needed` weeks, latest first. A dropped adset has its recent sums and `fallback` only.
Estimate estimate(const Params& params, std::span<const Week> weeks, Bounds bounds = Bounds::all);

}  // namespace outlay::scoring::adsets
