// Joining spend to channels by name.
#include "analyses/attribution/spend.h"

#include <cmath>
#include <limits>
#include <map>

#include "core/day.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

std::string lower(std::string_view text) {
  std::string out(trim(text));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace

std::vector<double> spend_of(const Journeys& journeys, const BoundTable* table, Context& context) {
  if (!table) return journeys.cost;
  std::map<std::string, std::size_t> channel_of;
  for (std::size_t c = 0; c < journeys.channels.size(); ++c) channel_of.emplace(lower(journeys.channels[c]), c);
  const TextColumn& name = table->text("channel");
  const NumberColumn& spend = table->number("spend");
  const DayColumn* day = table->has("date") && journeys.has_times ? &table->day("date") : nullptr;
  std::vector<double> out(journeys.channels.size(), std::numeric_limits<double>::quiet_NaN());
  std::map<std::string, double> unmatched;
  double outside = 0, outside_rows = 0;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (std::isnan(spend[row]) || name.codes[row] < 0) continue;
    if (day && (day->days[row] < journeys.first_day || day->days[row] > journeys.last_day)) {
      outside += spend[row];
      ++outside_rows;
      continue;
    }
    const auto found = channel_of.find(lower(name.at(row)));
    if (found == channel_of.end()) {
      unmatched[std::string(name.at(row))] += spend[row];
      continue;
    }
    double& sum = out[found->second];
    sum = (std::isnan(sum) ? 0 : sum) + spend[row];
  }
  if (outside_rows > 0)
    context.notice({"spend_outside_period", Severity::info, {{"spend", outside}, {"rows", outside_rows}}, {}});
  for (const auto& [channel, lost] : unmatched) {
    if (lost != 0) context.notice({"spend_unmatched", Severity::warning, {{"spend", lost}}, {{"channel", channel}}});
  }
  return out;
}

}  // namespace outlay::attribution
