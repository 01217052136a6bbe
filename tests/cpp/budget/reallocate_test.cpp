// Properties of a plan: limits hold, relaxations are enough, luck is discounted, seeds repeat.
#include "analyses/budget/reallocate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/json.h"
#include "core/rng.h"
#include "core/schema.h"

namespace outlay::budget::reallocate {
namespace {

struct Data {
  Table table;
  Data(int campaigns, std::uint64_t seed, double spread = 0.5) {
    Rng rng(seed, "reallocate test");
    TextColumn name, group;
    NumberColumn cost, clicks, conversions, revenue;
    group.dictionary = {"search", "social", "video"};
    for (int i = 0; i < campaigns; ++i) {
      name.codes.push_back(i);
      name.dictionary.push_back("c" + std::to_string(i));
      group.codes.push_back(i % 3);
      cost.push_back(std::round(100 + 900 * rng.uniform()));
      clicks.push_back(2 * cost.back());
      conversions.push_back(std::round(cost.back() * 0.05 * std::exp(spread * rng.normal())));
      revenue.push_back(conversions.back() * (20 + 60 * rng.uniform()));
    }
    table.rows = static_cast<std::size_t>(campaigns);
    table.columns = {
        {"campaign", name, {}},           {"group", group, {}},    {"cost", cost, {}}, {"clicks", clicks, {}},
        {"conversions", conversions, {}}, {"revenue", revenue, {}}};
  }

  double spend() const {
    const auto& cost = std::get<NumberColumn>(table.find("cost")->values);
    return std::accumulate(cost.begin(), cost.end(), 0.0);
  }
};

Params read(const std::string& json) {
  Params params;
  params.frontier_points = 0;
  params.draws = 0;
  read_params(Json::parse(json), [&](Archive& a) { params.describe(a); });
  return params;
}

Result plan(const Params& params, const Data& data, std::vector<Notice>* notices = nullptr) {
  RoleColumns roles;
  for (const Column& column : data.table.columns) roles[column.name] = column.name;
  Inputs inputs;
  static const About info = about();
  inputs.add("campaigns", BoundTable(info.inputs[0], data.table, roles));
  Context context;
  Result result = run(params, inputs, context);
  if (notices) *notices = context.notices();
  return result;
}

Error refusal(const Params& params, const Data& data) {
  try {
    plan(params, data);
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::internal, "It was accepted.", "");
}

bool tells(const std::vector<Notice>& notices, const std::string& code) {
  return std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) { return notice.code == code; });
}

double sum(const NumberColumn& column) { return std::accumulate(column.begin(), column.end(), 0.0); }

const char* const mixed_limits[] = {
    R"({"method":"linear","min_change":-0.3,"max_change":0.4})",
    R"({"method":"diminishing","min_change":-0.3,"max_share":0.1})",
    R"({"method":"diminishing","max_change":0.5,"group_bounds":{"search":{"max":5000},"video":{"min":6000}}})",
    R"({"method":"diminishing","max_change":0.5,"min_viable_spend":300})",
    R"({"method":"linear","max_change":0.5,"min_viable_spend":300,"edits":{"c1":{"locked":true},"c2":{"budget":50}}})",
    R"({"method":"projected","max_change":0.5,"group_bounds":{"search":{"max":5000}}})",
    R"({"method":"diminishing","objective":"revenue","max_change":0.5,"round_to":10})",
    R"({"method":"linear","objective":"profit","margin":0.5,"min_total":8000,"max_total":20000,"max_change":0.3})",
    R"({"method":"diminishing","objective":"revenue","max_change":0.8,"target_cpa":21,"min_total":5000,"max_total":30000})",
};

