// How strongly each campaign's conversions follow its spend, from its own weeks and its group's.
#pragma once

#include <vector>

#include "analyses/budget/campaigns.h"

namespace outlay::budget::reallocate {

struct Elasticities {
  std::vector<double> value, deviation;  // of each campaign; deviation 0 where it is assumed and not estimated
  double dispersion = 1;                 // weekly conversions' variance over a Poisson's, pooled; at least 1
  int fitted = 0;                        // campaigns with weeks enough of their own
};

/// Quasi-Poisson regression of weekly conversions on the logarithm of spend, shrunk to the group's mean (DerSimonian
/// and Laird 1986), which in turn is shrunk to the assumed elasticity. Without weeks, all are the assumed one.
/// O(weeks).
Elasticities estimate_elasticities(const Params& params, const Campaigns& campaigns);

}  // namespace outlay::budget::reallocate
