// The journeys of attribution/paths, from whichever of its inputs there is.
#pragma once

#include "analyses/attribution/journeys.h"
#include "analyses/attribution/paths.h"

namespace outlay::attribution::paths {

/// `channels` becomes what the touches of a log were taken for; it stays empty for a path table. Throws
/// `not_enough_data` without journeys or conversions and `bad_column` for cells that cannot be read or what is no
/// column of channels.
Journeys read_journeys(const Params& params, const Inputs& inputs, TouchChannels& channels, Context& context);

}  // namespace outlay::attribution::paths
