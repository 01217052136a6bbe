// Distributions by group, outliers, mismatches and missing values.
#include "analyses/attribution/session_tables.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "analyses/attribution/channel_rules.h"
#include "analyses/attribution/text_labels.h"
#include "core/day.h"
#include "math/density.h"
#include "math/order.h"

namespace outlay::attribution::sessions {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr int density_points = 49;

struct Group {
  std::vector<double> seconds;
  std::set<std::int32_t> users;
  double sessions = 0, conversions = 0;
};

const std::vector<std::int32_t>* users_of(const BoundTable& log) {
  return log.has("user_id") ? &log.text("user_id").codes : nullptr;
}

void add(Group& group, const Session& session, const std::vector<std::int32_t>* users) {
  ++group.sessions;
  group.conversions += session.conversions;
  if (!std::isnan(session.seconds)) group.seconds.push_back(session.seconds);
  if (users && (*users)[session.row] >= 0) group.users.insert((*users)[session.row]);
}

class GroupFiller {
 public:
  GroupFiller(const Params& params, const Fences& fences, bool has_users, Result& out)
      : params_(params), fences_(fences), has_users_(has_users), table_(out.groups), violins_(out.violins) {}

  void add(const char* dimension, const std::string& name, const Group& group) {
    const std::vector<double>& s = group.seconds;
    dimension_.add(dimension);
    name_.add(name);
    table_.sessions.push_back(group.sessions);
    table_.users.push_back(has_users_ ? static_cast<double>(group.users.size()) : nan_value);
    table_.conversions.push_back(group.conversions);
    table_.conversion_rate.push_back(group.conversions / group.sessions);
    double sum = 0, outliers = 0;
    for (double v : s) {
      sum += v;
      outliers += v < fences_.low || v > fences_.high;
    }
    const auto n = static_cast<double>(s.size());
    table_.mean.push_back(n > 0 ? sum / n : nan_value);
    add_box(s);
    table_.outliers.push_back(outliers);
    table_.outlier_share.push_back(n > 0 ? outliers / n : nan_value);
    if (static_cast<int>(s.size()) >= std::max(2, params_.least_sessions)) add_violin(dimension, name, s);
  }

 private:
  // Whiskers end at the last session within the group's own fences.
  void add_box(const std::vector<double>& s) {
    const Fences own = fences_of(s, params_.fence);
    double low = nan_value, high = nan_value;
    for (double v : s) {
      if (v < own.low || v > own.high) continue;
      low = std::isnan(low) ? v : std::min(low, v);
      high = std::isnan(high) ? v : std::max(high, v);
    }
    table_.minimum.push_back(math::quantile(s, 0));
    table_.whisker_low.push_back(low);
    table_.q1.push_back(math::quantile(s, 0.25));
    table_.median.push_back(math::quantile(s, 0.5));
    table_.q3.push_back(math::quantile(s, 0.75));
    table_.whisker_high.push_back(high);
    table_.maximum.push_back(math::quantile(s, 1));
  }

  // Up to the whisker and half the middle beyond it: a single endless session would flatten every shape.
  void add_violin(const char* dimension, const std::string& name, const std::vector<double>& s) {
    const double q1 = math::quantile(s, 0.25), q3 = math::quantile(s, 0.75);
    const double low = std::max(math::quantile(s, 0), q1 - 3 * (q3 - q1)),
                 high = std::min(math::quantile(s, 1), q3 + 3 * (q3 - q1));
    std::vector<double> at;
    for (int i = 0; i < density_points; ++i) at.push_back(low + (high - low) * i / (density_points - 1));
    const std::vector<double> density = math::gaussian_density(s, math::silverman_bandwidth(s), at);
    for (int i = 0; i < density_points; ++i) {
      violin_dimension_.add(dimension);
      violin_name_.add(name);
      violins_.seconds.push_back(at[static_cast<std::size_t>(i)]);
      violins_.density.push_back(density[static_cast<std::size_t>(i)]);
    }
  }

