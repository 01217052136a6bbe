// Whole steps of money under a target CPA or ROAS.
#pragma once

#include <vector>

#include "analyses/budget/plan.h"
#include "analyses/budget/targets.h"

namespace outlay::budget::reallocate {

/// Rounds `plan` in place to the best plan in whole steps that meets the targets: each is priced by a multiplier, found
/// by halving; where plans jump across a target, amounts on which the two sides differ are split and both halves tried
/// (branch and bound), as often as the size of the plan allows. `bound` falls to what is proven. Where no plan in whole
/// steps meets the targets, the one nearest to them stands, which a notice tells.
void round_to_targets(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                      const std::vector<Target>& targets, bool is_concave, Plan& plan);

}  // namespace outlay::budget::reallocate
