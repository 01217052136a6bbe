// The four methods.
#include "analyses/budget/plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/budget/round_plan.h"
#include "analyses/budget/targets.h"
#include "math/fill.h"
#include "math/simplex.h"

namespace outlay::budget::reallocate {
namespace {

const double none = std::nan("");

// What the plan may divide: the total less what is kept.
double free_total(const Limits& limits) {
  double left = limits.total_high;
  for (std::size_t i = 0; i < limits.kept.size(); ++i) left -= limits.kept[i] ? limits.stretch[i].low : 0;
  return left;
}

// Efficiency as weights over the campaigns that are not kept; where none brings anything, today's split.
std::vector<double> weights_of(const Campaigns& campaigns, const Model& model, const Limits& limits) {
  std::vector<double> weights(limits.kept.size(), 0);
  double sum = 0;
  for (const bool of_today : {false, true}) {
    for (std::size_t i = 0; sum <= 0 && i < weights.size(); ++i) {
      if (!limits.kept[i]) weights[i] = of_today ? campaigns.cost[i] : model.response[i].a;
    }
    sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  for (double& weight : weights) weight = sum > 0 ? weight / sum : 0;
  return weights;
}

// The notebook's rule: clip the weights, then divide by their sum. Nothing holds the bounds after the division.
std::vector<double> proportional(const Params& params, const Campaigns& campaigns, const Model& model,
                                 const Limits& limits) {
  std::vector<double> share = weights_of(campaigns, model, limits);
  double sum = 0;
  for (std::size_t i = 0; i < share.size(); ++i) {
    if (limits.kept[i]) continue;
    share[i] = std::min(std::max(share[i], params.min_share.value_or(0)), params.max_share.value_or(1));
    sum += share[i];
  }
  const double total = free_total(limits);
  for (std::size_t i = 0; i < share.size(); ++i) {
    share[i] = limits.kept[i] ? limits.stretch[i].low : sum > 0 ? share[i] / sum * total : 0;
  }
  return share;
}

// Nearest in squares or divergence under group limits, where the sweep of math/simplex does not reach.
class NearestDemand : public math::Demand {
 public:
  NearestDemand(const std::vector<double>& target, const Limits& limits, Distance distance)
      : target_(target), limits_(limits), distance_(distance) {}
  std::size_t size() const override { return target_.size(); }
  double low(std::size_t i) const override { return limits_.stretch[i].low; }
  double high(std::size_t i) const override { return limits_.stretch[i].high; }
  double at(std::size_t i, double price, double& change) const override {
    const bool squares = distance_ == Distance::squares;
    const double wish = squares ? target_[i] - price : target_[i] > 0 ? target_[i] * std::exp(-price) : 0;
    change = wish > low(i) && wish < high(i) ? (squares ? -1 : -wish) : 0;
    return std::min(std::max(wish, low(i)), high(i));
  }

 private:
  const std::vector<double>& target_;
  const Limits& limits_;
  Distance distance_;
};

std::optional<std::vector<double>> projected(const Params& params, const Campaigns& campaigns, const Model& model,
                                             const Limits& limits) {
  std::vector<double> target = weights_of(campaigns, model, limits);
  const double total = free_total(limits);
  std::vector<double> low, high;
  for (std::size_t i = 0; i < target.size(); ++i) {
    target[i] = limits.kept[i] ? limits.stretch[i].low : target[i] * total;
    low.push_back(limits.stretch[i].low);
    high.push_back(limits.stretch[i].high);
  }
  if (limits.groups.lower.size() > 1) {
    const auto cleared = math::clear(NearestDemand(target, limits, params.distance), limits.groups);
    return cleared ? std::optional(cleared->amount) : std::nullopt;
  }
  const auto nearest = params.distance == Distance::squares
                           ? math::project_squares(target, low, high, limits.total_high)
                           : math::project_divergence(target, low, high, limits.total_high);
  return nearest ? std::optional(nearest->amount) : std::nullopt;
}

// Straight lines and no more than bounds and a fixed total: one sort does it.
bool is_plain_fill(const Params& params, const Model& model, const Limits& limits) {
  if (params.method != Method::linear || params.target_cpa || params.target_roas || model.unit_cost > 0) return false;
  if (limits.groups.lower.size() > 1 || limits.total_low != limits.total_high) return false;
  return std::all_of(limits.stretch.begin(), limits.stretch.end(),
                     [](const math::Stretch& s) { return s.on <= s.low; });
}

std::optional<Plan> filled(const Campaigns& campaigns, const Model& model, const Limits& limits) {
  std::vector<double> rate, low, high;
  for (std::size_t i = 0; i < limits.stretch.size(); ++i) {
    rate.push_back(model.worth[i] * model.response[i].a);
    low.push_back(limits.stretch[i].low);
    high.push_back(limits.stretch[i].high);
  }
  math::merge_ties(rate, 0);
  const auto best = math::fill_by_rate(rate, low, high, campaigns.cost, limits.total_high);
  if (!best) return std::nullopt;
  Plan plan{.budget = best->amount, .whole_price = best->price, .nodes = 1};
  // The dual bound of a linear programme, item by item as in math/allocate.
  plan.value = model.value(model.response, plan.budget);
  plan.bound = plan.value;
  for (std::size_t i = 0; i < rate.size(); ++i) {
    const double ideal = rate[i] > best->price ? high[i] : rate[i] < best->price ? low[i] : plan.budget[i];
    plan.bound += std::max(0.0, (rate[i] - best->price) * (ideal - plan.budget[i]));
  }
  return plan;
}

std::optional<Plan> unrounded(const Params& params, const Campaigns& campaigns, const Model& model,
                              const Limits& limits, const math::SearchLimits& search, double start) {
  if (params.method == Method::proportional) {
    Plan plan{.budget = proportional(params, campaigns, model, limits), .whole_price = none, .bound = none};
    plan.value = model.value(model.response, plan.budget);
    return plan;
  }
  if (params.method == Method::projected) {
    auto nearest = projected(params, campaigns, model, limits);
    if (!nearest) return std::nullopt;
    Plan plan{.budget = std::move(*nearest), .whole_price = none, .bound = none};
    plan.value = model.value(model.response, plan.budget);
    return plan;
  }
  if (is_plain_fill(params, model, limits)) return filled(campaigns, model, limits);
  TargetSearch solver(campaigns, model, limits, search);
  const auto best = solver.run({model.worth, model.unit_cost}, targets_of(params, model), start);
  if (!best) return std::nullopt;
  return Plan{best->amount, best->whole_price, best->value, best->bound, best->nodes, best->log_price};
}

bool meets_targets(const Params& params, const Model& model, const std::vector<double>& budget) {
  double spend = 0, conversions = 0, revenue = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) {
    const double gain = model.response[i].value(budget[i]);
    spend += budget[i];
    conversions += gain;
    revenue += gain * model.revenue[i];
  }
  return (!params.target_cpa || spend <= *params.target_cpa * conversions) &&
         (!params.target_roas || revenue >= *params.target_roas * spend);
}

// Money is not moved for nothing: where today's split keeps all limits and is worth as much, it is the plan.
void prefer_today(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                  Plan& plan) {
  const std::vector<double>& today = campaigns.cost;
  if (!keeps(limits, today) || !meets_targets(params, model, today)) return;
  if (params.round_to > 0 && !is_rounded(params, limits, today)) return;
  const double value = model.value(model.response, today);
  if (value < plan.value - 1e-12 * model.size(today)) return;
  plan.budget = today;
  plan.value = value;
  plan.bound = std::max(plan.bound, value);
  plan.odd = 0;
}

}  // namespace

double Plan::gap() const {
  const double rest = bound - value;
  return rest <= 1e-12 * std::abs(value) ? 0 : rest / std::abs(value);
}

std::optional<Plan> make_plan(const Params& params, const Campaigns& campaigns, const Model& model,
                              const Limits& limits, const math::SearchLimits& search, double start) {
  if (params.method != Method::proportional && !are_feasible(limits)) return std::nullopt;
  std::optional<Plan> plan = unrounded(params, campaigns, model, limits, search, start);
  if (!plan) return plan;
  const bool maximises = !std::isnan(plan->bound);
  if (params.round_to > 0) round_plan(params, campaigns, model, limits, *plan);
  if (maximises && !plan->rounding_failed) prefer_today(params, campaigns, model, limits, *plan);
  return plan;
}

std::optional<double> best_ratio(const Params& params, const Campaigns& campaigns, const Model& model,
                                 const Limits& limits, bool of_revenue) {
  Params free = params;
  free.target_cpa = free.target_roas = std::nullopt;
  std::vector<double> worth = of_revenue ? model.revenue : std::vector<double>(model.worth.size(), 1);
  TargetSearch solver(campaigns, model, limits, {});
  double ratio = 0;
  // Dinkelbach (1967): the ratio rises until the best of "gain - spend * ratio" is 0.
  for (int step = 0; step < 60; ++step) {
    const auto best = solver.run({worth, ratio}, {}, 0);
    if (!best) return std::nullopt;
    double gain = 0, spend = 0;
    for (std::size_t i = 0; i < worth.size(); ++i) {
      gain += worth[i] * model.response[i].value(best->amount[i]);
      spend += best->amount[i];
    }
    const double next = spend > 0 ? gain / spend : 0;
    if (!(next > ratio * (1 + 1e-13))) break;
    ratio = next;
  }
  return ratio;
}

}  // namespace outlay::budget::reallocate
