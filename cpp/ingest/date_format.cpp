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

bool is_short(const Triple& t) { return t.first.digits == 2 && t.third.digits == 2; }

std::optional<std::int32_t> read_triple(const Triple& t, const DateFormat& format) {
  const DateOrder order = format.order;
  if (is_year_first(t) || (format.year_first && is_short(t))) {
    return to_days(full_year(t.first), t.second.value, t.third.value);
  }
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

// "KW 5 2026", "W05/2026": the Monday of that ISO week too.
std::optional<std::int32_t> read_named_week(std::string_view text) {
  if (!is_week_word(eat_word(text))) return {};
  const auto number = [&] {
    while (!text.empty() && !is_digit(text.front()) && std::string_view(" -/.,").find(text.front()) < 5) {
      text.remove_prefix(1);
    }
    return eat_number(text);
  };
  const Number week = number(), year = number();
  if (week.digits == 0 || week.digits > 2 || year.digits != 4 || !text.empty()) return {};
  return read_week(std::to_string(year.value) + "-W" + std::to_string(week.value));
}

// Jan-25: what spreadsheets make of a month and its year; a day would stand before the name.
std::optional<std::int32_t> read_month_and_year(std::string_view text) {
  const int month = month_named(eat_word(text));
  if (month == 0 || text.size() != 3 || text.front() != '-') return {};
  text.remove_prefix(1);
  const Number year = eat_number(text);
  return year.digits == 2 ? to_days(full_year(year), month, 1) : std::nullopt;
}

bool eat_sign(std::string_view& text, std::string_view sign) {
  if (text.substr(0, sign.size()) != sign) return false;
  text.remove_prefix(sign.size());
  return true;
}

// The Japanese signs of year, month and day, each behind its number; without a day the first one.
std::optional<std::int32_t> read_signed(std::string_view text) {
  const Number year = eat_number(text);
  if (year.digits != 4 || !eat_sign(text, "\xe5\xb9\xb4")) return {};
  const Number month = eat_number(text);
  if (month.digits == 0 || !eat_sign(text, "\xe6\x9c\x88")) return {};
  const Number day = eat_number(text);
  if (day.digits > 0 && !eat_sign(text, "\xe6\x97\xa5")) return {};
  return to_days(year.value, month.value, day.digits > 0 ? day.value : 1);
}

// 2026-11, 11/2026 and 202611.
std::optional<std::int32_t> read_month(std::string_view text) {
  const Number year = eat_number(text);
  if (year.digits == 6 && text.empty() && year.value / 100 >= 1990 && year.value / 100 <= 2100) {
    return to_days(year.value / 100, year.value % 100, 1);
  }
  if (year.digits <= 2 && !text.empty() && text.front() == '/') {
    text.remove_prefix(1);
    const Number behind = eat_number(text);
    return behind.digits == 4 && text.empty() ? to_days(behind.value, year.value, 1) : std::nullopt;
  }
  if (year.digits != 4 || text.empty() || (text.front() != '-' && text.front() != '/')) return {};
  text.remove_prefix(1);
  const Number month = eat_number(text);
  if (month.digits == 0 || month.digits > 2 || !text.empty()) return {};
  return to_days(year.value, month.value, 1);
}

std::optional<std::int32_t> read_one(std::string_view text, const DateFormat& format) {
  if (is_digit(text.front())) {
    if (const auto triple = triple_of(text)) return read_triple(*triple, format);
    if (const auto days = read_compact(text)) return days;
    if (format.serials) {
      if (const auto days = read_serial(text)) return days;
    }
    if (const auto days = read_month(text)) return days;
    if (const auto days = read_week(text)) return days;
    if (const auto days = read_signed(text)) return days;
  } else {
    if (const auto days = read_month_and_year(text)) return days;
    if (const auto days = read_named_week(text)) return days;
  }
  if (const auto days = read_quarter(text)) return days;
  return read_named(text);
}

// "2026-01-05 - 2026-01-11" cut in two; empty parts for a text that is no range.
std::pair<std::string_view, std::string_view> ends_of_range(std::string_view text) {
  for (std::string_view between : {" - ", " ~ ", "~", " \xe2\x80\x93 ", " to "}) {
    const std::size_t at = text.find(between);
    if (at != std::string_view::npos) return {trim(text.substr(0, at)), trim(text.substr(at + between.size()))};
  }
  return {};
}

bool is_length_of_date(std::string_view text) { return text.size() >= 5 && text.size() <= 60; }

std::optional<Triple> triple_needing_order(std::string_view text) {
  auto triple = triple_of(text);
  if (!triple) {
    const auto [from, to] = ends_of_range(text);
    if (!from.empty() && triple_of(to)) triple = triple_of(from);
  }
  if (!triple || is_year_first(*triple) || !is_year_last(*triple)) return {};
  return triple;
}

}  // namespace

