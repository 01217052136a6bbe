// Grows one typed column, window by window.
#pragma once

#include <optional>
#include <string>

#include "core/moment.h"
#include "core/table.h"
#include "ingest/date_format.h"
#include "ingest/day_memory.h"
#include "ingest/dictionary.h"
#include "ingest/window.h"

namespace outlay::ingest {

/// How the cells of a column are to be read.
struct ColumnFormat {
  Kind kind = Kind::text;
  char decimal_mark = '.';
  DateFormat date;
  bool is_stamp = false;                     // text: moments, kept as such while all are spelled alike
  bool is_id = false;                        // brackets and a leading apostrophe are not part of it
  std::optional<std::int32_t> offsets_from;  // days: the cells are counts from this day
};

class ColumnBuilder {
 public:
  ColumnBuilder(std::string name, std::size_t index);

  void settle(const ColumnFormat& format);
  const ColumnFormat& format() const { return format_; }

  /// Adds the window's rows. `line_of(row)` is asked only for a cell that cannot be read.
  template <class LineOf>
  void append(const Window& window, LineOf line_of) {
    const std::size_t bad_before = column_.bad.count;
    const std::size_t first_bad = append_rows(window);
    if (bad_before == 0 && column_.bad.count > 0) column_.bad.line = line_of(first_bad);
  }

  void reserve(std::size_t rows);
  const std::string& name() const { return column_.name; }
  std::size_t index() const { return index_; }
  /// Cells such as "< 10%": known to be something, not what. They count as missing.
  std::size_t censored() const { return censored_; }
  std::size_t percents() const { return percents_; }  // cells other than 0 with a percent sign
  bool currencies_differ() const { return currencies_differ_; }
  /// Different texts that were not UTF-8 although the file's beginning is: read as Windows-1252. Known at the end.
  std::size_t recoded() const { return recoded_; }
  Column finish();

 private:
  void mend_encoding(TextColumn& text);
  std::size_t append_rows(const Window& window);
  std::size_t append_numbers(const Window& window, NumberColumn& values);
  bool append_other_number(std::string_view field, double& value);
  std::size_t append_days(const Window& window, DayColumn& values);
  void append_texts(const Window& window, std::size_t first, TextColumn& values);
  std::size_t append_stamps(const Window& window, StampColumn& values);
  void spell_out();
  std::string_view text_of(std::string_view field, std::string& scratch) const;
  std::int32_t code_of(std::string_view field);
  std::optional<std::int32_t> read_day(std::string_view text) const;
  void note_bad(std::string_view text);

  Column column_;
  std::size_t index_;
  ColumnFormat format_;
  std::size_t censored_ = 0;
  std::size_t percents_ = 0;
  std::size_t recoded_ = 0;
  std::string currency_;  // of the last cell that states one
  bool currencies_differ_ = false;
  Dictionary dictionary_;
  DayMemory days_;
  std::optional<StampReader> stamps_;
};

}  // namespace outlay::ingest
