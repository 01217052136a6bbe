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

// mpmath 1.3, betainc with 40 digits.
TEST(Beta, QuantilesToTheLastDigits) {
  const double known[][4] = {{0.1, 3, 98, 0.01107071947804717},         {0.9, 4, 97, 0.065585751502891802},
                             {0.1, 250, 9751, 0.023018351856627135},    {0.9, 451, 4624, 0.094019211408674373},
                             {0.025, 12.5, 30.25, 0.16772260437672111}, {1e-6, 40, 2000, 0.0082615671439389876},
                             {0.5, 1.5, 2.5, 0.35245227987713081}};
  for (const auto& [p, a, b, x] : known) EXPECT_NEAR(beta_quantile(p, a, b) / x, 1, 1e-14) << p << " " << a << " " << b;
}

// scipy 1.17 beta.sf.
TEST(Beta, SurvivalIsAccurateInTheTail) {
  expect_close(beta_survival(0.3, 2.5, 40.5), 1.9299637825503076e-05);
  expect_close(beta_survival(0.05, 2.5, 40.5), 0.51668403526011);
  EXPECT_EQ(beta_survival(-1, 2, 2), 1);
  EXPECT_TRUE(std::isnan(beta_survival(0.5, -1, 2)));
}

// Shapes that no count has are answered at once, and the limits meet the exact form where they take over.
TEST(Beta, EndsForAllShapes) {
  const double shapes[] = {1e-300, 1e-12, 0.5, 3, 1e4, 1e8, 9e9, 1e12, 1e50, 1e200, 1e308};
  for (double a : shapes) {
    for (double b : shapes) {
      for (double p : {0.0001, 0.1, 0.9}) {
        const double x = beta_quantile(p, a, b);
        EXPECT_TRUE(x >= 0 && x <= 1) << a << " " << b << " " << p;
        EXPECT_NEAR(beta_cdf(x, a, b) + beta_survival(x, a, b), 1, 1e-9) << a << " " << b << " " << p;
      }
    }
  }
}

TEST(Beta, LimitsMeetTheExactForm) {
  for (double a : {0.5, 40.0, 5e6, 3e8, 4.9e9}) {
    const double under = 0.999e10 - a, over = 1.001e10 - a;
    for (double p : {0.05, 0.5, 0.95}) {
      const double scaled = beta_quantile(p, a, over) * (a + over) / (a + under);
      EXPECT_NEAR(beta_quantile(p, a, under) / scaled, 1, 1e-5) << a << " " << p;
      // Near 1 a double has no digits left for the smallest shape.
      if (a >= 40) EXPECT_NEAR((1 - beta_quantile(1 - p, under, a)) / scaled, 1, 1e-5) << a << " " << p;
      EXPECT_NEAR(beta_cdf(beta_quantile(p, a, over), a, over), p, 1e-9) << a << " " << p;
    }
  }
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
