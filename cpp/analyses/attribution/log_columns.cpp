// Reading times and conversion flags by their distinct texts.
#include "analyses/attribution/log_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyses/attribution/channel_rules.h"
#include "core/moment.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

std::string lower(std::string_view text) {
  std::string out(trim(text));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

[[noreturn]] void refuse(const BoundTable& bound, const char* role, std::size_t code, const std::string& what,
                         const std::string& remedy) {
  const TextColumn& column = bound.text(role);
  const auto cell = std::find(column.codes.begin(), column.codes.end(), static_cast<std::int32_t>(code));
  const Place place = bound.table().origin.of(static_cast<std::size_t>(cell - column.codes.begin()));
  const std::string file(place.file.empty() ? std::string_view(bound.table().file) : place.file);
  throw Error(
      ErrorCode::bad_column,
      file + ", line " + std::to_string(place.line) + ": \"" + column.dictionary[code] + "\" " + what, remedy,
      {.file = file, .line = place.line, .text = column.dictionary[code], .table = bound.table().name, .role = role});
}

// Counts and the words that exports write for yes and no; below 0 for anything else.
double conversions_in(const std::string& text) {
  const std::string word = lower(text);
  for (const char* yes : {"true", "yes", "y", "t", "converted", "conversion"}) {
    if (word == yes) return 1;
  }
  for (const char* no : {"", "false", "no", "n", "f", "none", "null", "-"}) {
    if (word == no) return 0;
  }
  const auto number = parse_number(word);
  return number ? *number : -1;
}

// A stamp without zone beside one that states it is a guess.
void tell_zones(const std::vector<std::string>& texts, Context& context) {
  const auto stated = std::count_if(texts.begin(), texts.end(), [](const std::string& t) { return states_zone(t); });
  const auto timed = std::count_if(texts.begin(), texts.end(), [](const std::string& t) {
    return t.find(':') != std::string::npos || states_zone(t);
  });
  if (stated > 0 && stated < timed) context.notice({"moments_mixed_zones", Severity::warning, {}, {}});
}

std::vector<std::string> event_names(const std::string& events) {
  std::vector<std::string> names;
  std::string_view rest = events;
  while (!trim(rest).empty()) {
    const std::size_t comma = rest.find(',');
    names.push_back(lower(rest.substr(0, comma)));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  if (!names.empty()) return names;
  return {"conversion", "purchase", "order", "transaction", "sale",
          "sign_up",    "signup",   "lead",  "subscribe",   "converted"};
}

}  // namespace

std::vector<char> real_ids(const TextColumn& column) {
  std::vector<char> is_one;
  for (const std::string& text : column.dictionary) is_one.push_back(!says_nothing(text));
  return is_one;
}

Moments::Moments(const BoundTable& table, const char* role, Context& context)
    : stamps_(table.stamps(role)), missing_(std::numeric_limits<double>::quiet_NaN()) {
  if (stamps_) return;
  codes_ = &table.text(role).codes;
  const std::vector<std::string>& texts = table.text(role).dictionary;
  const DayOrderEvidence evidence = day_order_of(texts);
  if (evidence.is_open) context.notice({"moments_ambiguous", Severity::warning, {}, {{"role", role}}});
  tell_zones(texts, context);
  by_code_.reserve(texts.size());
  for (std::size_t code = 0; code < texts.size(); ++code) {
    const auto moment = parse_moment(texts[code], evidence.order);
    if (!moment && !trim(texts[code]).empty()) {
      refuse(table, role, code, "is not a time such as 2026-11-16 09:37:00.",
             "Correct that cell, or choose another column for the time.");
    }
    by_code_.push_back(moment.value_or(missing_));
  }
}

Conversions::Conversions(const BoundTable& log, const std::string& events) {
  const bool by_event = log.has("conversion_type") && (!log.has("conversions") || !trim(events).empty());
  if (!by_event && !log.has("conversions")) {
    throw Error(ErrorCode::bad_column, log.table().file + ": no column tells which rows are conversions.",
                "Say which column holds the conversion, or the name of the event "
                "(conversion_type).",
                {.file = log.table().file, .table = log.table().name, .role = "conversions"});
  }
  column_ = &log.text(by_event ? "conversion_type" : "conversions");
  const std::vector<std::string> names = event_names(events);
  for (std::size_t code = 0; code < column_->dictionary.size(); ++code) {
    const std::string& text = column_->dictionary[code];
    const double count =
        by_event ? static_cast<double>(std::count(names.begin(), names.end(), lower(text))) : conversions_in(text);
    if (count < 0) {
      refuse(log, "conversions", code, "says neither yes nor no, and is no count of conversions.",
             "Use 1 and 0, TRUE and FALSE, or a count, or choose another column.");
    }
    by_code_.push_back(count);
  }
}

}  // namespace outlay::attribution
