// The chain against hand-worked removal effects, against walks that avoid a channel, and at its limits.
#include "analyses/attribution/markov.h"

#include <gtest/gtest.h>

#include <cmath>

#include "attribution/journeys.h"

namespace outlay::attribution {
namespace {

using support::journeys_of;
using support::Line;
using support::random_lines;
using support::sum_of;

TEST(Markov, TheTextbookExample) {
  // Start -> A 2/3, B 1/3; A -> B 1/2, lost 1/2; B -> conversion 1. P = 2/3 1/2 + 1/3 = 2/3.
  const Journeys journeys = journeys_of({{"ab", 1, 0, 10}, {"a", 0, 1, 0}, {"b", 1, 0, 2}});
  const Removal removal = Chain(journeys, 1, true).remove_each();
  EXPECT_NEAR(removal.conversion_probability, 2.0 / 3, 1e-15);
  EXPECT_NEAR(removal.effect[0], 0.5, 1e-15);  // without A, only the third that starts at B converts
  EXPECT_NEAR(removal.effect[1], 1, 1e-15);
  EXPECT_NEAR(removal.credits.conversions[0], 2.0 / 3, 1e-15);
  EXPECT_NEAR(removal.credits.conversions[1], 4.0 / 3, 1e-15);
  EXPECT_NEAR(removal.expected_value, 4, 1e-15);
}

// Probability to convert while never touching a channel, by summing over walks of rising length.
double without_channel(const Chain& chain, std::size_t channels, std::uint32_t removed) {
  std::vector<double> leaving(chain.states() + 1, 0);
  for (std::size_t m = 0; m < chain.moves().size(); ++m) leaving[chain.moves()[m].from] += chain.counts()[m];
  const auto has_channel = [&](std::uint32_t state) {
    return removed < channels && chain.name_of(state).find(static_cast<char>('a' + removed)) != std::string::npos;
  };
  std::vector<double> at(chain.states() + 3, 0);
  at[chain.start()] = 1;
  double converted = 0;
  for (int step = 0; step < 3000; ++step) {
    std::vector<double> next(at.size(), 0);
    for (std::size_t m = 0; m < chain.moves().size(); ++m) {
      const auto [from, to] = chain.moves()[m];
      if (at[from] == 0 || chain.counts()[m] == 0) continue;
      const double p = at[from] * chain.counts()[m] / leaving[from];
      if (to == chain.conversion()) converted += p;
      if (to < chain.states() && !has_channel(to)) next[to] += p;
    }
    at = std::move(next);
  }
  return converted;
}

TEST(Markov, RemovalEffectsMatchWalksAtEveryOrder) {
  Rng rng(21, "markov");
  for (int order = 1; order <= 4; ++order) {
    for (bool nulls : {true, false}) {
      const Journeys journeys = journeys_of(random_lines(rng, 4, 50));
      const Chain chain(journeys, order, nulls);
      const Removal removal = chain.remove_each();
      const double whole = without_channel(chain, 4, 99);
      EXPECT_NEAR(removal.conversion_probability, whole, 1e-10);
      for (std::uint32_t c = 0; c < 4; ++c)
        EXPECT_NEAR(removal.effect[c], 1 - without_channel(chain, 4, c) / whole, 1e-9) << order << nulls;
    }
  }
}

TEST(Markov, SweepsAndEliminationAgree) {
  // At order 3 the states are too many for elimination to be the quicker way.
  Rng rng(22, "markov");
  const Journeys journeys = journeys_of(random_lines(rng, 12, 4000, 8));
  const Chain chain(journeys, 3, true);
  ASSERT_FALSE(chain.is_small());
  const Removal removal = chain.remove_each();
  EXPECT_TRUE(removal.converged);
  EXPECT_NEAR(removal.conversion_probability, without_channel(chain, 12, 99), 1e-12);
  for (std::uint32_t c = 0; c < 12; c += 5)
    EXPECT_NEAR(removal.effect[c], 1 - without_channel(chain, 12, c) / removal.conversion_probability, 1e-10);
}

TEST(Markov, RepeatsDoNotChangeOrderOne) {
  const Removal plain = Chain(journeys_of({{"ab", 3, 2, 1}, {"b", 1, 4, 1}}), 1, true).remove_each();
  const Removal repeated = Chain(journeys_of({{"aaaab", 3, 2, 1}, {"bb", 1, 4, 1}}), 1, true).remove_each();
  for (std::size_t c = 0; c < 2; ++c) EXPECT_NEAR(plain.effect[c], repeated.effect[c], 1e-14);
}

TEST(Markov, OneChannelTakesAll) {
  const Removal removal = Chain(journeys_of({{"aaa", 3, 2, 7}}), 1, true).remove_each();
  EXPECT_EQ(removal.effect[0], 1);
  EXPECT_EQ(removal.credits.conversions[0], 3);
  EXPECT_EQ(removal.credits.value[0], 7);
}

TEST(Markov, APathOfAMillionSteps) {
  std::string path;
  for (int i = 0; i < 500000; ++i) path += "ab";
  const Journeys journeys = journeys_of({{path, 2, 1, 3}, {"c", 1, 5, 4}});
  const Removal removal = Chain(journeys, 1, true).remove_each();
  EXPECT_NEAR(removal.conversion_probability, 1.0 / 3, 1e-8);
  EXPECT_NEAR(removal.effect[0], 2.0 / 3, 1e-8);
  EXPECT_NEAR(sum_of(removal.credits.conversions), 3, 1e-9);
}

TEST(Markov, NegativeValuesAreCarried) {
  const Removal removal = Chain(journeys_of({{"ab", 2, 1, -6}, {"b", 1, 1, 2}}), 1, true).remove_each();
  EXPECT_NEAR(sum_of(removal.credits.value), -4, 1e-12);
  EXPECT_NEAR(removal.expected_value, -4.0 / 5, 1e-12);
}

}  // namespace
}  // namespace outlay::attribution
