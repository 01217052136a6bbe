// What each channel cost, from a table of spend or from the log itself.
#pragma once

#include <vector>

#include "analyses/attribution/journeys.h"
#include "core/inputs.h"

namespace outlay::attribution {

/// By channel, NaN for one without spend; empty when nothing tells. A table with dates is cut to the log's period.
/// Channels are matched by name, whatever their case; what matches none is told.
std::vector<double> spend_of(const Journeys& journeys, const BoundTable* table, Context& context);

}  // namespace outlay::attribution
