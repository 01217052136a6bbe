// Reading timestamps by hand: a log has millions, and the forms are few.
#include "core/moment.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "core/day.h"
#include "core/number.h"

namespace outlay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes a text from the front; every member returns false and leaves the text alone when it does not fit.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool number(int& out, std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest_.size() && digits < most && is_digit(rest_[digits]))
      value = value * 10 + (rest_[digits++] - '0');
    if (digits == 0) return false;
    rest_.remove_prefix(digits);
    out = value;
    return true;
  }
  bool one_of(std::string_view marks, char& found) {
    if (rest_.empty() || marks.find(rest_[0]) == std::string_view::npos) return false;
    found = rest_[0];
    rest_.remove_prefix(1);
    return true;
  }
  bool mark(char wanted) {
    char found;
    return one_of(std::string_view(&wanted, 1), found);
  }
  bool word(std::string_view wanted) {
    if (rest_.size() < wanted.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if ((rest_[i] | 32) != (wanted[i] | 32)) return false;
    }
    rest_.remove_prefix(wanted.size());
    return true;
  }
  double fraction() {
    double value = 0, unit = 0.1;
    for (; !rest_.empty() && is_digit(rest_[0]); rest_.remove_prefix(1), unit /= 10) value += unit * (rest_[0] - '0');
    return value;
  }
  void spaces() {
    while (mark(' ')) {
    }
  }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

bool read_date(Cursor& at, DayOrder order, Day& out) {
  int first, second, third;
  char mark;
  Cursor start = at;
  if (!at.number(first, 4) || !at.one_of("-/.", mark) || !at.number(second, 2) || !at.mark(mark)) return false;
  if (!at.number(third, 4)) return false;
  const bool year_first = start.rest().size() - at.rest().size() >= 6 && first > 31;
  int year = year_first ? first : third;
  int month = year_first || order == DayOrder::month_first ? (year_first ? second : first) : second;
  int day = year_first ? third : order == DayOrder::month_first ? second : first;
  if (year < 100) year += 2000;
  const auto found = day_of(year, month, day);
  if (!found) return false;
  out = *found;
  return true;
}

bool read_zone(Cursor& at, double& seconds) {
  at.spaces();
  if (at.word("utc") || at.word("gmt") || at.word("z")) return at.at_end();
  char sign;
  int hours, minutes = 0;
  if (!at.one_of("+-", sign)) return at.at_end();
  if (!at.number(hours, 2)) return false;
  at.mark(':');
  at.number(minutes, 2);
  seconds -= (sign == '-' ? -1 : 1) * (hours * 3600.0 + minutes * 60.0);
  return at.at_end();
}

bool read_time(Cursor& at, double& seconds) {
  int hours, minutes, whole = 0;
  double part = 0;
  if (!at.number(hours, 2) || !at.mark(':') || !at.number(minutes, 2)) return false;
  if (at.mark(':')) {
    if (!at.number(whole, 2)) return false;
    if (at.mark('.') || at.mark(',')) part = at.fraction();
  }
  at.spaces();
  const bool morning = at.word("am"), evening = !morning && at.word("pm");
  if (morning || evening) {
    if (hours < 1 || hours > 12) return false;
    hours = hours % 12 + (evening ? 12 : 0);
  }
  if (hours > 24 || minutes > 59 || whole > 60) return false;
  seconds += hours * 3600.0 + minutes * 60.0 + whole + part;
  return true;
}

// Seconds have 9 or 10 digits from 1973 to 2286, milliseconds 12 or 13, microseconds 15 or 16.
std::optional<double> read_unix(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::size_t digits = point == std::string_view::npos ? text.size() : point;
  const auto value = parse_number(text);
  if (!value || digits < 9 || digits > 16) return std::nullopt;
  return digits <= 11 ? *value : digits <= 13 ? *value / 1e3 : *value / 1e6;
}

bool all_digits(std::string_view text) {
  for (char c : text) {
    if (!is_digit(c) && c != '.') return false;
  }
  return text.find('.') == text.rfind('.');
}

constexpr std::string_view zone_texts[] = {"", "Z", " UTC"};

constexpr std::size_t bare_length = 19;  // "2026-11-16 09:37:00"

// The number that the digits from `at` on say; below 0 when one is none.
int digits_at(const char* at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i) {
    if (!is_digit(at[i])) return -1;
    value = value * 10 + (at[i] - '0');
  }
  return value;
}

