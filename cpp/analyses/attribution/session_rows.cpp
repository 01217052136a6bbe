// One session a row, or rows gathered by session id.
#include "analyses/attribution/session_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "analyses/attribution/log_columns.h"

namespace outlay::attribution {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

// The session of each row, -1 without an id. An id that several users have (the first visit of each) is one a user; a
// row without a user is of its id's only one, as that of who signs in on the way.
class SessionNumbers {
 public:
  explicit SessionNumbers(const BoundTable& log) : id_(codes_of(log, "session_id")), user_(codes_of(log, "user_id")) {
    rows_.assign(log.text("session_id").dictionary.size(), 0);
    only_user_.assign(rows_.size(), nobody);
    for (std::size_t row = 0; row < log.rows(); ++row) {
      if (id_[row] < 0 || user_[row] < 0) continue;
      std::int32_t& only = only_user_[static_cast<std::size_t>(id_[row])];
      only = only == nobody || only == user_[row] ? user_[row] : several;
    }
    for (std::size_t row = 0; row < log.rows(); ++row) add_row(row);
  }

  std::int64_t of(std::size_t row) const { return numbers_[row]; }
  std::size_t rows_of(std::int64_t number) const { return rows_[static_cast<std::size_t>(number)]; }
  std::size_t sessions() const { return rows_.size(); }

 private:
  static constexpr std::int32_t nobody = -1, several = -2;

  // By row; -1 where there is none, or a word for none.
  static std::vector<std::int32_t> codes_of(const BoundTable& log, const char* role) {
    if (!log.has(role)) return std::vector<std::int32_t>(log.rows(), -1);
    std::vector<std::int32_t> codes = log.text(role).codes;
    const std::vector<char> is_one = real_ids(log.text(role));
    for (std::int32_t& code : codes) code = code >= 0 && is_one[static_cast<std::size_t>(code)] ? code : -1;
    return codes;
  }

  void add_row(std::size_t row) {
    std::int64_t number = id_[row];
    if (number >= 0 && only_user_[static_cast<std::size_t>(number)] == several) {
      const auto next = static_cast<std::int64_t>(rows_.size());
      number = of_user_.try_emplace({id_[row], user_[row]}, next).first->second;
      if (number == next) rows_.push_back(0);
    }
    if (number >= 0) ++rows_[static_cast<std::size_t>(number)];
    numbers_.push_back(number);
  }

  const std::vector<std::int32_t> id_, user_;
  std::vector<std::int32_t> only_user_;  // by id
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> of_user_;
  std::vector<std::int64_t> numbers_;  // by row
  std::vector<std::size_t> rows_;      // by number
};

// Rows of one id that state the same start are the events of one session, with its start and end on each.
std::vector<Session> one_a_row(const BoundTable& log, const Conversions* conversions, Context& context) {
  const bool has_start = log.has("session_start");
  const Moments start(log, has_start ? "session_start" : "timestamp", context);
  const Moments end(log, "session_end", context);
  const SessionNumbers numbers(log);
  std::map<std::pair<std::int64_t, double>, std::size_t> known;
  std::vector<Session> sessions;
  double reversed = 0, joined = 0;
  for (std::size_t row = 0; row < log.rows(); ++row) {
    const Session one{row, start.at(row), end.at(row) - start.at(row), conversions ? conversions->at(row) : 0};
    const std::int64_t number = numbers.of(row);
    const bool may_go_on = number >= 0 && numbers.rows_of(number) > 1 && !std::isnan(one.start);
    const auto place = may_go_on ? known.try_emplace({number, has_start ? one.start : 0}, sessions.size())
                                 : std::pair(known.end(), true);
    if (place.second) {
      sessions.push_back(one);
      continue;
    }
    Session& session = sessions[place.first->second];
    const double last = std::fmax(session.start + session.seconds, one.start + one.seconds);
    session.start = std::fmin(session.start, one.start);
    session.seconds = last - session.start;
    session.conversions += one.conversions;
    ++joined;
  }
  for (Session& session : sessions) {
    if (!(session.seconds < 0)) continue;
    ++reversed;
    session.seconds = nan_value;
  }
  if (reversed > 0) context.notice({"sessions_reversed", Severity::warning, {{"sessions", reversed}}, {}});
  if (joined > 0) context.notice({"session_rows_joined", Severity::info, {{"rows", joined}}, {}});
  return sessions;
}

std::vector<Session> gathered(const BoundTable& log, const Conversions* conversions, Context& context) {
  const Moments time(log, "timestamp", context);
  const SessionNumbers numbers(log);
  std::vector<std::optional<Session>> found(numbers.sessions());
  std::vector<double> last(found.size(), nan_value);
  double without = 0;
  for (std::size_t row = 0; row < log.rows(); ++row) {
    if (numbers.of(row) < 0) {
      ++without;
      continue;
    }
    const auto number = static_cast<std::size_t>(numbers.of(row));
    std::optional<Session>& session = found[number];
    if (!session) session = Session{row, time.at(row), 0, 0};
    if (time.at(row) < session->start || std::isnan(session->start)) {
      session->row = row;
      session->start = time.at(row);
    }
    last[number] = std::fmax(last[number], time.at(row));
    if (conversions) session->conversions += conversions->at(row);
  }
  std::vector<Session> sessions;
  for (std::size_t number = 0; number < found.size(); ++number) {
    if (!found[number]) continue;
    found[number]->seconds = last[number] - found[number]->start;
    sessions.push_back(*found[number]);
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
