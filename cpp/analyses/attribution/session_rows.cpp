// One session a row, or rows gathered by session id.
#include "analyses/attribution/session_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analyses/attribution/log_columns.h"

namespace outlay::attribution {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

std::vector<Session> one_a_row(const BoundTable& log, const Conversions* conversions, Context& context) {
  const Moments start(log, log.has("session_start") ? "session_start" : "timestamp", context);
  const Moments end(log, "session_end", context);
  std::vector<Session> sessions;
  double reversed = 0;
  for (std::size_t row = 0; row < log.rows(); ++row) {
    Session session{row, start.at(row), end.at(row) - start.at(row), conversions ? conversions->at(row) : 0};
    if (session.seconds < 0) {
      ++reversed;
      session.seconds = nan_value;
    }
    sessions.push_back(session);
  }
  if (reversed > 0) context.notice({"sessions_reversed", Severity::warning, {{"sessions", reversed}}, {}});
  return sessions;
}

std::vector<Session> gathered(const BoundTable& log, const Conversions* conversions, Context& context) {
  const TextColumn& id = log.text("session_id");
  const Moments time(log, "timestamp", context);
  std::vector<std::optional<Session>> by_id(id.dictionary.size());
  std::vector<double> last(by_id.size(), nan_value);
  double without = 0;
  for (std::size_t row = 0; row < log.rows(); ++row) {
    if (id.codes[row] < 0) {
      ++without;
      continue;
    }
    const auto code = static_cast<std::size_t>(id.codes[row]);
    std::optional<Session>& session = by_id[code];
    if (!session) session = Session{row, time.at(row), 0, 0};
    if (time.at(row) < session->start) {
      session->row = row;
      session->start = time.at(row);
    }
    last[code] = std::fmax(last[code], time.at(row));
    if (conversions) session->conversions += conversions->at(row);
  }
  std::vector<Session> sessions;
  for (std::size_t code = 0; code < by_id.size(); ++code) {
    if (!by_id[code]) continue;
    by_id[code]->seconds = last[code] - by_id[code]->start;
    sessions.push_back(*by_id[code]);
  }
  if (without > 0) context.notice({"rows_without_session", Severity::warning, {{"rows", without}}, {}});
  return sessions;
}

}  // namespace

Sessions sessions_of(const BoundTable& log, const TouchChannels& channels, Context& context) {
  const bool by_row = log.has("session_end") && (log.has("session_start") || log.has("timestamp"));
  if (!by_row && !(log.has("session_id") && log.has("timestamp"))) {
    throw Error(ErrorCode::bad_column, log.table().file + ": nothing tells how long a session lasted.",
                "Say which columns hold its start and end, or the session id and the time of each event.",
                {.file = log.table().file, .table = log.table().name, .role = "session_end"});
  }
  std::optional<Conversions> conversions;
  if (log.has("conversions") || log.has("conversion_type")) conversions.emplace(log, "");
  const Conversions* counted = conversions ? &*conversions : nullptr;
  Sessions out;
  out.list = by_row ? one_a_row(log, counted, context) : gathered(log, counted, context);
  if (!channels.names.empty()) out.dimensions.push_back({"channel", &channels.codes, &channels.names});
  const std::pair<const char*, const char*> roles[] = {{"medium", "utm_medium"},
                                                       {"source", "utm_source"},
                                                       {"term", "keyword"},
                                                       {"page", "page"},
                                                       {"campaign", "campaign_name"}};
  for (const auto& [name, role] : roles) {
    if (!log.has(role)) continue;
    const TextColumn& column = log.text(role);
    out.dimensions.push_back({name, &column.codes, &column.dictionary});
  }
  return out;
}

}  // namespace outlay::attribution
