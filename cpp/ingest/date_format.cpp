// Reading dates by their parts: numbers and words, in the orders that people write them.
#include "ingest/date_format.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/day.h"
#include "core/number.h"
#include "ingest/month_names.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_pairs = 2000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Number {
  int value = 0;
  int digits = 0;
};

Number eat_number(std::string_view& text) {
  Number number;
  while (!text.empty() && is_digit(text.front()) && number.digits < 9) {
    number.value = number.value * 10 + (text.front() - '0');
    ++number.digits;
    text.remove_prefix(1);
  }
  return number;
}

int full_year(Number year) { return year.digits == 2 ? (year.value < 70 ? 2000 : 1900) + year.value : year.value; }

// What may stand behind a date: nothing, or a time.
bool is_tail(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() != ' ' && text.front() != 'T' && text.front() != ',' && text.front() != '|') return false;
  text = trim(text.substr(1));
  return text.empty() || is_digit(text.front());
}

std::optional<std::int32_t> to_days(int year, int month, int day) {
  const auto found = day_of(year, month, day);
  return found ? std::optional(found->days) : std::nullopt;
}

// Three numbers with the same separator; `year_first` tells YYYY-MM-DD.
struct Triple {
  Number first, second, third;
};

std::optional<Triple> triple_of(std::string_view text) {
  Triple out;
  out.first = eat_number(text);
  if (out.first.digits == 0 || text.empty()) return {};
  const char separator = text.front();
  if (separator != '-' && separator != '/' && separator != '.') return {};
  text.remove_prefix(1);
  out.second = eat_number(text);
  if (out.second.digits == 0 || out.second.digits > 2 || text.empty() || text.front() != separator) return {};
  text.remove_prefix(1);
  out.third = eat_number(text);
  if (out.third.digits == 0 || !is_tail(text)) return {};
  return out;
}

bool is_year_first(const Triple& t) { return t.first.digits == 4 && t.third.digits <= 2; }
bool is_year_last(const Triple& t) { return t.first.digits <= 2 && (t.third.digits == 4 || t.third.digits == 2); }

std::optional<std::int32_t> read_triple(const Triple& t, DateOrder order) {
  if (is_year_first(t)) return to_days(t.first.value, t.second.value, t.third.value);
  if (!is_year_last(t) || order == DateOrder::unknown) return {};
  const bool day_first = order == DateOrder::day_first;
  return to_days(full_year(t.third), day_first ? t.second.value : t.first.value,
                 day_first ? t.first.value : t.second.value);
}

// 20261116 and 2026111608.
std::optional<std::int32_t> read_compact(std::string_view text) {
  if (text.size() != 8 && text.size() != 10) return {};
  if (!std::all_of(text.begin(), text.end(), is_digit)) return {};
  const auto part = [&](std::size_t at, std::size_t length) {
    std::string_view digits = text.substr(at, length);
    return eat_number(digits).value;
  };
  const int year = part(0, 4);
  if (year < 1990 || year > 2100 || (text.size() == 10 && part(8, 2) > 23)) return {};
  return to_days(year, part(4, 2), part(6, 2));
}

// Excel counts from 1899-12-30, since it believes in a 29 February 1900.
std::optional<std::int32_t> read_serial(std::string_view text) {
  const auto number = parse_number(text);
  if (!number || *number < 20000 || *number > 80000) return {};
  return static_cast<std::int32_t>(*number) - 25569;
}

// A date with a month's name: the numbers beside it are a day (up to 31) and a year; words around them do not matter.
std::optional<std::int32_t> read_named(std::string_view text) {
  int month = 0;
  Number day, year;
  int words = 0;
  while (!text.empty() && (day.digits == 0 || year.digits == 0 || month == 0)) {
    if (is_digit(text.front())) {
      const Number number = eat_number(text);
      if (number.digits == 4) {
        year = number;
      } else if (number.digits <= 2 && day.digits == 0) {
        day = number;
      } else if (number.digits == 2 && year.digits == 0) {
        year = number;
      } else {
        return {};
      }
    } else if (const std::string_view word = eat_word(text); !word.empty()) {
      if (++words > 5) return {};
      if (const int named = month_named(word); named > 0) {
        if (month > 0) return {};
        month = named;
      } else if (!is_date_filler(word)) {
        return {};
      }
    } else {
      text.remove_prefix(1);
    }
  }
  if (month == 0 || year.digits == 0) return {};
  return to_days(full_year(year), month, day.digits == 0 ? 1 : day.value);
}

