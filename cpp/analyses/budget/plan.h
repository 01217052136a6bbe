// Making the plan: one split of the budget by the chosen method, within the limits, with its proof of how good it is.
#pragma once

#include <optional>
#include <vector>

#include "analyses/budget/limits.h"
#include "analyses/budget/model.h"
#include "math/branch.h"

namespace outlay::budget::reallocate {

struct Plan {
  std::vector<double> budget;
  double whole_price = 0;  // objective brought by the last dollar of the whole budget
  double value = 0;        // at the planning rates, in units of the objective
  double bound = 0;        // no plan within the limits is worth more; NaN for a method that does not maximise
  int nodes = 0;
  double log_price = 0;  // a guess for the next plan
  double odd = 0;        // what rounding left to one campaign
  bool rounding_failed = false;

  double gap() const;
};

/// Empty when no plan within the limits, targets and least viable spends was found.
std::optional<Plan> make_plan(const Params& params, const Campaigns& campaigns, const Model& model,
                              const Limits& limits, const math::SearchLimits& search, double start = 0);

/// The most conversions (or revenue) a dollar over the whole that any plan within the limits reaches.
std::optional<double> best_ratio(const Params& params, const Campaigns& campaigns, const Model& model,
                                 const Limits& limits, bool of_revenue);

}  // namespace outlay::budget::reallocate
