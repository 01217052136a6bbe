// How one adset's score came about, step by step, for the side panel of the page.
#include <algorithm>
#include <cmath>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/adsets.h"
#include "analyses/scoring/estimate.h"
#include "core/explanation.h"

namespace outlay::scoring::adsets {
namespace {

// One adset: its weeks (latest first), its estimate, and its place in the result.
struct Adset {
  std::string id, name;
  std::int32_t as_of;
  double uplift;  // of the channel of its latest row
  std::vector<Week> weeks;
  Estimate estimate;
};

Json day_json(std::int32_t day) { return iso_text(Day{day}); }

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
                  : "The marked {weeks} weeks are behind the CAC. Weeks without rows count as zeros. Orders after "
                    "uplift are the attributed orders times {uplift}.";
  if (!adset.estimate.dropped())
    step.numbers = {{"weeks", "weeks", static_cast<double>(behind), "weeks"},
                    {"uplift", "uplift", adset.uplift, "rate"}};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_gates(const Params& params, const Estimate& e) {
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
  step.text = found ? "The shortest window from {min_weeks} weeks on with at least {window_clicks} clicks or "
                      "{window_ihc} orders: {weeks} weeks."
                    : "No window up to {weeks} weeks has {window_clicks} clicks or {window_ihc} orders.";
  if (adset.estimate.window_without_orders)
    step.text += " It has no orders to divide by, so the optimistic estimate stands in.";
  step.numbers = {{"min_weeks", "shortest window", static_cast<double>(params.min_weeks), "weeks"},
                  {"window_clicks", "clicks that suffice", params.window_clicks, "count"},
                  {"window_ihc", "orders that suffice", params.window_ihc, "count"},
                  {"weeks", "weeks", static_cast<double>(adset.estimate.weeks_used), "weeks"}};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_cac(const Params& params, const Estimate& e) {
  ExplainedStep step{"cac", "What an order costs", "", "", {}, {}, {}};
  step.numbers = {{"cac", "CAC", e.cac, "money"}, {"spend", "spend", e.cac_spend, "money"}};
  if (e.is_lookback) {
    step.text = "Spend over the window, divided by its orders after uplift.";
    step.formula = "{cac} = {spend} / {orders}";
    step.numbers.push_back({"orders", "orders", e.ihc_final, "count"});
    return step;
  }
  step.text =
      "Too little data for a plain ratio: the best order rate that the data cannot rule out stands in (upper "
      "Clopper-Pearson bound of {ihc} orders in {clicks} clicks over {weeks} weeks). The CAC is the lowest "
      "plausible one, not the likeliest.";
  step.formula = "{cac} = {spend} / ({clicks} x {rate})";
  step.numbers.push_back({"clicks", "clicks", e.fallback.clicks, "count"});
  step.numbers.push_back({"rate", "highest plausible order rate", e.order_rate.upper, "share"});
  step.numbers.push_back({"ihc", "orders counted", e.fallback_ihc, "count"});
  step.numbers.push_back({"weeks", "weeks", static_cast<double>(fallback_weeks(params)), "weeks"});
  return step;
}

ExplainedStep explain_pltv(const Estimate& e) {
  const PltvSums& sums = e.basis().pltv;
  ExplainedStep step{"pltv", "What an order is worth", "", "", {}, {}, {}};
  step.numbers = {{"pltv", "pLTV", e.pltv, "money"}};
  if (sums.rows == 0) {
    step.text = "No row of these weeks states a pLTV.";
    return step;
  }
  const bool by_trials = sums.trials > 0, by_orders = !by_trials && sums.ihc > 0;
  step.text = by_trials   ? "Mean pLTV of its weeks, weighted by influenced trials."
              : by_orders ? "Mean pLTV of its weeks, weighted by attributed orders."
                          : "Plain mean pLTV of its weeks: there is nothing to weight by.";
  step.formula = "{pltv} = {sum} / {weight}";
  const char* const sum_label = by_trials ? "sum of pLTV x trials" : by_orders ? "sum of pLTV x orders" : "sum of pLTV";
  const char* const weight_label = by_trials ? "trials" : by_orders ? "orders" : "rows";
  step.numbers.push_back({"sum", sum_label,
                          by_trials   ? sums.by_trials
                          : by_orders ? sums.by_ihc
                                      : sums.plain,
                          "money"});
  step.numbers.push_back({"weight", weight_label, by_trials ? sums.trials : by_orders ? sums.ihc : sums.rows, "count"});
  return step;
}

ExplainedStep explain_score(const Params& params, const Estimate& e, const Result& result, std::size_t row) {
  ExplainedStep step{"score", "The score", "", "", {}, {}, {}};
  const double distance = result.adsets.score.signed_distance[row];
  const double scaled = result.adsets.score.scaled_distance[row];
  const double bucket = result.adsets.score.bucket[row];
  if (std::isnan(distance)) {
    step.text = "Without both a CAC and a pLTV there is no score.";
    return step;
  }
  step.text = bucket > 0   ? "Above the dead zone of {dead_zone}: scale."
              : bucket < 0 ? "Below the dead zone of {dead_zone}: reduce."
                           : "Within the dead zone of {dead_zone} around break-even: hold.";
  step.formula = "{score} = ({pltv} - {cac}) / sqrt(2) / {unit}";
  if (params.scale == Scale::p95) step.formula += ", at most 1 either way";
  step.numbers = {{"score", "score", scaled, "score"},
                  {"pltv", "pLTV", e.pltv, "money"},
                  {"cac", "CAC", e.cac, "money"},
                  {"unit", params.scale == Scale::max ? "largest distance of the list" : "95th percentile of distances",
                   result.adsets.score.unit, "money"},
                  {"distance", "distance from break-even", distance, "money"},
                  {"dead_zone", "dead zone", params.dead_zone, "score"}};
  return step;
}

// The row of a text column that holds the text; its size when none does.
std::size_t row_of(const TextColumn& column, const std::string& text) {
  std::size_t row = 0;
  while (row < column.codes.size() && column.at(row) != text) ++row;
  return row;
}

Adset find_adset(const Params& params, const BoundTable& table, const Result& result, const RowKey& key) {
  const auto id = key.find("adset_id");
  const std::vector<std::string>& ids = table.text("adset_id").dictionary;
  const auto found = id == key.end() ? ids.end() : std::find(ids.begin(), ids.end(), id->second);
  if (found == ids.end()) refuse_row(key);
  const auto code = static_cast<std::int32_t>(found - ids.begin());
  const AdsetWeeks only(table, code);
  Adset out{*found, *found, result.as_of_week->days, 1, {}, {}};
  out.weeks.resize(static_cast<std::size_t>(weeks_needed(params)));
  const std::int64_t latest =
      only.weeks_of(static_cast<std::size_t>(code), out.as_of, result.uplift_by_code, out.weeks);
  if (latest < 0) refuse_row(key);
  const AdsetNames names(table);
  const auto row = static_cast<std::size_t>(latest);
  if (AdsetNames::code(names.adset_name, row) >= 0) out.name = names.adset_name->at(row);
  if (const std::int32_t channel = AdsetNames::code(names.channel, row); channel >= 0)
    out.uplift = result.uplift_by_code[static_cast<std::size_t>(channel)];
  out.estimate = estimate(params, out.weeks);
  return out;
}

}  // namespace

Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& key) {
  const Adset adset = find_adset(params, inputs.get("performance"), result, key);
  Explanation out{adset.name, {}};
  out.steps.push_back(explain_weeks(params, adset));
  out.steps.push_back(explain_gates(params, adset.estimate));
  if (adset.estimate.dropped()) return out;
  const std::size_t scored = row_of(result.adsets.adset_id, adset.id);
  out.steps.push_back(explain_window(params, adset));
  out.steps.push_back(explain_cac(params, adset.estimate));
  out.steps.push_back(explain_pltv(adset.estimate));
  out.steps.push_back(explain_score(params, adset.estimate, result, scored));
  return out;
}

}  // namespace outlay::scoring::adsets
