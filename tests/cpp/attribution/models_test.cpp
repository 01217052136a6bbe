// What must hold of every model on any journeys, and small games and chains against brute force.
#include "analyses/attribution/models.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>

#include "attribution/journeys.h"
#include "core/error.h"

namespace outlay::attribution {
namespace {

using support::journeys_of;
using support::Line;
using support::random_lines;
using support::sum_of;

ModelRun run_all(const Journeys& journeys, int order = 1, int bootstrap = 20) {
  ModelOptions options;
  options.models = models_named("");
  options.rules.is_direct.assign(journeys.channels.size(), 0);
  options.order = order;
  options.bootstrap = bootstrap;
  options.mix = {{"markov", 1}, {"linear", 3}};
  Context context;
  return run_models(journeys, options, context);
}

const ModelCredits& credits_of(const ModelRun& run, Model model) {
  for (const ModelCredits& m : run.models) {
    if (m.model == model) return m;
  }
  throw std::runtime_error(name_of(model));
}

TEST(Models, CreditsSumToTheConversionsOfAnyJourneys) {
  Rng rng(11, "models");
  for (int round = 0; round < 30; ++round) {
    const Journeys journeys = journeys_of(random_lines(rng, 1 + rng.below(7), 1 + static_cast<int>(rng.below(60))));
    const ModelRun run = run_all(journeys, 1 + round % 4, 3);
    for (const ModelCredits& m : run.models) {
      if (m.model == Model::participation) continue;
      EXPECT_NEAR(sum_of(m.credits.conversions), journeys.total_conversions, 1e-9 * journeys.total_conversions)
          << name_of(m.model) << " round " << round;
      EXPECT_NEAR(sum_of(m.credits.value), journeys.total_value, 1e-9 * (1 + journeys.total_value)) << name_of(m.model);
      EXPECT_NEAR(sum_of(m.share), 1, 1e-12) << name_of(m.model);
    }
    EXPECT_NEAR(run.removal.conversion_probability,
                journeys.total_conversions / (journeys.total_conversions + journeys.total_nulls), 1e-12);
  }
}

TEST(Models, TheWeightsOfTheWAreAParameter) {
  const std::vector<std::uint32_t> path = {0, 1, 2, 3, 4, 5};
  const auto shares = [&](std::size_t touches, const RuleOptions& options) {
    std::vector<double> out;
    touch_shares(TouchRule::w_shaped, Steps(path.data(), touches), options, out);
    return out;
  };
  const auto expect = [](const std::vector<double>& is, const std::vector<double>& expected) {
    ASSERT_EQ(is.size(), expected.size());
    for (std::size_t i = 0; i < is.size(); ++i) EXPECT_NEAR(is[i], expected[i], 1e-15) << i;
  };
  expect(shares(6, {}), {0.3, 0.1 / 3, 0.3, 0.1 / 3, 0.1 / 3, 0.3});
  for (std::size_t n = 1; n <= 3; ++n) expect(shares(n, {}), std::vector<double>(n, 1.0 / static_cast<double>(n)));
  RuleOptions own;
  own.w_first = 0.2;
  own.w_middle = 0.1;
  own.w_last = 0.5;
  expect(shares(5, own), {0.2, 0.1, 0.1, 0.1, 0.5});
  expect(shares(3, own), {0.25, 0.125, 0.625});
  expect(shares(2, own), {0.2 / 0.7, 0.5 / 0.7});
  expect(shares(1, own), {1});
  own.w_first = own.w_middle = own.w_last = 0;
  expect(shares(2, own), {0.5, 0.5});
  expect(shares(4, own), {0, 0, 1, 0});
}

TEST(Models, BoundsHoldTheShareOfLargeData) {
  Rng rng(12, "models");
  std::vector<Line> lines = random_lines(rng, 4, 40);
  for (Line& line : lines) {
    line.conversions *= 1000;
    line.nulls *= 1000;
  }
  const ModelRun run = run_all(journeys_of(lines), 1, 100);
  for (const ModelCredits& m : run.models) {
    ASSERT_EQ(m.share_low.size(), 4u) << name_of(m.model);
    for (std::size_t c = 0; c < 4; ++c) {
      EXPECT_LE(m.share_low[c], m.share[c] + 0.003) << name_of(m.model);
      EXPECT_GE(m.share_high[c], m.share[c] - 0.003) << name_of(m.model);
      EXPECT_LT(m.share_high[c] - m.share_low[c], 0.2) << name_of(m.model);
    }
  }
}

TEST(Models, TheSameSeedGivesTheSameBounds) {
  Rng rng(13, "models");
  const Journeys journeys = journeys_of(random_lines(rng, 4, 30));
  const ModelRun a = run_all(journeys), b = run_all(journeys);
  for (std::size_t m = 0; m < a.models.size(); ++m) EXPECT_EQ(a.models[m].share_low, b.models[m].share_low);
}

TEST(Rules, ShareByPosition) {
  const std::vector<std::uint32_t> steps{0, 1, 1, 2};
  const RuleOptions options{1, 0.4, 0.4, {0, 0, 1}};
  std::vector<double> shares;
  const auto expect = [&](TouchRule rule, std::vector<double> want) {
    touch_shares(rule, steps, options, shares);
    for (std::size_t i = 0; i < want.size(); ++i)
      EXPECT_NEAR(shares[i], want[i], 1e-15) << static_cast<int>(rule) << ' ' << i;
  };
  expect(TouchRule::first, {1, 0, 0, 0});
  expect(TouchRule::last, {0, 0, 0, 1});
  expect(TouchRule::last_non_direct, {0, 0, 1, 0});
  expect(TouchRule::linear, {0.25, 0.25, 0.25, 0.25});
  expect(TouchRule::time_decay, {1.0 / 15, 2.0 / 15, 4.0 / 15, 8.0 / 15});
  expect(TouchRule::position, {0.4, 0.1, 0.1, 0.4});
  expect(TouchRule::w_shaped, {0.3, 0.3, 0.1, 0.3});
  expect(TouchRule::participation, {1, 1, 0, 1});
  expect(TouchRule::equal_split, {1.0 / 3, 1.0 / 3, 0, 1.0 / 3});
  touch_shares(TouchRule::position, Steps(steps).first(2), {1, 0.6, 0.2, {}}, shares);
  EXPECT_NEAR(shares[0], 0.75, 1e-15);
  touch_shares(TouchRule::last_non_direct, Steps(steps).last(1), options, shares);
  EXPECT_EQ(shares[0], 1);
}

// The closed form of the set game against every order of joining: v(S) = conversions of journeys within S.
TEST(Shapley, TheEqualSplitIsTheCountGame) {
  Rng rng(14, "models");
  const Journeys journeys = journeys_of(random_lines(rng, 5, 40));
  const std::size_t n = journeys.channels.size();
  std::vector<std::size_t> bits(journeys.sequences(), 0);
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    for (std::uint32_t step : journeys.at(s)) bits[s] |= std::size_t{1} << step;
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> sums(n, 0);
  double orders = 0;
  do {
    std::size_t joined = 0;
    double before = 0;
    for (std::size_t player : order) {
      joined |= std::size_t{1} << player;
      double worth = 0;
      for (std::size_t s = 0; s < bits.size(); ++s) worth += (bits[s] & ~joined) == 0 ? journeys.conversions[s] : 0;
      sums[player] += worth - before;
      before = worth;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  const Credits credits = rule_credits(TouchRule::equal_split, journeys, {});
  for (std::size_t c = 0; c < n; ++c) EXPECT_NEAR(credits.conversions[c], sums[c] / orders, 1e-9);
}

// Each set's game by every order of joining, with rates looked up by the text of what is left of the path.
std::vector<double> rate_game_by_orders(const std::vector<Line>& lines, std::size_t channels, bool ordered,
                                        double caution) {
  const auto text_of = [&](const std::string& path, const std::set<char>& kept) {
    std::string text;
    for (char c : path) {
      if (kept.count(c) && text.find(c) == std::string::npos) text += c;
    }
    if (!ordered) std::sort(text.begin(), text.end());
    return text;
  };
  std::map<std::string, std::pair<double, double>> seen;
  double conversions = 0, journeys = 0;
  for (const Line& line : lines) {
    auto& [c, n] = seen[text_of(line.path, {line.path.begin(), line.path.end()})];
    c += line.conversions;
    n += line.conversions + line.nulls;
    conversions += line.conversions;
    journeys += line.conversions + line.nulls;
  }
  const double common = conversions / journeys;
  const auto rate = [&](const std::string& text) {
    if (text.empty()) return 0.0;
    const auto found = seen.find(text);
    if (found == seen.end()) return common;
    return (found->second.first + caution * common) / (found->second.second + caution);
  };
  std::vector<double> credits(channels, 0);
  for (const auto& [set, counts] : seen) {
    std::string order = set;
    std::sort(order.begin(), order.end());
    std::map<char, double> sums;
    double orders = 0;
    do {
      std::set<char> joined;
      for (char c : order) {
        const double before = rate(text_of(set, joined));
        joined.insert(c);
        sums[c] += rate(text_of(set, joined)) - before;
      }
      ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (const auto& [c, sum] : sums)
      credits[static_cast<std::size_t>(c - 'a')] += sum / orders / rate(set) * counts.first;
  }
  return credits;
}

TEST(Shapley, RateGamesMatchEveryOrderOfJoining) {
  Rng rng(15, "models");
  for (int round = 0; round < 10; ++round) {
    std::vector<Line> lines = random_lines(rng, 5, 60);
    lines.push_back({"abcde", 1, 1, 1});  // so that all channels are there
    const Journeys journeys = journeys_of(lines);
    for (bool ordered : {false, true}) {
      const RateGame game(journeys, ordered, 2.5, 100, 1);
      EXPECT_TRUE(game.is_exact());
      const std::vector<double> got = game.solve(game.counts()).credits.conversions;
      const std::vector<double> want = rate_game_by_orders(lines, 5, ordered, 2.5);
      for (std::size_t c = 0; c < 5; ++c) EXPECT_NEAR(got[c], want[c], 1e-9) << ordered;
    }
  }
}

TEST(Shapley, RandomOrdersComeNearTheExactValues) {
  // 21 channels in one journey are too many to look at all; with equal rates each earns the same.
  const std::string all = "abcdefghijklmnopqrstu";
  const Journeys journeys = journeys_of({{all, 10, 10, 10}, {"a", 5, 5, 5}});
  const RateGame game(journeys, false, 10, 200, 1);
  EXPECT_FALSE(game.is_exact());
  const RateGame::Solution solution = game.solve(game.counts());
  EXPECT_NEAR(sum_of(solution.credits.conversions), 15, 1e-9);
  for (std::size_t c = 1; c < all.size(); ++c)
    EXPECT_NEAR(solution.credits.conversions[c], 10.0 / 21, 5 * solution.error[c] + 1e-12);
}

TEST(Models, RefusesModelsThatDoNotExist) {
  EXPECT_THROW(models_named("first,lats"), Error);
  EXPECT_EQ(models_named(" markov , first,markov").size(), 2u);
  const Journeys journeys = journeys_of({{"ab", 3, 4, 5}});
  ModelOptions options;
  options.mix = {{"nope", 1}};
  Context context;
  EXPECT_THROW(run_models(journeys, options, context), Error);
  options.mix = {{"first", 0}};
  EXPECT_THROW(run_models(journeys, options, context), Error);
}

TEST(DataDriven, CreditsTheChannelThatConverts) {
  const Journeys journeys = journeys_of(
      {{"ab", 400, 600, 400}, {"b", 50, 950, 50}, {"a", 350, 650, 350}, {"bb", 50, 950, 50}, {"ba", 390, 610, 390}});
  const ModelRun run = run_all(journeys);
  const ModelCredits& m = credits_of(run, Model::data_driven);
  EXPECT_GT(m.share[0], 0.8);
  EXPECT_GT(run.data_driven->fitness().auc, 0.7);
  EXPECT_NEAR(run.data_driven->fitness().auc, 0.74, 0.03);
}

}  // namespace
}  // namespace outlay::attribution
