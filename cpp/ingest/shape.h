// What shape a table has beyond rows and columns, and what was made of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outlay::ingest {

enum class ShapeKind {
  plain,
  action_rows,  // one row for each conversion action
  entities,     // rows of several kinds of things, each kind with the same figures
  wide_media,   // a column for each channel and measure
  long_media,   // a row for each date and channel
};

std::string_view name_of(ShapeKind kind);

struct Shape {
  ShapeKind kind = ShapeKind::plain;
  std::string done;                // "" nothing | pivoted | split | long | wide
  std::string column;              // that names the action, the entity or the channel
  std::vector<std::string> parts;  // actions, entities or channels
  std::string part;                // the one entity that this table is about
  int step = 0;                    // days between dates: 1 or 7; 0 for neither
  /// The columns of the file, when this table has others: by them a file of the same kind is known again.
  std::vector<std::string> header;
};

}  // namespace outlay::ingest
