// Intervals: of value where single orders are known, of few buyers, and of chains too large for every resample.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analyses/attribution/paths.h"
#include "analyses/attribution/resample.h"
#include "attribution/journeys.h"
#include "ingest/vocabulary.h"
#include "support/reference.h"

namespace outlay::attribution {
namespace {

paths::Result run_on(const std::string& csv, const char* input, paths::Params params = {}, Context* told = nullptr) {
  const ingest::File file = outlay::support::table_of(csv);
  Inputs inputs;
  for (const InputSpec& spec : paths::about().inputs) {
    if (std::string(spec.name) == input)
      inputs.add(spec.name, BoundTable(spec, file.tables[0].table, ingest::map_roles(spec, file.tables[0].table, {})));
  }
  Context quiet;
  return paths::run(params, inputs, told ? *told : quiet);
}

TEST(ValueInterval, IsAsWideAsTheSpreadOfSingleOrdersMakesIt) {
  Rng rng(5, "value intervals");
  std::string log = "user_id,timestamp,channel,conversion,conversion_value\n";
  double sum = 0, of_a = 0;
  std::vector<std::pair<bool, double>> orders;
  for (int user = 0; user < 400; ++user) {
    const bool is_a = rng.below(3) == 0;
    const double value = std::round(100 * std::exp(1.2 * rng.normal() + 3)) / 100;
    log += "u" + std::to_string(user) + ",2026-03-02," + (is_a ? "A" : "B") + ",1," + std::to_string(value) + "\n";
    orders.emplace_back(is_a, value);
    sum += value;
    of_a += is_a ? value : 0;
  }
  // The delta method for a ratio of sums over independent users.
  double variance = 0;
  for (const auto& [is_a, value] : orders) variance += std::pow(value * ((is_a ? 1 : 0) - of_a / sum), 2);
  const double half_width = 1.2816 * std::sqrt(variance);
  paths::Params params;
  params.models = "last,linear,time_decay,markov,shapley";
  params.bootstrap = 2000;
  const paths::ChannelTable table = run_on(log, "touches", params).channels;
  for (std::size_t row = 0; row < table.share.size(); ++row) {
    EXPECT_LT(table.value_low[row], table.value[row]) << table.model.at(row);
    EXPECT_GT(table.value_high[row], table.value[row]) << table.model.at(row);
    EXPECT_NEAR((table.value_high[row] - table.value_low[row]) / 2, half_width, 0.06 * half_width)
        << table.model.at(row);
  }
}

TEST(ValueInterval, OfTheDataDrivenModelIsThatOfItsShareWhereAllOrdersAreWorthTheSame) {
  Rng rng(8, "data-driven value");
  std::string log = "user_id,timestamp,channel,conversion,conversion_value\n";
  for (int user = 0; user < 500; ++user) {
    const std::string id = "u" + std::to_string(user);
    const bool is_a = rng.below(2) == 0, is_b = rng.below(2) == 0;
    if (is_a) log += id + ",2026-03-01,A,0,\n";
    if (is_b) log += id + ",2026-03-02,B,0,\n";
    log += id + ",2026-03-03,C,0,\n";
    if (rng.uniform() < 0.15 + 0.2 * is_a + 0.4 * is_b) log += id + ",2026-03-04,,1,25\n";
  }
  paths::Params params;
  params.models = "data_driven";
  const paths::Result result = run_on(log, "touches", params);
  const paths::ChannelTable& table = result.channels;
  ASSERT_EQ(table.share.size(), 3u);
  for (std::size_t row = 0; row < table.share.size(); ++row) {
    EXPECT_NEAR(table.value_low[row], table.share_low[row] * result.value, 1e-6 * result.value);
    EXPECT_NEAR(table.value_high[row], table.share_high[row] * result.value, 1e-6 * result.value);
    EXPECT_LT(table.value_low[row], table.value_high[row]);
  }
}

TEST(ValueInterval, OfTheDataDrivenModelIsWiderWhereOrdersDiffer) {
  Rng rng(9, "data-driven value");
  std::string log = "user_id,timestamp,channel,conversion,conversion_value\n";
  for (int user = 0; user < 500; ++user) {
    const std::string id = "u" + std::to_string(user);
    const bool is_a = rng.below(2) == 0;
    if (is_a) log += id + ",2026-03-01,A,0,\n";
    log += id + ",2026-03-03,B,0,\n";
    if (rng.uniform() < 0.2 + 0.4 * is_a)
      log += id + ",2026-03-04,,1," + std::to_string(std::exp(1.5 * rng.normal())) + "\n";
  }
  paths::Params params;
  params.models = "data_driven";
  const paths::Result result = run_on(log, "touches", params);
  const paths::ChannelTable& table = result.channels;
  for (std::size_t row = 0; row < table.share.size(); ++row) {
    EXPECT_LE(table.value_low[row], table.value[row]);
    EXPECT_GE(table.value_high[row], table.value[row]);
    EXPECT_GT((table.value_high[row] - table.value_low[row]) / result.value,
              table.share_high[row] - table.share_low[row]);
  }
}

TEST(ValueInterval, IsNotStatedWhereValuesCancelOut) {
  const std::string head = "user_id,timestamp,channel,conversion,conversion_value\n";
  const paths::Result result = run_on(
      head + "u1,2026-03-01,A,1,0.1\nu2,2026-03-01,B,1,0.2\nu3,2026-03-01,A,1,-0.3\nu4,2026-03-01,B,0,\n", "touches");
  EXPECT_TRUE(result.has_value);
  EXPECT_EQ(result.value, 0);
  for (std::size_t row = 0; row < result.channels.share.size(); ++row) {
    EXPECT_TRUE(std::isnan(result.channels.value_low[row]));
    EXPECT_TRUE(std::isnan(result.channels.value_share[row]));
    EXPECT_LT(std::abs(result.channels.value[row]), 0.31);
  }
  for (double effect : result.removal_effects.removal_effect_value) EXPECT_TRUE(std::isnan(effect));
}

TEST(ValueInterval, IsNotStatedForAPathTableWhoseOrdersAreUnknown) {
  const paths::ChannelTable table =
      run_on("path,total_conversions,total_conversion_value,total_null\nA > B,30,300,20\nB,10,50,90\n", "paths")
          .channels;
  for (std::size_t row = 0; row < table.share.size(); ++row) {
    EXPECT_FALSE(std::isnan(table.share_low[row])) << table.model.at(row);
    EXPECT_TRUE(std::isnan(table.value_low[row])) << table.model.at(row);
  }
}

TEST(ValueInterval, OfParticipationIsOfWhatItCredits) {
  std::string log = "user_id,timestamp,channel,conversion,conversion_value\n";
  for (int user = 0; user < 60; ++user) {
    const std::string id = "u" + std::to_string(user);
    log += id + ",2026-03-01,A,0,\n" + id + ",2026-03-02,B,0,\n" + id + ",2026-03-03,C,1," +
           std::to_string(10 + user % 7) + "\n";
  }
  paths::Params params;
  params.models = "participation";
  const paths::ChannelTable table = run_on(log, "touches", params).channels;
  ASSERT_EQ(table.share.size(), 3u);
  for (std::size_t row = 0; row < 3; ++row) {  // every order goes through all three channels
    EXPECT_NEAR(table.value_low[row], table.value[row], 1e-6);
    EXPECT_NEAR(table.value_high[row], table.value[row], 1e-6);
  }
}

TEST(ValueInterval, IsNotStatedWhereRefundsOutweighSomeResamples) {
  const std::string head = "user_id,timestamp,channel,conversion,conversion_value\n";
  const paths::ChannelTable table =
      run_on(head + "u1,2026-03-01,A,1,100\nu2,2026-03-01,B,1,-90\nu3,2026-03-01,B,0,\n", "touches").channels;
  for (std::size_t row = 0; row < table.share.size(); ++row) {
    EXPECT_TRUE(std::isnan(table.value_low[row])) << table.model.at(row);
    EXPECT_FALSE(std::isnan(table.share_low[row])) << table.model.at(row);
  }
}

TEST(Interval, LeavesOutResamplesInWhichNobodyConverted) {
  paths::Params params;
  params.models = "first,markov";
  const paths::ChannelTable table =
      run_on("user_id,timestamp,channel,conversion\nu1,2026-03-01,A,1\nu2,2026-03-01,A,1\nu3,2026-03-01,B,0\n",
             "touches", params)
          .channels;
  for (std::size_t row = 0; row < table.share.size(); ++row)  // who converted came by A alone, in every resample
    EXPECT_EQ(table.share_low[row], table.channel.at(row) == "A" ? 1 : 0) << table.model.at(row);
}

TEST(Interval, OfASingleBuyerIsNotStatedAndTold) {
  for (const auto& [input, csv] :
       {std::pair("touches",
                  "user_id,timestamp,channel,conversion\nu1,2026-03-01,A,0\nu1,2026-03-02,B,1\nu1,2026-03-03,A,1\n"
                  "u2,2026-03-01,B,0\n"),
        std::pair("paths", "path,total_conversions,total_null\nA > B,1,5\nB,0,9\n")}) {
    Context context;
    const paths::ChannelTable table = run_on(csv, input, {}, &context).channels;
    ASSERT_GT(table.share.size(), 0u);
    for (double low : table.share_low) EXPECT_TRUE(std::isnan(low)) << input;
    EXPECT_TRUE(std::any_of(context.notices().begin(), context.notices().end(), [](const Notice& notice) {
      return notice.code == "interval_of_one";
    })) << input;
  }
}

TEST(Mix, WithoutWeightsIsRefused) {
  paths::Params params;
  params.models = "first,mix";
  EXPECT_THROW(run_on("path,total_conversions,total_null\nA > B,30,20\n", "paths", params), Error);
}

// Journeys over many channels, each of two or three touches.
std::string paths_over(std::uint32_t channels, int lines) {
  Rng rng(6, "many channels");
  std::string csv = "path,total_conversions,total_null\n";
  for (int line = 0; line < lines; ++line) {
    csv += "c" + std::to_string(rng.below(channels));
    for (std::uint32_t more = 1 + rng.below(2); more > 0; --more) csv += " > c" + std::to_string(rng.below(channels));
    csv += "," + std::to_string(1 + rng.below(3)) + "," + std::to_string(rng.below(5)) + "\n";
  }
  return csv;
}

TEST(LargeChain, HasAnIntervalBeyond150States) {
  paths::Params params;
  params.models = "markov";
  params.bootstrap = 60;
  const paths::Result result = run_on(paths_over(180, 1500), "paths", params);
  ASSERT_GT(result.states, 150);
  int holds = 0;
  for (std::size_t row = 0; row < result.channels.share.size(); ++row) {
    ASSERT_FALSE(std::isnan(result.channels.share_low[row]));
    EXPECT_LT(result.channels.share_low[row], result.channels.share_high[row]);
    holds += result.channels.share_low[row] <= result.channels.share[row] &&
             result.channels.share[row] <= result.channels.share_high[row];
  }
  EXPECT_GT(holds, 150);
}

TEST(LargeChain, IsSolvedForAsManyResamplesAsTimeAllowsAndThatIsTold) {
  using support::journeys_of;
  Rng rng(7, "large chain");
  const Journeys journeys = journeys_of(support::random_lines(rng, 26, 8000, 12));
  const auto draws = [&](int order) {
    const Chain chain(journeys, order, true);
    ModelParts parts;
    parts.journeys = &journeys;
    parts.chain = &chain;
    const Resampling resampling(parts, {Model::markov}, 1000);
    EXPECT_EQ(resampling.includes(Model::markov), chain.is_small() || resampling.chain_draws() >= 40);
    return resampling.chain_draws();
  };
  EXPECT_EQ(draws(1), 1000);
  EXPECT_LT(draws(2), 1000);
  EXPECT_LT(draws(3), 40);
}

}  // namespace
}  // namespace outlay::attribution
