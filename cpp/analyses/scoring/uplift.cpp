// Given and estimated uplift.
#include "analyses/scoring/uplift.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/day.h"

namespace outlay::scoring {
namespace {

constexpr int estimate_weeks = 8;

// True orders by channel name, and the weeks (Mondays) they are of.
struct TrueOrders {
  std::map<std::string, double, std::less<>> by_channel;
  std::int32_t first = 0;
  std::int32_t last = 0;
};

// Within the weeks of the estimate; a table without dates is taken to be of all of them.
TrueOrders true_orders(const BoundTable& table, std::int32_t as_of) {
  TrueOrders out{{}, as_of - 7 * (estimate_weeks - 1), as_of};
  const TextColumn& channel = table.text("channel");
  const NumberColumn& orders = table.number("orders");
  const bool dated = table.has("week_start");
  bool any = false;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (channel.codes[row] < 0 || std::isnan(orders[row])) continue;
    if (dated) {
      const std::int32_t day = table.day("week_start").days[row];
      if (day == missing_day) continue;
      const std::int32_t week = week_start(Day{day}).days;
      if (week > as_of || week <= as_of - 7 * estimate_weeks) continue;
      out.first = any ? std::min(out.first, week) : week;
      out.last = any ? std::max(out.last, week) : week;
      any = true;
    }
    out.by_channel[std::string(channel.at(row))] += orders[row];
  }
  return out;
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
  TrueOrders counted_orders;
  std::vector<double> attributed;
  if (orders) {
    counted_orders = true_orders(*orders, as_of);
    attributed = weeks.ihc_by_channel(counted_orders.first, counted_orders.last);
    for (const auto& [channel, count] : counted_orders.by_channel) {
      if (std::find(names.begin(), names.end(), channel) != names.end()) continue;
      context.notice({"orders_unmatched", Severity::warning, {{"orders", count}}, {{"channel", channel}}});
    }
  }
  NumberByName unused = given;
  for (std::size_t code = 0; code < names.size(); ++code) {
    const auto by_hand = given.find(names[code]);
    const auto counted = counted_orders.by_channel.find(names[code]);
    if (by_hand != given.end()) {
      factors[code] = by_hand->second;
      unused.erase(names[code]);
    } else if (counted != counted_orders.by_channel.end() && attributed[code] > 0 && counted->second > 0) {
      factors[code] = counted->second / attributed[code];
      context.notice({"uplift_estimated",
                      Severity::info,
                      {{"factor", factors[code]},
                       {"orders", counted->second},
                       {"attributed", attributed[code]},
                       {"weeks", (counted_orders.last - counted_orders.first) / 7.0 + 1}},
                      {{"channel", names[code]}}});
    }
    warn_of_factor(factors[code], names[code], context);
  }
  for (const auto& [channel, factor] : unused)
    context.notice({"uplift_unused", Severity::warning, {}, {{"channel", channel}}});
  return factors;
}

}  // namespace outlay::scoring
