// Sums over all coalitions, one bit at a time.
#include "math/coalitions.h"

namespace outlay::math {

void sum_over_subsets(std::vector<double>& worth, std::size_t players) {
  for (std::size_t i = 0; i < players; ++i) {
    const std::size_t bit = std::size_t{1} << i;
    for (std::size_t s = 0; s < worth.size(); ++s) {
      if (s & bit) worth[s] += worth[s ^ bit];
    }
  }
}

std::vector<double> shapley_values(const std::vector<double>& worth, std::size_t players) {
  // The weight of a coalition of size s that a player joins: s! (n - s - 1)! / n!.
  std::vector<double> weight(players, players > 0 ? 1.0 / static_cast<double>(players) : 0);
  for (std::size_t s = 1; s < players; ++s)
    weight[s] = weight[s - 1] * static_cast<double>(s) / static_cast<double>(players - s);
  std::vector<int> size(worth.size(), 0);
  for (std::size_t s = 1; s < worth.size(); ++s) size[s] = size[s >> 1] + static_cast<int>(s & 1);
  std::vector<double> values(players, 0.0);
  for (std::size_t i = 0; i < players; ++i) {
    const std::size_t bit = std::size_t{1} << i;
    for (std::size_t s = 0; s < worth.size(); ++s) {
      if (!(s & bit)) values[i] += weight[static_cast<std::size_t>(size[s])] * (worth[s | bit] - worth[s]);
    }
  }
  return values;
}

}  // namespace outlay::math
