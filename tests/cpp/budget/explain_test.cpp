// Properties of explanations: every campaign has one, it agrees with the table, and marked limits are those that bind.
#include <gtest/gtest.h>

#include <cmath>

#include "analyses/budget/reallocate.h"
#include "core/rng.h"
#include "core/schema.h"
#include "math/distributions.h"
#include "math/rates.h"

namespace outlay::budget::reallocate {
namespace {

Table made_up(int campaigns, std::uint64_t seed) {
  Rng rng(seed, "explain test");
  TextColumn name, group{{}, {"search", "social"}};
  NumberColumn cost, clicks, conversions;
  for (int i = 0; i < campaigns; ++i) {
    name.codes.push_back(i);
    name.dictionary.push_back("c" + std::to_string(i));
    group.codes.push_back(i % 2);
    cost.push_back(std::round(100 + 900 * rng.uniform()));
    clicks.push_back(i == 5 ? 0 : 2 * cost.back());
    conversions.push_back(i == 5 ? 0 : std::round(cost.back() * 0.05 * std::exp(0.5 * rng.normal())));
  }
  Table table;
  table.rows = static_cast<std::size_t>(campaigns);
  table.columns = {{"campaign", name, {}},
                   {"group", group, {}},
                   {"cost", cost, {}},
                   {"clicks", clicks, {}},
                   {"conversions", conversions, {}}};
  return table;
}

struct Planned {
  Table table = made_up(24, 3);
  Params params;
  Inputs inputs;
  Result result;

  explicit Planned(const std::string& json) {
    read_params(Json::parse(json), [&](Archive& a) { params.describe(a); });
    RoleColumns roles;
    for (const Column& column : table.columns) roles[column.name] = column.name;
    static const About info = about();
    inputs.add("campaigns", BoundTable(info.inputs[0], table, roles));
    Context context;
    result = run(params, inputs, context);
  }

  Explanation of(std::size_t row) const {
    return explain(params, inputs, result, {{"campaign", std::string(result.campaign_table.campaign.at(row))}});
  }
};

const ExplainedStep* step_of(const Explanation& explanation, const std::string& id) {
  for (const ExplainedStep& step : explanation.steps) {
    if (step.id == id) return &step;
  }
  return nullptr;
}

double number_of(const ExplainedStep& step, const std::string& name) {
  for (const NamedNumber& number : step.numbers) {
    if (number.name == name) return number.value;
  }
  return std::nan("");
}

const char* const plans[] = {
    R"({"method":"linear","max_change":0.3,"min_change":-0.3,"draws":0,"frontier_points":0})",
    R"({"method":"diminishing","rates":"shrunk","max_share":0.1,"draws":50,"frontier_points":0})",
    R"({"method":"diminishing","group_bounds":{"search":{"max":4000}},"edits":{"c3":{"locked":true},"c4":{"min":700}},"draws":0,"frontier_points":0})",
    R"({"method":"proportional","min_share":0.05,"max_share":0.4,"draws":0,"frontier_points":0})"};

TEST(BudgetExplain, AgreesWithTheTableForEveryCampaign) {
  for (const char* json : plans) {
    const Planned planned(json);
    const CampaignTable& table = planned.result.campaign_table;
    for (std::size_t row = 0; row < table.cost.size(); ++row) {
      const Explanation told = planned.of(row);
      const ExplainedStep* change = step_of(told, "change");
      ASSERT_NE(change, nullptr);
      EXPECT_EQ(number_of(*change, "budget"), table.optimized_budget[row]);
      const ExplainedStep* response = step_of(told, "response");
      EXPECT_EQ(response == nullptr, row == 5) << json;
      if (!response) continue;
      const double a = number_of(*response, "a"), b = number_of(*response, "b");
      const double expected =
          a * (std::isnan(b) ? table.optimized_budget[row] : std::pow(table.optimized_budget[row], b));
      EXPECT_NEAR(expected, table.expected_conversions_optimized[row], 1e-9 * expected) << json;
    }
  }
}

TEST(BudgetExplain, MarksTheLimitsThatHold) {
  for (const char* json : plans) {
    const Planned planned(json);
    if (planned.params.method == Method::proportional) continue;
    const CampaignTable& table = planned.result.campaign_table;
    for (std::size_t row = 0; row < table.cost.size(); ++row) {
      const std::string_view held = table.at_bound.at(row);
      const Explanation told = planned.of(row);
      const ExplainedStep* step = step_of(told, "limits");
      if (!step) continue;
      const bool marks = step->table && !step->table->marked.empty();
      EXPECT_EQ(marks, !held.empty() && held != "free") << json << " " << row << " " << held;
    }
  }
}

TEST(BudgetExplain, RefusesARowThatIsNotThere) {
  const Planned planned(plans[0]);
  const auto refused = [&](const RowKey& key) {
    EXPECT_THROW(explain(planned.params, planned.inputs, planned.result, key), Error);
  };
  refused({{"campaign", "nobody"}});
  refused({{"group", "search"}});
  refused({{"campaign", "c1"}, {"group", "search"}});  // c1 is social
  EXPECT_EQ(explain(planned.params, planned.inputs, planned.result, {{"campaign", "c1"}, {"group", "social"}}).title,
            "c1");
}

TEST(RatePosteriorQuantile, IsTheInverseOfTheMixture) {
  const math::RatePosterior posterior = math::rate_posterior({40, 30, 20, 10}, {100, 100, 100, 100});
  double before = 0;
  for (double p : {0.01, 0.1, 0.5, 0.9, 0.99}) {
    const double x = posterior.quantile(p, 20, 100);
    EXPECT_GT(x, before);
    before = x;
    double below = 0;
    for (const math::RateLaw& law : posterior.laws) {
      below += law.weight * (law.shape > 0 ? math::gamma_cdf(x, law.shape + 20, law.shape / law.mean + 100)
                                           : static_cast<double>(law.mean <= x));
    }
    EXPECT_NEAR(below, p, 1e-6);
  }
  EXPECT_TRUE(std::isnan(math::RatePosterior{}.quantile(0.5, 1, 1)));
}

// Expected values: scipy 1.17, stats.gamma.cdf.
TEST(GammaCdf, AgreesWithScipy) {
  EXPECT_NEAR(math::gamma_cdf(2, 1, 1), 0.8646647167633873, 1e-14);
  EXPECT_NEAR(math::gamma_cdf(0.5, 2.5, 3), 0.3000141641213724, 1e-13);
  EXPECT_EQ(math::gamma_cdf(0, 2, 1), 0);
  EXPECT_NEAR(math::gamma_cdf(1e9, 1e9, 1), 0.5, 1e-4);
  EXPECT_TRUE(std::isnan(math::gamma_cdf(1, 0, 1)));
}

}  // namespace
}  // namespace outlay::budget::reallocate
