// Typing of cells, one column over one window at a time: the loop with one kind is what makes parsing fast.
#include "ingest/column_builder.h"

#include <algorithm>
#include <limits>

#include "core/day.h"
#include "core/number.h"
#include "ingest/cells.h"

namespace outlay::ingest {
namespace {

constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();

bool ends_with_id(std::string_view name) {
  const auto is_d = [](char c) { return c == 'd' || c == 'D'; };
  const auto is_i = [](char c) { return c == 'i' || c == 'I'; };
  return name.size() >= 2 && is_d(name.back()) && is_i(name[name.size() - 2]) &&
         (name.size() == 2 || name[name.size() - 3] == '_' || name[name.size() - 3] == ' ');
}

// How the non-missing cells of a window read.
struct Evidence {
  std::size_t cells = 0;
  std::size_t numbers = 0;
  std::size_t days = 0;
  bool ids = false;
};

Evidence evidence_in(const Window& window, std::size_t column) {
  Evidence evidence;
  std::string scratch;
  for (const auto& row : window.rows) {
    const std::string_view text = unquoted(window.field(row, column), scratch);
    if (is_missing(text)) continue;
    ++evidence.cells;
    evidence.numbers += parse_number(text).has_value();
    evidence.days += read_day(text).has_value();
    evidence.ids = evidence.ids || looks_like_id(text);
  }
  return evidence;
}

}  // namespace

ColumnBuilder::ColumnBuilder(std::string name, std::size_t index) : index_(index) { column_.name = std::move(name); }

void ColumnBuilder::settle(std::optional<Kind> role_kind, const Window& window) {
  const Evidence evidence = evidence_in(window, index_);
  Kind kind = Kind::text;
  const bool id = ends_with_id(column_.name) || evidence.ids;
  if (role_kind) {
    const std::size_t fitting = *role_kind == Kind::number ? evidence.numbers
                                : *role_kind == Kind::day  ? evidence.days
                                                           : 0;
    if (fitting > 0 || evidence.cells == 0) kind = *role_kind;
  } else if (evidence.cells > 0 && evidence.numbers == evidence.cells && !id) {
    kind = Kind::number;
  } else if (evidence.cells > 0 && evidence.days == evidence.cells) {
    kind = Kind::day;
  }
  if (kind == Kind::number) {
    column_.values = NumberColumn{};
  } else if (kind == Kind::day) {
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
    const auto number = parse_number(text);
    values.push_back(number.value_or(missing_number));
    if (number || is_missing(text)) continue;
    note_bad(text);
    first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

std::size_t ColumnBuilder::append_days(const Window& window, DayColumn& values) {
  std::string scratch;
  std::size_t first_bad = window.rows.size();
  for (std::size_t row = 0; row < window.rows.size(); ++row) {
    const std::string_view text = unquoted(window.field(window.rows[row], index_), scratch);
    const auto day = read_day(text);
    values.days.push_back(day.value_or(missing_day));
    if (day || is_missing(text)) continue;
    note_bad(text);
    first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

void ColumnBuilder::append_texts(const Window& window, TextColumn& values) {
  std::string scratch;
  for (const auto& row : window.rows) {
    const std::string_view text = trim(unquoted(window.field(row, index_), scratch));
    values.codes.push_back(text.empty() ? -1 : dictionary_.code_of(text));
  }
}

Column ColumnBuilder::finish() {
  if (auto* text = std::get_if<TextColumn>(&column_.values)) text->dictionary = dictionary_.take();
  return std::move(column_);
}

}  // namespace outlay::ingest
