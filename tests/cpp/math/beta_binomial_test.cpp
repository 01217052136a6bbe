// The fitted beta of many groups, and the trials that would decide a rate.
#include "math/beta_binomial.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "math/decide.h"
#include "math/distributions.h"

namespace outlay::math {
namespace {

void expect_close(double got, double want, double tolerance) { EXPECT_NEAR(got, want, tolerance * std::abs(want)); }

// scipy 1.17: the root of the gradient of sum(betaln(k + a, n - k + b) - betaln(a, b)) + log a + log b - 2.5 log(a + b)
// in (log a, log b).
TEST(FitBetaBinomial, FindsTheModeThatScipyFinds) {
  const BetaShape varied = fit_beta_binomial({{3, 1, 8, 0, 5, 12.5}, {200, 150, 310, 90, 260, 400}});
  expect_close(varied.a, 5.02094411, 1e-8);
  expect_close(varied.b, 233.33757421, 1e-8);
  // Less varied than chance: the hyperprior keeps it finite.
  const BetaShape even = fit_beta_binomial({{2, 2, 2, 2, 2}, {100, 100, 100, 100, 100}});
  expect_close(even.a, 7.87799656, 1e-8);
  expect_close(even.b, 324.38447482, 1e-8);
}

TEST(FitBetaBinomial, DoesNotDependOnTheOrder) {
  const BetaShape one = fit_beta_binomial({{3, 1, 8}, {200, 150, 310}});
  const BetaShape other = fit_beta_binomial({{8, 3, 1}, {310, 200, 150}});
  expect_close(one.a, other.a, 1e-9);
  expect_close(one.b, other.b, 1e-9);
}

TEST(FitBetaBinomial, IsUnknownWithoutContrast) {
  EXPECT_TRUE(std::isnan(fit_beta_binomial({{3}, {10}}).a));
  EXPECT_TRUE(std::isnan(fit_beta_binomial({{0, 0}, {10, 10}}).a));
  EXPECT_TRUE(std::isnan(fit_beta_binomial({{10, 10}, {10, 10}}).a));
  EXPECT_TRUE(std::isnan(fit_beta_binomial({{}, {}}).a));
}

TEST(FitBetaBinomial, SettlesOnExtremes) {
  for (double trials : {1.0, 30.0, 1e4, 1e7}) {
    for (double rate : {1e-5, 0.01, 0.5, 0.99}) {
      GroupedCounts groups;
      for (int i = 0; i < 12; ++i) {
        groups.trials.push_back(trials * (1 + i));
        groups.counts.push_back(trials * (1 + i) * std::min(1.0, rate * (0.5 + i / 11.0)));
      }
      if (trials * rate < 0.1) continue;  // hardly a count in all: the hyperprior speaks alone
      const BetaShape shape = fit_beta_binomial(groups);
      EXPECT_TRUE(shape.a > 0 && shape.b > 0) << trials << " " << rate;
      EXPECT_NEAR(shape.a / (shape.a + shape.b), rate, 0.6 * rate) << trials << " " << rate;
    }
  }
}

// scipy 1.17: brentq in m of beta.sf(0.025, 3.5 * (1 + m / 200), 196.5 * (1 + m / 200)) - 0.1.
TEST(TrialsToDecide, AgreesWithScipy) {
  expect_close(trials_to_decide({3.5, 196.5}, 0.025, 0.2), 340.5861063877323, 1e-9);
  expect_close(trials_to_decide({3.5, 196.5}, 0.0125, 0.2), 827.1975632129631, 1e-9);
  EXPECT_EQ(trials_to_decide({3.5, 196.5}, 0.2, 0.2), 0);
}

TEST(TrialsToDecide, MakesTheIntervalEndAtTheValue) {
  for (double value : {0.001, 0.012, 0.019, 0.0201, 0.03}) {
    const BetaShape at{20, 980};
    const double more = trials_to_decide(at, value, 0.1);
    if (more == 0) continue;
    const double scale = 1 + more / 1000;
    const double tail =
        value < 0.02 ? beta_cdf(value, 20 * scale, 980 * scale) : beta_survival(value, 20 * scale, 980 * scale);
    EXPECT_NEAR(tail, 0.05, 1e-9) << value;
  }
}

TEST(TrialsToDecide, SaysWhenNothingWillTell) {
  EXPECT_EQ(trials_to_decide({2, 98}, 0.02, 0.2), std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isnan(trials_to_decide({0, 1}, 0.5, 0.2)));
  EXPECT_TRUE(std::isnan(trials_to_decide({1, 1}, 1.5, 0.2)));
  EXPECT_TRUE(std::isnan(trials_to_decide({1, 1}, 0.5, 0)));
}

}  // namespace
}  // namespace outlay::math
