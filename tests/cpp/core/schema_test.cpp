// One describe, walked by the reader, the writers and the schema.
#include "core/schema.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay {
namespace {

enum class Side { left, right };

struct Bounds {
  std::optional<double> min;
  bool locked = false;
  void describe(Archive& a) {
    a.field("min", min, {.label = "At least", .min = 0});
    a.field("locked", locked, {.label = "Locked"});
  }
};

struct Sample {
  double share = 0.5;
  int weeks = 3;
  bool strict = false;
  std::string name = "x";
  std::optional<Day> from;
  NumberByName factor;
  Side side = Side::left;
  std::optional<double> limit;
  std::map<std::string, Bounds> groups;

  void describe(Archive& a) {
    a.field("share", share, {.label = "Share", .min = 0, .max = 1});
    a.field("weeks", weeks, {.label = "Weeks", .min = 1});
    a.field("strict", strict, {.label = "Strict"});
    a.field("name", name, {.label = "Name"});
    a.field("from", from, {.label = "From"});
    a.field("factor", factor, {.label = "Factor", .min = 0});
    a.choice("side", side, {{"left", "Left"}, {"right", "Right"}}, {.label = "Side"});
    a.field("limit", limit, {.label = "Limit", .max = 10});
    a.records("groups", groups, {.label = "Groups", .keys = "group"});
  }
};

Sample read(const std::string& json) {
  Sample sample;
  read_params(Json::parse(json), [&](Archive& a) { sample.describe(a); });
  return sample;
}

std::string refused_at(const std::string& json) {
  try {
    read(json);
    return "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::bad_param);
    EXPECT_FALSE(error.remedy.empty());
    return error.where.parameter;
  }
}

TEST(Params, AreReadAndWrittenBack) {
  Sample sample = read(
      R"({"share":0.25,"weeks":4,"strict":true,"name":"y","from":"2024-06-10","factor":{"A":1.5},"side":"right","limit":null,"groups":{}})");
  EXPECT_EQ(sample.side, Side::right);
  EXPECT_EQ(
      write_params([&](Archive& a) { sample.describe(a); }).dump(),
      R"({"share":0.25,"weeks":4,"strict":true,"name":"y","from":"2024-06-10","factor":{"A":1.5},"side":"right","limit":null,"groups":{}})");
}

TEST(Params, HoldRecordsByNameAndNumbersLeftOpen) {
  Sample sample = read(R"({"limit":3,"groups":{"A":{"min":1},"B":{"locked":true,"min":null}}})");
  EXPECT_EQ(*sample.limit, 3);
  EXPECT_EQ(*sample.groups.at("A").min, 1);
  EXPECT_FALSE(sample.groups.at("B").min);
  EXPECT_EQ(write_params([&](Archive& a) { a.records("groups", sample.groups, {}); }).dump(),
            R"({"groups":{"A":{"min":1,"locked":false},"B":{"min":null,"locked":true}}})");
}

TEST(Params, KeepTheirDefaults) {
  EXPECT_EQ(read("{}").share, 0.5);
  EXPECT_FALSE(read(R"({"from":null})").from);
}

TEST(Params, AreRefusedWithAPointer) {
  EXPECT_EQ(refused_at(R"({"share":2})"), "/share");
  EXPECT_EQ(refused_at(R"({"share":"1"})"), "/share");
  EXPECT_EQ(refused_at(R"({"weeks":0})"), "/weeks");
  EXPECT_EQ(refused_at(R"({"weeks":2.5})"), "/weeks");
  EXPECT_EQ(refused_at(R"({"weeks":1e300})"), "/weeks");
  EXPECT_EQ(refused_at(R"({"strict":1})"), "/strict");
  EXPECT_EQ(refused_at(R"({"name":1})"), "/name");
  EXPECT_EQ(refused_at(R"({"from":"2024-13-01"})"), "/from");
  EXPECT_EQ(refused_at(R"({"factor":{"a/b":-1}})"), "/factor/a~1b");
  EXPECT_EQ(refused_at(R"({"factor":[1]})"), "/factor");
  EXPECT_EQ(refused_at(R"({"side":"up"})"), "/side");
  EXPECT_EQ(refused_at(R"({"shares":1})"), "/shares");
  EXPECT_EQ(refused_at(R"({"limit":11})"), "/limit");
  EXPECT_EQ(refused_at(R"({"groups":[]})"), "/groups");
  EXPECT_EQ(refused_at(R"({"groups":{"a/b":3}})"), "/groups/a~1b");
  EXPECT_EQ(refused_at(R"({"groups":{"A":{"min":-1}}})"), "/groups/A/min");
  EXPECT_EQ(refused_at(R"({"groups":{"A":{"least":1}}})"), "/groups/A/least");
}

struct Rows {
  NumberColumn value{1.5, std::nan("")};
  TextColumn name{{0, -1}, {"a,\"b\""}};
  DayColumn day{{0, missing_day}};
  void describe(Archive& a) {
    a.column("value", value, {});
    a.column("name", name, {});
    a.column("day", day, {});
  }
};

struct Outcome {
  double total = 2;
  Rows rows;
  void describe(Archive& a) {
    a.field("total", total, {});
    a.table("rows", rows, {});
  }
};

TEST(Result, IsWrittenInlineByReferenceAndAsCsv) {
  Outcome outcome;
  const auto describe = [&](Archive& a) { outcome.describe(a); };
  EXPECT_EQ(write_result(describe, nullptr).dump(),
            R"({"scalars":{"total":2},"tables":{"rows":{"rows":2,"columns":{"value":[1.5,null],)"
            R"("name":["a,\"b\"",null],"day":["1970-01-01",null]}}}})");
  ColumnRefs refs;
  EXPECT_NE(write_result(describe, &refs).dump().find(R"("value":{"$f64":0})"), std::string::npos);
  EXPECT_EQ(refs.f64[0], &outcome.rows.value);
  EXPECT_EQ(refs.i32.size(), 2u);
  EXPECT_EQ(write_csv(describe, "rows"), "value,name,day\n1.5,\"a,\"\"b\"\"\",1970-01-01\n,,\n");
}

TEST(Result, KeepsSpreadsheetsFromRunningTexts) {
  Outcome outcome;
  outcome.rows.name = {{0, 1}, {"=1+1", "-x,y"}};
  EXPECT_EQ(write_csv([&](Archive& a) { outcome.describe(a); }, "rows"),
            "value,name,day\n1.5,'=1+1,1970-01-01\n,\"'-x,y\",\n");
}

TEST(Result, NamesTheTablesWhenOneIsAskedForThatIsNotThere) {
  Outcome outcome;
  try {
    write_csv([&](Archive& a) { outcome.describe(a); }, "row");
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.remedy.find("rows"), std::string::npos);
  }
}

}  // namespace
}  // namespace outlay
