// Titles and periods of reports.
#include "ingest/preamble.h"

#include <algorithm>
#include <cctype>

#include "core/number.h"

namespace outlay::ingest {
namespace {

// Without comment marks, padding commas and the brackets of a time zone.
std::string_view cleaned(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line.front() == '#' || line.front() == ' ')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ',' || line.back() == ';' || line.back() == ' ')) line.remove_suffix(1);
  if (!line.empty() && line.back() == ')') {
    const std::size_t bracket = line.rfind(" (");
    if (bracket != std::string_view::npos) line = line.substr(0, bracket);
  }
  return trim(line);
}

std::string_view value_of(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return colon == std::string_view::npos ? line : trim(line.substr(colon + 2));
}

bool key_has(std::string_view line, std::initializer_list<std::string_view> words) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  std::string key(line.substr(0, colon));
  std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

std::optional<Period> range_in(std::string_view text, const DateFormat& format) {
  for (std::string_view between :
       {" - ", " \xe2\x80\x93 ", " to ", " bis ", " au ", "\xe3\x80\x9c", "\xef\xbd\x9e", "~", ",", "-"}) {
    for (std::size_t at = text.find(between); at != std::string_view::npos; at = text.find(between, at + 1)) {
      const auto from = read_date(text.substr(0, at), format);
      const auto to = read_date(text.substr(at + between.size()), format);
      if (from && to && *from <= *to) return Period{*from, *to};
    }
  }
  return {};
}

bool is_rule(std::string_view line) { return line.find_first_not_of("-=_*# ,") == std::string_view::npos; }

}  // namespace

std::optional<Period> period_in(const std::vector<std::string>& lines, DateOrder order) {
  const DateFormat format{order, false};
  std::optional<std::int32_t> from, to;
  for (const std::string& raw : lines) {
    const std::string_view line = cleaned(raw);
    const std::string_view value = value_of(line);
    if (const auto range = range_in(value, format)) return range;
    if (key_has(line, {"start", "begin",
                       "in\xc3\xad"
                       "cio",
                       "d\xc3\xa9"
                       "but"}) &&
        !from)
      from = read_date(value, format);
    if (key_has(line, {"end", "eind", "fim", "fin"}) && !to) to = read_date(value, format);
  }
  if (from && to && *from <= *to) return Period{*from, *to};
  return {};
}

std::string title_in(const std::vector<std::string>& lines) {
  for (const std::string& raw : lines) {
    const std::string_view line = cleaned(raw);
    if (line.empty() || is_rule(line)) continue;
    const std::string_view value = value_of(line);
    const bool is_name = key_has(line, {"name", "nom", "naam"});
    if (!is_name && value.size() != line.size()) continue;
    if (!range_in(line, {DateOrder::month_first, false}) && !range_in(line, {DateOrder::day_first, false}))
      return std::string(value);
  }
  return {};
}

std::optional<std::size_t> stated_rows(const std::vector<std::string>& lines) {
  for (const std::string& raw : lines) {
    const std::string_view line = cleaned(raw);
    if (line.substr(0, 6) != "Rows: ") continue;
    if (const auto rows = parse_number(line.substr(6)); rows && *rows >= 0) return static_cast<std::size_t>(*rows);
  }
  return {};
}

}  // namespace outlay::ingest
