// What is odd about a table that was read well: repeated rows, missing days, extreme values, rates that contradict
// their counts.
#pragma once

#include <vector>

#include "core/notice.h"
#include "ingest/table_builder.h"

namespace outlay::ingest {

/// Brings click-through and conversion rates to ratios (an export may write 0.86 for 0.86%), told by the counts beside
/// them. Returns a notice `rate_disagrees` {rows, share} {column} for a rate that more than 5% of the rows (three at
/// least) contradict beyond rounding: a sign that a column plays the wrong role. O(rows).
std::vector<Notice> reconcile_rates(ReadTable& table);

/// `repeated_rows` {rows}: rows equal to another in every cell (looked for in up to a million rows); `gaps_in_time`
/// {missing, step}: days or weeks between the first and the last that have no row; `extreme_value` {value, median,
/// line} {column}: a spend more than 1,000 times the usual one. O(rows log rows).
std::vector<Notice> profile(const ReadTable& table);

}  // namespace outlay::ingest
