// Names in a log: channels that spend is laid beside, and users that are none.
#include <gtest/gtest.h>

#include <algorithm>

#include "analyses/attribution/spend.h"
#include "analyses/attribution/touch_log.h"
#include "attribution/inputs.h"

namespace outlay::attribution {
namespace {

using support::Read;
using support::read;

Journeys from_log(const std::string& csv, Context& context) {
  const Read log = read(csv, "touches");
  return journeys_of_log(*log.table, channels_of(*log.table, ChannelFrom::best, "", context), {}, context);
}

TEST(TouchLog, StrangersUnderAWordForNothingAreNoUser) {
  Context context;
  const Journeys journeys = from_log(
      "user_id,timestamp,channel,conversion\nu1,2026-05-01,A,1\nnull,2026-05-01,A,0\nnull,2026-05-02,B,1\n"
      "(not set),2026-05-02,B,1\n",
      context);
  EXPECT_EQ(journeys.channels, std::vector<std::string>{"A"});
  EXPECT_EQ(journeys.users, 1);
  const auto told = std::find_if(context.notices().begin(), context.notices().end(),
                                 [](const Notice& notice) { return notice.code == "touches_without_key"; });
  ASSERT_NE(told, context.notices().end());
  EXPECT_EQ(told->numbers.at("rows"), 3);
}

TEST(Spend, WithoutADayLiesOnAllDays) {
  Context reading, context;
  const Journeys journeys = from_log(
      "user_id,timestamp,channel,conversion\nu1,2026-05-01,A,1\nu2,2026-05-04,B,1\nu3,2026-05-10,A,0\n", reading);
  const Read table = read("date,channel,spend\n2026-05-02,A,10\n,A,5\n2026-04-02,B,7\n,B,3\n", "spend");
  EXPECT_EQ(spend_of(journeys, table.table.get(), context).total, (std::vector<double>{15, 3}));
  ASSERT_EQ(context.notices().size(), 1u);
  EXPECT_EQ(context.notices()[0].numbers.at("spend"), 7);
}

TEST(Spend, FindsAChannelWhoseNameHasOtherSpaces) {
  Context reading, context;
  const Journeys journeys = from_log(
      "user_id,timestamp,channel,conversion\nu1,2026-05-01,Paid Search,1\nu2,2026-05-01,Paid Search,1\n"
      "u3,2026-05-01,Paid\xC2\xA0Search,1\nu4,2026-05-01,paid\tsearch,1\n",
      reading);
  EXPECT_EQ(journeys.channels, std::vector<std::string>{"Paid Search"});
  const Read table = read("channel,spend\nPaid Search,10\nPAID\xC2\xA0 SEARCH,5\n", "spend");
  EXPECT_EQ(spend_of(journeys, table.table.get(), context).total, std::vector<double>{15});
}

}  // namespace
}  // namespace outlay::attribution
