// From a table of paths with counts to journeys.
#pragma once

#include <string>

#include "analyses/attribution/journeys.h"
#include "core/inputs.h"

namespace outlay::attribution {

/// Throws `bad_column` with the line for a count below 0 and for a path too long for the memory. Rows of one path are
/// added up, spellings of one channel are one channel; rows without path are left out. Tells of these, of paths that
/// use another mark than the rest, and of markers such as "(start)" among the touches.
Journeys journeys_of_table(const BoundTable& table, const std::string& separator, bool collapse, Context& context);

}  // namespace outlay::attribution
