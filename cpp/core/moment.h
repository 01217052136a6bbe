// A point in time read from text: what a timestamp column holds, to the fraction of a second.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// Which number comes first in dates such as 01/02/2026.
enum class DayOrder { day_first, month_first };

/// Seconds since 1970-01-01T00:00:00; a stated zone (Z, UTC, +02:00) is taken off, none is taken as UTC. Reads ISO
/// forms
/// ("2026-11-16", "2026-11-16T9:37:00.5Z", "2026/11/16 9:37"), dates with the year last ("16.11.2026 21:30",
/// "11/16/2026 9:30 PM") in the given order, and digits alone as Unix seconds, milliseconds or microseconds by their
/// number. Empty for anything else.
std::optional<double> parse_moment(std::string_view text, DayOrder order);

/// How all stamps of a column are written: "2026-11-16 09:37:00", "2026-11-16T09:37:00.250Z", "2026-11-16 09:37:00
/// UTC".
struct StampSpelling {
  char between = ' ';  // or 'T'
  int places = 0;      // of the fraction of a second, at most 6
  enum class Zone { none, z, utc } zone = Zone::none;
  bool operator==(const StampSpelling&) const = default;
};

/// Empty for any other form, for which `parse_moment` is there, and outside of the years 1900 to 2099.
std::optional<StampSpelling> spelling_of(std::string_view text);

/// What `parse_moment` says of a text of this spelling, sooner; NaN for any other text.
class StampReader {
 public:
  explicit StampReader(StampSpelling spelling);
  double read(std::string_view text);

 private:
  StampSpelling spelling_;
  std::size_t length_;
  char last_date_[10] = {};  // a log names each day over and over
  double last_day_ = 0;      // its seconds
};

/// The text that was read.
std::string stamp_text(double seconds, StampSpelling spelling);

/// Whether a moment says its zone: "Z", "UTC", "+02:00", or digits alone, which count from 1970 in UTC.
bool states_zone(std::string_view text);

/// What the texts with the year last tell of their order: a number above 12 decides, and failing it a point between
/// them
/// ("01.02.2026"), which no country writes with the month first.
struct DayOrderEvidence {
  bool is_open = false;  // such dates there are, and none of them decides
  DayOrder order = DayOrder::month_first;
};
DayOrderEvidence day_order_of(const std::vector<std::string>& texts);

}  // namespace outlay
