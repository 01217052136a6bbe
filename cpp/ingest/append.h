// Several files of one kind as one table.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/table.h"

namespace outlay::ingest {

/// True when the tables have the same columns, of kinds that go together (a column without any cell goes with all).
bool can_append(const Table& a, const Table& b);

/// Whether a column of days can tell what two tables share.
bool has_dates(const Table& table);

/// The columns of the tables as one, without rows.
Table columns_when_appended(const std::vector<const Table*>& tables);

struct Appended {
  Table table;
  std::string channels;        // those that the files are named after, where they became a column
  std::size_t superseded = 0;  // rows left out because a later file has them too
};

/// All rows of tables for which `can_append` holds. Where their dates overlap, a row of a day and of names that also
/// stand in a file that reaches further counts once: the figures of the later file are the corrected ones, and a status
/// may have changed in between. Without dates only a table that equals another in every cell counts once. Rows that
/// repeat within one file all stay. Where no column tells the channel and each file is named after one ("google.csv"),
/// a column "channel" tells it, and rows of different channels are never the same. O(rows x columns).
Appended append(std::vector<const Table*> tables);

}  // namespace outlay::ingest
