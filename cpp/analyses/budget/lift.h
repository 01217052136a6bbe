// What a plan can be expected to gain once it is granted that the best-looking campaigns were partly lucky.
#pragma once

#include <vector>

#include "analyses/budget/model.h"

namespace outlay::budget::reallocate {

/// All NaN when no campaign's rate rests on counts.
struct Lift {
  double expected = 0;       // mean of the posterior, in units of the objective
  double low = 0, high = 0;  // its 80% interval
  double p_gain = 0;         // probability that the plan brings more than today's split
  double p_equal = 0;        // probability that all rates of a pool are equal
};

/// Draws rates and elasticities from their posteriors; the same draws value today's split and the plan. `draws` 0 gives
/// NaN throughout. O(n * draws); beyond 2 million, each draw is of the sum, by its mean and variance.
Lift expected_lift(const Params& params, const Campaigns& campaigns, const Model& model,
                   const std::vector<double>& budget);

}  // namespace outlay::budget::reallocate
