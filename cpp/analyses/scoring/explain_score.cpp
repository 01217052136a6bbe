// Steps 5, 6 and 10 of the method with an adset's numbers: CAC, pLTV, score, action.
#include <cmath>

#include "analyses/scoring/explain_steps.h"

namespace outlay::scoring::adsets {

ExplainedStep explain_cac(const Params& params, const Adset& adset) {
  const Estimate& e = adset.estimate;
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
      "Clopper-Pearson bound of {ihc} orders in {clicks} clicks over {weeks}). The CAC is the lowest "
      "plausible one, not the likeliest.";
  step.formula = "{cac} = {spend} / ({clicks} x {rate})";
  step.numbers.push_back({"clicks", "clicks", e.fallback.clicks, "count"});
  step.numbers.push_back({"rate", "highest plausible order rate", e.order_rate.upper, "share"});
  step.numbers.push_back({"ihc", "orders counted", e.fallback_ihc, "count"});
  step.numbers.push_back({"weeks", "weeks", static_cast<double>(fallback_weeks(params)), "weeks"});
  return step;
}

ExplainedStep explain_pltv(const Adset& adset) {
  const Estimate& e = adset.estimate;
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

ExplainedStep explain_score(const Params& params, const Adset& adset, const Result& result, std::size_t row) {
  const Estimate& e = adset.estimate;
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

ExplainedStep explain_action(const Params& params, const Adset& adset, const Result& result, std::size_t row) {
  ExplainedStep step{"action", "What to do", "", "", {}, {}, {}};
  const std::string_view action = result.adsets.action.at(row);
  const double stake = result.adsets.money_at_stake[row];
  const bool is_sure = adset.confidence.cac_lower > adset.estimate.pltv;
  step.text = action == "scale"   ? "Scale: {stake} a week is what its spend brings above its cost."
              : action == "hold"  ? "Hold: {stake} a week is what its spend brings above its cost, or loses below 0."
              : action == "pause" ? "Pause: it loses more than {pause_stake} a week, and its whole interval is above "
                                    "what an order is worth."
              : is_sure           ? "Reduce: it loses {pause_stake} a week or less, too little to pause it."
                                  : "Reduce, but do not pause: its interval does not rule out that it breaks even.";
  if (action == "scale" && !adset.estimate.is_lookback) step.text += " That is at best: the CAC is the optimistic one.";
  if (pays_only_at_best(adset.estimate, adset.confidence))
    step.text += " Its interval says that it probably does not pay: wait for more clicks before spending more.";
  if (adset.confidence.is_undecided) step.text += " It is not yet clear: its interval holds what an order is worth.";
  if (action.empty()) step.text = "Without a score there is nothing to advise.";
  if (std::isnan(stake)) return step;
  step.formula = "{stake} = {weekly_spend} x ({pltv} - {cac}) / {cac}";
  step.numbers = {{"stake", "at stake", stake, "money"},
                  {"weekly_spend", "this week's spend", adset.estimate.weekly_spend, "money"},
                  {"pltv", "pLTV", adset.estimate.pltv, "money"},
                  {"cac", "CAC", adset.estimate.cac, "money"},
                  {"pause_stake", "pause above", params.pause_stake, "money"}};
  return step;
}

}  // namespace outlay::scoring::adsets
