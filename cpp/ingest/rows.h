// Rows of a table taken out or grouped: what every change of shape is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ingest/table_builder.h"

namespace outlay::ingest {

/// Rows that agree in some columns. Groups are numbered in the order of their first rows.
struct RowGroups {
  std::vector<std::int32_t> of_row;
  std::vector<std::size_t> first;  // each group's first row

  std::size_t size() const { return first.size(); }
};

/// Groups by columns of any kind; missing cells agree with each other, and without columns all rows are one group.
/// O(rows x columns).
RowGroups group_rows(const Table& table, const std::vector<std::size_t>& columns);

/// In a list of rows: a row of missing cells.
constexpr std::size_t no_row = static_cast<std::size_t>(-1);

/// Whether no two rows agree in all of these columns. What days and words cannot tell apart is known without a look at
/// the rows, so that large tables cost little.
bool are_keys(const Table& table, const std::vector<std::size_t>& columns);

/// The cells of some rows; a text column keeps only the words that they use. It stays known that cells could not be
/// read, since nothing tells in which rows they stood. O(rows).
Column take_rows(const Column& column, const std::vector<std::size_t>& rows);

/// The table's name and file, and for each given row the line it came from; no columns.
Table empty_copy(const Table& table, const std::vector<std::size_t>& rows);

/// All that is known of a table but its rows, columns, shape and what was odd in them.
ReadTable facts_of(const ReadTable& read);

/// The names of a table's columns, none twice.
class Names {
 public:
  /// `name`, or "name (2)" and so on when it was taken before; taken from now on.
  std::string take(const std::string& name);

 private:
  std::set<std::string> taken_;
};

/// Column name to column number.
std::map<std::string, std::size_t> column_numbers(const Table& table);

}  // namespace outlay::ingest
