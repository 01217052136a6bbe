// The best plan that also keeps a target CPA or ROAS over the whole.
#pragma once

#include <optional>
#include <vector>

#include "analyses/budget/limits.h"
#include "analyses/budget/model.h"
#include "math/branch.h"

namespace outlay::budget::reallocate {

/// What is maximised: worth of each conversion, less unit_cost a dollar.
struct Goal {
  std::vector<double> worth;
  double unit_cost = 0;
};

/// sum(gain * conversions) - unit_cost * spend >= 0. For a CPA of T: gain T, cost 1; a ROAS of R: gain revenue, cost R.
struct Target {
  std::vector<double> gain;
  double unit_cost = 1;
};

/// Those of the parameters.
std::vector<Target> targets_of(const Params& params, const Model& model);

class TargetSearch {
 public:
  TargetSearch(const Campaigns& campaigns, const Model& model, const Limits& limits, const math::SearchLimits& search);

  /// Maximises the goal; each target is priced by a multiplier, found by false position on how far it is missed, one
  /// inside the other. Where the best plan jumps across the target (linear curves), the two on either side are mixed.
  /// `value` and `bound` are the goal's. Empty when the targets or limits cannot be met.
  std::optional<math::Best> run(const Goal& goal, const std::vector<Target>& targets, double start);

  /// Whether any plan within the limits meets the targets: a few searches, where the best takes a hundred a target.
  bool can_meet(const std::vector<Target>& targets);

 private:
  std::optional<math::Best> solve(const Goal& goal, std::size_t targets);
  std::optional<math::Best> meet(const Goal& goal, std::size_t target);
  Goal with(const Goal& goal, const Target& target, double multiplier) const;
  double surplus(const Target& target, const std::vector<double>& amount) const;
  double worth_of(const Goal& goal, const std::vector<double>& amount) const;
  math::Best mix(const Goal& goal, const Target& target, const math::Best& short_of, const math::Best& over) const;

  const Campaigns& campaigns_;
  const Model& model_;
  const Limits& limits_;
  math::SearchLimits search_;
  const std::vector<Target>* targets_ = nullptr;
  double start_ = 0;
  bool any_will_do_ = false;
};

}  // namespace outlay::budget::reallocate
