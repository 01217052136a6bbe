// Rows that only the whole table shows to be no data.
#pragma once

#include "ingest/table_builder.h"

namespace outlay::ingest {

/// Sets aside, with their lines: header lines that stand again among the rows, as in files glued together; totals named
/// behind the third column; a first or last row that lacks a name the others have and is the sum of them. A row that is
/// the sum of all others and looks like any of them stays, with a notice.
void take_second_look(ReadTable& table);

}  // namespace outlay::ingest
