// Adjusted p-values, small regressions, credibility and the logarithmic mean, against statsmodels and NumPy.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "math/distributions.h"
#include "math/divisia.h"
#include "math/few_columns.h"
#include "math/multiple_testing.h"
#include "math/shrinkage.h"

namespace outlay::math {
namespace {

TEST(StudentT, AgreesWithScipy) {
  EXPECT_NEAR(student_t_quantile(0.9, 1), 3.077683537175253, 1e-12);
  EXPECT_NEAR(student_t_quantile(0.9, 23), 1.3194602398161821, 1e-12);
  EXPECT_NEAR(student_t_quantile(0.025, 4.5), -2.658912347204404, 1e-11);
  EXPECT_NEAR(student_t_quantile(0.5, 3), 0, 1e-12);
  EXPECT_NEAR(student_t_quantile(0.9, std::numeric_limits<double>::infinity()), normal_quantile(0.9), 1e-12);
  EXPECT_TRUE(std::isnan(student_t_quantile(0.9, 0)));
}

TEST(BenjaminiHochberg, AgreesWithStatsmodels) {
  const auto q = benjamini_hochberg({0.01, 0.04, 0.03, std::nan(""), 0.005, 0.8, 0.04});
  const double want[] = {0.03, 0.048, 0.048, 0, 0.03, 0.8, 0.048};
  for (std::size_t i = 0; i < q.size(); ++i) {
    if (i == 3) {
      EXPECT_TRUE(std::isnan(q[i]));
    } else {
      EXPECT_NEAR(q[i], want[i], 1e-15);
    }
  }
}

TEST(FewColumns, AgreesWithNumpy) {
  const FewColumns::Row rows[] = {{1, 2, 3.5}, {1, 0.5, 2}, {1, 4, 1}, {1, 3, 3}, {1, 1, 0.2}, {1, 2.5, 7}};
  const double y[] = {3.1, 1.2, 4.4, 5.0, 0.7, 9.1}, weights[] = {1, 2, 0.5, 1, 3, 1.5};
  FewColumns fit;
  for (int i = 0; i < 6; ++i) fit.add(rows[i], y[i], weights[i]);
  fit.solve();
  EXPECT_NEAR(fit.coefficient(0), -0.9895405327148583, 1e-12);
  EXPECT_NEAR(fit.coefficient(1), 1.0856894016059975, 1e-12);
  EXPECT_NEAR(fit.coefficient(2), 0.9656989194907359, 1e-12);
  const FewColumns::Row at{1, 2, 2};
  const FewColumns::Row reach = fit.reach(at);
  double by_rows = 0;
  for (int i = 0; i < 6; ++i) by_rows += weights[i] * dot(reach, rows[i]) * y[i];
  EXPECT_NEAR(by_rows, fit.predict(at), 1e-12);
}

TEST(FewColumns, PassesOverColumnsThatSayNothingNew) {
  FewColumns fit;
  for (int i = 1; i < 9; ++i) fit.add({static_cast<double>(i), 2.0 * i, 0, i % 3 + 0.5}, 3.0 * i, 1);
  fit.solve();
  EXPECT_NEAR(fit.predict({4, 8, 0, 1}), 12, 1e-10);
  EXPECT_EQ(fit.coefficient(1), 0);
  EXPECT_EQ(fit.coefficient(2), 0);
  FewColumns empty;
  empty.solve();
  EXPECT_EQ(empty.predict({1, 1, 1}), 0);
}

TEST(Credibility, SolvesTheTwoMoments) {
  const Credibility c = credibility({10, 0, 35, 8, 60, 3}, {5, 4, 12, 6, 15, 2});
  EXPECT_NEAR(c.mean, 2.6363636363636362, 1e-12);
  EXPECT_NEAR(c.noise, 7.825345073774392, 1e-10);
  EXPECT_NEAR(c.strength, 8.881860238975735, 1e-9);
  EXPECT_NEAR(c.rate(35, 12), 2.7974429810744192, 1e-10);
}

TEST(Credibility, GivesTheMeanWhereUnitsDoNotDiffer) {
  const Credibility c = credibility({2, 4, 6}, {1, 2, 3});
  EXPECT_NEAR(c.rate(50, 10), 2, 1e-12);
  EXPECT_NEAR(credibility({}, {}).rate(3, 0), 0, 1e-12);
}

TEST(LogarithmicMean, LiesBetweenItsNumbers) {
  EXPECT_NEAR(logarithmic_mean(3, 2), 2.46630346237643, 1e-13);
  EXPECT_NEAR(logarithmic_mean(2, 3), 2.46630346237643, 1e-13);
  EXPECT_EQ(logarithmic_mean(5, 5), 5);
  EXPECT_NEAR(logarithmic_mean(1 + 1e-12, 1), 1 + 5e-13, 1e-15);
  EXPECT_EQ(logarithmic_mean(0, 5), 0);
  EXPECT_TRUE(std::isnan(logarithmic_mean(-1, 5)));
}

}  // namespace
}  // namespace outlay::math