void write_digits(char* at, std::int64_t value, int count) {
  for (int i = count; i-- > 0; value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<StampSpelling> spelling_of(std::string_view text) {
  if (text.size() < bare_length) return std::nullopt;
  StampSpelling spelling;
  spelling.between = text[10];
  if (spelling.between != ' ' && spelling.between != 'T') return std::nullopt;
  std::string_view rest = text.substr(bare_length);
  if (!rest.empty() && rest[0] == '.') {
    std::size_t end = 1;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    spelling.places = static_cast<int>(end - 1);
    if (end < 2 || end > 7) return std::nullopt;
    rest.remove_prefix(end);
  }
  std::size_t zone = 0;
  while (zone < std::size(zone_texts) && rest != zone_texts[zone]) ++zone;
  if (zone == std::size(zone_texts)) return std::nullopt;
  spelling.zone = static_cast<StampSpelling::Zone>(zone);
  return std::isnan(StampReader(spelling).read(text)) ? std::nullopt : std::optional(spelling);
}

StampReader::StampReader(StampSpelling spelling)
    : spelling_(spelling),
      length_(bare_length + static_cast<std::size_t>(spelling.places > 0 ? spelling.places + 1 : 0) +
              zone_texts[static_cast<std::size_t>(spelling.zone)].size()) {}

double StampReader::read(std::string_view text) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const char* at = text.data();
  if (text.size() != length_ || at[10] != spelling_.between || at[13] != ':' || at[16] != ':') return none;
  if (std::memcmp(at, last_date_, sizeof last_date_) != 0) {
    const auto day = parse_iso_day(text.substr(0, 10));
    const int year = digits_at(at, 4);
    if (!day || year < 1900 || year >= 2100) return none;
    std::memcpy(last_date_, at, sizeof last_date_);
    last_day_ = day->days * 86400.0;
  }
  const int hours = digits_at(at + 11, 2), minutes = digits_at(at + 14, 2), whole = digits_at(at + 17, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || whole < 0 || whole > 59) return none;
  double part = 0;
  if (spelling_.places > 0) {
    if (at[bare_length] != '.' || digits_at(at + bare_length + 1, spelling_.places) < 0) return none;
    Cursor digits(text.substr(bare_length + 1, static_cast<std::size_t>(spelling_.places)));
    part = digits.fraction();
  }
  const std::string_view zone = zone_texts[static_cast<std::size_t>(spelling_.zone)];
  if (text.substr(length_ - zone.size()) != zone) return none;
  return last_day_ + (hours * 3600.0 + minutes * 60.0 + whole + part);
}

// Below the year 2100 a double holds a millionth of a second twice over, so that rounding gives the digits back.
std::string stamp_text(double seconds, StampSpelling spelling) {
  const double day = std::floor(seconds / 86400), whole = std::floor(seconds);
  std::string text = iso_text(Day{static_cast<std::int32_t>(day)}) + spelling.between + "00:00:00";
  const auto of_day = static_cast<std::int64_t>(whole - day * 86400);
  write_digits(&text[11], of_day / 3600, 2);
  write_digits(&text[14], of_day / 60 % 60, 2);
  write_digits(&text[17], of_day % 60, 2);
  if (spelling.places > 0) {
    text += "." + std::string(static_cast<std::size_t>(spelling.places), '0');
    const double unit = std::pow(10, spelling.places);
    write_digits(&text[bare_length + 1], std::llround((seconds - whole) * unit), spelling.places);
  }
  return text.append(zone_texts[static_cast<std::size_t>(spelling.zone)]);
}

std::optional<double> parse_moment(std::string_view text, DayOrder order) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  if (all_digits(text)) return read_unix(text);
  Cursor at(text);
  Day day;
  if (!read_date(at, order, day)) return std::nullopt;
  double seconds = day.days * 86400.0;
  at.mark(',');
  if (at.mark('T') || at.mark(' ')) {
    at.spaces();
    if (!read_time(at, seconds)) return std::nullopt;
  }
  if (!read_zone(at, seconds)) return std::nullopt;
  return seconds;
}

bool states_zone(std::string_view text) {
  text = trim(text);
  if (text.empty() || all_digits(text)) return !text.empty();
  const std::size_t time = text.find(':');
  if (time == std::string_view::npos) return false;
  const char last = static_cast<char>(text.back() | 32);
  return last == 'z' || last == 'c' || last == 't' || text.find_first_of("+-", time) != std::string_view::npos;
}

DayOrderEvidence day_order_of(const std::vector<std::string>& texts) {
  bool any = false, any_point = false;
  for (const std::string& text : texts) {
    Cursor at(trim(text));
    int first, second;
    char mark;
    if (!at.number(first, 4) || first > 31 || !at.one_of("-/.", mark) || !at.number(second, 2) || !at.mark(mark))
      continue;
    if (first > 12) return {false, DayOrder::day_first};
    if (second > 12) return {false, DayOrder::month_first};
    any = true;
    any_point = any_point || mark == '.';
  }
  return {any && !any_point, any_point ? DayOrder::day_first : DayOrder::month_first};
}

}  // namespace outlay
