// One sheet with several kinds of things, taken apart: each kind repeats the figures, so that a sum over all is wrong.
#pragma once

#include <optional>
#include <vector>

#include "ingest/platforms/entities.h"
#include "ingest/table_builder.h"

namespace outlay::ingest {

/// The column that tells the entities apart; none when the table is no such sheet.
struct EntityLayout {
  std::size_t column = 0;
  const EntityRows* rows = nullptr;
};
std::optional<EntityLayout> entity_layout(const ReadTable& read);

/// The entities of the sheet, the one that says most about each of its rows first; "" for rows without.
std::vector<std::string> entities_of(const ReadTable& read, const EntityLayout& layout);

/// One table for each entity, in that order, named after it and without the columns that it leaves blank. A blank name
/// is taken from the column's twin. What was set aside, asked and dropped is told of each. O(rows x columns).
std::vector<ReadTable> split_entities(const ReadTable& read, const EntityLayout& layout);

}  // namespace outlay::ingest
