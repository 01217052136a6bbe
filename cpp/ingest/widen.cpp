// Media data with a row for each channel to a column for each channel and measure.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "ingest/media.h"
#include "ingest/rows.h"

namespace outlay::ingest {
namespace {

// What the wide columns are called: by the layout where it names them, and then no others.
class WideNames {
 public:
  explicit WideNames(const LongLayout& layout) {
    for (const MediaCell& cell : layout.names) given_[{cell.channel, cell.measure}] = cell.column;
    for (const std::string& key : layout.keys) names_.take(key);
  }
  /// Empty for a column that the wide table did not have.
  std::string of(const std::string& channel, const std::string& measure) {
    if (given_.empty()) return names_.take(channel + "_" + measure);
    const auto found = given_.find({channel, measure});
    return found == given_.end() ? "" : names_.take(found->second);
  }
  std::string of_rest(const std::string& column) { return names_.take(column); }

 private:
  std::map<std::pair<std::string, std::string>, std::string> given_;
  Names names_;
};

class Widen {
 public:
  Widen(const Table& table, const LongLayout& layout)
      : table_(table),
        layout_(layout),
        numbers_(column_numbers(table)),
        groups_(group_rows(table, keys())),
        channel_(std::get<TextColumn>(column(layout.channel).values)),
        names_(layout) {}

  Wide run() {
    out_.table = empty_copy(table_, groups_.first);
    out_.layout.keys = layout_.keys;
    for (std::size_t key : keys()) add(take_rows(table_.columns[key], groups_.first));
    for (const std::string& measure : layout_.measures) add_measure(column(measure));
    add_rest();
    return std::move(out_);
  }

 private:
  const Column& column(const std::string& name) const { return table_.columns[numbers_.at(name)]; }
  void add(Column column) { out_.table.columns.push_back(std::move(column)); }

  std::vector<std::size_t> keys() const {
    std::vector<std::size_t> keys;
    for (const std::string& key : layout_.keys) keys.push_back(numbers_.at(key));
    return keys;
  }

  // One a channel, by group.
  std::vector<NumberColumn> sums_by_channel(const NumberColumn& values) const {
    std::vector<NumberColumn> sums(channel_.dictionary.size(),
                                   NumberColumn(groups_.size(), std::numeric_limits<double>::quiet_NaN()));
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (channel_.codes[row] < 0 || std::isnan(values[row])) continue;
      double& sum = sums[channel_.codes[row]][groups_.of_row[row]];
      sum = std::isnan(sum) ? values[row] : sum + values[row];
    }
    return sums;
  }

  void add_measure(const Column& measure) {
    std::vector<NumberColumn> sums = sums_by_channel(std::get<NumberColumn>(measure.values));
    for (std::size_t k = 0; k < sums.size(); ++k) {
      const std::string name = names_.of(channel_.dictionary[k], measure.name);
      if (name.empty()) continue;
      out_.layout.media.push_back({name, channel_.dictionary[k], measure.name});
      add({name, std::move(sums[k]), measure.bad});
    }
  }

  // For each group the first row that has no channel; `no_row` for a group without one.
  std::vector<std::size_t> rows_of_rest() const {
    std::vector<std::size_t> rows(groups_.size(), no_row);
    for (std::size_t row = channel_.codes.size(); row-- > 0;) {
      if (channel_.codes[row] < 0) rows[groups_.of_row[row]] = row;
    }
    return rows;
  }

  void add_rest() {
    const std::vector<std::size_t> rows = rows_of_rest();
    if (std::all_of(rows.begin(), rows.end(), [](std::size_t row) { return row == no_row; })) return;
    std::set<std::string> own(layout_.keys.begin(), layout_.keys.end());
    own.insert(layout_.measures.begin(), layout_.measures.end());
    own.insert(layout_.channel);
    for (const Column& column : table_.columns) {
      if (own.count(column.name)) continue;
      Column rest = take_rows(column, rows);
      rest.name = names_.of_rest(column.name);
      add(std::move(rest));
    }
  }

  const Table& table_;
  const LongLayout& layout_;
  const std::map<std::string, std::size_t> numbers_;
  const RowGroups groups_;
  const TextColumn& channel_;
  WideNames names_;
  Wide out_;
};

}  // namespace

Wide widen(const Table& table, const LongLayout& layout) { return Widen(table, layout).run(); }

}  // namespace outlay::ingest
