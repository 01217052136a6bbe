// Dates as exports write them, and which of day and month comes first.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace outlay::ingest {

enum class DateOrder { unknown, day_first, month_first };

std::string_view name_of(DateOrder order);  // "", "dmy", "mdy"

/// What a column of dates needs to be read: the order of day and month, and the day that offsets ("Nth day") count
/// from.
struct DateFormat {
  DateOrder order = DateOrder::unknown;
  bool serials = false;     // plain numbers are days of Excel's 1900 calendar
  bool year_first = false;  // 26-01-05 begins with its year
};

/// Reads a day, alone or before a time: 2026-11-16, 2026/11/16, 20261116, 2026111608 (day and hour), 16.11.2026,
/// 11/16/26, "Nov 22, 2025, 8:41 AM", "5 de maio de 2026", "ter., 5 de mai. de 2026" (month names in the languages of
/// the exports), and with `serials` numbers such as 45066. A month (2026-11, Nov 2026), a quarter (Q4 2023, "4th
/// quarter 2023") and an ISO week (2026-W05, "KW 5 2026") are their first day, and so is a range ("1/5/2026 -
/// 1/11/2026"). Empty for anything else, and for day-month dates when the order is unknown.
std::optional<std::int32_t> read_date(std::string_view text, const DateFormat& format);

/// True when the text is a date whose order of day and month must be known to read it.
bool needs_order(std::string_view text);

/// Gathers the dates of a column to tell the order of day and month.
class DateEvidence {
 public:
  void add(std::string_view text);

  /// By a number above 12; else by the weekday that weeks share; else by the reading that spans far fewer days. The
  /// first days of months and the first twelve days of January are not told apart.
  DateOrder order() const;
  /// Both orders are proven by different cells: no order reads the column.
  bool contradicts() const { return first_above_12_ && second_above_12_; }
  bool is_open() const { return !pairs_.empty() && !contradicts() && order() == DateOrder::unknown; }
  /// Two digits, few of them, stand where a day would, and behind them more days than there are years: 26-01-05.
  bool is_year_first() const;
  const std::string& sample() const { return sample_; }

 private:
  bool is_month_starts() const;

  std::set<int> short_firsts_;  // of dates with two digits at either end
  std::set<int> short_thirds_;
  bool first_above_12_ = false;
  bool second_above_12_ = false;
  std::map<std::int32_t, std::int32_t> pairs_;  // distinct dates read with the day first -> with the month first
  std::string sample_;
};

}  // namespace outlay::ingest
