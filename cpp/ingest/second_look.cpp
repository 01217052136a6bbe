// Repeated headers and totals without a mark, looked for where the columns give cause.
#include "ingest/second_look.h"

#include <algorithm>
#include <cmath>

#include "core/day.h"
#include "core/number.h"
#include "ingest/entities.h"
#include "ingest/rows.h"
#include "ingest/sums.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_listed = 1000;
constexpr std::size_t most_words = 100000;  // of a column whose words are compared with those of totals

bool is_missing_at(const Column& column, std::size_t row) {
  if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) return std::isnan((*numbers)[row]);
  if (const auto* text = std::get_if<TextColumn>(&column.values)) return text->codes[row] < 0;
  if (const auto* stamps = std::get_if<StampColumn>(&column.values)) return std::isnan(stamps->seconds[row]);
  return std::get<DayColumn>(column.values).days[row] == missing_day;
}

std::string text_at(const Column& column, std::size_t row) {
  if (is_missing_at(column, row)) return {};
  if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) return number_text((*numbers)[row]);
  if (const auto* text = std::get_if<TextColumn>(&column.values)) return std::string(text->at(row));
  if (const auto* stamps = std::get_if<StampColumn>(&column.values)) return stamps->at(row);
  return iso_text(Day{std::get<DayColumn>(column.values).days[row]});
}

bool is_dimension(const Column& column) { return column.kind() != Kind::number; }

// Each text cell is its column's name, and no other cell could be read.
bool is_header_again(const Table& table, std::size_t row) {
  return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    const auto* text = std::get_if<TextColumn>(&column.values);
    return text ? text->codes[row] < 0 || text->at(row) == column.name : is_missing_at(column, row);
  });
}

std::vector<std::size_t> repeated_headers(const Table& table) {
  // Such a line is the first that a column of numbers or days cannot read, or nearly so: without one, nobody looks.
  const bool gives_cause = std::any_of(table.columns.begin(), table.columns.end(), [](const Column& column) {
    return column.bad.count > 0 && column.bad.text == column.name;
  });
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; gives_cause && row < table.rows; ++row) {
    if (is_header_again(table, row)) rows.push_back(row);
  }
  return rows;
}

// Totals are looked for in the first three columns while rows are read; here in the names behind them.
std::vector<std::size_t> late_totals(const ReadTable& read) {
  std::vector<std::size_t> rows;
  const Table& table = read.table;
  for (std::size_t c = 3; c < table.columns.size(); ++c) {
    const auto* text = std::get_if<TextColumn>(&table.columns[c].values);
    if (!text || read.guesses[c].role.empty() || text->dictionary.size() > most_words) continue;
    std::vector<char> marks;
    for (const std::string& word : text->dictionary) marks.push_back(word.size() <= 80 && is_total_marker(word));
    if (std::find(marks.begin(), marks.end(), 1) == marks.end()) continue;
    for (std::size_t row = 0; row < table.rows; ++row) {
      const auto lacks = [&](const Column& other) { return is_dimension(other) && is_missing_at(other, row); };
      const bool marked = text->codes[row] >= 0 && marks[static_cast<std::size_t>(text->codes[row])];
      if (marked && std::any_of(table.columns.begin(), table.columns.end(), lacks)) rows.push_back(row);
    }
  }
  return rows;
}

// Some column of names or days is blank in this row alone. A blank path is a journey without a touch.
bool lacks_name(const ReadTable& read, std::size_t row) {
  for (std::size_t c = 0; c < read.table.columns.size(); ++c) {
    const Column& column = read.table.columns[c];
    if (is_dimension(column) && read.guesses[c].role != "path" && is_missing_at(column, row) && column.missing() == 1)
      return true;
  }
  return false;
}

// A quick no for nearly every table: the first rows alone are more than this figure.
bool exceeds_early(const NumberColumn& values, std::size_t row) {
  double sum = 0;
  for (std::size_t k = 0; k < std::min<std::size_t>(values.size(), 100); ++k) {
    sum += k == row || std::isnan(values[k]) ? 0 : values[k];
    if (sum > values[row] && !is_same_sum(sum, values[row])) return true;
  }
  return false;
}

// How many figures of the row are the sum of all others in their column, 0 when one is not.
int figures_that_are_sums(const ReadTable& read, std::size_t row) {
  int figures = 0;
  for (std::size_t c = 0; c < read.table.columns.size(); ++c) {
    const auto* values = std::get_if<NumberColumn>(&read.table.columns[c].values);
    if (!values || !is_added_up(read.guesses[c]) || std::isnan((*values)[row])) continue;
    if (exceeds_early(*values, row) || !is_same_sum(sum_of(*values) - (*values)[row], (*values)[row])) return 0;
    figures += (*values)[row] != 0;
  }
  return figures;
}

