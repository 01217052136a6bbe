// Several files of one kind as one table.
#pragma once

#include <cstddef>
#include <vector>

#include "core/table.h"

namespace outlay::ingest {

/// True when the tables have the same columns, of kinds that go together (a column without any cell goes with all).
bool can_append(const Table& a, const Table& b);

struct Appended {
  Table table;
  std::size_t superseded = 0;  // rows left out because a later file has them too
};

/// All rows of tables for which `can_append` holds. Where their dates overlap, a row whose texts and dates also stand
/// in a file that reaches further counts once: the figures of the later file are the corrected ones. Rows that repeat
/// within one file all stay. O(rows x columns).
Appended append(std::vector<const Table*> tables);

}  // namespace outlay::ingest
