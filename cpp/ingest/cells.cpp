// Reading single cells.
#include "ingest/cells.h"

#include <algorithm>

#include "core/day.h"
#include "core/number.h"

namespace outlay::ingest {
namespace {

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         });
}

}  // namespace

std::string_view unquoted(std::string_view field, std::string& scratch) {
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
  field = field.substr(1, field.size() - 2);
  if (field.find('"') == std::string_view::npos) return field;
  scratch.clear();
  for (std::size_t i = 0; i < field.size(); ++i) {
    scratch += field[i];
    if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') ++i;
  }
  return scratch;
}

bool is_missing(std::string_view text) {
  text = trim(text);
  if (text.empty()) return true;
  if (text.size() > 4) return false;
  for (std::string_view mark : {"--", "-", "na", "n/a", "null", "nan"}) {
    if (equal_ignoring_case(text, mark)) return true;
  }
  return false;
}

std::optional<std::int32_t> read_day(std::string_view text) {
  text = trim(text);
  if (text.size() < 10) return {};
  char iso[10];
  std::copy_n(text.begin(), 10, iso);
  if (iso[4] == '/' && iso[7] == '/') iso[4] = iso[7] = '-';
  // What follows must be a time, not more of a longer number or name.
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return {};
  const auto day = parse_iso_day({iso, 10});
  return day ? std::optional(day->days) : std::nullopt;
}

bool looks_like_id(std::string_view text) {
  text = trim(text);
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return text.size() > 15 || (text.size() > 1 && text[0] == '0');
}

}  // namespace outlay::ingest