  const Params& params_;
  const Fences& fences_;
  bool has_users_;
  GroupTable& table_;
  ViolinTable& violins_;
  TextLabels dimension_{table_.dimension}, name_{table_.group};
  TextLabels violin_dimension_{violins_.dimension}, violin_name_{violins_.group};
};

// Texts that say nothing are one group, whatever they are.
std::string group_name(const Dimension& dimension, std::size_t row) {
  const std::int32_t code = (*dimension.codes)[row];
  if (code < 0 || says_nothing((*dimension.names)[static_cast<std::size_t>(code)])) return "(missing)";
  return (*dimension.names)[static_cast<std::size_t>(code)];
}

const char* kind_of(std::string_view source, std::string_view referrer) {
  const bool no_source = says_nothing(source), no_referrer = says_nothing(referrer);
  if (no_source && no_referrer) return "neither";
  if (no_source) return "referrer only";
  if (no_referrer) return "source only";
  return same_site(source, host_of(referrer)) ? "fits" : "differs";
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace

Fences fences_of(const std::vector<double>& seconds, double factor) {
  const double q1 = math::quantile(seconds, 0.25), q3 = math::quantile(seconds, 0.75);
  return {q1 - factor * (q3 - q1), q3 + factor * (q3 - q1)};
}

void fill_groups(const Params& params, const BoundTable& log, const Sessions& sessions, const Fences& fences,
                 Result& out) {
  const std::vector<std::int32_t>* users = users_of(log);
  GroupFiller filler(params, fences, users != nullptr, out);
  Group all;
  for (const Session& session : sessions.list) add(all, session, users);
  filler.add("all", "All sessions", all);
  for (const Dimension& dimension : sessions.dimensions) {
    std::map<std::string, Group> groups;
    for (const Session& session : sessions.list) add(groups[group_name(dimension, session.row)], session, users);
    std::vector<std::pair<std::string, const Group*>> order;
    for (const auto& [name, group] : groups) order.emplace_back(name, &group);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second->sessions > b.second->sessions; });
    Group rest;
    for (std::size_t g = 0; g < order.size(); ++g) {
      if (static_cast<int>(g) < params.groups) {
        filler.add(dimension.name, order[g].first, *order[g].second);
        continue;
      }
      const Group& other = *order[g].second;
      rest.sessions += other.sessions;
      rest.conversions += other.conversions;
      rest.seconds.insert(rest.seconds.end(), other.seconds.begin(), other.seconds.end());
      rest.users.insert(other.users.begin(), other.users.end());
    }
    if (rest.sessions > 0) filler.add(dimension.name, "(other)", rest);
  }
}

void fill_histogram(const Params& params, const Sessions& sessions, const Fences& fences, HistogramTable& out) {
  double least = INFINITY, most = 0;
  for (const Session& session : sessions.list) {
    if (std::isnan(session.seconds)) continue;
    least = std::min(least, session.seconds);
    most = std::max(most, session.seconds);
  }
  const double low = std::max(least, fences.low), high = std::min(most, fences.high);
  const auto bins = static_cast<std::size_t>(params.bins);
  const double width = high > low ? (high - low) / static_cast<double>(bins) : 1;
  out.sessions.assign(bins, 0);
  out.conversions.assign(bins, 0);
  for (std::size_t b = 0; b < bins; ++b) {
    out.low.push_back(b == 0 ? least : low + width * static_cast<double>(b));
    out.high.push_back(b + 1 == bins ? std::max(most, low + width * static_cast<double>(bins))
                                     : low + width * static_cast<double>(b + 1));
  }
  for (const Session& session : sessions.list) {
    if (std::isnan(session.seconds)) continue;
    const double place = std::clamp(std::floor((session.seconds - low) / width), 0.0, static_cast<double>(bins - 1));
    out.sessions[static_cast<std::size_t>(place)] += 1;
    out.conversions[static_cast<std::size_t>(place)] += session.conversions;
  }
}

bool spans_clock_change(const Session& session) {
  const double day = std::floor(session.start / 86400);
  const double two = day * 86400 + 2 * 3600.0;
  if (!(session.start < two && session.start + session.seconds >= two + 3600)) return false;
  const Day date{static_cast<std::int32_t>(day)};
  if (week_start(date).days + 6 != date.days) return false;
  const std::string text = iso_text(date);
  const int of_month = (text[8] - '0') * 10 + (text[9] - '0');
  return text.substr(5, 2) == "03" && ((of_month >= 8 && of_month <= 14) || of_month >= 25);
}

