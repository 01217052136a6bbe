// Grows one typed column, window by window.
#pragma once

#include <optional>
#include <string>

#include "core/table.h"
#include "ingest/dictionary.h"
#include "ingest/window.h"

namespace outlay::ingest {

class ColumnBuilder {
 public:
  ColumnBuilder(std::string name, std::size_t index);

  /// Settles the kind from the header's role and the first window's cells: the role's kind when any cell fits it,
  /// otherwise what all the cells are, otherwise text. Ids and long digit strings stay text.
  void settle(std::optional<Kind> role_kind, const Window& window);

  /// Adds the window's rows. `line_of(row)` is asked only for a cell that cannot be read.
  template <class LineOf>
  void append(const Window& window, LineOf line_of) {
    const std::size_t bad_before = column_.bad.count;
    const std::size_t first_bad = append_rows(window);
    if (bad_before == 0 && column_.bad.count > 0) column_.bad.line = line_of(first_bad);
  }

  void reserve(std::size_t rows);
  const std::string& name() const { return column_.name; }
  Column finish();

 private:
  std::size_t append_rows(const Window& window);
  std::size_t append_numbers(const Window& window, NumberColumn& values);
  std::size_t append_days(const Window& window, DayColumn& values);
  void append_texts(const Window& window, TextColumn& values);
  void note_bad(std::string_view text);

  Column column_;
  std::size_t index_;
  Dictionary dictionary_;
};

}  // namespace outlay::ingest
