// The words of the result of scoring/adsets: every scalar and column, spelled once.
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
  a.column("cac_lower", cac_lower,
           {.label = "CAC, low",
            .help = "Lower end of the interval that holds the true CAC 80 times in 100 (or as the error level says).",
            .unit = "money"});
  a.column("cac_upper", cac_upper, {.label = "CAC, high", .help = "Upper end of that interval.", .unit = "money"});
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
  a.column("p_profitable", p_profitable,
           {.label = "Chance of profit",
            .help = "The probability that an order costs less than it is worth, as attributed.",
            .unit = "chance"});
  a.column("action", action,
           {.label = "Action", .help = "scale, hold, reduce, or pause: to reduce, surely and with much at stake."});
  a.column("notes", notes, {.label = "Notes", .help = "What is particular about this row."});
  a.column("undecided", undecided,
           {.label = "Not yet clear",
            .help = "1 when the interval of the CAC holds what an order is worth, 0 when it does not.",
            .unit = "flag"});
  a.column("clicks_needed", clicks_needed,
           {.label = "Clicks that would decide",
            .help = "Further clicks, at today's order rate and cost, until the interval no longer holds what an order "
                    "is worth; empty when it is clear already, or when no number would do.",
            .unit = "about"});
  a.column("money_at_stake", money_at_stake,
           {.label = "At stake a week",
            .help = "This week's spend times (pLTV - CAC) / CAC: what it brings above its cost, or loses below 0.",
            .unit = "money"});
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
  a.column("prior_rate", prior_rate,
           {.label = "Usual order rate",
            .help = "Attributed orders per click that its adsets vary around; empty when it has too few to tell.",
            .unit = "share"});
  a.column("prior_clicks", prior_clicks,
           {.label = "Usual rate is worth",
            .help = "The clicks of its own at which an adset counts as much as its channel.",
            .unit = "count"});
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

void ChangeTable::describe(Archive& a) {
  a.column("campaign_name", campaign_name, campaign_name_info);
  a.column("campaign_id", campaign_id, campaign_id_info);
  a.column("adset_name", adset_name, adset_name_info);
  a.column("adset_id", adset_id, adset_id_info);
  a.column("channel", channel, channel_info);
  a.column("bucket_before", bucket_before,
           {.label = "Advice before", .help = "Empty when it was not scored a week before.", .unit = "bucket"});
  a.column("bucket_after", bucket_after,
           {.label = "Advice now", .help = "Empty when it is not scored now.", .unit = "bucket"});
  a.column("why", why, {.label = "Why", .help = "What moved it most, and whether its window changed."});
  a.column("score_before", score_before, {.label = "Score before", .unit = "score"});
  a.column("score_after", score_after, {.label = "Score now", .unit = "score"});
  a.column("by_cac", by_cac, {.label = "Moved by CAC", .help = "Points of the score.", .unit = "score"});
  a.column("by_pltv", by_pltv, {.label = "Moved by pLTV", .help = "Points of the score.", .unit = "score"});
  a.column("by_scale", by_scale,
           {.label = "Moved by the scale",
            .help = "Points of the score: the largest distance of the list is another one.",
            .unit = "score"});
  a.column("cac_before", cac_before, {.label = "CAC before", .unit = "money"});
  a.column("cac_after", cac_after, {.label = "CAC now", .unit = "money"});
  a.column("pltv_before", pltv_before, {.label = "pLTV before", .unit = "money"});
  a.column("pltv_after", pltv_after, {.label = "pLTV now", .unit = "money"});
  a.column("weeks_before", weeks_before, {.label = "Weeks before", .unit = "weeks"});
  a.column("weeks_after", weeks_after, {.label = "Weeks now", .unit = "weeks"});
  a.column("weekly_spend", weekly_spend, weekly_spend_info);
}

void MonitoringTable::describe(Archive& a) {
  a.column("channel", channel, channel_info);
  a.column("week_start", week, {.label = "Week", .help = "The last of the eight weeks."});
  a.column("orders", orders, {.label = "True orders", .help = "Over eight weeks.", .unit = "count"});
  a.column("attributed", attributed, {.label = "Attributed orders", .help = "Over eight weeks.", .unit = "count"});
  a.column("factor", factor, {.label = "Orders per attributed order", .unit = "rate"});
  a.column("reference", reference,
           {.label = "Held against",
            .help = "The uplift given by hand, else the factor eight weeks before.",
            .unit = "rate"});
  a.column("change", change, {.label = "Change", .unit = "share"});
  a.column("bound", bound,
           {.label = "Change that counts as drift",
            .help = "10%, or more where so few orders vary more than that by chance.",
            .unit = "share"});
  a.column("drifts", drifts, {.label = "Drifts", .help = "1 when the change is beyond the bound.", .unit = "flag"});
}

void Result::describe(Archive& a) {
  a.field("as_of_week", as_of_week, {.label = "As of week"});
  a.field("previous_week", previous_week, {.label = "Compared with week"});
  a.field("weeks_in_data", weeks_in_data, {.label = "Weeks in the data", .unit = "weeks"});
  a.field("adsets_seen", adsets_seen, {.label = "Adsets seen", .unit = "count"});
  a.field("adsets_scored", adsets_scored, {.label = "Adsets kept", .unit = "count"});
  a.field("adsets_dropped", adsets_dropped, {.label = "Adsets left out", .unit = "count"});
  a.field("scale_count", scale_count, {.label = "Scale", .unit = "count"});
  a.field("hold_count", hold_count, {.label = "Hold", .unit = "count"});
  a.field("reduce_count", reduce_count, {.label = "Reduce", .unit = "count"});
  a.field("pause_count", pause_count, {.label = "Of these, pause", .unit = "count"});
  a.field("undecided_count", undecided_count, {.label = "Not yet clear", .unit = "count"});
  a.field("changed_count", changed_count, {.label = "Changed since last week", .unit = "count"});
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
  a.field("weekly_spend_undecided", weekly_spend_undecided,
          {.label = "Spend this week, not yet clear", .unit = "money"});
  a.field("weekly_spend_above_undecided", weekly_spend_above_undecided,
          {.label = "Spend above break-even, not yet clear",
           .help = "The part of the spend above break-even whose interval does not rule out that it pays.",
           .unit = "money"});
  a.field("weekly_loss", weekly_loss,
          {.label = "Lost this week",
           .help = "What the spend of adsets whose CAC is above their pLTV loses: spend times (CAC - pLTV) / CAC.",
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
  a.table("changes", changes, {.label = "Changes", .help = "Advice that is another than a week before, and why."});
  a.table("monitoring", monitoring, {.label = "Uplift by week", .help = "Whether orders per attributed order drift."});
}

}  // namespace outlay::scoring::adsets