std::string_view name_of(DateOrder order) {
  constexpr std::string_view names[] = {"", "dmy", "mdy"};
  return names[static_cast<int>(order)];
}

std::optional<std::int32_t> read_date(std::string_view text, const DateFormat& format) {
  text = trim(text);
  if (!is_length_of_date(text)) return {};
  if (const auto days = read_one(text, format)) return days;
  const auto [from, to] = ends_of_range(text);
  if (!is_length_of_date(from) || !is_length_of_date(to)) return {};
  const auto first = read_one(from, format), last = read_one(to, format);
  return first && last && *first <= *last ? first : std::nullopt;
}

bool needs_order(std::string_view text) { return triple_needing_order(trim(text)).has_value(); }

void DateEvidence::add(std::string_view text) {
  const auto triple = triple_needing_order(trim(text));
  if (!triple) return;
  if (sample_.empty()) sample_ = std::string(text.substr(0, 40));
  first_above_12_ = first_above_12_ || triple->first.value > 12;
  second_above_12_ = second_above_12_ || triple->second.value > 12;
  if (is_short(*triple)) {
    short_firsts_.insert(triple->first.value);
    short_thirds_.insert(triple->third.value);
  }
  if (pairs_.size() >= most_pairs) return;
  const auto day_first = read_triple(*triple, {DateOrder::day_first});
  const auto month_first = read_triple(*triple, {DateOrder::month_first});
  if (day_first && month_first) pairs_.emplace(*day_first, *month_first);
}

bool DateEvidence::is_year_first() const {
  constexpr std::size_t most_years = 2, least_days = 4;
  constexpr int first_year = 15, last_year = 40;  // what "26" can mean where it is a year
  if (short_firsts_.empty() || short_firsts_.size() > most_years || short_thirds_.size() < least_days) return false;
  return *short_firsts_.begin() >= first_year && *short_firsts_.rbegin() <= last_year &&
         *short_thirds_.begin() < first_year;
}

// 1/1, 2/1, 3/1: the first of each month in one reading, days of one January in the other; nothing tells them apart.
bool DateEvidence::is_month_starts() const {
  bool day_first = true, month_first = true;
  for (const auto& [day, month] : pairs_) {
    day_first = day_first && iso_text(Day{day}).substr(8) == "01";
    month_first = month_first && iso_text(Day{month}).substr(8) == "01";
  }
  return day_first != month_first;
}

DateOrder DateEvidence::order() const {
  if (first_above_12_ != second_above_12_) return first_above_12_ ? DateOrder::day_first : DateOrder::month_first;
  if (contradicts() || pairs_.size() < 3 || is_month_starts()) return DateOrder::unknown;
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
  const std::int32_t day_first_span = pairs_.rbegin()->first - pairs_.begin()->first;
  const std::int32_t month_first_span = high - low;
  DateOrder by_span = DateOrder::unknown, by_weekday = DateOrder::unknown;
  if (day_first_span * 4 < month_first_span) by_span = DateOrder::day_first;
  if (month_first_span * 4 < day_first_span) by_span = DateOrder::month_first;
  if (day_first_weekly != month_first_weekly) {
    by_weekday = day_first_weekly ? DateOrder::day_first : DateOrder::month_first;
  }
  // A few dates share a weekday by chance: it must not contradict the span.
  if (by_weekday == DateOrder::unknown) return by_span;
  return by_span == DateOrder::unknown || by_span == by_weekday ? by_weekday : DateOrder::unknown;
}

}  // namespace outlay::ingest