void fill_outliers(const Params& params, const BoundTable& log, const Sessions& sessions, const Fences& fences,
                   double median, OutlierTable& out) {
  std::vector<const Session*> list;
  for (const Session& session : sessions.list) {
    if (session.seconds < fences.low || session.seconds > fences.high) list.push_back(&session);
  }
  const auto distance = [&](const Session* s) { return std::max(fences.low - s->seconds, s->seconds - fences.high); };
  std::stable_sort(list.begin(), list.end(),
                   [&](const Session* a, const Session* b) { return distance(a) > distance(b); });
  if (list.size() > static_cast<std::size_t>(params.listed)) list.resize(static_cast<std::size_t>(params.listed));
  struct Field {
    TextLabels labels;
    const char* role;
  };
  Field fields[] = {{TextLabels(out.session), "session_id"},
                    {TextLabels(out.user), "user_id"},
                    {TextLabels(out.start), log.has("session_start") ? "session_start" : "timestamp"},
                    {TextLabels(out.source), "utm_source"},
                    {TextLabels(out.medium), "utm_medium"},
                    {TextLabels(out.term), "keyword"},
                    {TextLabels(out.page), "page"},
                    {TextLabels(out.referrer), "referrer"}};
  TextLabels side(out.side), note(out.note), channel(out.channel);
  const bool has_channel = !sessions.dimensions.empty() && std::string_view(sessions.dimensions[0].name) == "channel";
  for (const Session* session : list) {
    for (Field& field : fields) {
      const std::string text = log.has(field.role) ? log.text_at(field.role, session->row) : std::string();
      text.empty() ? field.labels.add_missing() : field.labels.add(text);
    }
    out.seconds.push_back(session->seconds);
    out.times_median.push_back(median > 0 ? session->seconds / median : nan_value);
    side.add(session->seconds > fences.high ? "long" : "short");
    spans_clock_change(*session) ? note.add("clock change") : note.add_missing();
    has_channel ? channel.add(group_name(sessions.dimensions[0], session->row)) : channel.add_missing();
    out.converted.push_back(session->conversions);
  }
}

double fill_mismatches(const BoundTable& log, const Sessions& sessions, MismatchTable& out) {
  if (!log.has("utm_source") || !log.has("referrer")) return nan_value;
  const TextColumn &source = log.text("utm_source"), &referrer = log.text("referrer");
  struct Counts {
    double sessions = 0, conversions = 0;
  };
  std::map<std::pair<std::string, std::string>, Counts> pairs;
  for (const Session& session : sessions.list) {
    const std::string_view from = source.at(session.row), by = referrer.at(session.row);
    Counts& counts = pairs[{says_nothing(from) ? "" : lower(from), says_nothing(by) ? "" : host_of(by)}];
    ++counts.sessions;
    counts.conversions += session.conversions;
  }
  std::vector<std::pair<std::pair<std::string, std::string>, Counts>> order(pairs.begin(), pairs.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.sessions > b.second.sessions; });
  TextLabels from(out.source), by(out.referrer), kind(out.kind);
  double differing = 0;
  for (const auto& [names, counts] : order) {
    const std::string what = kind_of(names.first, names.second);
    if (what == "differs") differing += counts.sessions;
    names.first.empty() ? from.add_missing() : from.add(names.first);
    names.second.empty() ? by.add_missing() : by.add(names.second);
    kind.add(what);
    out.sessions.push_back(counts.sessions);
    out.conversions.push_back(counts.conversions);
    out.share.push_back(counts.sessions / static_cast<double>(sessions.list.size()));
  }
  return differing;
}

void fill_missing(const BoundTable& log, MissingTable& out) {
  TextLabels field(out.field);
  const char* roles[] = {"session_id", "user_id",    "timestamp",  "session_start", "session_end",
                         "channel",    "utm_source", "utm_medium", "campaign_name", "creative_name",
                         "keyword",    "page",       "referrer",   "conversions"};
  for (const char* role : roles) {
    if (!log.has(role)) continue;
    const auto report = [&, rows = static_cast<double>(log.rows())](double missing, double words) {
      field.add(role);
      out.missing.push_back(missing);
      out.blank_words.push_back(words);
      out.share.push_back((missing + words) / rows);
    };
    if (const StampColumn* stamps = log.stamps(role)) {
      const auto& cells = stamps->seconds;
      report(std::count_if(cells.begin(), cells.end(), [](double cell) { return std::isnan(cell); }), 0);
      continue;
    }
    const TextColumn& column = log.text(role);
    std::vector<char> says(column.dictionary.size(), 0);
    for (std::size_t code = 0; code < says.size(); ++code) says[code] = says_nothing(column.dictionary[code]);
    double missing = 0, words = 0;
    for (std::int32_t code : column.codes) {
      missing += code < 0;
      words += code >= 0 && says[static_cast<std::size_t>(code)];
    }
    report(missing, words);
  }
}

}  // namespace outlay::attribution::sessions
