// What a table itself says of each campaign: its curve, its smallest and largest budget, and whether it is locked.
#pragma once

#include "analyses/budget/campaigns.h"
#include "analyses/budget/grouping.h"

namespace outlay::budget::reallocate {

/// Fills `curve`, `has_curve`, `min_budget`, `max_budget` and `locked`. Blank cells say nothing; where rows of a
/// campaign differ, that of the latest day counts, of equal days the last in the file, and a notice names the campaign
/// and both values. Throws `bad_column` for a cell that cannot be: its line, column and what it says. O(rows).
void read_own_words(const BoundTable& table, const Grouping& grouping, Campaigns& out, Context& context);

/// Throws `bad_column`, naming file, line and column of this row, with `what` after the role's name.
[[noreturn]] void refuse_cell(const BoundTable& table, const char* role, std::size_t row, const std::string& what);

}  // namespace outlay::budget::reallocate
