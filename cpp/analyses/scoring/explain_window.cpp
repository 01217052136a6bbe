// Steps 1 to 4 of the method with an adset's numbers: its weeks, the gates, the window search.
#include "analyses/scoring/explain_steps.h"

namespace outlay::scoring::adsets {
namespace {

Json day_json(std::int32_t day) { return iso_text(Day{day}); }

}  // namespace

ExplainedStep explain_weeks(const Params& params, const Adset& adset) {
  ExplainedStep step{"weeks", "Its weeks", "", "", {}, {}, {}};
  const int behind = adset.estimate.is_lookback ? adset.estimate.weeks_used : fallback_weeks(params);
  ExplainedTable table{{{"week", "Week", "day"},
                        {"spend", "Spend", "money"},
                        {"clicks", "Clicks", "count"},
                        {"ihc", "Attributed orders", "count"},
                        {"orders", "Orders after uplift", "count"},
                        {"pltv", "pLTV", "money"}},
                       {},
                       {}};
  const auto shown = static_cast<std::size_t>(weeks_needed(params));
  for (std::size_t w = 0; w < shown; ++w) {
    const Week& week = adset.weeks[w];
    table.rows.push_back({day_json(adset.as_of - 7 * static_cast<std::int32_t>(w)), week.spend, week.clicks, week.ihc,
                          week.redistributed_ihc, week.pltv.mean()});
    if (!adset.estimate.dropped() && w < static_cast<std::size_t>(behind)) table.marked.push_back(w);
  }
  step.text = adset.estimate.dropped()
                  ? "The weeks that the gates look at. Weeks without rows count as zeros."
                  : "The marked {weeks} are behind the CAC. Weeks without rows count as zeros. Orders after "
                    "uplift are the attributed orders times {uplift}.";
  if (!adset.estimate.dropped())
    step.numbers = {{"weeks", "weeks", static_cast<double>(behind), "weeks"},
                    {"uplift", "uplift", adset.uplift, "rate"}};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_gates(const Params& params, const Adset& adset) {
  const Estimate& e = adset.estimate;
  ExplainedStep step{"gates", "Enough to be scored", "", "", {}, {}, {}};
  step.text = !e.dropped()               ? "It passed both gates."
              : !e.dropped_by_engagement ? "Left out: it spent less than the spend gate asks."
              : !e.dropped_by_spend      ? "Left out: it has fewer clicks or orders than the engagement gate asks."
                                         : "Left out by both gates: too little spend, and too few clicks or orders.";
  step.table = ExplainedTable{
      {{"gate", "Gate"}, {"weeks", "Weeks", "weeks"}, {"found", "Found", "number"}, {"least", "At least", "number"}},
      {{"Spend", params.spend_gate_weeks, e.recent_spend, params.min_spend},
       {"Clicks", params.engagement_gate_weeks, e.recent_clicks, params.min_clicks},
       {"Orders", params.engagement_gate_weeks, e.recent_ihc, params.min_ihc}},
      {}};
  if (e.recent_spend < params.min_spend) step.table->marked.push_back(0);
  if (e.recent_clicks < params.min_clicks) step.table->marked.push_back(1);
  if (e.recent_ihc < params.min_ihc) step.table->marked.push_back(2);
  return step;
}

ExplainedStep explain_window(const Params& params, const Adset& adset) {
  ExplainedStep step{"window", "The lookback window", "", "", {}, {}, {}};
  ExplainedTable table{{{"weeks", "Weeks", "weeks"},
                        {"clicks", "Clicks", "count"},
                        {"orders", "Orders after uplift", "count"},
                        {"reached", "Enough"}},
                       {},
                       {}};
  Week sum;
  bool found = false;
  for (int length = 1; length <= adset.estimate.weeks_used; ++length) {
    sum.add(adset.weeks[static_cast<std::size_t>(length) - 1]);
    if (length < params.min_weeks) continue;
    const bool by_clicks = sum.clicks >= params.window_clicks, by_orders = sum.redistributed_ihc >= params.window_ihc;
    table.rows.push_back({length, sum.clicks, sum.redistributed_ihc,
                          by_clicks && by_orders ? "clicks and orders"
                          : by_clicks            ? "clicks"
                          : by_orders            ? "orders"
                                                 : "no"});
    found = found || by_clicks || by_orders;
  }
  if (found) table.marked.push_back(table.rows.size() - 1);
  step.text = found ? "The shortest window from {min_weeks} on with at least {window_clicks} clicks or "
                      "{window_ihc} orders: {weeks}."
                    : "No window up to {weeks} has {window_clicks} clicks or {window_ihc} orders.";
  if (adset.estimate.window_without_orders)
    step.text += " It has no orders to divide by, so the optimistic estimate stands in.";
  step.numbers = {{"min_weeks", "shortest window", static_cast<double>(params.min_weeks), "weeks"},
                  {"window_clicks", "clicks that suffice", params.window_clicks, "count"},
                  {"window_ihc", "orders that suffice", params.window_ihc, "count"},
                  {"weeks", "weeks", static_cast<double>(adset.estimate.weeks_used), "weeks"}};
  step.table = std::move(table);
  return step;
}

}  // namespace outlay::scoring::adsets
