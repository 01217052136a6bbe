// What is said of a file after reading it: tables, columns with kinds and roles, period, what was set aside.
#pragma once

#include "core/json.h"
#include "ingest/reader.h"

namespace outlay::ingest {

/// The report on one file; `table_id` is how the session knows its table. Scans the columns once: O(rows x columns).
Json report_on(const File& file, int table_id);

/// Rows first .. first + count as texts: {"columns": [...], "rows": [[...]]}; missing cells are null.
Json preview(const Table& table, std::size_t first, std::size_t count);

}  // namespace outlay::ingest
