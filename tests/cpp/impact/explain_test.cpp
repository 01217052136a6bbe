// Explanations of actions: whole for each kind, their sums right, and a reason where a figure is missing.
#include <gtest/gtest.h>

#include <cmath>

#include "core/error.h"
#include "impact/market.h"
#include "support/explained.h"

namespace outlay::impact::decisions {
namespace {

using outlay::support::expect_whole;
using outlay::support::number_of;
using outlay::support::step_of;
using support::inputs_of;
using support::log_of;
using support::market;

struct Case {
  Table performance, actions;
  Params params;
  Result result;

  Case(Table p, Table a, Params given = {}) : performance(std::move(p)), actions(std::move(a)), params(given) {
    result = support::measure(performance, actions, params);
  }
  Explanation explained(int row) const {
    return explain(params, inputs_of(performance, actions), result, {{"row", std::to_string(row)}});
  }
};

TEST(Explained, EachKindOfActionIsExplainedWhole) {
  const Case all(market(9, 0), log_of({{9, "NEGATIVE"},
                                       {9, "PAUSE"},
                                       {14, "BID_UP"},
                                       {19, "BID_DOWN"},
                                       {23, "BID_CHANGE"},
                                       {27, "VISIBILITY_BOOST"},
                                       {31, "HARVEST"},
                                       {35, "RENAME"},
                                       {39, "PAUSE"}}));
  for (int row = 1; row <= 9; ++row) {
    const Explanation told = all.explained(row);
    expect_whole(told);
    EXPECT_EQ(told.steps.front().id, std::string("rows"));
    EXPECT_EQ(told.steps.back().id, std::string("trust"));
  }
  EXPECT_EQ(all.explained(3).title, "Bid up: T14");
}

TEST(Explained, TheSumsComeToTheFiguresShown) {
  const Case one(market(-1, 1), log_of({{14, "BID_UP"}}));
  const Explanation told = one.explained(1);
  const auto at = [&](const char* name) { return number_of(told, "controlled", name); };
  const double effect =
      (at("after_sales") - at("control_sales")) - at("price") * (at("after_spend") - at("control_spend"));
  EXPECT_NEAR(at("effect"), effect, 1e-9 * at("after_sales"));
  EXPECT_EQ(at("effect"), one.result.action_table.controlled_impact[0]);
  const auto of_formula = [&](const char* name) { return number_of(told, "formula", name); };
  EXPECT_NEAR(
      of_formula("raw_impact"),
      of_formula("after_sales") - of_formula("after_spend") / of_formula("before_cpc") * of_formula("baseline_spc"),
      1e-9 * of_formula("after_sales"));
  EXPECT_EQ(of_formula("impact"), one.result.action_table.impact[0]);
  // One row a day and target: 14 days on each side.
  EXPECT_EQ(number_of(told, "rows", "rows"), 28);
}

TEST(Explained, LookAlikesAreThoseTheFigureRestsOn) {
  const Case one(market(9, 0), log_of({{9, "PAUSE"}, {10, "BID_UP"}}));
  const Explanation told = one.explained(1);
  EXPECT_EQ(number_of(told, "look_alikes", "controls"), one.result.action_table.controls[0]);
  // 48 targets less the two that were acted on.
  EXPECT_EQ(number_of(told, "look_alikes", "untouched"), 46);
  const ExplainedTable& table = *step_of(told, "look_alikes")->table;
  EXPECT_EQ(table.marked, std::vector<std::size_t>{0});
  for (std::size_t row = 1; row < table.rows.size(); ++row) {
    EXPECT_NE(*table.rows[row][0].text(), "t10");
    EXPECT_LE(*table.rows[row][7].number(), row > 1 ? *table.rows[row - 1][7].number() : 1);
  }
}

TEST(Explained, AnIntervalLeavesOutNothingExactlyWhereChanceRarelyDoesAsMuch) {
  const Case some(market(9, 0), log_of({{9, "NEGATIVE"}, {14, "BID_UP"}, {31, "PAUSE"}}));
  const ActionTable& t = some.result.action_table;
  for (std::size_t row = 0; row < 3; ++row) {
    ASSERT_FALSE(std::isnan(t.controlled_low[row]));
    EXPECT_NEAR(t.controlled_low[row] + t.controlled_high[row], 2 * t.controlled_impact[row], 1e-6);
    const bool leaves_out = t.controlled_low[row] > 0 || t.controlled_high[row] < 0;
    EXPECT_EQ(leaves_out, t.p_value[row] < 1 - some.params.confidence + 1e-12) << row;
  }
}

TEST(Explained, AReasonStandsWhereThereIsNoFigure) {
  Table log = log_of({{9, "PAUSE"}, {14, "NEGATIVE"}, {19, "BID_UP"}});
  std::get<DayColumn>(log.columns[0].values).days[0] = support::first_day + support::days - 3;  // too young
  std::get<TextColumn>(log.columns[3].values).dictionary[1] = "no such target";
  std::get<TextColumn>(log.columns[2].values).dictionary[2] = "no such campaign";
  const Case doubtful(market(-1, 1), std::move(log));
  const Explanation young = doubtful.explained(1), elsewhere = doubtful.explained(2), unknown = doubtful.explained(3);
  for (const Explanation* told : {&young, &elsewhere, &unknown}) {
    expect_whole(*told);
    EXPECT_EQ(step_of(*told, "controlled"), nullptr);
  }
  EXPECT_NE(step_of(young, "trust")->text.find("wait"), std::string::npos);
  EXPECT_NE(step_of(young, "formula"), nullptr);
  EXPECT_NE(step_of(elsewhere, "rows")->text.find("whole campaign"), std::string::npos);
  EXPECT_EQ(step_of(elsewhere, "formula"), nullptr);
  EXPECT_NE(step_of(unknown, "rows")->text.find("not in the performance data"), std::string::npos);
}

TEST(Explained, ARowThatIsNotThereIsRefused) {
  const Case one(market(-1, 1), log_of({{14, "BID_UP"}}));
  for (const char* row : {"0", "2", "1.5", "-1", "first", ""}) {
    EXPECT_THROW(explain(one.params, inputs_of(one.performance, one.actions), one.result, {{"row", row}}), Error)
        << row;
  }
}

}  // namespace
}  // namespace outlay::impact::decisions
