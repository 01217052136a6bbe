// Data for a mix model in its two shapes: wide, a column for each channel and measure, and long, a row for each
// channel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/table.h"

namespace outlay::ingest {

/// A column of a wide table and its place in the long one: "tv_S" is the spend of tv.
struct MediaCell {
  std::string column;
  std::string channel;
  std::string measure;
};

/// How a wide table is laid out. What is neither a key nor media is the rest: the target, controls.
struct WideLayout {
  std::vector<std::string> keys;  // date, region: no two rows agree in all of them
  std::vector<MediaCell> media;
};

/// How a long table is laid out. The rest is read from rows without a channel.
struct LongLayout {
  std::vector<std::string> keys;
  std::string channel;
  std::vector<std::string> measures;
  std::vector<MediaCell> names;  // what the wide columns are called; others are "channel_measure"
};

struct Long {
  Table table;
  LongLayout layout;
};
struct Wide {
  Table table;
  WideLayout layout;
};

/// One row for each row and channel of the wide table, with the columns: keys, "channel", one a measure, the rest. The
/// rest stands in rows of their own, without a channel, so that no target is counted once for each channel.
/// `widen(melt(t).table, melt(t).layout)` has the cells of `t`. O(rows x columns).
Long melt(const Table& wide, const WideLayout& layout);

/// One row for each key of the long table, with the columns: keys, one for each channel and measure, the rest. Rows
/// of one key and channel are added up (their missing cells passed over); columns that only rows with a channel fill
/// are left out. `melt` of it has the cells of a long table in which each key and channel stands once, and rows of
/// missing cells for the channels that a key lacked. O(rows x columns).
Wide widen(const Table& table, const LongLayout& layout);

/// The layout of a table whose columns are made of channel and measure, two at least of them; none when it is not one
/// row for each date and region.
std::optional<WideLayout> wide_media(const Table& table);

/// The layout of a table of dates with a channel column, two channels at least, and spend or impressions.
std::optional<LongLayout> long_media(const Table& table);

/// The channels of a layout, in the order of their first columns.
std::vector<std::string> channels_of(const WideLayout& layout);

}  // namespace outlay::ingest
