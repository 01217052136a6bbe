// Projections on the bounded simplex, by hand and against the conditions of an optimum.
#include "math/simplex.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/rng.h"

namespace outlay::math {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// By hand: 5, 3, 1 to a total of 6 lose 1 each; a floor of 1 on the last leaves 1 to lose of each other.
TEST(ProjectSquares, ShiftsByOneAmount) {
  EXPECT_EQ(project_squares({5, 3, 1}, {0, 0, 0}, {9, 9, 9}, 6)->amount, (std::vector<double>{4, 2, 0}));
  EXPECT_EQ(project_squares({5, 3, 1}, {0, 0, 1}, {9, 9, 9}, 7)->amount, (std::vector<double>{4, 2, 1}));
  EXPECT_EQ(project_squares({5, 3, 1}, {0, 0, 0}, {2, 9, 9}, 6)->amount, (std::vector<double>{2, 3, 1}));
}

// By hand: 4, 2, 2 to a total of 4 are halved; a cap of 1 on the first leaves 3 to be shared by the others.
TEST(ProjectDivergence, ScalesByOneFactor) {
  EXPECT_EQ(project_divergence({4, 2, 2}, {0, 0, 0}, {9, 9, 9}, 4)->amount, (std::vector<double>{2, 1, 1}));
  EXPECT_EQ(project_divergence({4, 2, 2}, {0, 0, 0}, {1, 9, 9}, 4)->amount, (std::vector<double>{1, 1.5, 1.5}));
}

TEST(ProjectDivergence, UsesItemsWithoutTargetOnlyWhenItMust) {
  EXPECT_EQ(project_divergence({4, 0}, {0, 0}, {9, 9}, 4)->amount, (std::vector<double>{4, 0}));
  EXPECT_EQ(project_divergence({4, 0}, {0, 0}, {3, 9}, 5)->amount, (std::vector<double>{3, 2}));
}

TEST(Project, SaysWhenBoundsCannotHoldTheTotal) {
  EXPECT_FALSE(project_squares({1, 1}, {2, 2}, {3, 3}, 3));
  EXPECT_FALSE(project_squares({1, 1}, {0, 0}, {1, 1}, 3));
  EXPECT_FALSE(project_divergence({1, 1}, {2, 0}, {1, 9}, 3));
}

TEST(Project, KeepsBoundsAndTotalAndOneShift) {
  Rng rng(3, "simplex test");
  for (int round = 0; round < 300; ++round) {
    const int n = 1 + static_cast<int>(rng.below(40));
    std::vector<double> target, lower, upper;
    for (int i = 0; i < n; ++i) {
      target.push_back(10 * rng.uniform());
      lower.push_back(rng.uniform() < 0.5 ? 0 : 5 * rng.uniform());
      upper.push_back(lower.back() + (rng.uniform() < 0.2 ? 0 : 10 * rng.uniform()));
    }
    const double total = sum(lower) + (sum(upper) - sum(lower)) * rng.uniform();
    for (const bool squares : {true, false}) {
      const auto p =
          squares ? project_squares(target, lower, upper, total) : project_divergence(target, lower, upper, total);
      ASSERT_TRUE(p);
      EXPECT_NEAR(sum(p->amount), total, 1e-11 * std::max(1.0, total));
      for (int i = 0; i < n; ++i) {
        const double wish = squares ? target[i] + p->shift : target[i] * p->shift;
        EXPECT_DOUBLE_EQ(p->amount[i], std::min(std::max(wish, lower[i]), upper[i]));
      }
    }
  }
}

}  // namespace
}  // namespace outlay::math