TEST(Reallocate, KeepsEveryLimit) {
  const Data data(30, 1);
  for (const char* text : mixed_limits) {
    const Params params = read(text);
    const Result r = plan(params, data);
    const CampaignTable& t = r.campaign_table;
    if (!params.max_total) EXPECT_NEAR(r.optimized_budget, data.spend(), 1e-6) << text;
    if (params.max_total) EXPECT_LE(r.optimized_budget, *params.max_total + 1e-6) << text;
    for (std::size_t i = 0; i < t.cost.size(); ++i) {
      const double x = t.optimized_budget[i];
      EXPECT_GE(x, t.min_budget[i] - 1e-6) << text;
      EXPECT_LE(x, t.max_budget[i] + 1e-6) << text;
      const bool chosen = t.at_bound.at(i) != "locked";
      if (params.min_viable_spend && chosen) EXPECT_TRUE(x < 1e-6 || x > *params.min_viable_spend - 1e-6) << text;
      if (params.max_change && chosen) EXPECT_LE(x, t.cost[i] * (1 + *params.max_change) + 1e-6) << text;
    }
    for (std::size_t g = 0; g < r.groups.cost.size(); ++g) {
      if (!std::isnan(r.groups.min_budget[g])) EXPECT_GE(r.groups.optimized_budget[g], r.groups.min_budget[g] - 1e-6);
      if (!std::isnan(r.groups.max_budget[g])) EXPECT_LE(r.groups.optimized_budget[g], r.groups.max_budget[g] + 1e-6);
    }
    if (params.target_cpa) EXPECT_LE(r.average_cpa, *params.target_cpa * (1 + 1e-9));
    EXPECT_EQ(std::isnan(r.bound), params.method == Method::projected) << text;
    if (!std::isnan(r.bound)) EXPECT_LE(r.optimized_value, r.bound + 1e-12 * std::abs(r.bound)) << text;
  }
}

// The certificate: campaigns that no limit holds cost the same for one more conversion.
TEST(Reallocate, EqualisesTheMarginalCpa) {
  const Result r = plan(read(R"({"method":"diminishing","max_change":0.5,"min_change":-0.5})"), Data(60, 2));
  int free = 0;
  for (std::size_t i = 0; i < r.campaign_table.cost.size(); ++i) {
    if (r.campaign_table.at_bound.codes[i] >= 0) continue;
    ++free;
    EXPECT_NEAR(r.campaign_table.marginal_cpa[i], r.marginal_cpa, 1e-9 * r.marginal_cpa);
  }
  EXPECT_GT(free, 3);
  EXPECT_NEAR(r.price * r.marginal_cpa, 1, 1e-9);
  EXPECT_EQ(r.gap, 0);
}

// Two targets at once, over a range of totals: both hold, and none of 20,000 random plans that keep them is better.
TEST(Reallocate, MeetsTwoTargetsWithTheBestPlan) {
  const Data data(5, 3);
  const Params params = read(R"({"method":"diminishing","objective":"pltv","min_total":100,"max_total":9000,
                                "target_cpa":16,"target_roas":3})");
  Data valued = data;
  valued.table.columns.push_back({"pltv", NumberColumn{10, 60, 20, 45, 30}, {}});
  const Result r = plan(params, valued);
  EXPECT_LE(r.average_cpa, 16 * (1 + 1e-9));
  EXPECT_GE(r.average_roas, 3 * (1 - 1e-9));
  const NumberColumn& cost = r.campaign_table.cost;
  const auto& revenue = std::get<NumberColumn>(data.table.find("revenue")->values);
  const NumberColumn worth{10, 60, 20, 45, 30};
  Rng rng(4, "targets test");
  for (int round = 0; round < 20000; ++round) {
    double spend = 0, conversions = 0, earned = 0, value = 0;
    for (std::size_t i = 0; i < cost.size(); ++i) {
      const double x = r.campaign_table.optimized_budget[i] * std::exp(0.3 * rng.normal());
      const double k = r.campaign_table.expected_conversions[i] * std::pow(x / cost[i], 0.7);
      spend += x;
      conversions += k;
      earned += k * revenue[i] / r.campaign_table.expected_conversions[i];
      value += k * worth[i];
    }
    if (spend <= 9000 && spend <= 16 * conversions && earned >= 3 * spend)
      EXPECT_LE(value, r.optimized_value * (1 + 1e-9));
  }
  EXPECT_LE(r.gap, 1e-8);
}

