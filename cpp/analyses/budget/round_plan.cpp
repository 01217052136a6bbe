// What a step is worth to each method, and how far the total may move with it.
#include "analyses/budget/round_plan.h"

#include <cmath>
#include <numeric>

#include "analyses/budget/round_targets.h"
#include "math/rounding.h"

namespace outlay::budget::reallocate {
namespace {

bool is_concave(const Model& model, const Limits& limits) {
  for (std::size_t i = 0; i < limits.stretch.size(); ++i) {
    const math::Curve& curve = model.response[i];
    if (curve.a > 0 && !limits.kept[i] && curve.inflection() > limits.stretch[i].low) return false;
  }
  return true;
}

std::function<double(std::size_t, double)> worth_of_steps(const Campaigns& campaigns, const Model& model,
                                                          const Limits& limits, const Plan& plan) {
  // Among equals the one nearer to today: a part in a hundred billion decides between them, and nothing else.
  const double size = model.size(plan.budget);
  const double tie = 1e-11 * (size > 0 ? size : 1) / std::max(1.0, limits.reference);
  return [&campaigns, &model, tie](std::size_t i, double x) {
    return model.worth[i] * model.response[i].value(x) - model.unit_cost * x - tie * std::abs(x - campaigns.cost[i]);
  };
}

// A total that the method has chosen stays, but for less than a step where a range lets it.
math::Groups with_total(const Limits& limits, const Plan& plan, double step) {
  math::Groups groups = limits.groups;
  const double total = std::accumulate(plan.budget.begin(), plan.budget.end(), 0.0);
  const double least = std::max(groups.lower[0], total - step * (1 - 1e-6));
  groups.upper[0] = total;
  groups.lower[0] = limits.total_low < limits.total_high ? std::min(least, total) : total;
  return groups;
}

}  // namespace

void round_plan(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                Plan& plan) {
  const bool maximises = !std::isnan(plan.bound);
  const std::vector<Target> targets = targets_of(params, model);
  if (maximises && !targets.empty()) {
    return round_to_targets(params, campaigns, model, limits, targets, is_concave(model, limits), plan);
  }
  math::Groups groups = maximises ? limits.groups : with_total(limits, plan, params.round_to);
  std::vector<math::Stretch> stretch = limits.stretch;
  if (!maximises) {
    for (math::Stretch& s : stretch) s.on = s.low;  // these methods know no least viable spend
  }
  if (params.method == Method::proportional) {
    groups = math::Groups::whole(stretch.size(), groups.lower[0], groups.upper[0]);
    for (std::size_t i = 0; i < stretch.size(); ++i) {
      if (!limits.kept[i]) stretch[i] = {0, 0, groups.upper[0]};
    }
  }
  const std::vector<double> before = plan.budget;
  const std::function<double(std::size_t, double)> nearest = [&](std::size_t i, double x) {
    return -(x - before[i]) * (x - before[i]);
  };
  const auto value = maximises ? worth_of_steps(campaigns, model, limits, plan) : nearest;
  const auto rounded = math::round_keeping_total(
      {before, stretch, groups, params.round_to, !maximises || is_concave(model, limits), value});
  plan.rounding_failed = !rounded;
  if (!rounded) return;
  plan.budget = rounded->amount;
  plan.odd = rounded->odd;
  plan.value = model.value(model.response, plan.budget);
  if (maximises && rounded->is_best) plan.bound = plan.value;
}

bool is_rounded(const Params& params, const Limits& limits, const std::vector<double>& budget) {
  for (std::size_t i = 0; i < budget.size(); ++i) {
    const double steps = budget[i] / params.round_to;
    if (!limits.kept[i] && std::abs(steps - std::round(steps)) > 1e-9 * std::max(1.0, steps)) return false;
  }
  return true;
}

}  // namespace outlay::budget::reallocate
