// Shapley values of games with known solutions.
#include "math/coalitions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/rng.h"

namespace outlay::math {
namespace {

// Every order of joining, one by one.
std::vector<double> by_all_orders(const std::vector<double>& worth, std::size_t players) {
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> sums(players, 0.0);
  double orders = 0;
  do {
    std::size_t coalition = 0;
    for (std::size_t player : order) {
      const std::size_t joined = coalition | (std::size_t{1} << player);
      sums[player] += worth[joined] - worth[coalition];
      coalition = joined;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& sum : sums) sum /= orders;
  return sums;
}

TEST(Coalitions, MatchesAllOrdersOnRandomGames) {
  Rng rng(5, "coalitions");
  for (std::size_t players : {1, 2, 4, 6}) {
    std::vector<double> worth(std::size_t{1} << players);
    for (double& w : worth) w = rng.normal();
    const std::vector<double> values = shapley_values(worth, players), expected = by_all_orders(worth, players);
    for (std::size_t i = 0; i < players; ++i) EXPECT_NEAR(values[i], expected[i], 1e-12);
    EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), worth.back() - worth.front(), 1e-12);
  }
}

TEST(Coalitions, TheGloveGame) {
  // Two left gloves and a right one; a pair is worth 1: 1/6, 1/6, 2/3 (Shapley 1953).
  const std::vector<double> values = shapley_values({0, 0, 0, 0, 0, 1, 1, 1}, 3);
  EXPECT_NEAR(values[0], 1.0 / 6, 1e-15);
  EXPECT_NEAR(values[1], 1.0 / 6, 1e-15);
  EXPECT_NEAR(values[2], 2.0 / 3, 1e-15);
}

TEST(Coalitions, SumsOverSubsets) {
  std::vector<double> worth{1, 2, 4, 8};
  sum_over_subsets(worth, 2);
  EXPECT_EQ(worth, (std::vector<double>{1, 3, 5, 15}));
}

}  // namespace
}  // namespace outlay::math
