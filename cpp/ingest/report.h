// What is said of a file after reading it: tables, columns with kinds and roles, period, what was set aside.
#pragma once

#include <vector>

#include "core/json.h"
#include "ingest/reader.h"

namespace outlay::ingest {

/// The report on one file; `ids` are how the session knows its tables, in order. Scans the columns once: O(rows x
/// columns).
Json report_on(const File& file, const std::vector<int>& ids);

/// The doubts about one table that every result on it should carry.
std::vector<Notice> notices_of(const ReadTable& table);

/// Rows first .. first + count as texts: {"columns": [...], "rows": [[...]]}; missing cells are null.
Json preview(const Table& table, std::size_t first, std::size_t count);

}  // namespace outlay::ingest
