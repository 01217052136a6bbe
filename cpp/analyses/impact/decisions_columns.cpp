// The words of impact/decisions: every column of its tables, spelled once.
#include "analyses/impact/decisions.h"

namespace outlay::impact::decisions {

void ActionTable::describe(Archive& a) {
  a.column("row", row, {.label = "Row", .help = "Of the action log, from 1.", .unit = "count"});
  a.column("action_date", action_date, {.label = "Date"});
  a.column("action_type", action_type, {.label = "Action"});
  a.column("campaign_name", campaign_name, {.label = "Campaign"});
  a.column("ad_group_name", ad_group_name, {.label = "Ad group"});
  a.column("target_text", target_text, {.label = "Target"});
  a.column("match_type", match_type, {.label = "Match type"});
  a.column("match_level", match_level,
           {.label = "Found as", .help = "target, search_term, campaign or none: where the performance data has it."});
  a.column("before_spend", before_spend,
           {.label = "Spend before", .help = "Brought to as many days as after.", .unit = "money"});
  a.column("before_sales", before_sales,
           {.label = "Sales before", .help = "Brought to as many days as after.", .unit = "money"});
  a.column("before_clicks", before_clicks,
           {.label = "Clicks before", .help = "Brought to as many days as after.", .unit = "count"});
  a.column("after_spend", after_spend, {.label = "Spend after", .unit = "money"});
  a.column("after_sales", after_sales, {.label = "Sales after", .unit = "money"});
  a.column("after_clicks", after_clicks, {.label = "Clicks after", .unit = "count"});
  a.column("before_cpc", before_cpc, {.label = "Cost per click before", .unit = "money"});
  a.column("after_cpc", after_cpc, {.label = "Cost per click after", .unit = "money"});
  a.column("baseline_spc", baseline_spc,
           {.label = "Sales per click expected",
            .help = "Of the baseline days, capped where clicks are few.",
            .unit = "money"});
  a.column("expected_sales", expected_sales,
           {.label = "Sales expected",
            .help = "What the spend after would have brought at the old cost per click and sales per click.",
            .unit = "money"});
  a.column("raw_impact", raw_impact, {.label = "Impact before weight", .unit = "money"});
  a.column("weight", weight, {.label = "Weight", .help = "How far the clicks before carry it.", .unit = "share"});
  a.column("impact", impact,
           {.label = "Impact",
            .help = "By the decision formula: before against after, without a control.",
            .unit = "money"});
  a.column("status", status, {.label = "Status", .help = "Whether the data show that it was carried out."});
  a.column("validated", validated, {.label = "Carried out"});
  a.column("mature", mature, {.label = "Old enough"});
  a.column("tag", tag, {.label = "Outcome"});
  a.column("counted", counted, {.label = "Counted"});
  a.column("excluded_for", excluded_for, {.label = "Not counted because"});
  a.column("formula", formula, {.label = "Formula", .help = "The decision formula with this action's numbers."});
  a.column("before_days", before_days, {.label = "Days before", .unit = "count"});
  a.column("after_days", after_days, {.label = "Days after", .unit = "count"});
  a.column("scale", scale, {.label = "Scale of before", .unit = "rate"});
  a.column("before_clicks_unscaled", before_clicks_unscaled, {.label = "Clicks before, as they were", .unit = "count"});
  a.column("before_impressions", before_impressions, {.label = "Impressions before", .unit = "count"});
  a.column("after_impressions", after_impressions, {.label = "Impressions after", .unit = "count"});
  a.column("direction", direction, {.label = "Intended direction"});
  a.column("capped", capped, {.label = "Capped"});
  a.column("baseline_spc_uncapped", baseline_spc_uncapped,
           {.label = "Sales per click before the cap", .unit = "money"});
  a.column("term_before_sales", term_before_sales,
           {.label = "Term's sales before", .help = "In the whole account.", .unit = "money"});
  a.column("term_after_sales", term_after_sales,
           {.label = "Term's sales after", .help = "In the whole account.", .unit = "money"});
  a.column("shrunk_spc", shrunk_spc,
           {.label = "Sales per click, steadied",
            .help = "Drawn towards the account's, the further the fewer the clicks.",
            .unit = "money"});
  a.column(
      "shrunk_impact", shrunk_impact,
      {.label = "Impact, steadied", .help = "The decision formula with steadied sales per click.", .unit = "money"});
  a.column("forgone_sales", forgone_sales,
           {.label = "Sales given up", .help = "Sales that look-alikes kept and this term lost.", .unit = "money"});
  a.column("controls", controls, {.label = "Look-alikes", .unit = "count"});
  a.column("control_sales", control_sales,
           {.label = "Sales without the action", .help = "By the growth of its look-alikes.", .unit = "money"});
  a.column("control_spend", control_spend,
           {.label = "Spend without the action", .help = "By the growth of its look-alikes.", .unit = "money"});
  a.column("spend_price", spend_price,
           {.label = "Worth of spend",
            .help = "Sales that a unit of spend is set against: of bids what it brought there before, else 1.",
            .unit = "rate"});
  a.column(
      "controlled_impact", controlled_impact,
      {.label = "Controlled impact", .help = "Against untouched look-alikes over the same days.", .unit = "money"});
  a.column("controlled_low", controlled_low,
           {.label = "Controlled, low",
            .help = "Lower bound, from how far untouched targets miss their forecasts by chance.",
            .unit = "money"});
  a.column("controlled_high", controlled_high,
           {.label = "Controlled, high",
            .help = "Upper bound, from how far untouched targets miss their forecasts by chance.",
            .unit = "money"});
  a.column("pretrend_impact", pretrend_impact,
           {.label = "A horizon earlier",
            .help = "The same comparison for a time when nothing had been done: should be about 0.",
            .unit = "money"});
  a.column("placebo_impact", placebo_impact,
           {.label = "Paid for nothing",
            .help = "What the decision formula pays look-alikes that nobody touched.",
            .unit = "money"});
  a.column("p_value", p_value,
           {.label = "p-value", .help = "How often look-alikes, which did nothing, show as much.", .unit = "share"});
  a.column(
      "q_value", q_value,
      {.label = "q-value", .help = "The share of chance among actions that show at least as much.", .unit = "share"});
  a.column("finding", finding, {.label = "Finding"});
}

void TotalTable::describe(Archive& a) {
  a.column("key", key, {.label = "Key"});
  a.column("group", group, {.label = "Group"});
  a.column("name", name, {.label = "Name"});
  a.column("action_type", action_type, {.label = "Action"});
  a.column("tag", tag, {.label = "Outcome"});
  a.column("actions", actions, {.label = "Actions", .unit = "count"});
  a.column("mature", mature, {.label = "Old enough", .unit = "count"});
  a.column("validated", validated, {.label = "Carried out", .unit = "count"});
  a.column("counted", counted, {.label = "Counted", .unit = "count"});
  a.column("market_drag", market_drag, {.label = "Market drag", .unit = "count"});
  a.column("impact", impact, {.label = "Impact", .unit = "money"});
  a.column("impact_low", impact_low, {.label = "Impact, low", .unit = "money"});
  a.column("impact_high", impact_high, {.label = "Impact, high", .unit = "money"});
  a.column("win_rate_pct", win_rate_pct, {.label = "Win rate, %", .unit = "rate"});
  a.column("controlled_actions", controlled_actions, {.label = "With look-alikes", .unit = "count"});
  a.column("source_same", source_same,
           {.label = "Impact of these",
            .help = "By the decision formula, over the actions with look-alikes.",
            .unit = "money"});
  a.column("controlled_impact", controlled_impact, {.label = "Controlled impact", .unit = "money"});
  a.column("controlled_low", controlled_low, {.label = "Controlled, low", .unit = "money"});
  a.column("controlled_high", controlled_high, {.label = "Controlled, high", .unit = "money"});
  a.column("placebo_impact", placebo_impact, {.label = "Paid for nothing", .unit = "money"});
}

void TimelineTable::describe(Archive& a) {
  a.column("date", date, {.label = "Date"});
  a.column("spend", spend, {.label = "Spend", .unit = "money"});
  a.column("sales", sales, {.label = "Sales", .unit = "money"});
  a.column("clicks", clicks, {.label = "Clicks", .unit = "count"});
  a.column("actions", actions, {.label = "Actions", .unit = "count"});
  a.column("counted", counted, {.label = "Counted", .unit = "count"});
  a.column("impact", impact, {.label = "Impact", .unit = "money"});
}

void HorizonTable::describe(Archive& a) {
  a.column("horizon_days", horizon_days, {.label = "Horizon, days", .unit = "count"});
  a.column("mature", mature, {.label = "Old enough", .unit = "count"});
  a.column("counted", counted, {.label = "Counted", .unit = "count"});
  a.column("net_impact", net_impact, {.label = "Impact", .unit = "money"});
  a.column("net_low", net_low, {.label = "Low", .unit = "money"});
  a.column("net_high", net_high, {.label = "High", .unit = "money"});
  a.column("win_rate_pct", win_rate_pct, {.label = "Win rate, %", .unit = "rate"});
  a.column("controlled_actions", controlled_actions, {.label = "With look-alikes", .unit = "count"});
  a.column("controlled_impact", controlled_impact, {.label = "Controlled impact", .unit = "money"});
  a.column("controlled_low", controlled_low, {.label = "Controlled, low", .unit = "money"});
  a.column("controlled_high", controlled_high, {.label = "Controlled, high", .unit = "money"});
}

}  // namespace outlay::impact::decisions
