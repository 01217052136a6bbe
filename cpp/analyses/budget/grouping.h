// Which campaign each row belongs to.
#pragma once

#include <cstdint>
#include <vector>

#include "core/inputs.h"

namespace outlay::budget::reallocate {

struct Grouping {
  std::vector<std::int32_t> campaign_of;  // each row's; -1 for a row without a name
  std::vector<std::size_t> first_row;     // of each campaign, in the order of the data
  TextColumn name;                        // of each campaign
};

/// Campaigns are told apart by the campaign column and the group; without a campaign column by all text columns that no
/// role took, joined with " / ". Throws `bad_column` when there is neither. O(rows log rows).
Grouping group_rows(const BoundTable& table);

/// The column's values at some rows, with a dictionary of just those.
TextColumn take(const TextColumn& column, const std::vector<std::size_t>& rows);

}  // namespace outlay::budget::reallocate
