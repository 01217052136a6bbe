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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool any_value(const std::vector<std::string>& cells) { return std::any_of(cells.begin(), cells.end(), is_value); }

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

// Sum, Somme, Subtotal, Sous-total, Insgesamt, Zwischensumme, Results: names that begin so are rare.
bool has_stem(std::string_view text) {
  if (text.size() < 3) return false;
  const auto letter = [&](std::size_t k) { return static_cast<char>(text[k] | 0x20); };
  switch (letter(0)) {
    case 's':
      return (letter(1) == 'u' && (letter(2) == 'm' || letter(2) == 'b')) ||
             (letter(1) == 'o' && (letter(2) == 'm' || letter(2) == 'u'));
    case 'i':
      return letter(1) == 'n' && letter(2) == 's';
    case 'z':
      return letter(1) == 'w' && letter(2) == 'i';
    case 'r':
      return letter(1) == 'e' && letter(2) == 's';
    default:
      return false;
  }
}

// Only texts that could be a marker are looked at closely: most cells are settled by their first and last letters, as
// they stand in the file.
bool may_mark_total(std::string_view field) {
  if (field.size() < 3) return false;
  const auto is_edge = [](char c) { return c == '"' || c == ' ' || c == '\t'; };
  const auto first = static_cast<unsigned char>(is_edge(field.front()) ? field[1] : field.front());
  const char last = is_edge(field.back()) ? field[field.size() - 2] : field.back();
  const auto lower = static_cast<unsigned char>(first | 0x20);
  return lower == 't' || lower == 'g' || first >= 0x80 || (last | 0x20) == 'l' || is_edge(static_cast<char>(first)) ||
         is_edge(last) || has_stem(field.substr(is_edge(field.front()) ? 1 : 0));
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

// "# All Users" and "#-----" are comments, padded with empty cells or not; "#1030", "#shoes" and a column named "#" are
// data.
bool is_comment(const Window& window, const Window::Row& row) {
  std::string_view field = window.field(row, 0);
  if (field.empty() || (field.front() != '#' && field.substr(0, 2) != "\"#")) return false;
  field.remove_prefix(field.front() == '#' ? 1 : 2);
  if (row.fields == 1) return true;
  if (field.empty() || field == "\"") {
    for (std::size_t c = 1; c < row.fields; ++c) {
      if (!trim(window.field(row, c)).empty()) return false;
    }
    return true;
  }
  const auto mark = static_cast<unsigned char>(field.front() | 0x20);
  return !is_digit(field.front()) && (mark < 'a' || mark > 'z') && mark < 0x80;
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

bool is_headless(const Window& window, const Window::Row& row, const Window::Row& next) {
  const std::vector<std::string> cells = cells_of(window, row), below = cells_of(window, next);
  if (cells.size() != below.size() || known_headers(cells) > 0) return false;
  const auto year_or_date = [](const std::string& cell) {
    const auto number = parse_number(cell);
    return number ? *number >= 1900 && *number <= 2100 : read_date(cell, {DateOrder::day_first, false}).has_value();
  };
  // Years, months and days may head the columns of a wide table, but not the one that they fill themselves.
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (is_value(cells[c]) && is_value(below[c]) && (c == 0 || !year_or_date(cells[c]))) return true;
  }
  return false;
}

int find_header(const Window& window, const std::vector<Window::Row>& records) {
  int best = -1;
  int most_known = 0;
  std::size_t fields_above = 0;  // of the first record that could be a header by its looks
  for (std::size_t i = 0; i < std::min(records.size(), searched_records); ++i) {
    const std::vector<std::string> cells = cells_of(window, records[i]);
    const int known = known_headers(cells);
    if (is_comment(window, records[i]) && (records[i].fields == 1 || known < 2)) continue;
    if (cells[0].size() > 1 && cells[0].back() == ':') continue;  // a key of the preamble
    const bool has_value = any_value(cells);
    // A row below the header may hold known words.
    if (has_value && records[i].fields == fields_above) continue;
    if (!has_value && fields_above == 0 && records[i].fields > 1) fields_above = records[i].fields;
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
