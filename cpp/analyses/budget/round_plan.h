// Bringing a plan to whole steps of money.
#pragma once

#include "analyses/budget/plan.h"

namespace outlay::budget::reallocate {

/// Rounds `plan` in place; sets `rounding_failed` where no plan in whole steps was found. A method that maximises stays
/// the best within the limits, and the bound is then that of plans in whole steps; one that does not is rounded to the
/// nearest. A target is missed only where no plan in whole steps that meets it was found.
void round_plan(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits, Plan& plan);

/// Whether every budget that the plan may choose is a whole number of steps.
bool is_rounded(const Params& params, const Limits& limits, const std::vector<double>& budget);

}  // namespace outlay::budget::reallocate
