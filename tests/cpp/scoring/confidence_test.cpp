// Intervals, chances, what would decide and what to do, at their edges.
#include "analyses/scoring/confidence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analyses/scoring/action.h"
#include "math/distributions.h"
#include "scoring/market.h"

namespace outlay::scoring::adsets {
namespace {

Estimate by_window(double spend, double clicks, double ihc, double pltv, double uplift = 1) {
  Estimate e;
  e.is_lookback = true;
  e.window.spend = e.cac_spend = spend;
  e.window.clicks = clicks;
  e.window.ihc = ihc;
  e.window.redistributed_ihc = e.ihc_final = ihc * uplift;
  e.cac = spend / e.ihc_final;
  e.pltv = pltv;
  e.weekly_spend = spend / 4;
  return e;
}

Confidence of(const Estimate& e) { return confidence(Params{}, e, Prior{}, 1); }

TEST(Confidence, HoldsTheEstimateBetweenItsEnds) {
  const Estimate e = by_window(1000, 500, 20, 60, 1.5);
  const Confidence c = of(e);
  EXPECT_LT(c.cac_lower, e.cac);
  EXPECT_GT(c.cac_upper, e.cac);
  EXPECT_DOUBLE_EQ(c.uplift, 1.5);
  // At the break-even rate the cost is the worth.
  EXPECT_NEAR(e.cac_spend / (500 * 1.5 * c.break_even_rate), 60, 1e-9);
  EXPECT_FALSE(c.is_undecided);
  EXPECT_TRUE(std::isnan(c.clicks_needed));
}

TEST(Confidence, TheClicksNeededDoDecide) {
  const Estimate e = by_window(1000, 500, 20, 48);
  const Confidence c = of(e);
  ASSERT_TRUE(c.is_undecided);
  ASSERT_GT(c.clicks_needed, 0);
  const auto decided_after = [&](double more) {
    const double scale = 1 + more / (c.posterior.a + c.posterior.b);
    return math::beta_cdf(c.break_even_rate, c.posterior.a * scale, c.posterior.b * scale) >= 0.9 ||
           math::beta_survival(c.break_even_rate, c.posterior.a * scale, c.posterior.b * scale) >= 0.9;
  };
  EXPECT_TRUE(decided_after(c.clicks_needed));
  EXPECT_FALSE(decided_after(c.clicks_needed - 2));
}

TEST(Confidence, SaysNothingWhereOrdersCannotComeFromClicks) {
  EXPECT_TRUE(std::isnan(of(by_window(1000, 10, 20, 60)).cac_lower));
  EXPECT_TRUE(std::isnan(of(by_window(1000, 0, 20, 60)).p_profitable));
  Estimate unknown = by_window(1000, 500, 20, 60);
  unknown.cac = NAN;
  EXPECT_TRUE(std::isnan(of(unknown).cac_upper));
}

TEST(Confidence, WithoutWorthOnlyTheCostIsKnown) {
  const Confidence c = of(by_window(1000, 500, 20, NAN));
  EXPECT_GT(c.cac_upper, c.cac_lower);
  EXPECT_TRUE(std::isnan(c.p_profitable));
  EXPECT_FALSE(c.is_undecided);
}

TEST(Confidence, AtTheEndsOfWorth) {
  EXPECT_EQ(of(by_window(0, 500, 20, 60)).p_profitable, 1);
  EXPECT_EQ(of(by_window(1000, 500, 20, 0)).p_profitable, 0);
  EXPECT_EQ(of(by_window(1000, 500, 20, -5)).p_profitable, 0);
  EXPECT_FALSE(of(by_window(1000, 500, 20, -5)).is_undecided);
}

TEST(Action, PausesOnlyWhatSurelyLosesMuch) {
  const Params params;
  const Estimate bad = by_window(4000, 4000, 40, 20);
  EXPECT_EQ(action_of(params, -1, bad, of(bad)), Action::pause);
  const Estimate cheap = by_window(40, 4000, 40, 0.2);
  EXPECT_EQ(action_of(params, -1, cheap, of(cheap)), Action::reduce);
  const Estimate unsure = by_window(4000, 60, 2, 1500);
  EXPECT_EQ(action_of(params, -1, unsure, of(unsure)), Action::reduce);
  EXPECT_EQ(action_of(params, 0, bad, of(bad)), Action::hold);
  EXPECT_EQ(action_of(params, 1, bad, of(bad)), Action::scale);
  // 1000 of spend at a CAC of 100 for orders worth 20: four fifths are lost.
  EXPECT_DOUBLE_EQ(money_at_stake(bad), -800);
}

TEST(Confidence, KnowsWhatPaysOnlyAtBest) {
  Estimate e;
  e.fallback.clicks = 150;
  e.fallback.ihc = e.fallback.redistributed_ihc = 2;
  e.cac_spend = e.fallback.spend = 600;
  e.cac = 600 / (150 * 0.0352);
  e.pltv = 115;
  EXPECT_TRUE(pays_only_at_best(e, of(e)));
  e.pltv = 400;
  EXPECT_FALSE(pays_only_at_best(e, of(e)));
  const Estimate measured = by_window(1000, 500, 20, 20);
  EXPECT_FALSE(pays_only_at_best(measured, of(measured)));
}

// Rows in another order change no sum, no prior, no interval.
TEST(Confidence, DoesNotDependOnTheOrderOfTheFile) {
  std::vector<std::string> lines;
  for (int adset = 0; adset < 14; ++adset) {
    for (int week = 0; week < 6; ++week) {
      lines.push_back(monday(week) + ",A" + std::to_string(adset) + ",Meta,100," + std::to_string(50 + adset * 7) +
                      "," + std::to_string(1 + adset % 5) + ".25,60\n");
    }
  }
  std::string forth = week_header, back = week_header;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    forth += lines[i];
    back += lines[lines.size() - 1 - i];
  }
  const Ran one = run_on(forth), other = run_on(back);
  ASSERT_EQ(one.result.channel_priors.size(), 1u);
  EXPECT_EQ(one.result.adsets.cac_lower, other.result.adsets.cac_lower);
  EXPECT_EQ(one.result.adsets.p_profitable, other.result.adsets.p_profitable);
}

// What is above break-even and not yet clear is the part of both.
TEST(Confidence, TheSpendAboveBreakEvenSaysHowMuchOfItIsSure) {
  std::string csv = week_header;
  for (int week = 0; week < 8; ++week) {
    csv += monday(week) + ",sure,Meta,500,400,4,50\n" + monday(week) + ",open,Meta,120,60,2,50\n" + monday(week) +
           ",good,Meta,100,400,20,50\n";
  }
  const Result result = run_on(csv).result;
  EXPECT_DOUBLE_EQ(result.weekly_spend_above_break_even, 620);
  EXPECT_DOUBLE_EQ(result.weekly_spend_above_undecided, 120);
}

}  // namespace
}  // namespace outlay::scoring::adsets
