// A table of typed columns in memory, with the way back to the line of the file each row came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/moment.h"

namespace outlay {

enum class Kind { number, text, day };

std::string_view name_of(Kind kind);

/// Text as codes into a dictionary of distinct values; code -1 is a missing cell.
struct TextColumn {
  std::vector<std::int32_t> codes;
  std::vector<std::string> dictionary;

  std::string_view at(std::size_t row) const {
    return codes[row] < 0 ? std::string_view{} : std::string_view(dictionary[codes[row]]);
  }
};

/// Days since 1970-01-01; `missing_day` is a missing cell.
struct DayColumn {
  std::vector<std::int32_t> days;
};

/// Texts that are all moments of one spelling, as what they say: of the stamps in a log no two may be alike, and a
/// dictionary of them would take longer than all else.
struct StampColumn {
  std::vector<double> seconds;  // since 1970-01-01; NaN is a missing cell
  StampSpelling spelling;

  /// The cell's text; empty where it is missing.
  std::string at(std::size_t row) const;
};

/// The same as texts.
TextColumn texts_of(const StampColumn& stamps);

using NumberColumn = std::vector<double>;  // NaN is a missing cell

/// Cells that could not be read as the column's kind: how many, and the first of them.
struct BadCells {
  std::size_t count = 0;
  std::int64_t line = 0;
  std::string text;
  std::string file;  // empty: the table's
};

struct Column {
  std::string name;
  std::variant<NumberColumn, TextColumn, DayColumn, StampColumn> values;
  BadCells bad;

  /// Stamps are texts.
  Kind kind() const {
    return std::holds_alternative<StampColumn>(values) ? Kind::text : static_cast<Kind>(values.index());
  }
  std::size_t missing() const;
};

/// Where a row came from.
struct Place {
  std::string_view file;
  std::int64_t line = 0;
};

/// Row number to file and line; holds only the rows where the distance between row and line changes.
class Origin {
 public:
  /// Rows are told in rising order.
  void set(std::size_t row, Place place);
  Place of(std::size_t row) const;

 private:
  struct Break {
    std::size_t row;
    std::int64_t line;
    std::size_t file;
  };
  std::vector<Break> breaks_;
  std::vector<std::string> files_;
};

struct Table {
  std::string name;
  std::string file;
  std::size_t rows = 0;
  std::vector<Column> columns;
  Origin origin;

  const Column* find(std::string_view column) const;
};

}  // namespace outlay
