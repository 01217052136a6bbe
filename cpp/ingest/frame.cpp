// Telling headers, totals, comments and data apart.
#include "ingest/frame.h"

#include <algorithm>
#include <map>

#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/date_format.h"
#include "ingest/equal_texts.h"
#include "ingest/number_format.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t searched_records = 30;

bool is_value(std::string_view cell) {
  return read_number(cell, '.').kind == NumberCell::Kind::number ||
         read_number(cell, ',').kind == NumberCell::Kind::number || read_date(cell, {DateOrder::day_first, false});
}

// The field count that most of the records from `first` on share; among equals that of the first, else the largest.
std::size_t usual_fields(const std::vector<Window::Row>& records, std::size_t first) {
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = first; i < std::min(records.size(), first + 60); ++i) ++counts[records[i].fields];
  std::size_t usual = 0;
  std::size_t most = 0;
  for (const auto& [fields, count] : counts) {
    if (count > most || (count == most && usual != records[first].fields)) {
      most = count;
      usual = fields;
    }
  }
  return usual;
}

// Only texts that could be a marker are looked at closely: most cells are settled by their first and last letters, as
// they stand in the file.
bool may_mark_total(std::string_view field) {
  if (field.size() < 4) return false;
  const auto is_edge = [](char c) { return c == '"' || c == ' ' || c == '\t'; };
  const auto first = static_cast<unsigned char>(is_edge(field.front()) ? field[1] : field.front());
  const char last = is_edge(field.back()) ? field[field.size() - 2] : field.back();
  const auto lower = static_cast<unsigned char>(first | 0x20);
  return lower == 't' || lower == 'g' || first >= 0x80 || (last | 0x20) == 'l' || is_edge(static_cast<char>(first)) ||
         is_edge(last);
}

bool marks_total(std::string_view field) {
  if (!may_mark_total(field)) return false;
  std::string scratch;
  const std::string_view cell = trim(unquoted(field, scratch));
  return cell.size() <= 80 && is_total_marker(cell);
}

}  // namespace

std::vector<std::string> cells_of(const Window& window, const Window::Row& row) {
  std::vector<std::string> cells;
  std::string scratch;
  for (std::size_t c = 0; c < row.fields; ++c) cells.emplace_back(trim(unquoted(window.field(row, c), scratch)));
  return cells;
}

bool is_blank(const Window& window, const Window::Row& row) {
  for (std::size_t c = 0; c < row.fields; ++c) {
    const std::string_view field = trim(window.field(row, c));
    if (!field.empty() && field != "\"\"") return false;
  }
  return true;
}

bool is_comment(const Window& window, const Window::Row& row) {
  const std::string_view field = window.field(row, 0);
  return !field.empty() && (field.front() == '#' || field.substr(0, 2) == "\"#");
}

bool is_total(const Window& window, const Window::Row& row, std::size_t columns) {
  return TotalFinder()(window, row, columns);
}

bool TotalFinder::operator()(const Window& window, const Window::Row& row, std::size_t columns) {
  for (std::size_t c = 0; c < std::min<std::size_t>(row.fields, plain_.size()); ++c) {
    const std::string_view field = window.field(row, c);
    if (!may_mark_total(field) || equal_texts(field, plain_[c])) continue;
    if (marks_total(field)) return true;
    plain_[c] = field;
  }
  for (std::size_t c = std::max(columns, plain_.size()); c < row.fields; ++c) {
    if (marks_total(window.field(row, c))) return true;
  }
  return false;
}

bool looks_like_header(const Window& window, const Window::Row& row) {
  bool any = false;
  for (const std::string& cell : cells_of(window, row)) {
    if (is_value(cell)) return false;
    any = any || !cell.empty();
  }
  return any;
}

int find_header(const Window& window, const std::vector<Window::Row>& records) {
  int best = -1;
  int most_known = 0;
  for (std::size_t i = 0; i < std::min(records.size(), searched_records); ++i) {
    if (is_comment(window, records[i])) continue;
    const std::vector<std::string> cells = cells_of(window, records[i]);
    const int known = known_headers(cells);
    // A line of the preamble or a row may hold a known word by chance; a header holds several, or is the first line.
    const bool enough = known >= 2 || (known == 1 && i == 0);
    if (enough && known > most_known) {
      best = static_cast<int>(i);
      most_known = known;
    }
  }
  if (best >= 0) return best;
  std::size_t first = 0;
  while (first < records.size() && is_comment(window, records[first])) ++first;
  if (first == records.size()) return -1;
  const std::size_t usual = usual_fields(records, first);
  for (std::size_t i = first; i < std::min(records.size(), first + searched_records); ++i) {
    if (!is_comment(window, records[i]) && records[i].fields == usual) return static_cast<int>(i);
  }
  return static_cast<int>(first);
}

}  // namespace outlay::ingest
