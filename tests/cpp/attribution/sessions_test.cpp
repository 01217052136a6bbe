// Sessions from rows and from events, odd ones among them.
#include "analyses/attribution/sessions.h"

#include <gtest/gtest.h>

#include "analyses/attribution/channel_rules.h"
#include "ingest/vocabulary.h"
#include "support/reference.h"

namespace outlay::attribution {
namespace {

struct Ran {
  sessions::Result result;
  Context context;

  bool told(const std::string& code) const {
    return std::any_of(context.notices().begin(), context.notices().end(),
                       [&](const Notice& notice) { return notice.code == code; });
  }
};

Ran ran(const std::string& csv) {
  const ingest::File file = support::table_of(csv);
  const Table& table = file.tables[0].table;
  const About about = sessions::about();
  const InputSpec& spec = about.inputs[0];
  Inputs inputs;
  inputs.add("sessions", BoundTable(spec, table, ingest::map_roles(spec, table, {})));
  Ran out;
  out.result = sessions::run({}, inputs, out.context);
  return out;
}

TEST(Sessions, AreARowOrGatheredByTheirId) {
  const Ran rows =
      ran("session_id,user_id,session_start_ts,session_end_ts,utm_source\n"
          "a,1,2026-05-01 10:00:00,2026-05-01 10:02:00,google\nb,2,2026-05-01 11:00:00,2026-05-01 11:04:00,google\n");
  EXPECT_EQ(rows.result.median, 180);
  const Ran events =
      ran("session_id,user_id,event_ts,channel\n"
          "a,1,2026-05-01 10:02:00,Email\na,1,2026-05-01 10:00:00,Email\nb,2,2026-05-01 11:00:00,Email\n"
          "b,2,2026-05-01 11:04:00,Email\n");
  EXPECT_EQ(events.result.sessions, 2);
  EXPECT_EQ(events.result.median, 180);
}

TEST(Sessions, WhoseStartAndEndStandOnEachOfTheirRowsAreOne) {
  const Ran events =
      ran("session_id,user_id,session_start_ts,session_end_ts,channel,conversion\n"
          "a,1,2026-05-01 10:00,2026-05-01 10:02,Email,FALSE\na,1,2026-05-01 10:00,2026-05-01 10:02,Email,TRUE\n"
          "a,1,2026-05-01 10:00,2026-05-01 10:03,Email,FALSE\nb,2,2026-05-01 11:00,2026-05-01 11:09,Ads,FALSE\n"
          "b,2,2026-05-02 11:00,2026-05-02 11:06,Ads,FALSE\n");  // begun anew: another one
  EXPECT_EQ(events.result.sessions, 3);
  EXPECT_EQ(events.result.median, 360);
  EXPECT_EQ(events.result.conversions, 1);
  EXPECT_TRUE(events.told("session_rows_joined"));
}

TEST(Sessions, OfSeveralUsersUnderOneIdAreSeveral) {
  const Ran events =
      ran("session_id,user_id,event_ts,channel\n1,ann,2026-05-01 10:00:00,Email\n1,ann,2026-05-01 10:01:00,Email\n"
          "1,bob,2026-05-09 10:00:00,Ads\n1,bob,2026-05-09 10:02:00,Ads\n2,,2026-05-02 10:00:00,Ads\n"
          "2,ann,2026-05-02 10:03:00,Ads\n");  // who signs in on the way stays in one session
  EXPECT_EQ(events.result.sessions, 3);
  EXPECT_EQ(events.result.median, 120);
  EXPECT_EQ(events.result.longest, 180);
}

TEST(Sessions, WithoutARealIdAreNotOne) {
  const Ran events =
      ran("session_id,user_id,event_ts,channel\na,u,2026-05-01 10:00:00,Email\na,(not set),2026-05-01 10:01:00,Email\n"
          "null,v,2026-05-02 10:00:00,Ads\nnull,w,2026-05-09 10:02:00,Ads\n");
  EXPECT_EQ(events.result.sessions, 1);
  EXPECT_EQ(events.result.median, 60);
  EXPECT_EQ(events.result.users, 3);
  EXPECT_TRUE(events.told("rows_without_session"));
}

TEST(Sessions, LastThoughTheirFirstRowHasNoTime) {
  const Ran events =
      ran("session_id,event_ts,channel\na,,Email\na,2026-05-01 10:00:00,Email\na,2026-05-01 10:04:00,Email\n"
          "b,2026-05-01 11:00:00,Ads\nb,2026-05-01 11:02:00,Ads\n");
  EXPECT_EQ(events.result.timed, 2);
  EXPECT_EQ(events.result.median, 180);
}

TEST(Sessions, NeedNoChannel) {
  const Ran bare = ran("session_id,session_start_ts,session_end_ts\na,2026-05-01 10:00,2026-05-01 10:03\n");
  EXPECT_EQ(bare.result.sessions, 1);
  EXPECT_EQ(bare.result.groups.sessions.size(), 1u);
}

TEST(Sessions, TellOfEndsBeforeStarts) {
  const Ran odd =
      ran("session_id,session_start_ts,session_end_ts,utm_source\n"
          "a,2026-05-01 10:00,2026-05-01 09:00,x\nb,2026-05-01 10:00,2026-05-01 10:01,x\n");
  EXPECT_EQ(odd.result.timed, 1);
  EXPECT_TRUE(odd.told("sessions_reversed"));
  EXPECT_TRUE(odd.told("sessions_without_duration"));
}

TEST(Sessions, MarkOutliersAcrossAChangeOfClocks) {
  std::string csv = "session_id,session_start_ts,session_end_ts,utm_source\n";
  for (int i = 10; i < 50; ++i)
    csv += "s" + std::to_string(i) + ",2026-03-04 10:00:00,2026-03-04 10:05:" + std::to_string(i) + ",x\n";
  const std::string night = "z,2026-03-08 01:50:00,2026-03-08 03:05:00,x\n";  // clocks went forward in the USA
  const std::string other = "y,2026-03-09 01:50:00,2026-03-09 03:05:00,x\n";
  const Ran both = ran(csv + night + other);
  EXPECT_EQ(both.result.outliers, 2);
  EXPECT_EQ(both.result.clock_changes, 1);
  EXPECT_TRUE(both.told("sessions_across_clock_change"));
}

TEST(ChannelRules, FollowTheDefaultGrouping) {
  const std::vector<ChannelRule> rules = default_channel_rules();
  const auto channel = [&](Visit visit) {
    const std::size_t rule = first_fitting(rules, visit);
    return rule < rules.size() ? rules[rule].channel : "Unassigned";
  };
  EXPECT_EQ(channel({"(direct)", "(none)", "", ""}), "Direct");
  EXPECT_EQ(channel({"google", "cpc", "Brand", ""}), "Paid Search");
  EXPECT_EQ(channel({"google", "cpc", "x cross-network y", ""}), "Cross-network");
  EXPECT_EQ(channel({"google", "ppc", "Shopping_DE", ""}), "Paid Shopping");
  EXPECT_EQ(channel({"fb", "paid-social", "", ""}), "Paid Social");
  EXPECT_EQ(channel({"youtube.com", "cpv", "", ""}), "Paid Video");
  EXPECT_EQ(channel({"co", "", "", ""}), "Unassigned");  // a part of t.co, and not that site
  EXPECT_EQ(channel({"somewhere", "cpm", "", ""}), "Display");
  EXPECT_EQ(channel({"somewhere", "retargeting", "", ""}), "Paid Other");
  EXPECT_EQ(channel({"", "", "", "https://www.bing.com/search?q=x"}), "Organic Search");
  EXPECT_EQ(channel({"", "", "", "https://blog.example.org/"}), "Referral");
  EXPECT_EQ(channel({"", "", "", ""}), "Direct");
  EXPECT_EQ(channel({"t.co", "", "", ""}), "Organic Social");
  EXPECT_EQ(channel({"x", "Affiliate", "", ""}), "Affiliates");
  EXPECT_EQ(channel({"x", "web-push", "", ""}), "Mobile Push");
  EXPECT_EQ(channel({"x", "y", "", ""}), "Unassigned");
}

TEST(ChannelRules, AreReadAndRefused) {
  const std::vector<ChannelRule> rules =
      read_channel_rules(" Partners = source: acme*|beta , medium: referral ; ", "/x");
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(first_fitting(rules, {"acme-uk", "referral", "", ""}), 0u);
  EXPECT_EQ(first_fitting(rules, {"beta2", "referral", "", ""}), 1u);
  EXPECT_EQ(first_fitting(rules, {"BETA", "Referral", "", ""}), 0u);
  for (const char* bad : {"Partners", "= source: a", "P = where: a", "P = source:", "P = source: a|"})
    EXPECT_THROW(read_channel_rules(bad, "/x"), Error) << bad;
}

TEST(ChannelRules, TellSitesApart) {
  EXPECT_EQ(host_of("https://www.Google.co.in:443/search?q=a"), "google.co.in");
  EXPECT_TRUE(same_site("google", "google.co.in"));
  EXPECT_TRUE(same_site("google.com", "news.google.com"));
  EXPECT_FALSE(same_site("google", "notgoogle.com"));
  EXPECT_FALSE(same_site("google", "youtube.com"));
}

}  // namespace
}  // namespace outlay::attribution
