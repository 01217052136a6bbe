// Distribution functions against tabled values.
#include "math/distributions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay::math {
namespace {

void expect_close(double got, double want) { EXPECT_NEAR(got, want, 1e-12 * std::abs(want)) << want; }

// Abramowitz and Stegun, tables 26.1 and 26.5, to the digits of R 4.2's qnorm and pnorm.
TEST(Normal, QuantileAndDistribution) {
  expect_close(normal_quantile(0.975), 1.959963984540054);
  expect_close(normal_quantile(0.9), 1.2815515655446004);
  EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
  expect_close(normal_cdf(-3), 0.0013498980316300933);
  EXPECT_EQ(normal_quantile(0), -INFINITY);
  EXPECT_TRUE(std::isnan(normal_quantile(1.5)));
}

TEST(Beta, QuantileInvertsTheDistribution) {
  for (double a : {0.5, 1.0, 3.7, 250.0}) {
    for (double b : {0.5, 2.0, 90.0, 100000.0}) {
      for (double p : {0.001, 0.1, 0.5, 0.9, 0.999}) EXPECT_NEAR(beta_cdf(beta_quantile(p, a, b), a, b), p, 1e-10);
    }
  }
}

// scipy 1.17 beta.sf.
TEST(Beta, SurvivalIsAccurateInTheTail) {
  expect_close(beta_survival(0.3, 2.5, 40.5), 1.9299637825503076e-05);
  expect_close(beta_survival(0.05, 2.5, 40.5), 0.51668403526011);
  EXPECT_EQ(beta_survival(-1, 2, 2), 1);
  EXPECT_TRUE(std::isnan(beta_survival(0.5, -1, 2)));
}

TEST(Beta, ClosedForms) {
  expect_close(beta_quantile(0.3, 1, 5), 1 - std::pow(0.7, 0.2));
  expect_close(beta_cdf(0.5, 2, 2), 0.5);
  EXPECT_TRUE(std::isnan(beta_quantile(0.5, 0, 1)));
  EXPECT_TRUE(std::isnan(beta_quantile(-0.1, 1, 1)));
  EXPECT_EQ(beta_cdf(2, 1, 1), 1);
}

}  // namespace
}  // namespace outlay::math
