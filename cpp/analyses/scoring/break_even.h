// Distance of points (CAC, pLTV) from the line where an order is worth what it costs.
#pragma once

#include "analyses/scoring/adsets.h"

namespace outlay::scoring::adsets {

/// Scores points against each other: the scale is the largest distance among them, or the 95th percentile.
/// `cac` and `pltv` have the same length; a NaN in either gives NaN scores.
ScoreColumns score(const NumberColumn& cac, const NumberColumn& pltv, Scale scale, double dead_zone);

}  // namespace outlay::scoring::adsets
