// The comparison with last week says what last week's own run says; the uplift's drift is noticed.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "scoring/market.h"

namespace outlay::scoring::adsets {
namespace {

struct Seen {
  double bucket, cac, pltv;
};

std::map<std::string, Seen> buckets_of(const AdsetTable& table) {
  std::map<std::string, Seen> out;
  for (std::size_t row = 0; row < table.score.bucket.size(); ++row) {
    out[std::string(table.adset_id.at(row))] = {table.score.bucket[row], table.estimated_cac[row], table.pltv[row]};
  }
  return out;
}

// Adsets that come, go, swing and stay, by a fixed rule.
std::string market() {
  std::string csv = week_header;
  for (int adset = 0; adset < 40; ++adset) {
    for (int week = adset % 7 == 0 ? 1 : 0; week < (adset % 5 == 0 ? 1 : 20); ++week) {
      const int swing = (adset * 7 + week * 5) % 11;
      csv += monday(week) + ",A" + std::to_string(adset) + "," + (adset % 2 ? "Meta" : "TikTok") + "," +
             std::to_string(20 + adset * 3 + swing * 12) + "," + std::to_string(60 + swing * 9) + "," +
             std::to_string(1 + (adset + week) % 4) + "," + std::to_string(20 + adset) + "\n";
    }
  }
  return csv;
}

void expect_same_as_a_week_before(const std::string& orders) {
  const Ran now = run_on(market(), {}, orders);
  Params earlier;
  earlier.as_of_week = Day{now.result.as_of_week->days - 7};
  const Ran before = run_on(market(), earlier, orders);
  auto was = buckets_of(before.result.adsets), is = buckets_of(now.result.adsets);
  const ChangeTable& changes = now.result.changes;
  ASSERT_GT(changes.bucket_after.size(), 3u);
  for (std::size_t row = 0; row < changes.bucket_after.size(); ++row) {
    const std::string adset(changes.adset_id.at(row));
    ASSERT_EQ(std::isnan(changes.bucket_before[row]), was.count(adset) == 0) << adset;
    ASSERT_EQ(std::isnan(changes.bucket_after[row]), is.count(adset) == 0) << adset;
    if (was.count(adset)) EXPECT_EQ(changes.bucket_before[row], was[adset].bucket) << adset;
    if (was.count(adset)) EXPECT_EQ(changes.cac_before[row], was[adset].cac) << adset;
    if (is.count(adset)) EXPECT_EQ(changes.bucket_after[row], is[adset].bucket) << adset;
    EXPECT_FALSE(changes.why.at(row).empty()) << adset;
    const double moved = changes.by_cac[row] + changes.by_pltv[row] + changes.by_scale[row];
    if (!std::isnan(moved)) EXPECT_NEAR(moved, changes.score_after[row] - changes.score_before[row], 1e-12) << adset;
    was.erase(adset);
    is.erase(adset);
  }
  ASSERT_EQ(was.size(), is.size());
  for (const auto& [adset, seen] : was) EXPECT_EQ(seen.bucket, is.at(adset).bucket) << adset << " is no change";
}

TEST(Changes, AreThoseAgainstLastWeeksRun) { expect_same_as_a_week_before(""); }

TEST(Changes, UseLastWeeksUpliftWhereOrdersHaveDates) {
  std::string orders = "channel,orders,week_start\n";
  for (int week = 0; week < 20; ++week) orders += "Meta," + std::to_string(80 + week * 11) + "," + monday(week) + "\n";
  expect_same_as_a_week_before(orders);
}

TEST(Changes, AreNoneInTheFirstWeek) {
  const Ran ran = run_on(week_header + monday(0) + ",A,Meta,500,400,20,60\n");
  EXPECT_FALSE(ran.result.previous_week);
  EXPECT_TRUE(ran.result.changes.bucket_after.empty());
}

std::string steady_weeks() {
  std::string csv = week_header;
  for (int week = 0; week < 24; ++week) csv += monday(week) + ",A,Meta,500,900,100,60\n";
  return csv;
}

std::string orders_of(int before, int after, int weeks_after) {
  std::string orders = "channel,orders,week_start\n";
  for (int week = 0; week < 24; ++week)
    orders += "Meta," + std::to_string(week < weeks_after ? after : before) + "," + monday(week) + "\n";
  return orders;
}

TEST(UpliftMonitor, NoticesADrift) {
  const Ran drifting = run_on(steady_weeks(), {}, orders_of(120, 200, 8));
  EXPECT_TRUE(drifting.noticed("uplift_drift"));
  const MonitoringTable& table = drifting.result.monitoring;
  ASSERT_EQ(table.factor.size(), 17u);
  EXPECT_DOUBLE_EQ(table.factor.back(), 2);
  EXPECT_DOUBLE_EQ(table.reference.back(), 1.2);
  EXPECT_TRUE(std::isnan(table.reference.front()));
}

TEST(UpliftMonitor, IsQuietWithinTheBound) {
  EXPECT_FALSE(run_on(steady_weeks(), {}, orders_of(120, 126, 8)).noticed("uplift_drift"));
  // Few orders vary more: 12% is no drift at some 30 orders in eight weeks.
  std::string few = week_header;
  for (int week = 0; week < 24; ++week) few += monday(week) + ",A,Meta,500,900,4,60\n";
  EXPECT_FALSE(run_on(few, {}, orders_of(4, 5, 4)).noticed("uplift_drift"));
}

TEST(UpliftMonitor, HoldsAGivenFactorAgainstTheOrders) {
  Params params;
  params.uplift = {{"Meta", 1.2}};
  EXPECT_FALSE(run_on(steady_weeks(), params, orders_of(120, 120, 0)).noticed("uplift_drift"));
  params.uplift = {{"Meta", 1.5}};
  EXPECT_TRUE(run_on(steady_weeks(), params, orders_of(120, 120, 0)).noticed("uplift_drift"));
}

TEST(UpliftMonitor, IsEmptyWithoutDates) {
  EXPECT_TRUE(run_on(steady_weeks(), {}, "channel,orders\nMeta,900\n").result.monitoring.factor.empty());
}

}  // namespace
}  // namespace outlay::scoring::adsets