// A relaxation that is named is enough: applied, the plan exists; a little less, and it does not.
TEST(Reallocate, NamesRelaxationsThatAreJustEnough) {
  const Data data(30, 5);
  const char* const conflicts[] = {R"({"min_share":0.06})", R"({"max_share":0.01})",
                                   R"({"max_change":0.1,"total_budget":50000})",
                                   R"({"min_change":-0.1,"total_budget":3000})", R"({"target_cpa":1})"};
  for (const char* text : conflicts) {
    const Params params = read(text);
    const Error error = refusal(params, data);
    ASSERT_EQ(error.code, ErrorCode::infeasible) << text;
    int relaxations = 0;
    for (const Notice& detail : error.details) {
      if (detail.code != "relaxation") continue;
      ++relaxations;
      const double from = detail.numbers.at("from"), to = detail.numbers.at("to");
      const std::string name = detail.texts.at("parameter").substr(1);
      const auto with = [&](double value) {
        Params relaxed = params;
        read_params(Json().set(name, value), [&](Archive& a) { relaxed.describe(a); });
        return refusal(relaxed, data).code;
      };
      EXPECT_EQ(with(to + 1e-6 * (to - from)), ErrorCode::internal) << text << " " << name << " " << to;
      EXPECT_EQ(with(to - 1e-4 * (to - from)), ErrorCode::infeasible) << text << " " << name;
    }
    EXPECT_GT(relaxations, 0) << text;
  }
}

std::vector<std::string> conflict_of(const Error& error) {
  std::vector<std::string> out;
  for (const Notice& detail : error.details) {
    if (detail.code == "conflict") out.push_back(detail.texts.at("limit"));
  }
  return out;
}

// Targets and steps stand in a conflict with what they conflict with, and each change that is named is enough.
TEST(Reallocate, ExplainsTargetsAndSteps) {
  const Data data(12, 5);
  const std::pair<const char*, std::vector<std::string>> refused[] = {
      {R"({"max_share":0.09,"target_cpa":12,"max_change":9})", {"total", "max_share", "target_cpa"}},
      {R"({"method":"diminishing","target_cpa":6,"min_change":-0.9})", {"total", "target_cpa"}},
      {R"({"target_roas":9,"target_cpa":90})", {"total", "target_roas"}},
      {R"({"max_share":0.085,"round_to":400})", {"total", "max_share", "round_to"}}};
  for (const auto& [text, conflict] : refused) {
    const Params params = read(text);
    const Error error = refusal(params, data);
    ASSERT_EQ(error.code, ErrorCode::infeasible) << text;
    EXPECT_EQ(conflict_of(error), conflict) << text << " " << error.message;
    int relaxations = 0;
    for (const Notice& detail : error.details) {
      if (detail.code != "relaxation" || detail.texts.at("parameter").empty()) continue;
      ++relaxations;
      Params relaxed = params;
      const std::string name = detail.texts.at("parameter").substr(1);
      read_params(Json().set(name, detail.numbers.at("to")), [&](Archive& a) { relaxed.describe(a); });
      EXPECT_EQ(refusal(relaxed, data).code, ErrorCode::internal) << text << " " << name << error.remedy;
    }
    EXPECT_GT(relaxations, 0) << text << " " << error.message;
  }
  const std::string tiny = refusal(read(R"({"target_cpa":0.0041})"), data).message;
  EXPECT_NE(tiny.find("0.0041"), std::string::npos) << tiny;
}

// Too many steps to try all: campaigns are turned on and off all the same, and what is left open is told.
TEST(Reallocate, RoundsManyStepsWithinLimits) {
  for (
      const char* text :
      {R"({"method":"linear","max_change":0.5,"min_viable_spend":300,"round_to":7})",
       R"({"method":"diminishing","max_change":0.5,"min_viable_spend":400,"round_to":1,"group_bounds":{"video":{"min":30000}}})",
       R"({"method":"diminishing","max_change":1,"min_viable_spend":500,"round_to":20})"}) {
    const Params params = read(text);
    const Data data(300, 14);
    std::vector<Notice> notices;
    const Result r = plan(params, data, &notices);
    EXPECT_NEAR(r.optimized_budget, data.spend(), 1e-6);
    int uneven = 0;
    for (std::size_t i = 0; i < r.campaign_table.cost.size(); ++i) {
      const double x = r.campaign_table.optimized_budget[i];
      uneven += std::abs(std::remainder(x, params.round_to)) > 1e-6;
      EXPECT_TRUE(x == 0 || x >= *params.min_viable_spend) << text << " " << x;
      EXPECT_LE(x, r.campaign_table.cost[i] * (1 + *params.max_change) + 1e-6) << text;
    }
    EXPECT_LE(uneven, tells(notices, "rounding_odd") ? 1 : 0) << text;
    EXPECT_LT(r.gap, 0.02) << text;
    EXPECT_EQ(tells(notices, "gap_left"), r.gap > 1e-6) << text;
  }
}

