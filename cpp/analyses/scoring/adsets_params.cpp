// The words of scoring/adsets: every parameter and input role, spelled once.
#include "analyses/scoring/adsets.h"

namespace outlay::scoring::adsets {

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
          {.label = "Error level of intervals",
           .help = "At 20% the interval of the CAC holds the true one 80 times in 100; the optimistic estimate uses "
                   "the upper bound of the order rate at the same level.",
           .unit = "share",
           .group = "Little data",
           .min = 0.0001,
           .max = 0.9999});
  a.choice("binomial_count", binomial_count, {{"raw", "As attributed"}, {"redistributed", "After uplift"}},
           {.label = "Orders counted for the bounds",
            .help = "Whether the bounds use orders before or after the uplift.",
            .group = "Little data"});
  a.choice("interval_prior", interval_prior, {{"channel", "The adset's channel"}, {"jeffreys", "Nothing (Jeffreys)"}},
           {.label = "The interval starts from",
            .help = "With little data of its own, an adset is taken to be like others of its channel; or like nothing.",
            .group = "Little data"});
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
  a.field("pause_stake", pause_stake,
          {.label = "Pause above this loss a week",
           .help = "An adset to reduce is to be paused when it loses more than this and its whole interval is above "
                   "what an order is worth.",
           .unit = "money",
           .group = "Score",
           .min = 0});
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
