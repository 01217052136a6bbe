// From a touchpoint log to journeys: sorting, sessions, lookback window, conversions and lost journeys.
#pragma once

#include <string>

#include "analyses/attribution/journeys.h"
#include "analyses/attribution/touch_channel.h"

namespace outlay::attribution {

struct LogOptions {
  double lookback_days = 30;  // 0: no limit
  double half_life_days = 7;
  double session_minutes = 0;  // 0: every touch counts
  bool collapse = false;       // repeats of one channel in a row are one touch
  std::string conversion_event;
};

/// Rows may be in any order. A conversion ends a path; touches after it begin the next one; what a user touched after
/// the last conversion is a lost journey. Throws `bad_column` with the line for a time or a conversion that cannot be
/// read. O(rows log rows-per-user).
Journeys journeys_of_log(const BoundTable& log, const TouchChannels& channels, const LogOptions& options,
                         Context& context);

}  // namespace outlay::attribution
