// Given and estimated uplift.
#include "analyses/scoring/uplift.h"

#include <cmath>
#include <map>

#include "core/day.h"

namespace outlay::scoring {
namespace {

constexpr int estimate_weeks = 8;

// True orders by channel name within the weeks of the estimate.
std::map<std::string, double, std::less<>> orders_by_channel(const BoundTable& table, std::int32_t as_of) {
  std::map<std::string, double, std::less<>> sums;
  const TextColumn& channel = table.text("channel");
  const NumberColumn& orders = table.number("orders");
  const bool dated = table.has("week_start");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (channel.codes[row] < 0 || std::isnan(orders[row])) continue;
    if (dated) {
      const std::int32_t day = table.day("week_start").days[row];
      if (day == missing_day) continue;
      const std::int32_t week = week_start(Day{day}).days;
      if (week > as_of || week <= as_of - 7 * estimate_weeks) continue;
    }
    sums[std::string(channel.at(row))] += orders[row];
  }
  return sums;
}

void warn_of_factor(double factor, const std::string& channel, Context& context) {
  if (factor >= 1 && factor <= 3) return;
  context.notice({factor < 1 ? "uplift_below_1" : "uplift_above_3",
                  Severity::warning,
                  {{"factor", factor}},
                  {{"channel", channel}}});
}

}  // namespace

UpliftByCode uplift_by_code(const AdsetWeeks& weeks, const NumberByName& given, const BoundTable* orders,
                            std::int32_t as_of, Context& context) {
  if (!weeks.channel()) {
    if (!given.empty()) context.notice({"uplift_unused", Severity::warning, {}, {{"channel", given.begin()->first}}});
    return {};
  }
  const std::vector<std::string>& names = weeks.channel()->dictionary;
  UpliftByCode factors(names.size(), 1.0);
  std::map<std::string, double, std::less<>> true_orders;
  std::vector<double> attributed;
  if (orders) {
    true_orders = orders_by_channel(*orders, as_of);
    attributed = weeks.ihc_by_channel(as_of, estimate_weeks);
  }
  NumberByName unused = given;
  for (std::size_t code = 0; code < names.size(); ++code) {
    const auto by_hand = given.find(names[code]);
    const auto counted = true_orders.find(names[code]);
    if (by_hand != given.end()) {
      factors[code] = by_hand->second;
      unused.erase(names[code]);
    } else if (counted != true_orders.end() && attributed[code] > 0 && counted->second > 0) {
      factors[code] = counted->second / attributed[code];
      context.notice({"uplift_estimated",
                      Severity::info,
                      {{"factor", factors[code]}, {"orders", counted->second}, {"attributed", attributed[code]}},
                      {{"channel", names[code]}}});
    }
    warn_of_factor(factors[code], names[code], context);
  }
  for (const auto& [channel, factor] : unused)
    context.notice({"uplift_unused", Severity::warning, {}, {{"channel", channel}}});
  return factors;
}

}  // namespace outlay::scoring
