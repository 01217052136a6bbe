// Several files of one kind as one table.
#include "ingest/append.h"

#include <gtest/gtest.h>

#include "support/reference.h"

namespace outlay::ingest {
namespace {

Table table_of(const std::string& csv, const std::string& name) { return support::table_of(csv, name).tables[0].table; }

const char* const first = "Day,Campaign,Clicks\n2026-11-01,A,1\n2026-11-02,A,2\n2026-11-02,B,3\n2026-11-02,B,3\n";
const char* const second = "Day,Campaign,Clicks\n2026-11-02,A,20\n2026-11-03,A,30\n2026-11-03,A,30\n";

TEST(Append, TakesOverlappingDaysFromTheLaterFile) {
  const Table a = table_of(first, "first.csv"), b = table_of(second, "second.csv");
  ASSERT_TRUE(can_append(a, b));
  const Appended both = append({&a, &b});
  EXPECT_EQ(both.superseded, 1u);
  ASSERT_EQ(both.table.rows, 6u);
  double clicks = 0;
  for (double value : std::get<NumberColumn>(both.table.find("Clicks")->values)) clicks += value;
  EXPECT_EQ(clicks, 1 + 20 + 3 + 3 + 30 + 30);
  EXPECT_EQ(both.table.name, "second + first");
}

TEST(Append, AChangedStatusOrNameMakesNoOtherRow) {
  const Table a = table_of(
      "Day,Campaign ID,Campaign,Campaign status,Clicks\n2026-11-01,7,A,Enabled,1\n2026-11-02,7,A,Enabled,2\n", "a.csv");
  const Table b = table_of(
      "Day,Campaign ID,Campaign,Campaign status,Clicks\n2026-11-02,7,A new,Paused,3\n2026-11-03,7,A new,Paused,4\n",
      "b.csv");
  const Appended both = append({&a, &b});
  EXPECT_EQ(both.superseded, 1u);
  EXPECT_EQ(both.table.rows, 3u);
}

TEST(Append, WithoutDatesOnlyTheSameTableCountsOnce) {
  const char* const csv = "Campaign,Clicks\nA,1\nB,2\n";
  const Table a = table_of(csv, "a.csv"), copy = table_of(csv, "a (1).csv"),
              other = table_of("Campaign,Clicks\nA,1\nB,3\n", "b.csv");
  EXPECT_FALSE(has_dates(a));
  EXPECT_EQ(append({&a, &copy}).table.rows, 2u);
  EXPECT_EQ(append({&a, &other}).table.rows, 4u);
}

TEST(Append, KeepsTheWayBackToTheLine) {
  const Table a = table_of(first, "first.csv"), b = table_of(second, "second.csv");
  const Appended both = append({&a, &b});
  EXPECT_EQ(both.table.origin.of(2).file, "second.csv");
  EXPECT_EQ(both.table.origin.of(2).line, 4);
  EXPECT_EQ(both.table.origin.of(3).file, "first.csv");
  EXPECT_EQ(both.table.origin.of(3).line, 2);
  EXPECT_EQ(both.table.origin.of(4).line, 4);
}

TEST(Append, OnlyGoesWithTheSameColumns) {
  const Table a = table_of(first, "first.csv");
  EXPECT_FALSE(can_append(a, table_of("Day,Campaign\n2026-11-01,A\n", "x.csv")));
  EXPECT_FALSE(can_append(a, table_of("Day,Campaign,Cost\n2026-11-01,A,1\n", "x.csv")));
  EXPECT_TRUE(can_append(a, table_of("Day,Campaign,Clicks\n2026-11-01,,1\n", "x.csv")));
}

TEST(Append, RowsOfFilesNamedAfterDifferentChannelsAreNeverTheSame) {
  const char* const csv = "Day,Campaign,Clicks\n2026-11-02,A,1\n";
  const Table facebook = table_of(csv, "facebook_2026.csv"), google = table_of(csv, "google-ads.csv");
  const Appended both = append({&facebook, &google});
  EXPECT_EQ(both.superseded, 0u);
  EXPECT_EQ(both.channels, "Facebook, Google");
  const auto& channel = std::get<TextColumn>(both.table.find("channel")->values);
  EXPECT_EQ(channel.at(0), "Facebook");
  EXPECT_EQ(channel.at(1), "Google");
  EXPECT_EQ(columns_when_appended({&facebook, &google}).columns.back().name, "channel");
}

TEST(Append, AsksNoFileNameWhereThereIsAChannelOrNoTwoNamesDiffer) {
  const auto channels = [](const char* csv, const char* a, const char* b) {
    const Table one = table_of(csv, a), other = table_of(csv, b);
    return append({&one, &other}).channels;
  };
  EXPECT_EQ(channels("Day,Channel,Clicks\n2026-11-02,A,1\n", "facebook.csv", "google.csv"), "");
  EXPECT_EQ(channels("Day,Clicks\n2026-11-02,1\n", "google_1.csv", "google_2.csv"), "");
  EXPECT_EQ(channels("Day,Clicks\n2026-11-02,1\n", "google.csv", "other.csv"), "");
  EXPECT_EQ(channels("Day,Clicks\n2026-11-02,1\n", "google_or_meta.csv", "tiktok.csv"), "");
  EXPECT_EQ(channels("Day,Clicks\n2026-11-02,1\n", "metadata.csv", "tiktok.csv"), "");
}

}  // namespace
}  // namespace outlay::ingest
