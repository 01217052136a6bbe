// Shrinking rates: towards the mean when they look alike, hardly when they clearly differ.
#include "math/rates.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay::math {
namespace {

TEST(RatePosterior, TakesEqualRatesForEqual) {
  const std::vector<double> count(60, 20), exposure(60, 400);
  const RatePosterior p = rate_posterior(count, exposure);
  EXPECT_GT(p.probability_equal(), 0.9);
  EXPECT_NEAR(p.expected(20, 400), 0.05, 1e-4);
  EXPECT_NEAR(p.expected(40, 400), 0.05, 3e-3);
}

TEST(RatePosterior, BelievesRatesThatClearlyDiffer) {
  std::vector<double> count, exposure(60, 400);
  for (int i = 0; i < 60; ++i) count.push_back(i % 2 ? 100 : 10);
  const RatePosterior p = rate_posterior(count, exposure);
  EXPECT_LT(p.probability_equal(), 1e-6);
  EXPECT_NEAR(p.expected(100, 400), 0.25, 0.01);
  EXPECT_LT(p.expected(1, 4), 0.2);  // little exposure: towards the mean
}

TEST(RatePosterior, WeightsAddUpAndDrawsFollowThem) {
  const RatePosterior p = rate_posterior({3, 9, 0, 12, 5}, {100, 100, 50, 200, 0});
  double sum = 0;
  for (const RateLaw& law : p.laws) sum += law.weight;
  EXPECT_NEAR(sum, 1, 1e-12);
  Rng rng(5, "rates test");
  double mean = 0;
  for (int d = 0; d < 20000; ++d) mean += p.draw_law(rng).draw(9, 100, rng) / 20000;
  EXPECT_NEAR(mean, p.expected(9, 100), 0.002);
}

TEST(RatePosterior, IsEmptyWithoutExposure) {
  EXPECT_TRUE(rate_posterior({}, {}).laws.empty());
  EXPECT_TRUE(rate_posterior({3}, {0}).laws.empty());
  EXPECT_TRUE(std::isfinite(rate_posterior({0, 0}, {10, 20}).expected(0, 10)));
}

}  // namespace
}  // namespace outlay::math
