// A calendar day as a count from 1970-01-01, proleptic Gregorian; weeks begin on Monday (ISO 8601).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace outlay {

struct Day {
  std::int32_t days = 0;
  auto operator<=>(const Day&) const = default;
};

inline constexpr std::int32_t missing_day = std::numeric_limits<std::int32_t>::min();

/// Empty when year, month and day name no calendar day between the years 1 and 9999.
std::optional<Day> day_of(int year, int month, int day);

/// Reads `YYYY-MM-DD`; empty for anything else.
std::optional<Day> parse_iso_day(std::string_view text);

/// `YYYY-MM-DD`.
std::string iso_text(Day day);

/// The Monday on or before `day`.
Day week_start(Day day);

}  // namespace outlay
