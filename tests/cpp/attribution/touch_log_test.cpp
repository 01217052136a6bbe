// Logs and path tables cut into journeys, read as files are.
#include "analyses/attribution/touch_log.h"

#include <gtest/gtest.h>

#include "analyses/attribution/path_table.h"
#include "attribution/inputs.h"
#include "core/rng.h"

namespace outlay::attribution {
namespace {

using support::Read;
using support::read;

Journeys from_log(const std::string& csv, const LogOptions& options = {}, Context* told = nullptr) {
  Context own;
  Context& context = told ? *told : own;
  const Read log = read(csv, "touches");
  return journeys_of_log(*log.table, channels_of(*log.table, ChannelFrom::best, "", context), options, context);
}

Journeys from_table(const std::string& csv, Context* told = nullptr) {
  Context own;
  const Read table = read(csv, "paths");
  return journeys_of_table(*table.table, "", false, told ? *told : own);
}

// Every sequence as "path:conversions/nulls", in alphabetical order.
std::string text_of(const Journeys& journeys) {
  std::vector<std::string> lines;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    lines.push_back(path_text(journeys, journeys.at(s)) + ":" +
                    std::to_string(static_cast<int>(journeys.conversions[s])) + "/" +
                    std::to_string(static_cast<int>(journeys.nulls[s])));
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "; ";
  return out;
}

bool told(const Context& context, const std::string& code) {
  return std::any_of(context.notices().begin(), context.notices().end(),
                     [&](const Notice& n) { return n.code == code; });
}

const std::string header = "user_id,timestamp,channel,conversion,conversion_value\n";

TEST(TouchLog, CutsJourneysAtConversions) {
  const Journeys journeys = from_log(header +
                                     "u1,2026-03-02 10:00,Email,1,20\n"
                                     "u1,2026-03-01 9:00,Search,0,\n"
                                     "u1,2026-03-05 9:00,Direct,0,\n"
                                     "u2,2026-03-01 9:00,Search,0,\n"
                                     "u1,2026-03-09 9:00,Email,1,5\n");
  EXPECT_EQ(text_of(journeys), "Direct > Email:1/0; Search > Email:1/0; Search:0/1; ");
  EXPECT_EQ(journeys.total_value, 25);
  EXPECT_EQ(journeys.users, 2);
}

TEST(TouchLog, WhatFollowsTheLastConversionIsLost) {
  EXPECT_EQ(text_of(from_log(header + "u1,2026-03-02,Email,1,20\nu1,2026-03-03,Search,0,\n")),
            "Email:1/0; Search:0/1; ");
}

TEST(TouchLog, LooksBackOnlySoFar) {
  Context context;
  const std::string rows = "u1,2026-01-01,Display,0,\nu1,2026-03-01,Search,0,\nu1,2026-03-02,Email,1,1\n";
  EXPECT_EQ(text_of(from_log(header + rows, {}, &context)), "Search > Email:1/0; ");
  EXPECT_TRUE(told(context, "touches_outside_window"));
  EXPECT_EQ(text_of(from_log(header + rows, {.lookback_days = 0})), "Display > Search > Email:1/0; ");
}

TEST(TouchLog, AConversionWithoutChannelIsNoTouch) {
  Context context;
  EXPECT_EQ(text_of(from_log(header + "u1,2026-03-01 10:00,,1,9\nu1,2026-03-01 10:00,Search,0,\nu2,2026-03-01,,1,\n"
                                      "u3,2026-03-01,Email,0,\n",
                             {}, &context)),
            "Email:0/1; Search:1/0; ");
  EXPECT_TRUE(told(context, "conversions_without_touch"));
}

TEST(TouchLog, OnOneDayConversionsComeAfterTouches) {
  Context context;
  EXPECT_EQ(text_of(from_log(header + "u1,2026-03-01,Email,1,9\nu1,2026-03-01,Search,0,\n", {}, &context)),
            "Search > Email:1/0; ");
  EXPECT_TRUE(told(context, "times_are_days"));
}

TEST(TouchLog, AFileWithTheNewestFirstIsReadBackwardsWithinOneMoment) {
  const std::string later = "u1,2026-03-02 10:00,Email,1,9\n",
                    tie = "u1,2026-03-01 10:00,B,0,\nu1,2026-03-01 10:00,A,0,\n";
  EXPECT_EQ(text_of(from_log(header + later + tie)), "A > B > Email:1/0; ");
  EXPECT_EQ(text_of(from_log(header + tie + later)), "B > A > Email:1/0; ");
}

TEST(TouchLog, ZonesThatOnlySomeTimesStateAreTold) {
  Context mixed, alike;
  from_log(header + "u1,2026-03-01T10:00:00Z,A,0,\nu1,2026-03-01 11:00,B,1,9\n", {}, &mixed);
  EXPECT_TRUE(told(mixed, "moments_mixed_zones"));
  EXPECT_EQ(
      text_of(from_log(header + "u1,2026-03-01T10:00:00Z,A,0,\nu1,2026-03-01T11:30:00+02:00,B,1,9\n", {}, &alike)),
      "A:0/1; B:1/0; ");
  EXPECT_FALSE(told(alike, "moments_mixed_zones"));
}

TEST(TouchLog, MergesVisitsAndRepeatsWhenAsked) {
  const std::string rows =
      "u1,2026-03-01 10:00,Email,0,\nu1,2026-03-01 10:20,Email,0,\nu1,2026-03-01 "
      "12:00,Email,0,\nu1,2026-03-02,Search,1,\n";
  EXPECT_EQ(text_of(from_log(header + rows)), "Email > Email > Email > Search:1/0; ");
  EXPECT_EQ(text_of(from_log(header + rows, {.session_minutes = 30})), "Email > Email > Search:1/0; ");
  EXPECT_EQ(text_of(from_log(header + rows, {.collapse = true})), "Email > Search:1/0; ");
}

TEST(TouchLog, AgesTouchesByDays) {
  const Journeys journeys = from_log(header + "u1,2026-03-01,Email,0,\nu1,2026-03-08,Search,1,30\n");
  EXPECT_NEAR(journeys.aged.conversions[0], 1.0 / 3, 1e-12);  // Email is a half-life older than Search
  EXPECT_NEAR(journeys.aged.value[1], 20, 1e-12);
  ASSERT_EQ(journeys.lag_conversions.size(), 8u);
  EXPECT_EQ(journeys.lag_conversions[7], 1);
}

TEST(TouchLog, TheOrderOfRowsDoesNotMatter) {
  std::vector<std::string> rows;
  Rng rng(31, "log");
  for (int i = 0; i < 300; ++i) {
    rows.push_back("u" + std::to_string(rng.below(40)) + ",2026-03-" + std::to_string(10 + rng.below(20)) + " " +
                   std::to_string(10 + i / 60) + ":" + std::to_string(10 + i % 50) + ":" + std::to_string(10 + i % 47) +
                   "," + "ABCD"[rng.below(4)] + "," + (rng.below(6) == 0 ? "1" : "0") + ",2\n");
  }
  const auto joined = [&] {
    std::string csv = header;
    for (const std::string& row : rows) csv += row;
    return text_of(from_log(csv));
  };
  const std::string first = joined();
  rng.shuffle(rows);
  EXPECT_EQ(joined(), first);
}

TEST(TouchLog, SaysWhichCellIsNoTimeAndNoConversion) {
  const auto refused = [](const std::string& csv) {
    try {
      from_log(csv);
    } catch (const Error& error) {
      EXPECT_FALSE(error.remedy.empty());
      return error.where.text + " " + std::to_string(error.where.line);
    }
    return std::string("accepted");
  };
  EXPECT_EQ(refused(header + "u1,2026-03-01,A,0,\nu1,yesterday,A,1,\n"), "yesterday 3");
  EXPECT_EQ(refused(header + "u1,2026-03-01,A,maybe,\nu1,2026-03-01,A,TRUE,\n"), "maybe 2");
  EXPECT_EQ(refused(header + "u1,2026-03-01,A,-1,\n"), "-1 2");
}

TEST(TouchLog, DerivesChannelsFromSourceAndMedium) {
  const Journeys journeys = from_log(
      "user_id,timestamp,utm_source,utm_medium,utm_campaign,referrer,conversion\n"
      "1,2026-03-01,google,cpc,,,0\n1,2026-03-02,,,,https://www.google.co.in/,0\n1,2026-03-03,blank,,,,0\n"
      "1,2026-03-04,facebook,paid_social,,,0\n1,2026-03-05,news,email,,,0\n1,2026-03-06,odd,strange,,,0\n"
      "1,2026-03-07,,,,https://news.ycombinator.com/item,1\n");
  EXPECT_EQ(text_of(journeys),
            "Paid Search > Organic Search > Direct > Paid Social > Email > Unassigned > Referral:1/0; ");
}

std::vector<Notice> all_told(const Context& context, const std::string& code) {
  std::vector<Notice> out;
  for (const Notice& n : context.notices()) {
    if (n.code == code) out.push_back(n);
  }
  return out;
}

TEST(TouchLog, ABlankChannelIsFilledFromSourceAndMedium) {
  Context context;
  const Journeys journeys = from_log(
      "user_id,timestamp,channel,utm_source,utm_medium,conversion\n"
      "1,2026-03-01,reddit_ads,reddit,ppc,0\n1,2026-03-02,,reddit,ppc,1\n"  // as the file names it
      "2,2026-03-01,(not set),bing,cpc,1\n"                                 // by the rules
      "3,2026-03-01,,,,0\n3,2026-03-02,null,(not set),,0\n3,2026-03-03,,news,email,1\n",
      {}, &context);
  EXPECT_EQ(text_of(journeys), "Email:1/0; Paid Search:1/0; reddit_ads > reddit_ads:1/0; ");
  const auto filled = all_told(context, "channels_filled");
  ASSERT_EQ(filled.size(), 1u);
  EXPECT_EQ(filled[0].numbers.at("touches"), 3);
  EXPECT_EQ(filled[0].numbers.at("by_rules"), 2);
  ASSERT_EQ(all_told(context, "rows_without_channel").size(), 1u);
  EXPECT_EQ(all_told(context, "rows_without_channel")[0].numbers.at("rows"), 2);
}

TEST(TouchLog, RowsThatDisagreeAboutASourceLeaveItToTheRules) {
  const std::string head = "user_id,timestamp,channel,utm_source,utm_medium,conversion\n";
  EXPECT_EQ(text_of(from_log(head + "1,2026-03-01,search,google,cpc,0\n1,2026-03-02,brand,google,cpc,0\n"
                                    "1,2026-03-03,,google,cpc,1\n")),
            "search > brand > Paid Search:1/0; ");
}

TEST(TouchLog, SpellingsOfOneChannelAreOne) {
  Context context;
  const Journeys journeys = from_log(header +
                                         "u1,2026-03-01,Google,0,\nu1,2026-03-02,google,0,\nu1,2026-03-03,\" Google "
                                         "\",0,\nu1,2026-03-04,Caf\xC3\x89  Ads,0,\nu1,2026-03-05,caf\xC3\xA9 "
                                         "ads,0,\nu1,2026-03-06,caf\xC3\xA9 ads,1,\n",
                                     {}, &context);
  EXPECT_EQ(journeys.channels, (std::vector<std::string>{"Google", "caf\xC3\xA9 ads"}));
  const auto joined = all_told(context, "spellings_joined");
  ASSERT_EQ(joined.size(), 1u);
  EXPECT_EQ(joined[0].numbers.at("channels"), 2);
}

TEST(PathTable, SpellingsOfOneChannelAreOneUnderTheMostFrequent) {
  Context context;
  const Journeys journeys = from_table(
      "path,total_conversions,total_null\nGoogle > Email,2,3\ngoogle > EMAIL,20,30\nGOOGLE,1,1\nEmail,100,0\n",
      &context);
  EXPECT_EQ(journeys.channels, (std::vector<std::string>{"Email", "google"}));
  EXPECT_EQ(text_of(journeys), "Email:100/0; google > Email:22/33; google:1/1; ");
  EXPECT_TRUE(told(context, "spellings_joined"));
}

TEST(PathTable, ReadsSeparatorsAndRepeats) {
  const std::string head = "path,total_conversions,total_conversion_value,total_null\n";
  for (const char* row : {"A > B > B,2,5,1\n", "A->B->B,2,5,1\n", "A | B | B,2,5,1\n", "A => B x 2,2,5,1\n",
                          "A \xE2\x86\x92 B \xC3\x97 2,2,5,1\n", "A > B > B,1,3,1\nA > B > B,1,2,0\n"}) {
    EXPECT_EQ(text_of(from_table(head + row)), "A > B > B:2/1; ") << row;
  }
  EXPECT_EQ(text_of(from_table(head + "Brand Search,2,5,1\n")), "Brand Search:2/1; ");
}

const std::string paths_head = "path,total_conversions,total_null\n";

TEST(PathTable, OddMarksBetweenKnownChannelsAreMarks) {
  Context context;
  const Journeys journeys = from_table(paths_head +
                                           "A > B,5,1\nB > C,1,0\nA|B,1,0\n\"A,B,C\",1,0\nA -> C x 2,1,0\nC > "
                                           "A;B,1,0\n",
                                       &context);
  EXPECT_EQ(journeys.channels, (std::vector<std::string>{"A", "B", "C"}));
  EXPECT_EQ(text_of(journeys), "A > B > C:1/0; A > B:6/1; A > C > C:1/0; B > C:1/0; C > A > B:1/0; ");
  ASSERT_EQ(all_told(context, "paths_with_other_mark").size(), 1u);
  EXPECT_EQ(all_told(context, "paths_with_other_mark")[0].numbers.at("paths"), 4);
  EXPECT_FALSE(told(context, "paths_with_unknown_mark"));
}

TEST(PathTable, OddMarksBetweenUnknownNamesAreTold) {
  Context context;
  EXPECT_EQ(from_table(paths_head + "A > B,5,1\nB > A,5,1\nX|Y,1,0\n", &context).channels,
            (std::vector<std::string>{"A", "B", "X|Y"}));
  ASSERT_EQ(all_told(context, "paths_with_unknown_mark").size(), 1u);
  EXPECT_EQ(all_told(context, "paths_with_unknown_mark")[0].texts.at("path"), "X|Y");
}

TEST(PathTable, MarksWithinNamesStay) {
  Context context;
  EXPECT_EQ(
      from_table(paths_head + "google | cpc > bing | cpc,5,1\ngoogle | cpc,5,1\nbing | cpc,1,1\n", &context).channels,
      (std::vector<std::string>{"bing | cpc", "google | cpc"}));
  EXPECT_TRUE(context.notices().empty());
  // One odd line does not make its mark the file's.
  std::string csv = paths_head;
  for (int i = 0; i < 30; ++i) csv += "A|B|C" + std::to_string(i) + ",1,1\n";
  EXPECT_EQ(from_table(csv + "A|Home > Shoes,1,1\n", &context).channels.size(), 33u);
}

TEST(PathTable, AMarkWithSpacesAroundItIsNotThatOfAName) {
  for (const char* mark : {" > ", " | ", " -> "}) {
    Context context;
    const std::string csv = paths_head + "<b>x</b>" + mark + "B,1,1\nB" + mark + "<b>x</b>" + mark + "B,1,1\nB,1,1\n";
    EXPECT_EQ(from_table(csv, &context).channels, (std::vector<std::string>{"<b>x</b>", "B"})) << mark;
    EXPECT_TRUE(all_told(context, "paths_with_unknown_mark").empty()) << mark;
  }
  EXPECT_EQ(text_of(from_table(paths_head + "A > B,1,1\nB>A,1,1\n > A,1,0\n")), "A > B:1/1; A:1/0; B > A:1/1; ");
}

TEST(PathTable, MarkersAreNoTouches) {
  Context context;
  EXPECT_EQ(text_of(from_table(paths_head +
                                   "(start) > A > B > (conversion),3,0\n(start) > A > (null),0,4\nNULL > B > none,1,0\n"
                                   "(start) > (conversion),2,0\n(none) > A,1,0\n",
                               &context)),
            "(none) > A:1/0; A > B:3/0; A:0/4; B:1/0; ");
  EXPECT_EQ(all_told(context, "path_markers_left_out").at(0).numbers.at("paths"), 4);
  EXPECT_EQ(all_told(context, "journeys_without_path").at(0).numbers.at("journeys"), 2);
  EXPECT_FALSE(told(context, "lost_paths_converted"));
  from_table(paths_head + "(start) > A > (null),3,0\n", &context);
  EXPECT_TRUE(told(context, "lost_paths_converted"));
}

TEST(PathTable, ValuesThatSumToNothingAreValues) {
  const std::string head = "path,total_conversions,total_conversion_value\n";
  EXPECT_TRUE(from_table(head + "A,1,5\nB,1,-5\n").has_value);
  EXPECT_TRUE(from_table(head + "A,1,0\nB,1,0\n").has_value);
  EXPECT_FALSE(from_table(head + "A,1,\nB,1,\n").has_value);
  EXPECT_FALSE(from_table("path,total_conversions\nA,1\nB,1\n").has_value);
}

TEST(TouchLog, ValuesThatSumToNothingAreValues) {
  EXPECT_TRUE(from_log(header + "u1,2026-03-01,A,1,5\nu2,2026-03-01,B,1,-5\n").has_value);
  EXPECT_FALSE(from_log("user_id,timestamp,channel,conversion\nu1,2026-03-01,A,1\n").has_value);
}

TEST(PathTable, AValueWithoutConversionCounts) {
  Context context;
  const Journeys journeys = from_table(
      "path,total_conversions,total_conversion_value,total_null\nA,1,50,3\nA > B,0,-20,2\nC,0,5,0\n", &context);
  EXPECT_EQ(journeys.total_value, 35);
  EXPECT_EQ(text_of(journeys), "A > B:0/2; A:1/3; C:0/0; ");
  EXPECT_TRUE(told(context, "value_without_conversion"));
}

TEST(TouchLog, AValueOnARowThatIsNoConversionIsTold) {
  Context context;
  EXPECT_EQ(from_log(header + "u1,2026-03-01,A,0,7\nu1,2026-03-02,A,1,5\n", {}, &context).total_value, 5);
  EXPECT_EQ(all_told(context, "value_not_counted").at(0).numbers.at("rows"), 1);
}

TEST(PathTable, AChannelMayBePartOfAnother) {
  const Journeys journeys =
      from_table("path,total_conversions,total_null\nSearch > Search Brand > Paid Search,1,0\nSearch,0,1\n");
  EXPECT_EQ(journeys.channels, (std::vector<std::string>{"Paid Search", "Search", "Search Brand"}));
  EXPECT_EQ(text_of(journeys), "Search > Search Brand > Paid Search:1/0; Search:0/1; ");
}

TEST(PathTable, LeavesOutEmptyPathsAndCarriesNegativeValues) {
  Context context;
  const Journeys journeys = from_table(
      "path,total_conversions,total_conversion_value,total_null\n,4,1,2\n > ,1,0,0\nA > B,2,-7,3\n", &context);
  EXPECT_EQ(text_of(journeys), "A > B:2/3; ");
  EXPECT_EQ(journeys.total_value, -7);
  EXPECT_TRUE(told(context, "journeys_without_path"));
  EXPECT_TRUE(told(context, "negative_conversion_values"));
}

TEST(PathTable, ABlankPathAtTheTopOrBottomIsNoTotal) {
  const std::string head = "path,total_conversions,total_null\n", body = "A > B,2,3\nB,1,1\n";
  const auto left_out = [](const std::string& csv) {
    Context context;
    from_table(csv, &context);
    for (const Notice& n : context.notices()) {
      if (n.code == "journeys_without_path") return n.numbers.at("journeys");
    }
    return 0.0;
  };
  EXPECT_EQ(left_out(head + ",4,5\n" + body), 9);
  EXPECT_EQ(left_out(head + body + ",4,5\n"), 9);
  EXPECT_EQ(left_out(head + body + ",3,4\n"), 7);  // even where it is the sum of the others
  EXPECT_EQ(left_out(head + body + "Total,3,4\n"), 0);
}

TEST(PathTable, RefusesAColumnThatHoldsNoChannels) {
  std::string csv = "path,total_conversions\n";
  for (int i = 0; i < 2001; ++i) csv += "visit " + std::to_string(i) + ",1\n";
  Read table = read(csv, "paths");
  Inputs inputs;
  inputs.add("paths", std::move(*table.table));
  Context context;
  try {
    paths::run({}, inputs, context);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::bad_column);
    EXPECT_EQ(error.where.role, "channel");
  }
}

TEST(PathTable, RefusesCountsBelowNothing) {
  try {
    from_table("path,total_conversions,total_null\nA > B,2,3\nA,-1,0\n");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::bad_column);
    EXPECT_EQ(error.where.line, 3);
  }
}

TEST(PathTable, HoldsAMillionSteps) {
  const Journeys journeys = from_table("path,total_conversions,total_null\nA x 1000000 > B,2,3\nB,1,1\n");
  EXPECT_EQ(journeys.at(0).size(), 1000001u);
  EXPECT_THROW(from_table("path,total_conversions\nA x 99999999,2\n"), Error);
}

}  // namespace
}  // namespace outlay::attribution
