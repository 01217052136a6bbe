// Trailing sums of orders and attributed orders, and their ratio.
#include "analyses/scoring/uplift_monitor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/day.h"

namespace outlay::scoring::adsets {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr int trailing = 8;           // weeks, as in the estimate of the factor
constexpr double least_change = 0.1;  // a tenth moves every CAC of the channel by a tenth, which is a decision
constexpr double errors = 2.6;        // so that chance alone alarms in 1 of 100 weeks

// Sums by week of one channel.
using Weekly = std::vector<double>;

std::vector<Weekly> orders_by_week(const BoundTable& table, const std::vector<std::string>& channels,
                                   std::int32_t first, std::size_t weeks) {
  std::vector<Weekly> out(channels.size(), Weekly(weeks, 0));
  const TextColumn& channel = table.text("channel");
  std::vector<std::ptrdiff_t> code_of;  // of the orders' channels
  for (const std::string& name : channel.dictionary) {
    const auto found = std::find(channels.begin(), channels.end(), name);
    code_of.push_back(found == channels.end() ? -1 : found - channels.begin());
  }
  const NumberColumn& orders = table.number("orders");
  const std::vector<std::int32_t>& days = table.day("week_start").days;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (channel.codes[row] < 0 || code_of[channel.codes[row]] < 0 || days[row] == missing_day) continue;
    const std::int32_t week = week_start(Day{days[row]}).days;
    if (week < first || week >= first + 7 * static_cast<std::int32_t>(weeks) || std::isnan(orders[row])) continue;
    out[static_cast<std::size_t>(code_of[channel.codes[row]])][static_cast<std::size_t>((week - first) / 7)] +=
        orders[row];
  }
  return out;
}

double trailing_sum(const Weekly& weekly, std::size_t week) {
  const auto end = weekly.begin() + static_cast<std::ptrdiff_t>(week) + 1;
  return std::accumulate(end - trailing, end, 0.0);
}

// The weeks that both tables know: from the first week with orders of any channel.
std::size_t first_shared_week(const std::vector<Weekly>& orders) {
  std::size_t first = std::numeric_limits<std::size_t>::max();
  for (const Weekly& weekly : orders) {
    const auto found = std::find_if(weekly.begin(), weekly.end(), [](double n) { return n > 0; });
    if (found != weekly.end()) first = std::min(first, static_cast<std::size_t>(found - weekly.begin()));
  }
  return first;
}

struct Factor {
  double orders = 0, attributed = 0;
  double value() const { return attributed > 0 && orders > 0 ? orders / attributed : nan_value; }
  // Squared relative standard error of a ratio of two counts.
  double variance() const { return 1 / orders + 1 / attributed; }
};

// One channel's weekly sums, and the factor given by hand where one is.
struct Watched {
  const Weekly& orders;
  const Weekly& attributed;
  std::size_t first;  // week with orders
  const double* given;

  Factor factor(std::size_t week) const { return {trailing_sum(orders, week), trailing_sum(attributed, week)}; }
};

struct Observation {
  Factor now;
  double reference = nan_value, change = nan_value, bound = nan_value;
  bool drifts = false;
};

Observation observe(const Watched& watched, std::size_t week) {
  Observation out{watched.factor(week)};
  double variance = out.now.variance();
  if (watched.given) {
    out.reference = *watched.given;
  } else if (week + 1 >= watched.first + 2 * trailing) {
    const Factor past = watched.factor(week - trailing);
    out.reference = past.value();
    variance += past.variance();
  }
  if (std::isnan(out.reference)) return out;
  out.change = out.now.value() / out.reference - 1;
  out.bound = std::max(least_change, errors * std::sqrt(variance));
  out.drifts = std::abs(std::log1p(out.change)) > std::log1p(out.bound);
  return out;
}

void append(std::size_t channel, std::int32_t week, const Observation& seen, MonitoringTable& out) {
  out.channel.codes.push_back(static_cast<std::int32_t>(channel));
  out.week.days.push_back(week);
  out.orders.push_back(seen.now.orders);
  out.attributed.push_back(seen.now.attributed);
  out.factor.push_back(seen.now.value());
  out.reference.push_back(seen.reference);
  out.change.push_back(seen.change);
  out.bound.push_back(seen.bound);
  out.drifts.push_back(std::isnan(seen.reference) ? nan_value : seen.drifts);
}

void warn(const Observation& seen, const Watched& watched, const std::string& channel, Context& context) {
  context.notice({"uplift_drift",
                  Severity::warning,
                  {{"factor", seen.now.value()},
                   {"reference", seen.reference},
                   {"change", seen.change},
                   {"bound", seen.bound},
                   {"by_hand", watched.given ? 1.0 : 0.0}},
                  {{"channel", channel}}});
}

}  // namespace

void fill_monitoring(const Params& params, const AdsetWeeks& weeks, const BoundTable* table, std::int32_t as_of,
                     Context& context, MonitoringTable& out) {
  if (!table || !table->has("week_start") || !weeks.channel()) return;
  const std::vector<std::string>& channels = weeks.channel()->dictionary;
  out.channel.dictionary = channels;
  const std::size_t count = static_cast<std::size_t>((as_of - weeks.first_week()) / 7) + 1;
  const std::vector<Weekly> orders = orders_by_week(*table, channels, weeks.first_week(), count);
  const std::vector<Weekly> attributed = weeks.ihc_by_channel_and_week(weeks.first_week(), count);
  const std::size_t first = first_shared_week(orders);
  for (std::size_t channel = 0; channel < channels.size(); ++channel) {
    const auto given = params.uplift.find(channels[channel]);
    const Watched watched{orders[channel], attributed[channel], first,
                          given == params.uplift.end() ? nullptr : &given->second};
    for (std::size_t week = first; week < count; ++week) {
      if (week + 1 < first + trailing) continue;
      const Observation seen = observe(watched, week);
      if (std::isnan(seen.now.value())) continue;
      append(channel, weeks.first_week() + 7 * static_cast<std::int32_t>(week), seen, out);
      if (seen.drifts && week + 1 == count) warn(seen, watched, channels[channel], context);
    }
  }
}

}  // namespace outlay::scoring::adsets
