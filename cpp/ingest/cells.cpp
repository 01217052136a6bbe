// Reading single cells.
#include "ingest/cells.h"

#include <algorithm>

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
  if (field.empty() || (field.front() != '"' && field.front() != ' ')) return field;
  const std::string_view inner = trim(field);
  if (inner.size() < 2 || inner.front() != '"' || inner.back() != '"') return field;
  field = inner.substr(1, inner.size() - 2);
  if (field.find('"') == std::string_view::npos) return field;
  scratch.clear();
  for (std::size_t i = 0; i < field.size(); ++i) {
    scratch += field[i];
    if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') ++i;
  }
  return scratch;
}

std::string_view without_formula(std::string_view text) {
  const bool is_one = text.size() > 3 && text[0] == '=' && text[1] == '"' && text.back() == '"';
  return is_one ? text.substr(2, text.size() - 3) : text;
}

bool is_dash(std::string_view text) {
  return text == "--" || text == "-" || text == "\xe2\x80\x93" || text == "\xe2\x80\x94";
}

bool is_missing(std::string_view text) {
  text = trim(text);
  if (text.empty()) return true;
  if (text.size() > 4) return false;
  if (is_dash(text)) return true;
  for (std::string_view mark : {"na", "n/a", "null", "nan"}) {
    if (equal_ignoring_case(text, mark)) return true;
  }
  return false;
}

bool looks_like_id(std::string_view text) {
  text = trim(text);
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return text.size() > 15 || (text.size() > 1 && text[0] == '0');
}

}  // namespace outlay::ingest
