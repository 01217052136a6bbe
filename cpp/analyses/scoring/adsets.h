// scoring/adsets: which adsets to scale, hold or reduce, from what a customer costs (CAC) and is worth (pLTV).
//
// Formulas, assumptions and sources: README.md in this folder.
#pragma once

#include <map>
#include <optional>

#include "core/analysis.h"
#include "math/beta_binomial.h"

namespace outlay::scoring::adsets {

enum class Count { raw, redistributed };
enum class Scale { max, p95 };
enum class IntervalPrior { channel, jeffreys };

struct Params {
  std::optional<Day> as_of_week;  // any day of the week; the latest week of the data when empty
  int spend_gate_weeks = 3;
  double min_spend = 100;
  int engagement_gate_weeks = 8;
  double min_clicks = 100;
  double min_ihc = 1;
  Count gate_ihc = Count::raw;
  int min_weeks = 3;
  int max_weeks = 8;
  double window_clicks = 300;
  double window_ihc = 10;
  double alpha = 0.2;
  Count binomial_count = Count::raw;
  IntervalPrior interval_prior = IntervalPrior::channel;
  NumberByName uplift;
  Scale scale = Scale::max;
  double dead_zone = 0.1;
  double target_coverage = 0.8;
  int coverage_weeks = 3;
  double pause_stake = 100;

  void describe(Archive& a);
};

/// The score of a point (CAC, pLTV) against the break-even line. NaN where either is unknown.
struct ScoreColumns {
  NumberColumn signed_distance;  // (pLTV - CAC) / sqrt(2), in money
  NumberColumn scaled_distance;  // in [-1, 1], 0 at break-even
  NumberColumn bucket;           // +1 scale, 0 hold, -1 reduce
  double unit = 0;               // the distance that is scaled to 1; 0 when all points are at break-even

  void describe(Archive& a);
};

/// One row an adset that passed the gates, best first. Columns ending in _LB are sums over the lookback window.
struct AdsetTable {
  TextColumn campaign_name, campaign_id, adset_name, adset_id, channel;
  NumberColumn clicks, impressions, sessions, spend, redistributed_ihc, influenced_trials, pltv;
  NumberColumn estimated_cac, cac_lower, cac_upper, binomial_lower, binomial_upper, weeks_used;
  TextColumn selection_reason;
  NumberColumn ihc_final, hvc_male, hvc_female, share_hvc_male, share_hvc_female;
  ScoreColumns score;
  NumberColumn p_profitable;
  TextColumn action, notes;
  NumberColumn undecided, clicks_needed, money_at_stake;
  NumberColumn cac_spend, weekly_spend, fallback_spend, fallback_clicks, fallback_ihc;

  void describe(Archive& a);
};

/// One row an adset that a gate dropped, largest recent spend first.
struct DroppedTable {
  TextColumn campaign_name, campaign_id, adset_name, adset_id, channel, gate;
  NumberColumn recent_spend, recent_clicks, recent_ihc, weekly_spend;

  void describe(Archive& a);
};

/// One row a campaign or a channel, its CAC and score computed from the sums of its adsets.
struct RollupTable {
  bool is_channel = false;
  TextColumn campaign_name, campaign_id, channel;
  NumberColumn adsets, adsets_lb, adsets_binomial, spend, clicks, redistributed_ihc, cac_spend, ihc_final;
  NumberColumn estimated_cac, pltv, weekly_spend;
  ScoreColumns score;
  NumberColumn uplift, spend_coverage, target_cac, prior_rate, prior_clicks;  // channels only

  void describe(Archive& a);
};

/// Cumulative CAC against cumulative share of spend, adsets in rising CAC; one curve a channel and one over ALL.
struct CoverageTable {
  TextColumn curve;
  NumberColumn rank;
  TextColumn adset_id, adset_name;
  NumberColumn cum_spend, cum_ihc, coverage, cum_cac;

  void describe(Archive& a);
};

/// One row an adset whose advice is another than a week before, or that came into the list or left it.
struct ChangeTable {
  TextColumn campaign_name, campaign_id, adset_name, adset_id, channel;
  NumberColumn bucket_before, bucket_after;  // NaN: not scored then
  TextColumn why;
  NumberColumn score_before, score_after, by_cac, by_pltv, by_scale;
  NumberColumn cac_before, cac_after, pltv_before, pltv_after, weeks_before, weeks_after, weekly_spend;

  void describe(Archive& a);
};

/// One row a channel and week: true orders over attributed ones in the eight weeks up to it.
struct MonitoringTable {
  TextColumn channel;
  DayColumn week;
  NumberColumn orders, attributed, factor, reference, change, bound, drifts;

  void describe(Archive& a);
};

struct Result {
  std::optional<Day> as_of_week;
  std::optional<Day> previous_week;  // compared with; empty when the data begins at the as-of week
  int weeks_in_data = 0;
  int adsets_seen = 0, adsets_scored = 0, adsets_dropped = 0;
  int scale_count = 0, hold_count = 0, reduce_count = 0, unscored_count = 0;
  int pause_count = 0;  // among those to reduce
  int undecided_count = 0, changed_count = 0;
  int lb_count = 0, binomial_count = 0;
  // Spend of the as-of week: of all adsets that were kept, and by bucket.
  double weekly_spend = 0, weekly_spend_scale = 0, weekly_spend_hold = 0, weekly_spend_reduce = 0;
  double weekly_spend_above_break_even = 0;  // of adsets whose CAC is above their pLTV, whatever their bucket
  double weekly_spend_undecided = 0;
  double weekly_spend_above_undecided = 0;  // of that above break-even, where the interval does not rule out a profit
  double weekly_loss = 0;                   // what the spend of adsets above break-even loses this week
  double spend_coverage = 0;                // share of the last `coverage_weeks` weeks' spend that passed the gates
  double target_cac = 0;
  AdsetTable adsets;
  DroppedTable dropped;
  RollupTable campaigns, channels{.is_channel = true};
  CoverageTable coverage;
  ChangeTable changes;
  MonitoringTable monitoring;

  // What `explain` needs beside the tables.
  std::vector<double> uplift_by_code;                      // per channel code of the input
  std::map<std::int32_t, math::BetaShape> channel_priors;  // the fitted ones, by channel code

  void describe(Archive& a);
};

About about();

/// Throws `bad_param` for contradictory parameters and `not_enough_data` when no row is left to score.
/// O(rows log rows-per-adset + adsets log adsets).
Result run(const Params& params, const Inputs& inputs, Context& context);

/// How the score of the adset of {"adset_id"} came about, whether it was kept or dropped. Throws `bad_param` when it
/// has no rows up to the week of the decision. O(rows).
Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& row);

}  // namespace outlay::scoring::adsets
