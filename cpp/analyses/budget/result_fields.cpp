// The words of the results of budget/reallocate.
#include "analyses/budget/reallocate.h"

namespace outlay::budget::reallocate {
namespace {

constexpr FieldInfo group_info{.label = "Group"};
constexpr FieldInfo cost_info{.label = "Today's spend", .unit = "money"};
constexpr FieldInfo budget_info{.label = "New budget", .unit = "money"};
constexpr FieldInfo change_info{.label = "Change", .unit = "money"};
constexpr FieldInfo before_info{.label = "Conversions today", .unit = "count"};
constexpr FieldInfo after_info{
    .label = "Conversions expected", .help = "At the rates as observed, under the chosen response.", .unit = "count"};
constexpr FieldInfo least_info{.label = "Least allowed", .unit = "money"};
constexpr FieldInfo most_info{.label = "Most allowed", .unit = "money"};
constexpr FieldInfo at_bound_info{.label = "Held by",
                                  .help = "The limit that keeps the budget from moving further; empty when none does."};

}  // namespace

void CampaignTable::describe(Archive& a) {
  a.column("campaign", campaign, {.label = "Campaign"});
  a.column("group", group, group_info);
  a.column("cost", cost, cost_info);
  a.column("optimized_budget", optimized_budget, budget_info);
  a.column("budget_change", budget_change, change_info);
  a.column("conversion_rate", conversion_rate,
           {.label = "Conversion rate", .help = "Conversions over clicks.", .unit = "share"});
  a.column("cpc", cpc, {.label = "CPC", .help = "Spend over clicks.", .unit = "money"});
  a.column("conversions_per_dollar", conversions_per_dollar,
           {.label = "Conversions per unit of spend", .unit = "rate"});
  a.column("spend_share", spend_share, {.label = "Share today", .unit = "share"});
  a.column("optimized_spend_share", optimized_spend_share, {.label = "New share", .unit = "share"});
  a.column("expected_conversions", expected_conversions, before_info);
  a.column("expected_conversions_optimized", expected_conversions_optimized, after_info);
  a.column("conversion_efficiency_rank", efficiency_rank,
           {.label = "Efficiency rank",
            .help = "1 brings most conversions per unit of spend; ties share their mean rank.",
            .unit = "rank"});
  a.column("marginal_cpa", marginal_cpa,
           {.label = "Marginal CPA",
            .help = "What one more conversion would cost at the new budget. Equal for all that no limit holds: that is "
                    "the sign of an optimum.",
            .unit = "money"});
  a.column("marginal_value", marginal_value,
           {.label = "Worth of the next dollar", .help = "In units of what is maximised.", .unit = "rate"});
  a.column("min_budget", min_budget, least_info);
  a.column("max_budget", max_budget, most_info);
  a.column("at_bound", at_bound, at_bound_info);
  a.column("shrunk_rate", shrunk_rate,
           {.label = "Shrunk rate",
            .help = "Conversions per unit of spend to be expected once luck is discounted.",
            .unit = "rate"});
  a.column("elasticity", elasticity,
           {.label = "Elasticity", .help = "Percent more conversions for 1% more spend.", .unit = "rate"});
}

void GroupTable::describe(Archive& a) {
  a.column("group", group, group_info);
  a.column("campaigns", campaigns, {.label = "Campaigns", .unit = "count"});
  a.column("cost", cost, cost_info);
  a.column("optimized_budget", optimized_budget, budget_info);
  a.column("budget_change", budget_change, change_info);
  a.column("expected_conversions", expected_conversions, before_info);
  a.column("expected_conversions_optimized", expected_conversions_optimized, after_info);
  a.column("min_budget", min_budget, least_info);
  a.column("max_budget", max_budget, most_info);
  a.column("at_bound", at_bound, at_bound_info);
}

void FrontierTable::describe(Archive& a) {
  a.column("part_of_today", part_of_today, {.label = "Part of today's budget", .unit = "share"});
  a.column("total_budget", total_budget, {.label = "Total budget", .unit = "money"});
  a.column("conversions", conversions, {.label = "Conversions of the best split", .unit = "count"});
  a.column("value", value, {.label = "Its value", .help = "In units of what is maximised.", .unit = "count"});
  a.column("bound", bound, {.label = "No split is worth more than", .unit = "count"});
  a.column("price", price, {.label = "Worth of the last dollar", .unit = "rate"});
  a.column("feasible", feasible, {.label = "Within the limits", .help = "1 when the limits allow this total, else 0."});
}

void SummaryTable::describe(Archive& a) {
  a.column("metric", metric, {.label = "Ratio"});
  a.column("count", count, {.label = "Campaigns", .unit = "count"});
  a.column("mean", mean, {.label = "Mean"});
  a.column("std", std, {.label = "Standard deviation", .help = "Of the sample: divided by n - 1."});
  a.column("min", min, {.label = "Least"});
  a.column("25%", lower_quartile, {.label = "Lower quartile"});
  a.column("50%", median, {.label = "Median"});
  a.column("75%", upper_quartile, {.label = "Upper quartile"});
  a.column("max", max, {.label = "Largest"});
}

void Result::describe(Archive& a) {
  a.field("campaigns", campaigns, {.label = "Campaigns", .unit = "count"});
  a.field("no_evidence", no_evidence,
          {.label = "Without evidence", .help = "No clicks or no spend: they keep what they have.", .unit = "count"});
  a.field("winners", winners, {.label = "Get more", .unit = "count"});
  a.field("losers", losers, {.label = "Get less", .unit = "count"});
  a.field("at_bounds", at_bounds, {.label = "Held by a limit", .unit = "count"});
  a.field("baseline_budget", baseline_budget, cost_info);
  a.field("optimized_budget", optimized_budget, {.label = "Budget of the plan", .unit = "money"});
  a.field("moved", moved, {.label = "Money moved", .help = "The sum of all raises.", .unit = "money"});
  a.field("baseline_conversions", baseline_conversions, before_info);
  a.field("optimized_conversions", optimized_conversions, after_info);
  a.field("baseline_value", baseline_value,
          {.label = "Worth today", .help = "In units of what is maximised.", .unit = "count"});
  a.field("optimized_value", optimized_value, {.label = "Worth of the plan", .unit = "count"});
  a.field("lift", lift,
          {.label = "Lift at observed rates",
           .help = "It takes every rate at its word. The best-looking campaigns were partly lucky, so it overstates.",
           .unit = "count"});
  a.field("lift_share", lift_share, {.label = "Lift at observed rates", .unit = "share"});
  a.field(
      "verdict", verdict,
      {.label = "Verdict",
       .help = "gain: the interval of the lift lies above 0; as_good: it holds 0, today's split is as good as can be "
               "told; loss: it lies below."});
  a.field("shrunk_lift", shrunk_lift,
          {.label = "Lift to be expected", .help = "Once luck is discounted.", .unit = "count"});
  a.field("shrunk_lift_share", shrunk_lift_share, {.label = "Lift to be expected", .unit = "share"});
  a.field("lift_low", lift_low, {.label = "Lift: low end", .help = "Of the 80% interval.", .unit = "count"});
  a.field("lift_high", lift_high, {.label = "Lift: high end", .help = "Of the 80% interval.", .unit = "count"});
  a.field("p_gain", p_gain, {.label = "Probability of a gain", .unit = "share"});
  a.field("p_equal_rates", p_equal_rates,
          {.label = "Probability that all are equally good",
           .help = "That the campaigns' true rates do not differ at all, only their luck.",
           .unit = "share"});
  a.field("left_on_table", left_on_table,
          {.label = "Left on the table", .help = "What the best split of today's money would add.", .unit = "count"});
  a.field("marginal_cpa", marginal_cpa,
          {.label = "Common marginal CPA",
           .help = "The median over the campaigns that no limit holds, for which it is equal.",
           .unit = "money"});
  a.field("price", price,
          {.label = "Worth of the last dollar", .help = "In units of what is maximised.", .unit = "rate"});
  a.field("bound", bound, {.label = "No plan is worth more than", .unit = "count"});
  a.field("gap", gap, {.label = "What a better plan could add at most", .unit = "share"});
  a.field("nodes", nodes, {.label = "Steps of the search", .unit = "count"});
  a.field("average_cpa", average_cpa, {.label = "CPA of the plan", .unit = "money"});
  a.field("average_roas", average_roas, {.label = "ROAS of the plan", .unit = "rate"});
  a.table("campaigns", campaign_table, {.label = "Campaigns"});
  a.table("groups", groups, {.label = "Groups"});
  a.table("frontier", frontier, {.label = "Frontier", .help = "The best that each total can bring."});
  a.table("summary", summary, {.label = "Ratios", .help = "How the campaigns' ratios are spread."});
}

}  // namespace outlay::budget::reallocate
