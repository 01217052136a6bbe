// Dealing journeys out to folds, so that a prediction can be tried on journeys it has not seen.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/attribution/journeys.h"

namespace outlay::attribution {

inline constexpr int folds = 5;

/// By fold and sequence: the journeys held out in that fold.
struct HeldOut {
  std::vector<double> conversions[folds], nulls[folds];
};

/// The journeys of a sequence are spread evenly; which fold gets one more is random.
HeldOut deal(const std::vector<double>& conversions, const std::vector<double>& nulls, std::uint64_t seed);

}  // namespace outlay::attribution