// Q4 2023, 2023-Q4, 2023 Q4, "4th quarter 2023".
std::optional<std::int32_t> read_quarter(std::string_view text) {
  int quarter = 0;
  int year = 0;
  bool said = false;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      const Number number = eat_number(text);
      (number.digits == 4 ? year : quarter) = number.value;
    } else if (const std::string_view word = eat_word(text); !word.empty()) {
      if (is_quarter_word(word)) {
        said = true;
      } else if (word != "st" && word != "nd" && word != "rd" && word != "th") {
        return {};
      }
    } else {
      text.remove_prefix(1);
    }
  }
  if (!said || quarter < 1 || quarter > 4) return {};
  return to_days(year, 3 * quarter - 2, 1);
}

// 2026-W05: the Monday of that ISO week; the week of 4 January is the first.
std::optional<std::int32_t> read_week(std::string_view text) {
  const Number year = eat_number(text);
  while (!text.empty() && (text.front() == '-' || text.front() == ' ')) text.remove_prefix(1);
  if (year.digits != 4 || text.empty() || (text.front() != 'W' && text.front() != 'w')) return {};
  text.remove_prefix(1);
  const Number week = eat_number(text);
  const auto fourth = day_of(year.value, 1, 4);
  if (!fourth || !text.empty() || week.value < 1 || week.value > 53) return {};
  return week_start(*fourth).days + 7 * (week.value - 1);
}

// 2026-11.
std::optional<std::int32_t> read_month(std::string_view text) {
  const Number year = eat_number(text);
  if (year.digits != 4 || text.empty() || (text.front() != '-' && text.front() != '/')) return {};
  text.remove_prefix(1);
  const Number month = eat_number(text);
  if (month.digits == 0 || month.digits > 2 || !text.empty()) return {};
  return to_days(year.value, month.value, 1);
}

}  // namespace

std::string_view name_of(DateOrder order) {
  constexpr std::string_view names[] = {"", "dmy", "mdy"};
  return names[static_cast<int>(order)];
}

std::optional<std::int32_t> read_date(std::string_view text, const DateFormat& format) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 60) return {};
  if (is_digit(text.front())) {
    if (const auto triple = triple_of(text)) return read_triple(*triple, format.order);
    if (const auto days = read_compact(text)) return days;
    if (format.serials) {
      if (const auto days = read_serial(text)) return days;
    }
    if (const auto days = read_month(text)) return days;
    if (const auto days = read_week(text)) return days;
  }
  if (const auto days = read_quarter(text)) return days;
  return read_named(text);
}

bool needs_order(std::string_view text) {
  const auto triple = triple_of(trim(text));
  return triple && !is_year_first(*triple) && is_year_last(*triple);
}

void DateEvidence::add(std::string_view text) {
  const auto triple = triple_of(trim(text));
  if (!triple || is_year_first(*triple) || !is_year_last(*triple)) return;
  if (sample_.empty()) sample_ = std::string(text.substr(0, 40));
  first_above_12_ = first_above_12_ || triple->first.value > 12;
  second_above_12_ = second_above_12_ || triple->second.value > 12;
  if (pairs_.size() >= most_pairs) return;
  const auto day_first = read_triple(*triple, DateOrder::day_first);
  const auto month_first = read_triple(*triple, DateOrder::month_first);
  if (day_first && month_first) pairs_.emplace(*day_first, *month_first);
}

DateOrder DateEvidence::order() const {
  if (first_above_12_ != second_above_12_) return first_above_12_ ? DateOrder::day_first : DateOrder::month_first;
  if (contradicts() || pairs_.size() < 3) return DateOrder::unknown;
  // Ambiguous dates only. Weeks begin on one weekday in the right reading alone; days of a month lie close together.
  const auto weekday = [](std::int32_t day) { return (day % 7 + 7) % 7; };
  bool day_first_weekly = true, month_first_weekly = true;
  std::int32_t low = std::numeric_limits<std::int32_t>::max(), high = std::numeric_limits<std::int32_t>::min();
  for (const auto& [day_first, month_first] : pairs_) {
    day_first_weekly = day_first_weekly && weekday(day_first) == weekday(pairs_.begin()->first);
    month_first_weekly = month_first_weekly && weekday(month_first) == weekday(pairs_.begin()->second);
    low = std::min(low, month_first);
    high = std::max(high, month_first);
  }
  if (day_first_weekly != month_first_weekly) return day_first_weekly ? DateOrder::day_first : DateOrder::month_first;
  const std::int32_t day_first_span = pairs_.rbegin()->first - pairs_.begin()->first;
  const std::int32_t month_first_span = high - low;
  if (day_first_span * 4 < month_first_span) return DateOrder::day_first;
  if (month_first_span * 4 < day_first_span) return DateOrder::month_first;
  return DateOrder::unknown;
}

}  // namespace outlay::ingest