// Rounded shares stay where the method put them, within a step.
TEST(Reallocate, RoundsToTheNearestWhereNothingIsMaximised) {
  for (const char* method : {"proportional", "projected"}) {
    const std::string text = std::string(R"({"method":")") + method + R"("})";
    Params params = read(text);
    const Result before = plan(params, Data(20, 15));
    params.round_to = 10;
    const Result after = plan(params, Data(20, 15));
    for (std::size_t i = 0; i < 20; ++i) {
      const double x = before.campaign_table.optimized_budget[i];
      EXPECT_NEAR(after.campaign_table.optimized_budget[i], x, 20) << text;
    }
  }
}

// Revenue a conversion and conversions a dollar multiply to the same rate but for the last digit.
TEST(Reallocate, MovesNothingBetweenRatesThatRoundingTellsApart) {
  Data data(7, 16);
  auto& cost = std::get<NumberColumn>(data.table.columns[2].values);
  auto& conversions = std::get<NumberColumn>(data.table.columns[4].values);
  auto& revenue = std::get<NumberColumn>(data.table.columns[5].values);
  for (std::size_t i = 0; i < 7; ++i) {
    cost[i] = 100.0 * (static_cast<double>(i) + 1);
    conversions[i] = static_cast<double>(3 * i + 1);
    revenue[i] = 0.3 * cost[i];
  }
  for (const char* more : {"", R"(,"min_viable_spend":50)", R"(,"group_bounds":{"search":{"max":5000}})",
                           R"(,"round_to":10,"min_viable_spend":50)", R"(,"min_total":100,"max_total":2800)"}) {
    const Result r = plan(read(std::string(R"({"objective":"revenue","max_change":2)") + more + "}"), data);
    EXPECT_EQ(r.moved, 0) << more;
  }
}

TEST(Reallocate, FindsTheSmallestConflict) {
  const Data data(30, 5);
  const Error error =
      refusal(read(R"({"min_share":0.01,"max_share":0.5,"edits":{"c3":{"min":500,"max":400}},"max_change":1})"), data);
  ASSERT_EQ(error.code, ErrorCode::infeasible);
  const std::vector<std::string> conflict = conflict_of(error);
  EXPECT_EQ(conflict, (std::vector<std::string>{"edit_min", "edit_max"}));
  EXPECT_NE(error.message.find("c3"), std::string::npos) << error.message;
}

TEST(Reallocate, LeavesOutCertaintyWhenNothingIsDrawn) {
  const Result r = plan(read(R"({"min_change":-0.5,"max_change":0.5})"), Data(20, 6));
  EXPECT_EQ(r.verdict, "unknown");
  EXPECT_TRUE(std::isnan(r.shrunk_lift) && std::isnan(r.lift_low) && std::isnan(r.p_gain));
  // Plans at shrunk rates need them all the same, and move less.
  EXPECT_LT(plan(read(R"({"method":"diminishing","rates":"shrunk"})"), Data(20, 6)).moved,
            plan(read(R"({"method":"diminishing"})"), Data(20, 6)).moved);
}

TEST(Reallocate, RepeatsWithTheSeed) {
  Params params = read(R"({"min_change":-0.5,"max_change":0.5,"draws":300})");
  const Data data(20, 6);
  const Result first = plan(params, data), second = plan(params, data);
  EXPECT_EQ(first.lift_low, second.lift_low);
  EXPECT_EQ(first.p_gain, second.p_gain);
  params.seed = 2;
  EXPECT_NE(plan(params, data).lift_low, first.lift_low);
}

// Equal rates but for Poisson luck: nothing to gain, though the figure at observed rates is well above 0.
TEST(Reallocate, DiscountsLuck) {
  Data data(40, 7, 0);
  auto& conversions = std::get<NumberColumn>(data.table.columns[4].values);
  Rng rng(8, "luck test");
  for (double& k : conversions) k = std::max(0.0, std::round(k + std::sqrt(k) * rng.normal()));
  const Result r = plan(read(R"({"min_change":-0.5,"max_change":0.5,"draws":500})"), data);
  EXPECT_GT(r.lift_share, 0.02);
  EXPECT_LT(r.shrunk_lift_share, 0.2 * r.lift_share);
  EXPECT_EQ(r.verdict, "as_good");
  EXPECT_GT(r.p_equal_rates, 0.2);
}

// Draws of the sum stand in for draws of each campaign when there are many: the interval is the same but for chance.
TEST(Reallocate, DrawsSumsLikeCampaigns) {
  const Data data(900, 9);
  Params params = read(R"({"min_change":-0.5,"max_change":0.5,"draws":2000})");
  const Result each = plan(params, data);  // 1.8 million draws
  params.draws = 2400;                     // beyond 2 million
  const Result sums = plan(params, data);
  const double width = each.lift_high - each.lift_low;
  EXPECT_NEAR(sums.lift_low, each.lift_low, 0.15 * width);
  EXPECT_NEAR(sums.lift_high, each.lift_high, 0.15 * width);
}

TEST(Reallocate, DrawsAFrontierThatRisesAndFlattens) {
  Params params = read(R"({"method":"diminishing","frontier_points":11})");
  const Result r = plan(params, Data(20, 10));
  ASSERT_EQ(r.frontier.value.size(), 11u);
  EXPECT_NEAR(r.frontier.value[5], r.optimized_value, 1e-9 * r.optimized_value);
  for (std::size_t k = 1; k < 11; ++k) {
    EXPECT_GT(r.frontier.value[k], r.frontier.value[k - 1]);
    EXPECT_LT(r.frontier.price[k], r.frontier.price[k - 1]);
  }
}

TEST(Reallocate, TellsOfNamesAndLimitsThatDoNothing) {
  std::vector<Notice> notices;
  plan(
      read(
          R"({"method":"proportional","target_cpa":3,"edits":{"nobody":{"locked":true}},"group_bounds":{"radio":{"min":1}}})"),
      Data(6, 11), &notices);
  for (const char* code : {"limit_not_used", "edit_unused", "group_unknown"}) EXPECT_TRUE(tells(notices, code)) << code;
  plan(read("{}"), Data(6, 11), &notices);
  EXPECT_TRUE(tells(notices, "plan_concentrated"));
}

// Weekly rows that follow cost^0.4 in one group and cost^0.9 in another: the curves are found, and shrunk.
TEST(Reallocate, LearnsElasticitiesFromWeeks) {
  Rng rng(12, "weeks test");
  Table table;
  TextColumn name, group;
  DayColumn day;
  NumberColumn cost, clicks, conversions;
  group.dictionary = {"flat", "steep"};
  for (int i = 0; i < 12; ++i) name.dictionary.push_back("c" + std::to_string(i));
  for (int i = 0; i < 12; ++i) {
    for (int week = 0; week < 30; ++week) {
      name.codes.push_back(i);
      group.codes.push_back(i % 2);
      day.days.push_back(19000 + 7 * week);
      cost.push_back(200 * std::exp(0.5 * rng.normal()));
      clicks.push_back(100);
      const double mean = 60 * std::pow(cost.back() / 200, i % 2 ? 0.9 : 0.4);
      conversions.push_back(std::max(0.0, std::round(mean + std::sqrt(mean) * rng.normal())));
    }
  }
  Data data(1, 1);
  data.table.rows = cost.size();
  data.table.columns = {{"campaign", name, {}}, {"group", group, {}},   {"date", day, {}},
                        {"cost", cost, {}},     {"clicks", clicks, {}}, {"conversions", conversions, {}}};
  const Result r = plan(read(R"({"method":"diminishing","draws":200})"), data);
  for (std::size_t i = 0; i < 12; ++i) EXPECT_NEAR(r.campaign_table.elasticity[i], i % 2 ? 0.9 : 0.4, 0.12);
  EXPECT_GT(r.groups.optimized_budget[1], r.groups.optimized_budget[0]);
}

}  // namespace
}  // namespace outlay::budget::reallocate
