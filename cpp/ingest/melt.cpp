// Wide media data to a row for each channel.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "ingest/media.h"
#include "ingest/rows.h"

namespace outlay::ingest {
namespace {

// Distinct names in the order in which they came, with their numbers.
class Numbered {
 public:
  std::size_t add(const std::string& name) {
    const auto [entry, is_new] = numbers_.emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return entry->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> names_;
};

class Melt {
 public:
  Melt(const Table& wide, const WideLayout& layout)
      : wide_(wide), layout_(layout), numbers_(column_numbers(wide)), own_(layout.keys.begin(), layout.keys.end()) {
    for (const MediaCell& cell : layout.media) own_.insert(cell.column);
    const bool has_rest =
        std::any_of(wide.columns.begin(), wide.columns.end(), [&](const Column& column) { return is_rest(column); });
    blocks_ = channels_of(layout).size() + has_rest;
  }

  Long run() {
    spread_rows();
    out_.table = empty_copy(wide_, every_);
    out_.layout = {layout_.keys, "", {}, layout_.media};
    for (const std::string& key : layout_.keys) add(take_rows(wide_.columns[numbers_.at(key)], every_));
    settle_names();
    add({out_.layout.channel, std::move(channel_), {}});
    for (Column& column : measure_columns()) add(std::move(column));
    for (const Column& column : wide_.columns) {
      if (is_rest(column)) add(take_rows(column, rest_only_));
    }
    return std::move(out_);
  }

 private:
  bool is_rest(const Column& column) const { return own_.count(column.name) == 0; }
  void add(Column column) { out_.table.columns.push_back(std::move(column)); }

  // For each row a block of rows: one a channel, and one more for the rest.
  void spread_rows() {
    channel_.dictionary = channels_of(layout_);
    for (std::size_t row = 0; row < wide_.rows; ++row) {
      for (std::size_t block = 0; block < blocks_; ++block) {
        const bool is_channel = block < channel_.dictionary.size();
        every_.push_back(row);
        rest_only_.push_back(is_channel ? no_row : row);
        channel_.codes.push_back(is_channel ? static_cast<std::int32_t>(block) : -1);
      }
    }
  }

  // Keys and rest keep their names: the new columns step aside.
  void settle_names() {
    for (const Column& column : wide_.columns) {
      if (is_rest(column)) names_.take(column.name);
    }
    for (const std::string& key : layout_.keys) names_.take(key);
    out_.layout.channel = names_.take("channel");
    std::map<std::string, std::string> renamed;
    for (MediaCell& cell : out_.layout.names) {
      const auto [entry, is_new] = renamed.emplace(cell.measure, "");
      if (is_new) out_.layout.measures.push_back(entry->second = names_.take(cell.measure));
      cell.measure = entry->second;
    }
  }

  std::vector<Column> measure_columns() const {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    Numbered channels, measures;
    std::vector<Column> columns;
    for (const MediaCell& cell : out_.layout.names) {
      const std::size_t block = channels.add(cell.channel);
      const std::size_t measure = measures.add(cell.measure);
      if (measure == columns.size()) columns.push_back({cell.measure, NumberColumn(every_.size(), nothing), {}});
      const Column& from = wide_.columns[numbers_.at(cell.column)];
      Column& to = columns[measure];
      if (to.bad.count == 0) to.bad = from.bad;
      const auto& values = std::get<NumberColumn>(from.values);
      auto& spread = std::get<NumberColumn>(to.values);
      for (std::size_t row = 0; row < wide_.rows; ++row) spread[row * blocks_ + block] = values[row];
    }
    return columns;
  }

  const Table& wide_;
  const WideLayout& layout_;
  const std::map<std::string, std::size_t> numbers_;
  std::set<std::string> own_;
  std::size_t blocks_ = 0;
  Long out_;
  Names names_;
  TextColumn channel_;
  std::vector<std::size_t> every_, rest_only_;
};

}  // namespace

std::vector<std::string> channels_of(const WideLayout& layout) {
  Numbered channels;
  for (const MediaCell& cell : layout.media) channels.add(cell.channel);
  return channels.names();
}

Long melt(const Table& wide, const WideLayout& layout) { return Melt(wide, layout).run(); }

}  // namespace outlay::ingest
