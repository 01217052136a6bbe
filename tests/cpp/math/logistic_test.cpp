// Logistic regression by hand and by its own conditions; ranking and densities against scipy.
#include "math/logistic.h"

#include <gtest/gtest.h>

#include <cmath>

#include "math/density.h"
#include "math/ranking.h"

namespace outlay::math {
namespace {

SparseRows rows_of(const std::vector<std::vector<double>>& dense) {
  SparseRows rows;
  for (const auto& line : dense) {
    for (std::size_t f = 0; f < line.size(); ++f) {
      if (line[f] == 0) continue;
      rows.features.push_back(static_cast<std::uint32_t>(f));
      rows.values.push_back(line[f]);
    }
    rows.end_row();
  }
  return rows;
}

TEST(Logistic, SolvesATwoByTwoTableByHand) {
  // 10 of 40 and 30 of 50: the slope is the log of the odds ratio.
  const LogisticFit fit = fit_logistic(rows_of({{1, 0}, {1, 1}}), {10, 30}, {30, 20}, {0, 0});
  EXPECT_TRUE(fit.converged);
  EXPECT_NEAR(fit.beta[0], std::log(10.0 / 30), 1e-10);
  EXPECT_NEAR(fit.beta[1], std::log(30.0 / 20 * 3), 1e-10);
}

TEST(Logistic, ThePenaltyLeavesItsGradientAtZero) {
  const SparseRows rows = rows_of({{1, 0.5, 2}, {1, 1, 0}, {1, 0, 1}, {1, 3, 0.2}});
  const std::vector<double> positive{3, 0, 7, 2}, negative{1, 5, 2, 0}, ridge{1e-6, 1, 2};
  const LogisticFit fit = fit_logistic(rows, positive, negative, ridge);
  EXPECT_TRUE(fit.converged);
  std::vector<double> gradient(3, 0);
  for (std::size_t r = 0; r < 4; ++r) {
    const double p = logistic(linear_score(rows, r, fit.beta));
    for (std::size_t i = rows.offsets[r]; i < rows.offsets[r + 1]; ++i)
      gradient[rows.features[i]] += (positive[r] - (positive[r] + negative[r]) * p) * rows.values[i];
  }
  for (std::size_t f = 0; f < 3; ++f) EXPECT_NEAR(gradient[f], ridge[f] * fit.beta[f], 1e-8);
}

TEST(Logistic, SeparatedClassesStayFinite) {
  const LogisticFit fit = fit_logistic(rows_of({{1, 0}, {1, 1}}), {0, 50}, {50, 0}, {1e-6, 1});
  EXPECT_TRUE(fit.converged);
  EXPECT_GT(fit.beta[1], 3);
  EXPECT_LT(fit.beta[1], 20);
}

TEST(Ranking, MatchesScipysMannWhitney) {
  std::vector<ScoredCases> cases;
  for (double score : {0.9, 0.8, 0.4, 0.4}) cases.push_back({score, 1, 0});
  for (double score : {0.1, 0.4, 0.35, 0.8, 0.2}) cases.push_back({score, 0, 1});
  EXPECT_NEAR(area_under_curve(cases), 0.825, 1e-15);  // mannwhitneyu(...).statistic / 20
  EXPECT_TRUE(std::isnan(area_under_curve({{1, 1, 0}})));
}

TEST(Density, MatchesScipysKernelEstimate) {
  const std::vector<double> values{1, 2, 2.5, 4, 7, 11};
  const double bandwidth = silverman_bandwidth(values);
  EXPECT_NEAR(bandwidth, 1.9361161779399163, 1e-14);  // 0.9 min(sd, iqr / 1.34) n^-0.2 in numpy
  const std::vector<double> density = gaussian_density(values, bandwidth, {0, 3, 20});
  EXPECT_NEAR(density[0], 0.06923050170044925, 1e-14);  // gaussian_kde(values, bw / sd)
  EXPECT_NEAR(density[1], 0.1175368303348092, 1e-14);
  EXPECT_NEAR(density[2], 6.976393369826599e-07, 1e-16);
  EXPECT_GT(silverman_bandwidth({5, 5, 5}), 0);
}

}  // namespace
}  // namespace outlay::math
