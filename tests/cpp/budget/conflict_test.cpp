// What a refusal names and offers, on plans small enough to check by hand.
#include "support/command.h"

namespace outlay::budget {
namespace {

class Conflict : public support::Command {
 protected:
  std::string refused(const std::string& rows, const std::string& settings) {
    write("plan.csv", rows);
    EXPECT_EQ(run("run budget/reallocate plan.csv --set draws=0 --set frontier_points=0 " + settings), 1) << out;
    return err;
  }
  static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
};

// The caps alone allow 100; of that, a CPA of 6 leaves 75: 50 at 5 and 25 at 10.
TEST_F(Conflict, OffersWhatAllLimitsAllow) {
  const std::string told =
      refused("campaign,cost,clicks,conversions,max_budget\na,100,200,20,50\nb,100,200,10,50\n", "--set target_cpa=6");
  EXPECT_TRUE(has(told, "Lower the total budget to 75")) << told;
  EXPECT_TRUE(has(told, "Raise the max_budget column to 266.66")) << told;
}

TEST_F(Conflict, OffersTheOneTotalThatFits) {
  const std::string told =
      refused("campaign,cost,clicks,conversions,locked\na,50,200,20,yes\nb,30,200,10,yes\n", "--set total_budget=200");
  EXPECT_TRUE(has(told, "Lower the total budget to 80")) << told;
}

// The caps conflict with the total by three; nothing costs less than 5, so the target does by two.
TEST_F(Conflict, IsTheSmallestOfAll) {
  const std::string told = refused("campaign,cost,clicks,conversions,max_budget\na,100,200,20,100\nb,100,200,10,\n",
                                   "--set total_budget=350 --set max_change=1 --set target_cpa=4");
  EXPECT_TRUE(has(told, "a total budget of 350; and a CPA of at most 4.")) << told;
}

// Least amounts far above the total conflict with it, and with nothing else.
TEST_F(Conflict, NeedsTheTotal) {
  const std::string told = refused("campaign,cost,clicks,conversions\na,100,200,20\nb,100,200,10\n",
                                   "--set total_budget=10 --set min_change=-0.2 --set target_cpa=100");
  EXPECT_TRUE(has(told, "a total budget of 10; and a change of at least -20%")) << told;
  EXPECT_TRUE(has(told, "Raise the total budget to 160")) << told;
}

}  // namespace
}  // namespace outlay::budget
