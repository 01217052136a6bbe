// The words of scoring/adsets: every parameter, input role and result column, spelled once.
#include "analyses/scoring/adsets.h"

namespace outlay::scoring::adsets {
namespace {

constexpr FieldInfo campaign_name_info{.label = "Campaign"};
constexpr FieldInfo campaign_id_info{.label = "Campaign id"};
constexpr FieldInfo adset_name_info{.label = "Adset"};
constexpr FieldInfo adset_id_info{.label = "Adset id"};
constexpr FieldInfo channel_info{.label = "Channel"};
constexpr FieldInfo weekly_spend_info{
    .label = "This week's spend", .help = "Spend in the week of the decision alone.", .unit = "money"};
constexpr FieldInfo cac_info{
    .label = "CAC",
    .help = "Estimated cost of one attributed order. Attributed, not proven: the order may have come anyway.",
    .unit = "money"};
constexpr FieldInfo pltv_info{
    .label = "pLTV",
    .help = "Predicted lifetime value of the users attributed here, averaged over the window.",
    .unit = "money"};

}  // namespace

void Params::describe(Archive& a) {
  a.field("as_of_week", as_of_week,
          {.label = "Decide as of week",
           .help = "Rows after this week are left out. Empty: the latest week of the data.",
           .group = "Period"});
  a.field("uplift", uplift,
          {.label = "Orders per attributed order",
           .help = "Factor per channel that makes up for orders that tracking missed. 1 when a channel is not listed.",
           .unit = "rate",
           .group = "Attribution",
           .min = 0.001,
           .max = 1000,
           .keys = "channel"});
  a.field("spend_gate_weeks", spend_gate_weeks,
          {.label = "Spend gate: weeks",
           .help = "How many of the latest weeks the spend gate looks at.",
           .unit = "weeks",
           .group = "Gates",
           .min = 1,
           .max = 104});
  a.field("min_spend", min_spend,
          {.label = "Spend gate: least spend",
           .help = "An adset that spent less than this in those weeks is left out.",
           .unit = "money",
           .group = "Gates",
           .min = 0});
  a.field("engagement_gate_weeks", engagement_gate_weeks,
          {.label = "Engagement gate: weeks",
           .help = "How many of the latest weeks the engagement gate looks at.",
           .unit = "weeks",
           .group = "Gates",
           .min = 1,
           .max = 104});
  a.field("min_clicks", min_clicks,
          {.label = "Engagement gate: least clicks",
           .help = "An adset with fewer clicks in those weeks is left out.",
           .unit = "count",
           .group = "Gates",
           .min = 0});
  a.field("min_ihc", min_ihc,
          {.label = "Engagement gate: least orders",
           .help = "An adset with fewer attributed orders in those weeks is left out.",
           .unit = "count",
           .group = "Gates",
           .min = 0});
  a.choice("gate_ihc", gate_ihc, {{"raw", "As attributed"}, {"redistributed", "After uplift"}},
           {.label = "Engagement gate: orders counted",
            .help = "Whether the gate counts orders before or after the uplift.",
            .group = "Gates"});
  a.field("min_weeks", min_weeks,
          {.label = "Shortest window",
           .help = "The lookback window starts with this many latest weeks.",
           .unit = "weeks",
           .group = "Lookback window",
           .min = 1,
           .max = 104});
  a.field("max_weeks", max_weeks,
          {.label = "Longest window",
           .help = "The lookback window grows to this many weeks at most.",
           .unit = "weeks",
           .group = "Lookback window",
           .min = 1,
           .max = 104});
  a.field("window_clicks", window_clicks,
          {.label = "Clicks that suffice",
           .help = "The window stops growing at this many clicks.",
           .unit = "count",
           .group = "Lookback window",
           .min = 0});
  a.field("window_ihc", window_ihc,
          {.label = "Orders that suffice",
           .help = "The window stops growing at this many orders after uplift.",
           .unit = "count",
           .group = "Lookback window",
           .min = 0});
  a.field("alpha", alpha,
          {.label = "Error level of the rate's bounds",
           .help = "At 20% the bounds hold the true order rate at least 80 times in 100.",
           .unit = "share",
           .group = "Optimistic estimate",
           .min = 0.0001,
           .max = 0.9999});
  a.choice("binomial_count", binomial_count, {{"raw", "As attributed"}, {"redistributed", "After uplift"}},
           {.label = "Orders counted for the bounds",
            .help = "Whether the bounds use orders before or after the uplift.",
            .group = "Optimistic estimate"});
  a.choice("scale", scale, {{"max", "Largest distance"}, {"p95", "95th percentile"}},
           {.label = "Scores are relative to",
            .help = "The 95th percentile keeps one extreme adset from making all others look alike.",
            .group = "Score"});
  a.field("dead_zone", dead_zone,
          {.label = "Dead zone",
           .help = "Scaled distances up to this, on either side of break-even, mean hold.",
           .unit = "score",
           .group = "Score",
           .min = 0,
           .max = 1});
  a.field("target_coverage", target_coverage,
          {.label = "Coverage for the target CAC",
           .help = "The target CAC of a channel is its cumulative CAC where this share of spend is covered.",
           .unit = "share",
           .group = "Coverage",
           .min = 0.01,
           .max = 1});
  a.field("coverage_weeks", coverage_weeks,
          {.label = "Coverage: weeks",
           .help = "How many of the latest weeks the coverage looks at.",
           .unit = "weeks",
           .group = "Coverage",
           .min = 1,
           .max = 104});
}

void ScoreColumns::describe(Archive& a) {
  a.column("signed_distance_from_y_eq_x", signed_distance,
           {.label = "Distance from break-even",
            .help = "(pLTV - CAC) / sqrt(2): above 0 an order is worth more than it costs.",
            .unit = "money"});
  a.column("scaled_distance", scaled_distance,
           {.label = "Score",
            .help = "The distance relative to the largest of this list: -1 to 1, 0 at break-even.",
            .unit = "score"});
  a.column("score_bucket", bucket,
           {.label = "Advice", .help = "1 scale, 0 hold, -1 reduce; empty when it cannot be told.", .unit = "bucket"});
}

void AdsetTable::describe(Archive& a) {
  a.column("campaign_name", campaign_name, campaign_name_info);
  a.column("campaign_id", campaign_id, campaign_id_info);
  a.column("adset_name", adset_name, adset_name_info);
  a.column("adset_id", adset_id, adset_id_info);
  a.column("channel", channel, channel_info);
  a.column("clicks_LB", clicks, {.label = "Clicks", .help = "Clicks over the lookback window.", .unit = "count"});
  a.column("impressions_LB", impressions,
           {.label = "Impressions", .help = "Impressions over the lookback window.", .unit = "count"});
  a.column("sessions_LB", sessions,
           {.label = "Sessions", .help = "Sessions over the lookback window.", .unit = "count"});
  a.column("spend_LB", spend, {.label = "Spend", .help = "Spend over the lookback window.", .unit = "money"});
  a.column("redistributed_ihc_LB", redistributed_ihc,
           {.label = "Orders",
            .help = "Attributed orders over the lookback window, after the channel's uplift.",
            .unit = "count"});
  a.column("influenced_trials_LB", influenced_trials,
           {.label = "Influenced trials",
            .help = "Trials over the lookback window; they weight the pLTV.",
            .unit = "count"});
  a.column("avg_pltv_influ_LB", pltv, pltv_info);
  a.column("estimated_cac", estimated_cac, cac_info);
  a.column("binomial_lb_cvr", binomial_lower,
           {.label = "Order rate, low",
            .help = "Lower Clopper-Pearson bound of orders per click over the longest window.",
            .unit = "share"});
  a.column("binomial_ub_cvr", binomial_upper,
           {.label = "Order rate, high",
            .help = "Upper Clopper-Pearson bound of orders per click over the longest window.",
            .unit = "share"});
  a.column("weeks_used", weeks_used, {.label = "Weeks", .help = "Length of the lookback window.", .unit = "weeks"});
  a.column("selection_reason", selection_reason,
           {.label = "Estimate",
            .help = "LB: the window held enough clicks or orders. Binomial optimistic: it did not, so the upper bound "
                    "of the order rate stands in."});
  a.column("ihc_final", ihc_final,
           {.label = "Orders behind the CAC", .help = "Spend behind the CAC, divided by the CAC.", .unit = "count"});
  a.column("hvc_male_influenced_LB", hvc_male,
           {.label = "High-value customers, male", .help = "Over the lookback window.", .unit = "count"});
  a.column("hvc_female_influenced_LB", hvc_female,
           {.label = "High-value customers, female", .help = "Over the lookback window.", .unit = "count"});
  a.column("share_hvc_male_LB", share_hvc_male,
           {.label = "High-value share, male", .help = "Of the influenced trials.", .unit = "share"});
  a.column("share_hvc_female_LB", share_hvc_female,
           {.label = "High-value share, female", .help = "Of the influenced trials.", .unit = "share"});
  score.describe(a);
  a.column("notes", notes, {.label = "Notes", .help = "What is particular about this row."});
  a.column("cac_spend", cac_spend,
           {.label = "Spend behind the CAC", .help = "Over the window of the estimate.", .unit = "money"});
  a.column("weekly_spend", weekly_spend, weekly_spend_info);
  a.column("fb_spend", fallback_spend, {.label = "Spend, longest window", .unit = "money"});
  a.column("fb_clicks", fallback_clicks, {.label = "Clicks, longest window", .unit = "count"});
  a.column("fb_ihc", fallback_ihc,
           {.label = "Orders counted for the bounds", .help = "Over the longest window.", .unit = "count"});
}

void DroppedTable::describe(Archive& a) {
  a.column("campaign_name", campaign_name, campaign_name_info);
  a.column("campaign_id", campaign_id, campaign_id_info);
  a.column("adset_name", adset_name, adset_name_info);
  a.column("adset_id", adset_id, adset_id_info);
  a.column("channel", channel, channel_info);
  a.column("gate", gate, {.label = "Left out by", .help = "The gate that the adset did not pass."});
  a.column("recent_spend", recent_spend,
           {.label = "Recent spend", .help = "Over the weeks of the spend gate.", .unit = "money"});
  a.column("recent_clicks", recent_clicks,
           {.label = "Recent clicks", .help = "Over the weeks of the engagement gate.", .unit = "count"});
  a.column("recent_ihc", recent_ihc,
           {.label = "Recent orders", .help = "Over the weeks of the engagement gate.", .unit = "count"});
  a.column("weekly_spend", weekly_spend, weekly_spend_info);
}

void RollupTable::describe(Archive& a) {
  if (!is_channel) {
    a.column("campaign_name", campaign_name, campaign_name_info);
    a.column("campaign_id", campaign_id, campaign_id_info);
  }
  a.column("channel", channel, channel_info);
  a.column("adsets", adsets, {.label = "Adsets", .unit = "count"});
  a.column("adsets_lb", adsets_lb,
           {.label = "With enough data", .help = "Adsets whose window held enough clicks or orders.", .unit = "count"});
  a.column("adsets_binomial", adsets_binomial,
           {.label = "Optimistic", .help = "Adsets estimated by the upper bound of the order rate.", .unit = "count"});
  a.column("spend_LB", spend, {.label = "Spend", .help = "Over the lookback windows of the adsets.", .unit = "money"});
  a.column("clicks_LB", clicks,
           {.label = "Clicks", .help = "Over the lookback windows of the adsets.", .unit = "count"});
  a.column("redistributed_ihc_LB", redistributed_ihc,
           {.label = "Orders", .help = "After uplift, over the lookback windows of the adsets.", .unit = "count"});
  a.column("cac_spend", cac_spend, {.label = "Spend behind the CAC", .unit = "money"});
  a.column("ihc_final", ihc_final, {.label = "Orders behind the CAC", .unit = "count"});
  a.column("estimated_cac", estimated_cac, cac_info);
  a.column("avg_pltv_influ_LB", pltv,
           {.label = "pLTV", .help = "Of its adsets, weighted by the orders behind the CAC.", .unit = "money"});
  score.describe(a);
  a.column("weekly_spend", weekly_spend, weekly_spend_info);
  if (!is_channel) return;
  a.column("uplift", uplift,
           {.label = "Uplift", .help = "Orders per attributed order that was applied.", .unit = "rate"});
  a.column("spend_coverage", spend_coverage,
           {.label = "Spend covered", .help = "Share of the recent spend that passed the gates.", .unit = "share"});
  a.column("target_cac", target_cac,
           {.label = "Target CAC",
            .help = "Cumulative CAC of its cheapest adsets that together reach the coverage.",
            .unit = "money"});
}

void CoverageTable::describe(Archive& a) {
  a.column("curve", curve, {.label = "Curve", .help = "A channel, or ALL."});
  a.column("rank", rank, {.label = "Rank", .help = "Position in rising CAC.", .unit = "count"});
  a.column("adset_id", adset_id, adset_id_info);
  a.column("adset_name", adset_name, adset_name_info);
  a.column("cum_spend", cum_spend, {.label = "Cumulative spend", .unit = "money"});
  a.column("cum_ihc", cum_ihc, {.label = "Cumulative orders", .unit = "count"});
  a.column("coverage", coverage, {.label = "Spend covered", .unit = "share"});
  a.column("cum_cac", cum_cac, {.label = "Cumulative CAC", .unit = "money"});
}

void Result::describe(Archive& a) {
  a.field("as_of_week", as_of_week, {.label = "As of week"});
  a.field("weeks_in_data", weeks_in_data, {.label = "Weeks in the data", .unit = "weeks"});
  a.field("adsets_seen", adsets_seen, {.label = "Adsets seen", .unit = "count"});
  a.field("adsets_scored", adsets_scored, {.label = "Adsets kept", .unit = "count"});
  a.field("adsets_dropped", adsets_dropped, {.label = "Adsets left out", .unit = "count"});
  a.field("scale_count", scale_count, {.label = "Scale", .unit = "count"});
  a.field("hold_count", hold_count, {.label = "Hold", .unit = "count"});
  a.field("reduce_count", reduce_count, {.label = "Reduce", .unit = "count"});
  a.field("unscored_count", unscored_count, {.label = "Cannot tell", .unit = "count"});
  a.field("lb_count", lb_count, {.label = "With enough data", .unit = "count"});
  a.field("binomial_count", binomial_count, {.label = "Optimistic", .unit = "count"});
  a.field("weekly_spend", weekly_spend, {.label = "Spend this week", .unit = "money"});
  a.field("weekly_spend_scale", weekly_spend_scale, {.label = "Spend this week, scale", .unit = "money"});
  a.field("weekly_spend_hold", weekly_spend_hold, {.label = "Spend this week, hold", .unit = "money"});
  a.field("weekly_spend_reduce", weekly_spend_reduce, {.label = "Spend this week, reduce", .unit = "money"});
  a.field("weekly_spend_above_break_even", weekly_spend_above_break_even,
          {.label = "Spend this week above break-even",
           .help = "Spend of adsets whose CAC is above their pLTV, also of those within the dead zone.",
           .unit = "money"});
  a.field("spend_coverage", spend_coverage,
          {.label = "Spend covered", .help = "Share of the recent spend that passed the gates.", .unit = "share"});
  a.field("target_cac", target_cac,
          {.label = "Target CAC",
           .help = "Cumulative CAC of the cheapest adsets that together reach the coverage.",
           .unit = "money"});
  a.table("adsets", adsets, {.label = "Adsets", .help = "Best first."});
  a.table("dropped", dropped, {.label = "Left out", .help = "Adsets that a gate left out, and which."});
  a.table("campaigns", campaigns, {.label = "Campaigns", .help = "Scored on the sums of their adsets."});
  a.table("channels", channels, {.label = "Channels", .help = "Scored on the sums of their adsets."});
  a.table("coverage", coverage, {.label = "Coverage", .help = "Cumulative CAC against the share of spend covered."});
}

About about() {
  const auto number = [](const char* name, const char* label, bool required, const char* help) {
    return Role{name, label, Kind::number, required, help};
  };
  const auto text = [](const char* name, const char* label, bool required = false) {
    return Role{name, label, Kind::text, required};
  };
  return {
      .id = "scoring/adsets",
      .title = "Score",
      .question = "Which adsets should get more next week, and which less?",
      .grade = Grade::attributed,
      .inputs =
          {{.name = "performance",
            .label = "Adset weeks",
            .help =
                "One row per adset and week (or day): spend, clicks, attributed orders and predicted lifetime value.",
            .roles = {{"week_start", "Week or day", Kind::day, true, "Days are summed to weeks that begin on Monday."},
                      text("channel", "Channel"),
                      text("campaign_id", "Campaign id"),
                      text("campaign_name", "Campaign"),
                      text("adset_id", "Adset id", true),
                      text("adset_name", "Adset"),
                      number("spend", "Spend", true, "Money spent."),
                      number("clicks", "Clicks", true, "Clicks; the trials of the order rate."),
                      number("impressions", "Impressions", false, ""),
                      number("sessions", "Sessions", false, ""),
                      number("ihc", "Attributed orders", true, "Orders attributed to the row; may be fractions."),
                      number("pltv", "pLTV", true,
                             "Average predicted lifetime value of the users attributed to the row."),
                      number("influenced_trials", "Influenced trials", false, "The weight of the pLTV."),
                      number("hvc_male_influenced", "High-value customers, male", false, ""),
                      number("hvc_female_influenced", "High-value customers, female", false, "")}},
           {.name = "orders",
            .label = "True orders per channel",
            .required = false,
            .help = "Orders of the shop per channel; from them the uplift is estimated where none is given.",
            .roles = {text("channel", "Channel", true),
                      number("orders", "Orders", true, "All orders of the channel."),
                      {"week_start", "Week or day", Kind::day, false,
                       "Without dates, the orders are taken to be of the last 8 weeks."}}}},
      .explains = {"adset_id"}};
}

}  // namespace outlay::scoring::adsets
