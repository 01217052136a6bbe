// The generator against published vectors, and its distributions against their moments.
#include "core/rng.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace outlay {
namespace {

using Block = std::array<std::uint32_t, 4>;

// The known answers that the authors publish with Random123 (kat_vectors, philox4x32 10).
TEST(Rng, PhiloxGivesThePublishedAnswers) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  const std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox4x32({ones, ones, ones, ones}, {ones, ones}),
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Rng, StreamsAndOperationsDiffer) {
  EXPECT_EQ(Rng(1, "a").bits(), Rng(1, "a").bits());
  EXPECT_NE(Rng(1, "a").bits(), Rng(1, "b").bits());
  EXPECT_NE(Rng(1, "a", 0).bits(), Rng(1, "a", 1).bits());
  EXPECT_NE(Rng(1, "a").bits(), Rng(2, "a").bits());
}

template <class Draw>
void expect_moments(Draw draw, double mean, double variance) {
  const int n = 200000;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double x = draw();
    sum += x;
    squares += x * x;
  }
  const double m = sum / n;
  EXPECT_NEAR(m, mean, 5 * std::sqrt(variance / n));
  EXPECT_NEAR(squares / n - m * m, variance, 0.03 * variance);
}

TEST(Rng, DistributionsHaveTheirMoments) {
  Rng rng(7, "test");
  expect_moments([&] { return rng.uniform(); }, 0.5, 1.0 / 12);
  expect_moments([&] { return rng.normal(); }, 0, 1);
  expect_moments([&] { return rng.gamma(0.5); }, 0.5, 0.5);
  expect_moments([&] { return rng.gamma(9); }, 9, 9);
  expect_moments([&] { return rng.beta(2, 6); }, 0.25, 0.25 * 0.75 / 9);
  expect_moments([&] { return rng.below(10); }, 4.5, 99.0 / 12);
  expect_moments([&] { return rng.poisson(0.7); }, 0.7, 0.7);
  expect_moments([&] { return rng.poisson(200); }, 200, 200);
  EXPECT_EQ(rng.poisson(0), 0);
}

TEST(Rng, ShuffleKeepsTheValues) {
  std::vector<int> values{1, 2, 3, 4, 5, 6, 7, 8};
  Rng rng(3, "test");
  rng.shuffle(values);
  EXPECT_FALSE(std::is_sorted(values.begin(), values.end()));
  std::sort(values.begin(), values.end());
  EXPECT_EQ(values, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
}

}  // namespace
}  // namespace outlay
