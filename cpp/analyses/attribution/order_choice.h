// How many touches back a Markov chain should look: tried on journeys it has not seen.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/attribution/journeys.h"

namespace outlay::attribution {

inline constexpr int highest_order = 4;

struct OrderTrial {
  int order = 1;
  double states = 0;     // windows of touches that journeys end with
  double auc = 0;        // out of sample, 5 folds
  double penalised = 0;  // 1 - (1 - auc) (n - 1) / (n - states - 1)
};

/// For each order, how well the last touches of a journey tell whether it converts: the share of conversions among the
/// other journeys that ended with the same window, an unseen window falling back to a shorter one. O(steps) an order.
std::vector<OrderTrial> try_orders(const Journeys& journeys, std::uint64_t seed);

/// The order of the highest penalised AUC; the lowest among equals, 1 when none can be told.
int best_order(const std::vector<OrderTrial>& trials);

}  // namespace outlay::attribution
