// The words of budget/reallocate: every parameter, input role and result column, spelled once.
#include "analyses/budget/reallocate.h"

namespace outlay::budget::reallocate {
namespace {

void describe_goal(Params& p, Archive& a) {
  a.choice("method", p.method,
           {{"proportional", "In proportion to efficiency"},
            {"projected", "In proportion, within the bounds"},
            {"linear", "Best first"},
            {"diminishing", "Diminishing returns"}},
           {.label = "Method",
            .help = "Best first is optimal while each dollar brings what dollars bring today; diminishing returns lets "
                    "every further dollar bring less.",
            .group = "Goal"});
  a.choice(
      "objective", p.objective,
      {{"conversions", "Conversions"}, {"revenue", "Revenue"}, {"profit", "Profit"}, {"pltv", "Lifetime value (pLTV)"}},
      {.label = "Maximise", .help = "Profit is revenue times the margin, less the spend.", .group = "Goal"});
  a.field("margin", p.margin,
          {.label = "Margin",
           .help = "Part of revenue that is left before ad spend; for profit.",
           .unit = "share",
           .group = "Goal",
           .min = 0,
           .max = 1});
  a.choice("rates", p.rates, {{"observed", "As observed"}, {"shrunk", "Shrunk to their common prior"}},
           {.label = "Plan with rates",
            .help = "Shrunk rates make fewer and surer moves: they discount luck before the money is moved.",
            .group = "Goal"});
}

void describe_limits(Params& p, Archive& a) {
  a.field(
      "total_budget", p.total_budget,
      {.label = "Total budget", .help = "Empty: what is spent today.", .unit = "money", .group = "Budget", .min = 0});
  a.field(
      "min_total", p.min_total,
      {.label = "Total: at least", .help = "Instead of a fixed total.", .unit = "money", .group = "Budget", .min = 0});
  a.field("max_total", p.max_total,
          {.label = "Total: at most",
           .help = "Instead of a fixed total. Shares are then shares of this.",
           .unit = "money",
           .group = "Budget",
           .min = 0});
  a.field("min_share", p.min_share,
          {.label = "Each campaign: smallest share",
           .help = "Of the total budget.",
           .unit = "share",
           .group = "Limits",
           .min = 0,
           .max = 1});
  a.field("max_share", p.max_share,
          {.label = "Each campaign: largest share",
           .help = "Of the total budget.",
           .unit = "share",
           .group = "Limits",
           .min = 0,
           .max = 1});
  a.field("min_change", p.min_change,
          {.label = "Each campaign: change at least",
           .help = "-20% lets no campaign lose more than a fifth of today's spend.",
           .unit = "share",
           .group = "Limits",
           .min = -1});
  a.field("max_change", p.max_change,
          {.label = "Each campaign: change at most",
           .help = "20% lets no campaign gain more than a fifth of today's spend.",
           .unit = "share",
           .group = "Limits",
           .min = -1});
  a.field("min_viable_spend", p.min_viable_spend,
          {.label = "Least viable spend",
           .help = "A campaign gets nothing, or at least this.",
           .unit = "money",
           .group = "Limits",
           .min = 0});
  a.records(
      "group_bounds", p.group_bounds,
      {.label = "Groups", .help = "What all campaigns of a group get together.", .group = "Limits", .keys = "group"});
  a.records(
      "edits", p.edits,
      {.label = "Campaigns set by hand",
       .help = "A locked campaign keeps today's spend; a budget is given as it stands. Both come before the limits "
               "above.",
       .group = "Limits",
       .keys = "campaign"});
  a.field("target_cpa", p.target_cpa,
          {.label = "Target CPA",
           .help = "Spend over conversions of the whole plan is at most this.",
           .unit = "money",
           .group = "Targets",
           .min = 0});
  a.field("target_roas", p.target_roas,
          {.label = "Target ROAS",
           .help = "Revenue over spend of the whole plan is at least this.",
           .unit = "rate",
           .group = "Targets",
           .min = 0});
  a.field("round_to", p.round_to,
          {.label = "Round budgets to",
           .help = "1, 5 or 10, say; the total is kept. 0: as they come.",
           .unit = "money",
           .group = "Budget",
           .min = 0});
}

void describe_evidence(Params& p, Archive& a) {
  a.choice("curves", p.curves,
           {{"automatic", "From weekly history, where there is any"}, {"elasticity", "The elasticity below"}},
           {.label = "Response curves",
            .help = "Curves that the table gives come before both.",
            .group = "Diminishing returns"});
  a.field("elasticity", p.elasticity,
          {.label = "Elasticity",
           .help = "1% more spend brings this many percent more conversions: 1 is proportional, 0.7 is usual.",
           .unit = "rate",
           .group = "Diminishing returns",
           .min = 0.01,
           .max = 1});
  a.choice("distance", p.distance, {{"squares", "Least squares"}, {"divergence", "Kullback-Leibler divergence"}},
           {.label = "Nearest by", .help = "For the method within the bounds.", .group = "Method"});
  a.choice("pool", p.pool, {{"all", "All campaigns"}, {"group", "The campaigns of its group"}},
           {.label = "Rates are shrunk towards",
            .help = "What a campaign is compared with to tell luck from merit.",
            .group = "Certainty"});
  a.field("recent_weeks", p.recent_weeks,
          {.label = "Weeks that count as today",
           .help = "With a date column, today's spend is that of an average week of these.",
           .unit = "weeks",
           .group = "Certainty",
           .min = 1,
           .max = 520});
  a.field("frontier_points", p.frontier_points,
          {.label = "Points of the frontier",
           .help = "Totals from 50% to 150% of today's. 0 leaves it out, which is faster.",
           .unit = "count",
           .group = "Certainty",
           .min = 0,
           .max = 201});
  a.field("draws", p.draws,
          {.label = "Draws",
           .help = "Behind the interval of the lift. 0 leaves out all that is said of certainty, which is faster.",
           .unit = "count",
           .group = "Certainty",
           .min = 0,
           .max = 100000});
  a.field(
      "seed", p.seed,
      {.label = "Seed of the draws", .help = "The same seed gives the same interval.", .group = "Certainty", .min = 0});
}

}  // namespace

void GroupBounds::describe(Archive& a) {
  a.field("min", min, {.label = "At least", .unit = "money", .min = 0});
  a.field("max", max, {.label = "At most", .unit = "money", .min = 0});
}

void Edit::describe(Archive& a) {
  a.field("budget", budget, {.label = "Budget", .unit = "money", .min = 0});
  a.field("min", min, {.label = "At least", .unit = "money", .min = 0});
  a.field("max", max, {.label = "At most", .unit = "money", .min = 0});
  a.field("locked", locked, {.label = "Locked"});
}

void Params::describe(Archive& a) {
  describe_goal(*this, a);
  describe_limits(*this, a);
  describe_evidence(*this, a);
}

About about() {
  return {"budget/reallocate",
          "Move the budget",
          "How should the budget be split between campaigns, and is there anything to gain?",
          Grade::modelled,
          {{"campaigns",
            "Campaigns",
            true,
            "One row a campaign, or one a campaign and week.",
            {{"campaign", "Campaign", Kind::text, false, "Without it, the text columns together name a campaign."},
             {"cost", "Spend", Kind::number, true},
             {"clicks", "Clicks", Kind::number, false, "Needed where a campaign has no curve of its own."},
             {"conversions", "Conversions", Kind::number, false, "Needed where a campaign has no curve of its own."},
             {"impressions", "Impressions"},
             {"revenue", "Revenue", Kind::number, false, "For revenue, profit and ROAS."},
             {"pltv", "pLTV", Kind::number, false, "Predicted lifetime value of a conversion."},
             {"date", "Date", Kind::day, false, "Weekly or daily rows: the history behind the curves."},
             {"group", "Group", Kind::text, false, "Channel, say: what group limits and shrinkage go by."},
             {"curve", "Curve", Kind::text, false, "power, log, hill or exponential."},
             {"curve_a", "Curve: scale of the response"},
             {"curve_b", "Curve: exponent or Hill shape"},
             {"curve_s", "Curve: spend scale or half saturation"},
             {"min_budget", "Smallest budget"},
             {"max_budget", "Largest budget"},
             {"locked", "Locked", Kind::text, false, "yes keeps the campaign at today's spend."}}}},
          {"campaign", "group"}};
}

}  // namespace outlay::budget::reallocate
