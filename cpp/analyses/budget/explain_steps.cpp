// The steps with a campaign's figures: the change, the evidence, its curve, and how sure its rate is.
#include "analyses/budget/explain_steps.h"

#include <cmath>
#include <numeric>

namespace outlay::budget::reallocate {
namespace {

const double none = std::nan("");

// Each kind of curve as a formula of its parameters, conversions at spend {budget}.
const char* formula_of(math::CurveKind kind) {
  switch (kind) {
    case math::CurveKind::linear:
      return "{expected} = {a} x {budget}";
    case math::CurveKind::power:
      return "{expected} = {a} x {budget}^{b}";
    case math::CurveKind::log:
      return "{expected} = {a} x log(1 + {budget} / {s})";
    case math::CurveKind::hill:
      return "{expected} = {a} x {budget}^{b} / ({budget}^{b} + {s}^{b})";
    case math::CurveKind::exponential:
      return "{expected} = {a} x (1 - exp(-{budget} / {s}))";
  }
  return "";
}

void add_curve(const math::Curve& curve, ExplainedStep& step) {
  step.formula = formula_of(curve.kind);
  const bool has_shape = curve.kind == math::CurveKind::power || curve.kind == math::CurveKind::hill;
  const bool has_spend = curve.kind != math::CurveKind::linear && curve.kind != math::CurveKind::power;
  step.numbers.push_back({"a", "scale", curve.a, "rate"});
  if (has_shape) step.numbers.push_back({"b", "exponent", curve.b, "rate"});
  if (has_spend) step.numbers.push_back({"s", "spend scale", curve.s, "money"});
}

// The mean rate of those that the campaign is compared with.
double pool_rate(const Chosen& chosen) {
  const Model& model = chosen.model;
  double counts = 0, exposures = 0;
  for (std::size_t i = 0; i < model.count.size(); ++i) {
    if (model.pool[i] != model.pool[chosen.at]) continue;
    counts += model.count[i];
    exposures += model.exposure[i];
  }
  return exposures > 0 ? counts / exposures : none;
}

double inverse(double rate) { return rate > 0 ? 1 / rate : none; }

}  // namespace

ExplainedStep explain_change(const Chosen& chosen) {
  ExplainedStep step{"change", "The new budget", "", "{budget} = {cost} + {change}", {}, {}, {}};
  const double change = chosen.budget() - chosen.cost();
  const CampaignTable& table = chosen.table();
  step.text = change > 0.005    ? "It gains {change} and should bring {after} conversions instead of {before}."
              : change < -0.005 ? "It gives up money and should bring {after} conversions instead of {before}."
                                : "It keeps what it has.";
  step.numbers = {{"budget", "new budget", chosen.budget(), "money"},
                  {"cost", "today's spend", chosen.cost(), "money"},
                  {"change", "change", change, "money"},
                  {"before", "conversions today", table.expected_conversions[chosen.at], "count"},
                  {"after", "conversions expected", table.expected_conversions_optimized[chosen.at], "count"}};
  return step;
}

ExplainedStep explain_evidence(const Chosen& chosen) {
  ExplainedStep step{"evidence", "What it brings today", "", "", {}, {}, {}};
  const Campaigns& campaigns = chosen.campaigns;
  const std::size_t at = chosen.at;
  if (!campaigns.has_evidence[at]) {
    step.text =
        "It has no clicks or no spend, and no curve: nothing tells what more money would do, so it keeps its spend.";
    return step;
  }
  const double per_dollar = chosen.table().conversions_per_dollar[at];
  if (std::isnan(per_dollar)) {
    step.text = "Its curve is given, so it needs no figures of its own.";
    return step;
  }
  step.text = "Of {campaigns} campaigns it has rank {rank} by what a conversion costs.";
  step.formula = "{cpa} = {cost} / {conversions}";
  step.numbers = {{"cpa", "cost of a conversion", inverse(per_dollar), "money"},
                  {"conversions", "conversions", campaigns.conversions[at], "count"},
                  {"cost", "today's spend", chosen.cost(), "money"},
                  {"rank", "rank", chosen.table().efficiency_rank[at], "rank"},
                  {"campaigns", "campaigns", static_cast<double>(campaigns.size()), "count"}};
  if (campaigns.recent_weeks > 1) {
    step.text += " Today's figures are those of an average week of the last {weeks}.";
    step.numbers.push_back({"weeks", "weeks", campaigns.recent_weeks, "weeks"});
  }
  return step;
}

ExplainedStep explain_response(const Chosen& chosen) {
  ExplainedStep step{"response", "What more money would bring", "", "", {}, {}, {}};
  const auto& [params, campaigns, model, limits, result, at] = chosen;
  const bool bends = params.method == Method::diminishing;
  step.numbers = {
      {"expected", "conversions expected", result.campaign_table.expected_conversions_optimized[at], "count"},
      {"budget", "new budget", chosen.budget(), "money"}};
  add_curve(model.observed[at], step);
  if (campaigns.has_curve[at]) {
    step.text = bends ? "The table gives its curve, which is taken as true."
                      : "The table gives its curve; this method draws a straight line through its point of today.";
    return step;
  }
  if (!bends) {
    step.text = "This method takes every further unit of spend to bring what it brings today.";
  } else {
    const bool has_history =
        params.curves == Curves::automatic && !campaigns.weeks.empty() && campaigns.weeks[at].size() > 1;
    step.text = has_history
                    ? "1% more spend brings {elasticity}% more conversions: from its weekly history, pulled towards "
                      "its group's where weeks are few."
                    : "1% more spend brings {elasticity}% more conversions: the elasticity of the parameters, since "
                      "there is no history to learn from.";
    step.numbers.push_back({"elasticity", "elasticity", model.elasticity[at], "rate"});
  }
  if (params.rates == Rates::shrunk && model.exposure[at] > 0) {
    step.text +=
        " The plan takes a conversion to cost {shrunk_cpa} today, which is what is left once luck is discounted.";
    step.numbers.push_back(
        {"shrunk_cpa", "cost of a conversion, luck discounted", inverse(model.shrunk_rate[at]), "money"});
  }
  return step;
}

ExplainedStep explain_certainty(const Chosen& chosen) {
  ExplainedStep step{"certainty", "How sure that is", "", "", {}, {}, {}};
  const Model& model = chosen.model;
  const std::size_t at = chosen.at;
  const math::RatePosterior& posterior = model.posteriors[model.pool[at]];
  const double count = model.count[at], exposure = model.exposure[at];
  const double low = posterior.quantile(0.1, count, exposure), high = posterior.quantile(0.9, count, exposure);
  const double shrunk = model.shrunk_rate[at], rate = model.rate[at], mean = pool_rate(chosen);
  step.text =
      "A conversion cost {cpa} here, {pool_cpa} over all. Part of the difference is luck: {shrunk_cpa} is to be "
      "expected, 80% likely between {cpa_low} and {cpa_high}.";
  if (!(rate > 0)) {
    step.text =
        "It had no conversion yet. {shrunk_cpa} a conversion is to be expected, 80% likely between {cpa_low} and "
        "{cpa_high}.";
  }
  step.numbers = {{"cpa", "cost of a conversion today", inverse(rate), "money"},
                  {"pool_cpa", "the same over all", inverse(mean), "money"},
                  {"shrunk_cpa", "to be expected", inverse(shrunk), "money"},
                  {"cpa_low", "low end", inverse(high), "money"},
                  {"cpa_high", "high end", inverse(low), "money"},
                  {"shrunk_rate", "conversions to expect per unit of spend", shrunk, "rate"}};
  step.interval = ExplainedInterval{inverse(high), inverse(low),    0.8,    inverse(shrunk), inverse(mean),
                                    "CPA",         "all campaigns", "money"};
  return step;
}

}  // namespace outlay::budget::reallocate
