// What is odd about a table.
#include "ingest/profile.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/reference.h"

namespace outlay::ingest {
namespace {

ReadTable read(const std::string& csv) { return std::move(support::table_of(csv).tables[0]); }

const Notice* find(const std::vector<Notice>& notices, const std::string& code) {
  for (const Notice& notice : notices) {
    if (notice.code == code) return &notice;
  }
  return nullptr;
}

TEST(Profile, CountsRowsThatRepeatAnother) {
  const ReadTable t = read("Campaign,Clicks\nA,1\nB,1\nA,1\nA,1\nA,2\n");
  ASSERT_TRUE(find(t.odd, "repeated_rows"));
  EXPECT_EQ(find(t.odd, "repeated_rows")->numbers.at("rows"), 2);
  EXPECT_FALSE(find(read("Campaign,Clicks\nA,1\nB,1\n").odd, "repeated_rows"));
}

TEST(Profile, FindsMissingDaysAndWeeks) {
  const ReadTable days =
      read("Day,Clicks\n2026-11-01,1\n2026-11-02,2\n2026-11-03,3\n2026-11-06,4\n2026-11-07,5\n2026-11-08,5\n");
  ASSERT_TRUE(find(days.odd, "gaps_in_time"));
  EXPECT_EQ(find(days.odd, "gaps_in_time")->numbers.at("missing"), 2);
  const ReadTable weeks = read("Week,Clicks\n2026-10-05,1\n2026-10-12,1\n2026-10-26,1\n2026-11-02,1\n2026-11-09,1\n");
  EXPECT_EQ(find(weeks.odd, "gaps_in_time")->numbers.at("missing"), 1);
  EXPECT_EQ(find(weeks.odd, "gaps_in_time")->numbers.at("step"), 7);
}

TEST(Profile, PointsAtAnExtremeSpend) {
  std::string csv = "Campaign,Cost,Clicks\n";
  for (int i = 0; i < 30; ++i) csv += "c" + std::to_string(i) + "," + (i == 12 ? "1000000" : "5.5") + ",1\n";
  const ReadTable t = read(csv);
  ASSERT_TRUE(find(t.odd, "extreme_value"));
  EXPECT_EQ(find(t.odd, "extreme_value")->numbers.at("line"), 14);
}

TEST(Rates, AreBroughtToRatiosByTheirCounts) {
  const auto rate = [](const ReadTable& t) { return std::get<NumberColumn>(t.table.find("CTR")->values)[0]; };
  EXPECT_DOUBLE_EQ(rate(read("Campaign,Impressions,Clicks,CTR\nA,1000,8,0.8\nB,500,10,2\n")), 0.008);
  EXPECT_DOUBLE_EQ(rate(read("Campaign,Impressions,Clicks,CTR\nA,1000,8,0.008\nB,500,10,0.02\n")), 0.008);
  EXPECT_DOUBLE_EQ(rate(read("Campaign,Impressions,Clicks,CTR\nA,1000,8,0.80%\nB,500,10,2.00%\n")), 0.008);
}

TEST(Rates, ThatContradictTheirCountsAreTold) {
  EXPECT_TRUE(find(read("Campaign,Impressions,Clicks,CTR\nA,1000,8,5\nB,500,10,7\nC,50,1,9\n").odd, "rate_disagrees"));
  EXPECT_FALSE(find(read("Campaign,Impressions,Clicks,CTR\nA,1000,8,0.80%\n").odd, "rate_disagrees"));
}

}  // namespace
}  // namespace outlay::ingest
