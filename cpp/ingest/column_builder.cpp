// Typing of cells, one column over one window at a time: the loop with one kind is what makes parsing fast.
#include "ingest/column_builder.h"

#include <algorithm>
#include <limits>

#include "core/day.h"
#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/number_format.h"

namespace outlay::ingest {
namespace {

constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();

// [436534626] and '0812: marks that keep spreadsheets from making numbers of ids.
std::string_view bare_id(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') return text.substr(1, text.size() - 2);
  if (text.size() > 1 && text.front() == '\'') return text.substr(1);
  return text;
}

}  // namespace

ColumnBuilder::ColumnBuilder(std::string name, std::size_t index) : index_(index) { column_.name = std::move(name); }

void ColumnBuilder::settle(const ColumnFormat& format) {
  format_ = format;
  if (format.kind == Kind::number) {
    column_.values = NumberColumn{};
  } else if (format.kind == Kind::day) {
    column_.values = DayColumn{};
  } else {
    column_.values = TextColumn{};
  }
}

void ColumnBuilder::reserve(std::size_t rows) {
  if (auto* numbers = std::get_if<NumberColumn>(&column_.values)) {
    numbers->reserve(rows);
  } else if (auto* text = std::get_if<TextColumn>(&column_.values)) {
    text->codes.reserve(rows);
  } else {
    std::get<DayColumn>(column_.values).days.reserve(rows);
  }
}

std::size_t ColumnBuilder::append_rows(const Window& window) {
  if (auto* numbers = std::get_if<NumberColumn>(&column_.values)) return append_numbers(window, *numbers);
  if (auto* days = std::get_if<DayColumn>(&column_.values)) return append_days(window, *days);
  append_texts(window, std::get<TextColumn>(column_.values));
  return 0;
}

void ColumnBuilder::note_bad(std::string_view text) {
  if (column_.bad.count++ == 0) column_.bad.text = std::string(text.substr(0, 200));
}

// Both readers return the row of the window's first bad cell.
std::size_t ColumnBuilder::append_numbers(const Window& window, NumberColumn& values) {
  std::string scratch;
  std::size_t first_bad = window.rows.size();
  for (std::size_t row = 0; row < window.rows.size(); ++row) {
    const std::string_view text = unquoted(window.field(window.rows[row], index_), scratch);
    const NumberCell cell = read_number(text, format_.decimal_mark);
    values.push_back(cell.kind == NumberCell::Kind::number ? cell.value : missing_number);
    censored_ += cell.kind == NumberCell::Kind::censored;
    if (cell.kind != NumberCell::Kind::bad) continue;
    note_bad(text);
    first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

std::optional<std::int32_t> ColumnBuilder::read_day(std::string_view text) const {
  if (!format_.offsets_from) return read_date(text, format_.date);
  const auto offset = parse_number(text);
  return offset ? std::optional(*format_.offsets_from + static_cast<std::int32_t>(*offset)) : std::nullopt;
}

std::size_t ColumnBuilder::append_days(const Window& window, DayColumn& values) {
  std::string scratch, last_text;
  std::optional<std::int32_t> last_day;
  std::size_t first_bad = window.rows.size();
  for (std::size_t row = 0; row < window.rows.size(); ++row) {
    const std::string_view text = unquoted(window.field(window.rows[row], index_), scratch);
    if (text != last_text || row == 0) {  // neighbours often share their day
      last_text = text;
      last_day = read_day(text);
    }
    values.days.push_back(last_day.value_or(missing_day));
    if (last_day || is_missing(text)) continue;
    note_bad(text);
    first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

void ColumnBuilder::append_texts(const Window& window, TextColumn& values) {
  std::string scratch;
  for (const auto& row : window.rows) {
    std::string_view text = trim(unquoted(window.field(row, index_), scratch));
    if (format_.is_id) text = bare_id(text);
    values.codes.push_back(text.empty() || is_dash(text) ? -1 : dictionary_.code_of(text));
  }
}

Column ColumnBuilder::finish() {
  if (auto* text = std::get_if<TextColumn>(&column_.values)) text->dictionary = dictionary_.take();
  return std::move(column_);
}

}  // namespace outlay::ingest
