// Intervals and p-values of clustered totals.
#include "math/resample.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay::math {
namespace {

TEST(BootstrapTotal, OfNormalClustersIsTheStudentInterval) {
  Rng rng(5, "clusters");
  std::vector<double> clusters(40);
  double mean = 0, squares = 0;
  for (double& c : clusters) c = 3 + 2 * rng.normal();
  for (double c : clusters) mean += c / 40;
  for (double c : clusters) squares += (c - mean) * (c - mean);
  Rng draws(1, "draws");
  const Range range = bootstrap_total(clusters, 0.8, 40000, draws);
  // 40 times the mean's interval: t(39) at 0.9 is 1.30364 (scipy.stats.t.ppf).
  const double half = 40 * 1.30364 * std::sqrt(squares / 39 / 40);
  EXPECT_NEAR(range.low, 40 * mean - half, 0.04 * half);
  EXPECT_NEAR(range.high, 40 * mean + half, 0.04 * half);
}

TEST(BootstrapTotal, IsTheSameForTheSameSeed) {
  const std::vector<double> clusters{1.13, 5.72, -2.41, 8.09, 0.57, 3.31};
  Rng first(7, "draws"), second(7, "draws"), third(8, "draws");
  const Range a = bootstrap_total(clusters, 0.8, 500, first), b = bootstrap_total(clusters, 0.8, 500, second);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_NE(a.low, bootstrap_total(clusters, 0.8, 499, third).low);
}

TEST(BootstrapTotal, PoolsManyClustersWithoutChangingTheirSpread) {
  std::vector<double> clusters;
  for (int i = 0; i < 8000; ++i) clusters.push_back(i % 2 ? 1 : -1);
  Rng rng(1, "noise"), draws(1, "draws");
  rng.shuffle(clusters);
  const Range range = bootstrap_total(clusters, 0.8, 4000, draws);
  EXPECT_NEAR(range.high - range.low, 2 * 1.2816 * std::sqrt(8000.0), 30);
}

TEST(BootstrapTotal, NeedsTwoClusters) {
  Rng rng(1, "draws");
  EXPECT_TRUE(std::isnan(bootstrap_total({4}, 0.8, 100, rng).low));
  EXPECT_TRUE(std::isnan(bootstrap_total({4, 5}, 1.5, 100, rng).low));
}

TEST(SignFlip, CountsTheSignsThatDoAsWell) {
  Rng rng(1, "signs");
  // All 2^5 choices of signs: only the one with all positive reaches 5.
  EXPECT_NEAR(sign_flip_p({1, 1, 1, 1, 1}, 40000, rng), 1.0 / 32, 0.003);
  EXPECT_NEAR(sign_flip_p({-1, -1, -1, -1, -1}, 1000, rng), 1, 1e-12);
  EXPECT_TRUE(std::isnan(sign_flip_p({}, 100, rng)));
}

}  // namespace
}  // namespace outlay::math
