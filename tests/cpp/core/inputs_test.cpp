// Binding columns to roles.
#include "core/inputs.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/day.h"
#include "core/error.h"

namespace outlay {
namespace {

InputSpec spec() {
  return {
      .name = "performance",
      .label = "Performance",
      .roles = {
          {"day", "Day", Kind::day, true}, {"spend", "Spend", Kind::number, true}, {"id", "Id", Kind::text, false}}};
}

Table table() {
  Table t;
  t.name = "weeks";
  t.file = "weeks.csv";
  t.rows = 3;
  t.columns = {{"When", TextColumn{{0, 1, -1}, {"2024-06-10", "2024-06-17"}}, {}},
               {"Cost", TextColumn{{0, 1, 0}, {"1.5", "2"}}, {}},
               {"Number", NumberColumn{7, 7, std::nan("")}, {}}};
  t.origin.set(0, {"weeks.csv", 2});
  t.origin.set(1, {"weeks.csv", 3});
  t.origin.set(2, {"weeks.csv", 6});
  return t;
}

Error error_of(const Table& t, const RoleColumns& roles) {
  try {
    BoundTable bound(spec(), t, roles);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "was accepted";
  return {};
}

TEST(BoundTable, ConvertsToTheKindOfTheRole) {
  const Table t = table();
  const BoundTable bound(spec(), t, {{"day", "When"}, {"spend", "Cost"}, {"id", "Number"}});
  EXPECT_EQ(bound.number("spend"), (NumberColumn{1.5, 2, 1.5}));
  EXPECT_EQ(bound.day("day").days[2], missing_day);
  EXPECT_EQ(bound.text("id").at(1), "7");
  EXPECT_EQ(bound.text("id").codes[2], -1);
}

TEST(BoundTable, NamesTheCellThatDoesNotFit) {
  Table t = table();
  std::get<TextColumn>(t.columns[1].values) = {{0, 0, 1}, {"1.5", "much"}};
  const Error error = error_of(t, {{"day", "When"}, {"spend", "Cost"}});
  EXPECT_EQ(error.code, ErrorCode::bad_column);
  EXPECT_EQ(error.where.line, 6);
  EXPECT_EQ(error.where.column, "Cost");
  EXPECT_EQ(error.where.text, "much");
}

TEST(BoundTable, NamesMissingRolesAndColumns) {
  const Table t = table();
  EXPECT_EQ(error_of(t, {{"day", "When"}}).where.role, "spend");
  EXPECT_EQ(error_of(t, {{"day", "When"}, {"spend", "Price"}}).where.column, "Price");
  EXPECT_EQ(error_of(t, {{"day", "Number"}, {"spend", "Cost"}}).code, ErrorCode::bad_column);
}

TEST(Origin, FindsTheLineOfARow) {
  const Table t = table();
  EXPECT_EQ(t.origin.of(1).line, 3);
  EXPECT_EQ(t.origin.of(2).line, 6);
  EXPECT_EQ(t.origin.of(4).line, 8);
}

}  // namespace
}  // namespace outlay