// The row at the top or bottom that adds up all others; the number of rows when there is none.
std::size_t sum_row(ReadTable& read) {
  const std::size_t rows = read.table.rows;
  if (rows < 2) return rows;
  for (const std::size_t row : {rows - 1, std::size_t{0}}) {
    const int figures = figures_that_are_sums(read, row);
    if (figures == 0) continue;
    if (lacks_name(read, row) && (rows > 2 || figures > 1)) return row;
    if (rows > 3 && figures > 1) {
      const auto line = static_cast<double>(read.table.origin.of(row).line);
      read.odd.push_back({"row_is_sum", Severity::warning, {{"line", line}}, {}});
    }
  }
  return rows;
}

void list(ReadTable& read, std::size_t row, const char* reason) {
  if (read.set_aside.size() >= most_listed) return;
  std::string cells;
  for (const Column& column : read.table.columns)
    cells += (&column == &read.table.columns[0] ? "" : ",") + text_at(column, row);
  read.set_aside.push_back({read.table.origin.of(row).line, reason, cells.substr(0, 200)});
}

void add_controls(ReadTable& read, std::size_t row, const std::vector<double>& sums) {
  std::string label = "Total";
  for (const Column& column : read.table.columns) {
    if (is_dimension(column) && is_total_marker(text_at(column, row))) label = text_at(column, row);
  }
  for (std::size_t c = 0; c < read.table.columns.size(); ++c) {
    const auto* values = std::get_if<NumberColumn>(&read.table.columns[c].values);
    if (!values || !is_added_up(read.guesses[c]) || std::isnan((*values)[row])) continue;
    read.controls.push_back({label, read.table.origin.of(row).line, read.table.columns[c].name, (*values)[row], sums[c],
                             is_same_sum(sums[c], (*values)[row])});
  }
}

std::vector<std::size_t> all_but(std::size_t rows, const std::vector<std::size_t>& removed) {
  std::vector<std::size_t> kept;
  auto next = removed.begin();
  for (std::size_t row = 0; row < rows; ++row) {
    if (next != removed.end() && *next == row) {
      ++next;
    } else {
      kept.push_back(row);
    }
  }
  return kept;
}

// `removed` rises.
void remove_rows(Table& table, const std::vector<std::size_t>& removed) {
  const std::vector<std::size_t> kept = all_but(table.rows, removed);
  Table shell = empty_copy(table, kept);
  table.rows = shell.rows;
  table.origin = std::move(shell.origin);
  for (Column& column : table.columns) column = take_rows(column, kept);
}

void set_headers_aside(ReadTable& read) {
  const std::vector<std::size_t> rows = repeated_headers(read.table);
  if (rows.empty()) return;
  for (const std::size_t row : rows) list(read, row, "header line once more");
  for (Column& column : read.table.columns) {
    if (column.kind() == Kind::text) continue;
    column.bad.count -= std::min(column.bad.count, rows.size());
    if (column.bad.count == 0) column.bad = {};
  }
  remove_rows(read.table, rows);
}

void set_totals_aside(ReadTable& read) {
  std::vector<std::size_t> rows = late_totals(read);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  // In a sheet of several entities the rows of one are the sum of another's.
  if (rows.empty() && !entity_layout(read)) {
    const std::size_t row = sum_row(read);
    if (row < read.table.rows) rows.push_back(row);
  }
  if (rows.empty() || rows.size() == read.table.rows) return;
  std::vector<double> sums;
  for (const Column& column : read.table.columns) {
    const auto* values = std::get_if<NumberColumn>(&column.values);
    sums.push_back(values ? sum_of(std::get<NumberColumn>(take_rows(column, all_but(read.table.rows, rows)).values))
                          : 0);
  }
  for (const std::size_t row : rows) {
    list(read, row, "total row");
    add_controls(read, row, sums);
  }
  remove_rows(read.table, rows);
}

}  // namespace

void take_second_look(ReadTable& read) {
  const std::size_t listed = read.set_aside.size();
  set_headers_aside(read);
  set_totals_aside(read);
  if (read.set_aside.size() == listed) return;
  std::stable_sort(read.set_aside.begin(), read.set_aside.end(),
                   [](const SetAside& a, const SetAside& b) { return a.line < b.line; });
}

}  // namespace outlay::ingest
