// Quantiles and ranks.
#include "math/order.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay::math {
namespace {

const double none = std::nan("");

// R 4.2: quantile(c(1, 2, 4, 8), c(.25, .5, .9)) gives 1.75, 3.0, 6.8.
TEST(Quantile, InterpolatesLikeR) {
  EXPECT_DOUBLE_EQ(quantile({8, 1, none, 4, 2}, 0.25), 1.75);
  EXPECT_DOUBLE_EQ(quantile({8, 1, 4, 2}, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile({8, 1, 4, 2}, 0.9), 6.8);
  EXPECT_EQ(quantile({8, 1, 4, 2}, 1), 8);
  EXPECT_EQ(quantile({8, 1, 4, 2}, 0), 1);
  EXPECT_TRUE(std::isnan(quantile({none}, 0.5)));
}

TEST(WeightedQuantile, IsTheInverseOfTheWeightedDistribution) {
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {1, 1, 8}, 0.5), 2);
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {1, 1, 8}, 0.05), 1);
  EXPECT_EQ(weighted_quantile({3, 1, none, 2}, {1, 0, 9, 1}, 0), 2);
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {1, 1, 1}, 1), 3);
  EXPECT_TRUE(std::isnan(weighted_quantile({1}, {0}, 0.5)));
}

// R 4.2: rank(c(10, 20, 10, 5)) gives 2.5 4.0 2.5 1.0.
TEST(AverageRanks, ShareTies) {
  EXPECT_EQ(average_ranks({10, 20, 10, 5}), (std::vector<double>{2.5, 4, 2.5, 1}));
  EXPECT_TRUE(std::isnan(average_ranks({none, 1})[0]));
}

}  // namespace
}  // namespace outlay::math
