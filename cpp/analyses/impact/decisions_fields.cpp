// The words of impact/decisions: every parameter and total, spelled once.
#include "analyses/impact/action_log.h"
#include "analyses/impact/decisions.h"

namespace outlay::impact::decisions {

void Params::describe(Archive& a) {
  a.field("as_of", as_of,
          {.label = "As of",
           .help = "Rows after this day are left out. Empty: the latest day of the data.",
           .group = "Windows"});
  a.field("horizon_days", horizon_days,
          {.label = "Horizon, days",
           .help = "Days from the action on over which its outcome is measured.",
           .unit = "count",
           .group = "Windows",
           .min = 1,
           .max = 365});
  a.field("before_days", before_days,
          {.label = "Days before",
           .help = "Days up to the one before the action that it is compared with.",
           .unit = "count",
           .group = "Windows",
           .min = 1,
           .max = 365});
  a.field("baseline_days", baseline_days,
          {.label = "Days of the baseline",
           .help = "Days before the action from which sales per click are taken.",
           .unit = "count",
           .group = "Windows",
           .min = 1,
           .max = 730});
  a.field("attribution_buffer_days", attribution_buffer_days,
          {.label = "Attribution buffer, days",
           .help = "Days to wait after the horizon until late sales are in. Younger actions are listed, not counted.",
           .unit = "count",
           .group = "Windows",
           .min = 0,
           .max = 90});
  a.choice("grain", grain, {{"auto", "Tell from the dates"}, {"day", "Days"}, {"week", "Weeks"}},
           {.label = "Rows are", .help = "A weekly date stands for seven days.", .group = "Windows"});
  a.field("min_clicks", min_clicks,
          {.label = "Fewest clicks",
           .help = "Fewer clicks than this before a bid change, and its impact is 0.",
           .unit = "count",
           .group = "Guardrails",
           .min = 0});
  a.field("cap_clicks", cap_clicks,
          {.label = "Clicks without cap",
           .help = "Up to this many clicks, sales per click are capped by what other targets bring.",
           .unit = "count",
           .group = "Guardrails",
           .min = 0});
  a.field("full_weight_clicks", full_weight_clicks,
          {.label = "Clicks for full weight",
           .help = "With fewer clicks before, the impact counts in proportion.",
           .unit = "count",
           .group = "Guardrails",
           .min = 1});
  a.field("cpc_tolerance", cpc_tolerance,
          {.label = "Tolerance of the bid",
           .help = "A cost per click this close to the new bid shows that the bid was set.",
           .unit = "share",
           .group = "Validation",
           .min = 0,
           .max = 1});
  a.field("direction_threshold", direction_threshold,
          {.label = "Least move of the cost per click",
           .help = "A move of more than this in the intended direction shows that the bid was changed.",
           .unit = "share",
           .group = "Validation",
           .min = 0,
           .max = 1});
  a.field(
      "negative_drop_points", negative_drop_points,
      {.label = "Drop of a negative, points",
       .help = "Spend that fell by this many percentage points more than the account's shows that a negative works.",
       .unit = "count",
       .group = "Validation",
       .min = 0,
       .max = 1000});
  a.field("near_complete", near_complete,
          {.label = "Harvest nearly complete",
           .help = "Share of the source's spend that must be gone.",
           .unit = "share",
           .group = "Validation",
           .min = 0,
           .max = 1});
  a.field("harvest_lift", harvest_lift,
          {.label = "Part of a harvest's lift",
           .help = "Share of the term's extra sales that a harvest is given.",
           .unit = "share",
           .group = "Validation",
           .min = 0,
           .max = 1});
  aims.describe(a);
  a.field("confidence", confidence,
          {.label = "Confidence of the intervals",
           .help = "An 80% interval holds the truth about 8 times in 10.",
           .unit = "share",
           .group = "Certainty",
           .min = 0.5,
           .max = 0.999});
  a.field("controls", controls,
          {.label = "Most look-alikes",
           .help = "Untouched targets that an action is compared with, at most.",
           .unit = "count",
           .group = "Certainty",
           .min = 2,
           .max = 1000});
  a.field("min_controls", min_controls,
          {.label = "Fewest look-alikes",
           .help = "With fewer, there is no controlled figure.",
           .unit = "count",
           .group = "Certainty",
           .min = 2,
           .max = 1000});
  a.field("false_discovery", false_discovery,
          {.label = "False findings allowed",
           .help = "Among the actions marked as standing out, about this share is chance.",
           .unit = "share",
           .group = "Certainty",
           .min = 0.001,
           .max = 0.5});
  a.field("draws", draws,
          {.label = "Draws",
           .help = "Of every bootstrap and permutation.",
           .unit = "count",
           .group = "Certainty",
           .min = 100,
           .max = 20000});
  a.field("seed", seed,
          {.label = "Seed",
           .help = "The same seed gives the same intervals.",
           .group = "Certainty",
           .min = 0,
           .max = 1000000000});
  a.field("compare_horizons", compare_horizons,
          {.label = "Compare horizons", .help = "Also 14, 30 and 60 days side by side.", .group = "Certainty"});
}

void Result::describe(Archive& a) {
  a.field("latest_data_date", latest_data_date, {.label = "Latest data"});
  a.field("first_data_date", first_data_date, {.label = "First data"});
  a.field("dates_with_data", dates_with_data, {.label = "Dates with data", .unit = "count"});
  a.field("performance_rows", performance_rows, {.label = "Performance rows", .unit = "count"});
  a.field("actions", actions, {.label = "Actions", .unit = "count"});
  a.field("mature", mature, {.label = "Old enough", .unit = "count"});
  a.field("validated", validated, {.label = "Carried out", .unit = "count"});
  a.field("validated_mature", validated_mature, {.label = "Carried out and old enough", .unit = "count"});
  a.field("counted", counted, {.label = "Counted", .unit = "count"});
  a.field("excluded", excluded, {.label = "Not counted", .unit = "count"});
  a.field("excluded_immature", excluded_immature, {.label = "Too young", .unit = "count"});
  a.field("excluded_unverified", excluded_unverified, {.label = "Cannot be verified", .unit = "count"});
  a.field("excluded_not_implemented", excluded_not_implemented, {.label = "Not carried out", .unit = "count"});
  a.field("excluded_market_drag", excluded_market_drag, {.label = "Market drag", .unit = "count"});
  a.field("net_impact", net_impact,
          {.label = "Net impact", .help = "Sum of the counted actions by the decision formula.", .unit = "money"});
  a.field("net_low", net_low, {.label = "Net impact, low", .unit = "money"});
  a.field("net_high", net_high, {.label = "Net impact, high", .unit = "money"});
  a.field("net_p_value", net_p_value, {.label = "p-value of a net impact above 0", .unit = "share"});
  a.field("win_rate_pct", win_rate_pct, {.label = "Win rate, %", .unit = "rate"});
  a.field("win_rate_nonzero_pct", win_rate_nonzero_pct,
          {.label = "Win rate of impacts other than 0, %", .unit = "rate"});
  a.field("capital_protected", capital_protected,
          {.label = "Capital protected", .help = "Spend that confirmed negatives stopped.", .unit = "money"});
  a.field("capital_protected_without_isolation", capital_protected_without_isolation,
          {.label = "Capital protected, isolation left out", .unit = "money"});
  a.field("managed_spend", managed_spend, {.label = "Managed spend", .unit = "money"});
  a.field("total_sales", total_sales, {.label = "Sales", .unit = "money"});
  a.field("decision_roi_pct", decision_roi_pct,
          {.label = "Decision ROI, %", .help = "Net impact per managed spend; 5 or more is the aim.", .unit = "rate"});
  a.field("efficient_spend", efficient_spend, {.label = "Efficient spend", .unit = "money"});
  a.field(
      "spend_efficiency_pct", spend_efficiency_pct,
      {.label = "Spend efficiency, %", .help = "Spend in efficient ad groups; 50 or more is the aim.", .unit = "rate"});
  a.field("roas_cap", roas_cap, {.label = "Cap on ROAS", .unit = "rate"});
  a.field("roas_cap_median", roas_cap_median, {.label = "Median ROAS of touched targets", .unit = "rate"});
  a.field("roas_cap_sample_sd", roas_cap_sample_sd, {.label = "Spread of their ROAS", .unit = "rate"});
  a.field("roas_cap_targets", roas_cap_targets, {.label = "Targets behind the cap", .unit = "count"});
  a.field("capped_actions", capped_actions, {.label = "Capped actions", .unit = "count"});
  a.field(
      "shrunk_net", shrunk_net,
      {.label = "Net impact, steadied", .help = "With sales per click drawn towards the account's.", .unit = "money"});
  a.field("shrunk_low", shrunk_low, {.label = "Steadied, low", .unit = "money"});
  a.field("shrunk_high", shrunk_high, {.label = "Steadied, high", .unit = "money"});
  a.field("controlled_actions", controlled_actions, {.label = "Actions with look-alikes", .unit = "count"});
  a.field("without_control", without_control, {.label = "Old enough, without look-alikes", .unit = "count"});
  a.field("controlled_net", controlled_net,
          {.label = "Controlled impact",
           .help = "All logged actions that are old enough, against untouched look-alikes.",
           .unit = "money"});
  a.field("controlled_low", controlled_low, {.label = "Controlled, low", .unit = "money"});
  a.field("controlled_high", controlled_high, {.label = "Controlled, high", .unit = "money"});
  a.field("controlled_p_value", controlled_p_value,
          {.label = "p-value of a controlled impact above 0", .unit = "share"});
  a.field("source_same_actions", source_same_actions, {.label = "Net impact of the same actions", .unit = "money"});
  a.field("placebo_net", placebo_net,
          {.label = "Paid for nothing",
           .help = "What the decision formula pays look-alikes that nobody touched.",
           .unit = "money"});
  a.field("pretrend_net", pretrend_net,
          {.label = "Difference a horizon earlier",
           .help = "The controlled estimate for a time when nothing had been done: should be about 0.",
           .unit = "money"});
  a.field("pretrend_low", pretrend_low, {.label = "Earlier difference, low", .help = "At 95%.", .unit = "money"});
  a.field("pretrend_high", pretrend_high, {.label = "Earlier difference, high", .help = "At 95%.", .unit = "money"});
  a.field("pretrend_actions", pretrend_actions, {.label = "Actions compared a horizon earlier", .unit = "count"});
  a.field("discoveries", discoveries, {.label = "Actions that stand out", .unit = "count"});
  a.field("clusters", clusters, {.label = "Clusters resampled", .unit = "count"});
  a.field("cluster_by", cluster_by, {.label = "Resampled by"});
  a.field("trust", trust,
          {.label = "Trust", .help = "controlled, unchecked (nothing earlier to check it on) or neither."});
  a.field("trust_reason", trust_reason, {.label = "Because"});
  a.table("actions", action_table, {.label = "Actions", .help = "In the order of the log."});
  a.table("totals", totals, {.label = "Totals", .help = "By type, outcome, status and place."});
  a.table("segments", segments, {.label = "Segments", .help = "Efficiency by match type."});
  a.table("quadrants", quadrants, {.label = "Quadrants", .help = "Campaigns by ROAS and conversion rate."});
  a.table("timeline", timeline, {.label = "Timeline", .help = "The account by date, and what was done."});
  a.table("horizons", horizons, {.label = "Horizons", .help = "14, 30 and 60 days side by side."});
}

About about() {
  return {.id = "impact/decisions",
          .title = "Measure",
          .question = "Did our decisions make money?",
          .grade = Grade::modelled,
          .inputs = {performance_input(), actions_input()},
          .explains = {"row"}};
}

}  // namespace outlay::impact::decisions
