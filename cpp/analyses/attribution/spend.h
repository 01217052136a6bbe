// What each channel cost, from a table of spend or from the log itself.
#pragma once

#include <vector>

#include "analyses/attribution/journeys.h"
#include "core/inputs.h"

namespace outlay::attribution {

struct Spend {
  std::vector<double> total;    // by channel, NaN for one without spend; empty when nothing tells
  std::vector<double> by_week;  // weeks x channels, the weeks of `Journeys::weekly`; undated spend is spread over days
};

/// A table with dates is cut to the log's period. Channels are matched by name, whatever their case; what matches none
/// is told.
Spend spend_of(const Journeys& journeys, const BoundTable* table, Context& context);

}  // namespace outlay::attribution
