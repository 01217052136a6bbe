// From observed figures to curves.
#include "analyses/budget/model.h"

#include <algorithm>
#include <cmath>

#include "analyses/budget/elasticity.h"

namespace outlay::budget::reallocate {
namespace {

void weigh_rates(const Params& params, const Campaigns& campaigns, double dispersion, Model& model) {
  const std::size_t n = campaigns.size();
  const std::size_t pools = params.pool == Pool::group ? campaigns.group.dictionary.size() + 1 : 1;
  std::vector<std::vector<double>> counts(pools), exposures(pools);
  for (std::size_t i = 0; i < n; ++i) {
    const bool counted = campaigns.has_evidence[i] && !campaigns.has_curve[i];
    model.count.push_back(counted ? campaigns.conversions[i] * campaigns.recent_weeks / dispersion : 0);
    model.exposure.push_back(counted ? campaigns.cost[i] * campaigns.recent_weeks / dispersion : 0);
    model.rate.push_back(counted ? campaigns.conversions[i] / campaigns.cost[i] : 0);
    model.pool.push_back(pools > 1 ? campaigns.group.codes[i] + 1 : 0);
    if (!counted) continue;
    counts[model.pool[i]].push_back(model.count[i]);
    exposures[model.pool[i]].push_back(model.exposure[i]);
  }
  // The dearest part of a run, which a plan being dragged along by a slider can do without.
  if (params.draws <= 0 && params.rates == Rates::observed) {
    model.shrunk_rate.assign(n, std::nan(""));
    return;
  }
  for (std::size_t k = 0; k < pools; ++k) model.posteriors.push_back(math::rate_posterior(counts[k], exposures[k]));
  for (std::size_t i = 0; i < n; ++i) {
    const bool counted = model.exposure[i] > 0;
    model.shrunk_rate.push_back(counted ? model.posteriors[model.pool[i]].expected(model.count[i], model.exposure[i])
                                        : std::nan(""));
  }
}

// A curve through today's point: `rate` conversions a dollar at today's spend.
math::Curve through_today(Method method, double rate, double cost, double elasticity) {
  if (method != Method::diminishing) return {math::CurveKind::linear, rate, 1, 1};
  return {math::CurveKind::power, rate * std::pow(cost, 1 - elasticity), elasticity, 1};
}

math::Curve response_of(const Params& params, const Campaigns& campaigns, const Model& model, std::size_t i,
                        double rate) {
  if (!campaigns.has_evidence[i]) return {};
  if (!campaigns.has_curve[i]) {
    return through_today(params.method, rate, campaigns.cost[i], model.elasticity[i]);
  }
  if (params.method == Method::diminishing) return campaigns.curve[i];
  const double cost = campaigns.cost[i];
  return {math::CurveKind::linear, cost > 0 ? campaigns.curve[i].value(cost) / cost : 0, 1, 1};
}

double worth_of(const Params& params, const Campaigns& campaigns, double revenue, std::size_t i) {
  switch (params.objective) {
    case Objective::conversions:
      return 1;
    case Objective::revenue:
      return revenue;
    case Objective::profit:
      return revenue * params.margin;
    case Objective::pltv:
      return campaigns.pltv[i];
  }
  return 1;
}

}  // namespace

Model make_model(const Params& params, const Campaigns& campaigns, Context& context) {
  Model model;
  const Elasticities elasticities = estimate_elasticities(params, campaigns);
  model.elasticity = elasticities.value;
  model.elasticity_deviation = elasticities.deviation;
  model.unit_cost = params.objective == Objective::profit ? 1 : 0;
  if (params.method == Method::diminishing && elasticities.fitted > 0 && params.curves == Curves::automatic) {
    context.notice({"curves_fitted",
                    Severity::info,
                    {{"campaigns", static_cast<double>(elasticities.fitted)}, {"dispersion", elasticities.dispersion}},
                    {}});
  }
  weigh_rates(params, campaigns, elasticities.dispersion, model);
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    const double conversions = campaigns.conversions[i];
    model.revenue.push_back(conversions > 0 ? campaigns.revenue[i] / conversions : 0);
    model.worth.push_back(std::max(0.0, worth_of(params, campaigns, model.revenue[i], i)));
    model.observed.push_back(response_of(params, campaigns, model, i, model.rate[i]));
    const bool shrink = params.rates == Rates::shrunk && model.exposure[i] > 0;
    model.response.push_back(shrink ? response_of(params, campaigns, model, i, model.shrunk_rate[i])
                                    : model.observed.back());
  }
  return model;
}

double Model::conversions(const std::vector<math::Curve>& curves, const std::vector<double>& budget) const {
  double sum = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) sum += curves[i].value(budget[i]);
  return sum;
}

double Model::value(const std::vector<math::Curve>& curves, const std::vector<double>& budget) const {
  double sum = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) sum += worth[i] * curves[i].value(budget[i]) - unit_cost * budget[i];
  return sum;
}

double Model::size(const std::vector<double>& budget) const {
  double sum = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) sum += worth[i] * response[i].value(budget[i]);
  return sum;
}

}  // namespace outlay::budget::reallocate
