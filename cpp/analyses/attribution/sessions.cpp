// The run of attribution/sessions.
#include "analyses/attribution/sessions.h"

#include <cmath>

#include "analyses/attribution/log_columns.h"
#include "analyses/attribution/session_tables.h"
#include "math/order.h"

namespace outlay::attribution::sessions {
namespace {

constexpr double many_missing = 0.3;

void report(const Result& out, Context& context) {
  if (out.sessions > out.timed)
    context.notice({"sessions_without_duration", Severity::info, {{"sessions", out.sessions - out.timed}}, {}});
  if (out.clock_changes > 0)
    context.notice({"sessions_across_clock_change", Severity::warning, {{"sessions", out.clock_changes}}, {}});
  if (out.mismatch_share > 0.05)
    context.notice(
        {"referrer_mismatch", Severity::warning, {{"sessions", out.mismatches}, {"share", out.mismatch_share}}, {}});
  for (std::size_t row = 0; row < out.missing.share.size(); ++row) {
    if (out.missing.share[row] < many_missing) continue;
    context.notice({"field_often_missing",
                    Severity::info,
                    {{"share", out.missing.share[row]}},
                    {{"field", std::string(out.missing.field.at(row))}}});
  }
}

double users_in(const BoundTable& log) {
  if (!log.has("user_id")) return NAN;
  std::vector<char> is_new = real_ids(log.text("user_id"));
  double users = 0;
  for (std::int32_t code : log.text("user_id").codes) {
    if (code < 0 || !is_new[static_cast<std::size_t>(code)]) continue;
    is_new[static_cast<std::size_t>(code)] = 0;
    ++users;
  }
  return users;
}

// A log without anything that tells a channel is measured all the same.
TouchChannels session_channels(const Params& params, const BoundTable& log, Context& context) {
  for (const char* role : {"channel", "utm_source", "utm_medium", "referrer"}) {
    if (log.has(role)) return channels_of(log, params.channel_from, params.channel_rules, context);
  }
  TouchChannels none;
  none.codes.assign(log.rows(), -1);
  return none;
}

void summarise(const BoundTable& log, const Sessions& sessions, const std::vector<double>& seconds, Result& out) {
  for (const Session& session : sessions.list) out.conversions += session.conversions;
  out.sessions = static_cast<double>(sessions.list.size());
  out.timed = static_cast<double>(seconds.size());
  out.users = users_in(log);
  out.conversion_rate = out.conversions / out.sessions;
  for (double s : seconds) out.mean += s / out.timed;
  out.median = math::quantile(seconds, 0.5);
  out.p95 = math::quantile(seconds, 0.95);
  out.longest = math::quantile(seconds, 1);
}

void count_outliers(const Sessions& sessions, const Fences& fences, Result& out) {
  out.fence_low = std::max(0.0, fences.low);
  out.fence_high = fences.high;
  for (const Session& session : sessions.list) {
    if (!(session.seconds < fences.low || session.seconds > fences.high)) continue;
    ++out.outliers;
    out.clock_changes += spans_clock_change(session);
  }
  out.outlier_share = out.outliers / out.timed;
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  context.progress(0, "sessions");
  const BoundTable& log = inputs.get("sessions");
  const TouchChannels channels = session_channels(params, log, context);
  const Sessions sessions = sessions_of(log, channels, context);
  std::vector<double> seconds;
  for (const Session& session : sessions.list) {
    if (!std::isnan(session.seconds)) seconds.push_back(session.seconds);
  }
  if (seconds.empty()) {
    throw Error(ErrorCode::not_enough_data, log.table().file + ": no session has a duration.",
                "Check which columns hold the start and the end.",
                {.file = log.table().file, .table = log.table().name});
  }
  Result out;
  const Fences fences = fences_of(seconds, params.fence);
  summarise(log, sessions, seconds, out);
  count_outliers(sessions, fences, out);
  context.progress(0.4, "distributions");
  fill_groups(params, log, sessions, fences, out);
  fill_histogram(params, sessions, fences, out.histogram);
  fill_outliers(params, log, sessions, fences, out.median, out.outliers_listed);
  out.mismatches = fill_mismatches(log, sessions, out.mismatched);
  out.mismatch_share = out.mismatches / out.sessions;
  fill_missing(log, out.missing);
  report(out, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::attribution::sessions
