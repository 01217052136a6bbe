// Lagrange multipliers for targets over the whole.
#include "analyses/budget/targets.h"

#include <algorithm>
#include <cmath>

#include "math/fill.h"

namespace outlay::budget::reallocate {

using math::Best;

std::vector<Target> targets_of(const Params& params, const Model& model) {
  std::vector<Target> targets;
  if (params.target_cpa) targets.push_back({std::vector<double>(model.worth.size(), *params.target_cpa), 1});
  if (params.target_roas) targets.push_back({model.revenue, *params.target_roas});
  return targets;
}

TargetSearch::TargetSearch(const Campaigns& campaigns, const Model& model, const Limits& limits,
                           const math::SearchLimits& search)
    : campaigns_(campaigns), model_(model), limits_(limits), search_(search) {}

std::optional<Best> TargetSearch::run(const Goal& goal, const std::vector<Target>& targets, double start) {
  targets_ = &targets;
  start_ = start;
  return solve(goal, targets.size());
}

bool TargetSearch::can_meet(const std::vector<Target>& targets) {
  any_will_do_ = true;
  const bool met = run({model_.worth, model_.unit_cost}, targets, 0).has_value();
  any_will_do_ = false;
  return met;
}

// The best for the goal that meets the first so many targets.
std::optional<Best> TargetSearch::solve(const Goal& goal, std::size_t targets) {
  if (targets > 0) return meet(goal, targets - 1);
  std::vector<math::Choice> items;
  std::vector<double> rates;
  for (std::size_t i = 0; i < goal.worth.size(); ++i) {
    math::Curve curve = model_.response[i];
    curve.a *= goal.worth[i];
    items.push_back({curve, limits_.stretch[i]});
    if (curve.is_linear()) rates.push_back(curve.a);
  }
  math::merge_ties(rates, goal.unit_cost);
  auto rate = rates.begin();
  for (math::Choice& item : items) {
    if (item.curve.is_linear()) item.curve.a = *rate++;
  }
  const std::vector<double>& today = campaigns_.cost;
  std::optional<Best> best = math::maximise(items, limits_.groups, goal.unit_cost, today, search_, start_);
  if (best) start_ = best->log_price;
  return best;
}

std::optional<Best> TargetSearch::meet(const Goal& goal, std::size_t which) {
  const Target& target = (*targets_)[which];
  std::optional<Best> short_of = solve(goal, which);
  if (!short_of) return std::nullopt;
  double missed = surplus(target, short_of->amount);
  const double tolerance = 1e-11 * std::max(1.0, std::abs(limits_.reference));
  if (missed >= -tolerance) return short_of;
  const Goal only{std::vector<double>(goal.worth.size(), 0), 0};
  std::optional<Best> over = solve(with(only, target, 1), which);
  if (!over) return std::nullopt;
  double spare = surplus(target, over->amount);
  if (spare < -tolerance) return std::nullopt;
  if (any_will_do_ && which + 1 == targets_->size()) return over;
  double bound = worth_of(goal, over->amount) + std::max(0.0, over->bound - over->value);
  // The multiplier as m / (1 - m) with m in [0, 1]: 1 stands for the target alone.
  double left = 0, right = 1;
  bound = std::numeric_limits<double>::infinity();
  for (int step = 0; step < 100 && right - left > 1e-15; ++step) {
    const double part = step % 3 == 2 ? 0.5 : std::min(0.99, std::max(0.01, -missed / (spare - missed)));
    const double m = left + part * (right - left);
    if (m <= left || m >= right) break;
    Goal scaled = goal;
    for (double& worth : scaled.worth) worth *= 1 - m;
    scaled.unit_cost *= 1 - m;
    std::optional<Best> next = solve(with(scaled, target, m), which);
    if (!next) return std::nullopt;
    bound = std::min(bound, next->bound / (1 - m));
    const double now = surplus(target, next->amount);
    (now < 0 ? missed : spare) = now;
    (now < 0 ? left : right) = m;
    (now < 0 ? short_of : over) = std::move(next);
    if (std::abs(now) <= tolerance) break;
  }
  Best out = mix(goal, target, *short_of, *over);
  out.bound = std::max(out.value, bound);
  return out;
}

Goal TargetSearch::with(const Goal& goal, const Target& target, double multiplier) const {
  Goal out = goal;
  for (std::size_t i = 0; i < out.worth.size(); ++i) out.worth[i] += multiplier * target.gain[i];
  out.unit_cost += multiplier * target.unit_cost;
  return out;
}

double TargetSearch::surplus(const Target& target, const std::vector<double>& amount) const {
  double sum = 0;
  for (std::size_t i = 0; i < amount.size(); ++i) {
    sum += target.gain[i] * model_.response[i].value(amount[i]) - target.unit_cost * amount[i];
  }
  return sum;
}

double TargetSearch::worth_of(const Goal& goal, const std::vector<double>& amount) const {
  double sum = 0;
  for (std::size_t i = 0; i < amount.size(); ++i) {
    sum += goal.worth[i] * model_.response[i].value(amount[i]) - goal.unit_cost * amount[i];
  }
  return sum;
}

// As much of the plan that misses the target as the other can make up for. Mixing keeps every limit that is an interval
// or a sum; where curves are S-shaped or spends come in "nothing or at least", the plan that meets the target stands.
Best TargetSearch::mix(const Goal& goal, const Target& target, const Best& short_of, const Best& over) const {
  Best out = over;
  const auto is_concave = [&](std::size_t i) {
    const math::Stretch& s = limits_.stretch[i];
    return s.on <= s.low && model_.response[i].inflection() <= 0;
  };
  bool concave = true;
  for (std::size_t i = 0; i < out.amount.size(); ++i) concave = concave && is_concave(i);
  double most = 0, least = 1;  // the part of `short_of`
  for (int halving = 0; concave && halving < 60; ++halving) {
    const double part = 0.5 * (most + least);
    for (std::size_t i = 0; i < out.amount.size(); ++i) {
      out.amount[i] = part * short_of.amount[i] + (1 - part) * over.amount[i];
    }
    (surplus(target, out.amount) >= 0 ? most : least) = part;
  }
  for (std::size_t i = 0; concave && i < out.amount.size(); ++i) {
    out.amount[i] = most * short_of.amount[i] + (1 - most) * over.amount[i];
  }
  out.value = worth_of(goal, out.amount);
  return out;
}

}  // namespace outlay::budget::reallocate
