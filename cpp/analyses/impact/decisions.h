// impact/decisions: what the team's actions earned, only those that were verifiably carried out.
//
// Formulas, assumptions and sources: README.md in this folder.
#pragma once

#include <optional>

#include "analyses/impact/efficiency_tables.h"
#include "core/analysis.h"

namespace outlay::impact::decisions {

struct Params {
  int before_days = 14;
  int horizon_days = 14;
  int attribution_buffer_days = 3;
  double min_clicks = 5;
  double cap_clicks = 20;
  double full_weight_clicks = 15;
  double cpc_tolerance = 0.15;
  double direction_threshold = 0.05;
  double negative_drop_points = 50;
  double near_complete = 0.9;
  double harvest_lift = 0.1;
  int baseline_days = 30;
  Aims aims;
  std::optional<Day> as_of;  // the latest date of the data when empty
  Grain grain = Grain::automatic;
  double confidence = 0.8;  // of every interval
  int draws = 2000;         // of every bootstrap and permutation
  int seed = 1;
  int controls = 200;  // untouched look-alikes an action is compared with, at most
  int min_controls = 10;
  double false_discovery = 0.1;
  bool compare_horizons = true;

  void describe(Archive& a);
};

/// One row an action, in file order. Money and counts of the windows before are scaled to the length of those after.
struct ActionTable {
  NumberColumn row;
  DayColumn action_date;
  TextColumn action_type, campaign_name, ad_group_name, target_text, match_type, match_level;
  NumberColumn before_spend, before_sales, before_clicks, after_spend, after_sales, after_clicks;
  NumberColumn before_cpc, after_cpc, baseline_spc, expected_sales, raw_impact, weight, impact;
  TextColumn status, validated, mature, tag, counted, excluded_for, formula;
  NumberColumn before_days, after_days, scale, before_clicks_unscaled, before_impressions, after_impressions;
  TextColumn direction, capped;
  NumberColumn baseline_spc_uncapped, term_before_sales, term_after_sales;
  NumberColumn shrunk_spc, shrunk_impact, forgone_sales;
  NumberColumn controls, control_sales, control_spend, spend_price, controlled_impact, placebo_impact, p_value, q_value;
  NumberColumn controlled_low, controlled_high, pretrend_impact;
  TextColumn finding;  // why there is no controlled figure, or whether it stands out

  void describe(Archive& a);
};

/// Counts and sums of one group of actions; `group` says of what kind, `name` which.
struct TotalTable {
  TextColumn key, group, name, action_type, tag;
  NumberColumn actions, mature, validated, counted, market_drag, impact, impact_low, impact_high, win_rate_pct;
  NumberColumn controlled_actions, source_same, controlled_impact, controlled_low, controlled_high, placebo_impact;

  void describe(Archive& a);
};

/// The account by date, with the actions of that date: the curve on which the page marks them.
struct TimelineTable {
  DayColumn date;
  NumberColumn spend, sales, clicks, actions, counted, impact;

  void describe(Archive& a);
};

/// The headline figures at horizons of 14, 30 and 60 days.
struct HorizonTable {
  NumberColumn horizon_days, mature, counted, net_impact, net_low, net_high, win_rate_pct;
  NumberColumn controlled_actions, controlled_impact, controlled_low, controlled_high;

  void describe(Archive& a);
};

struct Result {
  std::optional<Day> latest_data_date, first_data_date;
  int dates_with_data = 0, performance_rows = 0;
  int actions = 0, mature = 0, validated = 0, validated_mature = 0, counted = 0, excluded = 0;
  int excluded_immature = 0, excluded_unverified = 0, excluded_not_implemented = 0, excluded_market_drag = 0;
  double net_impact = 0, net_low = 0, net_high = 0, net_p_value = 0;
  double win_rate_pct = 0, win_rate_nonzero_pct = 0;
  double capital_protected = 0, capital_protected_without_isolation = 0;
  double managed_spend = 0, total_sales = 0, decision_roi_pct = 0, efficient_spend = 0, spend_efficiency_pct = 0;
  double roas_cap = 0, roas_cap_median = 0, roas_cap_sample_sd = 0;
  int roas_cap_targets = 0, capped_actions = 0;
  double shrunk_net = 0, shrunk_low = 0, shrunk_high = 0;
  int controlled_actions = 0, without_control = 0;
  double controlled_net = 0, controlled_low = 0, controlled_high = 0, controlled_p_value = 0;
  double source_same_actions = 0;  // the source's figure over the actions that have a controlled one
  double placebo_net = 0, pretrend_net = 0, pretrend_low = 0, pretrend_high = 0;
  int pretrend_actions = 0;
  int discoveries = 0, clusters = 0;
  std::string cluster_by, trust, trust_reason;
  ActionTable action_table;
  TotalTable totals;
  SegmentTable segments;
  QuadrantTable quadrants;
  TimelineTable timeline;
  HorizonTable horizons;

  void describe(Archive& a);
};

About about();

/// Throws `not_enough_data` when no performance row is left and `bad_column` for a mix of currencies.
/// O(rows + actions * (window + controls)).
Result run(const Params& params, const Inputs& inputs, Context& context);

/// How the figures of the action of a row came about: `row` counts from 1, in the order of the log. O(rows).
Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& row);

}  // namespace outlay::impact::decisions
