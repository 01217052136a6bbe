// The shape of the tables that were read: recognised, and brought to one that can be added up.
#pragma once

#include <vector>

#include "ingest/media.h"
#include "ingest/table_builder.h"

namespace outlay::ingest {

/// Rows of conversion actions are pivoted and sheets of several entities split, since their sums would be wrong; data
/// for a mix model keeps its shape unless the options ask for the other. With `shape` "as_is" nothing is changed, and
/// a notice says what a sum would count twice. O(rows x columns).
std::vector<ReadTable> reshape(ReadTable read, const ReadOptions& options);

}  // namespace outlay::ingest
