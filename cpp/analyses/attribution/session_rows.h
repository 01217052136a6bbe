// Sessions from a log: a row with start and end is one; rows that share a session id are one from first to last.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyses/attribution/touch_channel.h"
#include "core/context.h"
#include "core/inputs.h"

namespace outlay::attribution {

struct Session {
  std::size_t row = 0;  // its first
  double start = 0;     // seconds since 1970-01-01, NaN when unknown
  double seconds = 0;   // NaN when unknown
  double conversions = 0;
};

/// What sessions are grouped by. `codes` by row of the log, -1 when missing.
struct Dimension {
  const char* name;
  const std::vector<std::int32_t>* codes;
  const std::vector<std::string>* names;
};

struct Sessions {
  std::vector<Session> list;
  std::vector<Dimension> dimensions;  // channel, medium, source, term, page: those that the log has
};

/// An end before the start is told, and the duration unknown. Throws `bad_column` where neither start and end nor
/// session id and time are bound, and for times that cannot be read. O(rows log rows).
Sessions sessions_of(const BoundTable& log, const TouchChannels& channels, Context& context);

}  // namespace outlay::attribution
