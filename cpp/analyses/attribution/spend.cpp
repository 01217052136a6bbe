// Joining spend to channels by name.
#include "analyses/attribution/spend.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analyses/attribution/spellings.h"
#include "core/day.h"

namespace outlay::attribution {
namespace {

// Days of a week that lie in the log's period.
double days_in(const Journeys& journeys, std::size_t week) {
  const std::int32_t first = std::max(journeys.first_day, journeys.weekly.monday(week));
  const std::int32_t last = std::min(journeys.last_day, journeys.weekly.monday(week) + 6);
  return last - first + 1;
}

void spread(const Journeys& journeys, std::size_t channel, double spend, std::vector<double>& by_week) {
  const double days = journeys.last_day - journeys.first_day + 1;
  for (std::size_t week = 0; week < journeys.weekly.weeks; ++week)
    by_week[week * journeys.channels.size() + channel] += spend * days_in(journeys, week) / days;
}

}  // namespace

Spend spend_of(const Journeys& journeys, const BoundTable* table, Context& context) {
  if (!table) return {journeys.cost, journeys.weekly.cost};
  std::map<std::string, std::size_t> channel_of;
  for (std::size_t c = 0; c < journeys.channels.size(); ++c) channel_of.emplace(spelling_key(journeys.channels[c]), c);
  const TextColumn& name = table->text("channel");
  const NumberColumn& spend = table->number("spend");
  const DayColumn* day = table->has("date") && journeys.has_times ? &table->day("date") : nullptr;
  Spend out{std::vector<double>(journeys.channels.size(), std::numeric_limits<double>::quiet_NaN()),
            std::vector<double>(journeys.weekly.weeks * journeys.channels.size(), 0)};
  std::map<std::string, double> unmatched;
  double outside = 0, outside_rows = 0;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (std::isnan(spend[row]) || name.codes[row] < 0) continue;
    if (day && day->days[row] != missing_day &&
        (day->days[row] < journeys.first_day || day->days[row] > journeys.last_day)) {
      outside += spend[row];
      ++outside_rows;
      continue;
    }
    const auto found = channel_of.find(spelling_key(name.at(row)));
    if (found == channel_of.end()) {
      unmatched[std::string(name.at(row))] += spend[row];
      continue;
    }
    double& sum = out.total[found->second];
    sum = (std::isnan(sum) ? 0 : sum) + spend[row];
    if (journeys.weekly.weeks == 0) continue;
    if (day && day->days[row] != missing_day) {
      const auto week = static_cast<std::size_t>((day->days[row] - journeys.weekly.first) / 7);
      out.by_week[week * journeys.channels.size() + found->second] += spend[row];
    } else {
      spread(journeys, found->second, spend[row], out.by_week);
    }
  }
  if (outside_rows > 0)
    context.notice({"spend_outside_period", Severity::info, {{"spend", outside}, {"rows", outside_rows}}, {}});
  for (const auto& [channel, lost] : unmatched) {
    if (lost != 0) context.notice({"spend_unmatched", Severity::warning, {{"spend", lost}}, {{"channel", channel}}});
  }
  return out;
}

}  // namespace outlay::attribution
