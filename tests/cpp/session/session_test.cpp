// The session: choosing tables and columns, running, and answering in JSON.
#include "session/session.h"

#include <gtest/gtest.h>

#include "support/reference.h"

namespace outlay {
namespace {

const char* const weeks =
    "week_start,adset_id,channel,spend,clicks,ihc,pltv\n2026-11-16,A,Meta,500,400,20,60\n2026-11-16,B,Meta,900,400,10,"
    "60\n";
const char* const orders = "Channel,Orders\nMeta,45\n";

Json run(Session& session, const std::string& request, ColumnRefs* refs = nullptr) {
  return session.run("scoring/adsets", read_request(Json::parse(request)), {}, refs);
}

const Json* at(const Json& json, std::initializer_list<const char*> path) {
  const Json* value = &json;
  for (const char* key : path) value = value ? value->find(key) : nullptr;
  return value;
}

TEST(Session, ReportsOnAFile) {
  Session session;
  const Json report = session.add(support::table_of(weeks, "weeks.csv"));
  const Json& table = (*report.find("tables")->array())[0];
  EXPECT_EQ(*table.find("rows")->number(), 2);
  EXPECT_EQ(*at(table, {"period", "from"})->text(), "2026-11-16");
  EXPECT_EQ(*(*table.find("columns")->array())[1].find("role")->text(), "adset_id");
  EXPECT_EQ(
      session.preview(1, 1, 5).dump(),
      R"({"columns":["week_start","adset_id","channel","spend","clicks","ihc","pltv"],"rows":[["2026-11-16","B","Meta","900","400","10","60"]]})");
}

TEST(Session, GivesEachInputTheTableThatSuitsIt) {
  Session session;
  session.add(support::table_of(orders, "orders.csv"));
  session.add(support::table_of(weeks, "weeks.csv"));
  const Json result = run(session, "{}");
  EXPECT_EQ(*at(result, {"inputs", "performance", "table"})->number(), 2);
  EXPECT_EQ(*at(result, {"inputs", "orders", "table"})->number(), 1);
  // 45 true orders for 30 attributed ones.
  EXPECT_EQ(at(result, {"result", "tables", "channels", "columns", "uplift"})->dump(), "[1.5]");
}

TEST(Session, AppendsFilesOfOneKind) {
  Session session;
  session.add(support::table_of(weeks, "second.csv"));
  session.add(support::table_of("week_start,adset_id,channel,spend,clicks,ihc,pltv\n2026-11-09,C,Meta,500,400,20,60\n",
                                "first.csv"));
  const Json result = run(session, "{}");
  EXPECT_EQ(*at(result, {"result", "scalars", "adsets_seen"})->number(), 3);
  EXPECT_EQ(at(result, {"inputs", "performance", "tables"})->dump(), "[1,2]");
  EXPECT_NE(result.find("notices")->dump().find("files_appended"), std::string::npos);
}

TEST(Session, LeavesAnInputWithoutTableWhenAsked) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  session.add(support::table_of(orders, "orders.csv"));
  const Json result = run(session, R"({"inputs":{"orders":{"table":null}}})");
  EXPECT_EQ(at(result, {"inputs", "orders"}), nullptr);
  EXPECT_EQ(at(result, {"result", "tables", "channels", "columns", "uplift"})->dump(), "[1]");
}

TEST(Session, CarriesTheDoubtsOfReadingIntoTheResult) {
  Session session;
  session.add(support::table_of(std::string(weeks) + "2026-11-16,D,Meta,1,234.5,4,1,60\n", "weeks.csv"));
  const std::string notices = run(session, "{}").find("notices")->dump();
  EXPECT_NE(notices.find(R"("code":"rows_set_aside","severity":"warning")"), std::string::npos) << notices;
}

TEST(Session, TellsOfAColumnThatFitsAsWell) {
  const char* const twice = "week_start,adset_id,spend,clicks,ihc,pltv,Spend\n2026-11-16,A,500,400,20,60,7\n";
  Session session;
  session.add(support::table_of(twice, "weeks.csv"));
  EXPECT_NE(run(session, "{}").find("notices")->dump().find("column_ambiguous"), std::string::npos);
  const std::string chosen = R"({"inputs":{"performance":{"roles":{"spend":"Spend"}}}})";
  EXPECT_EQ(run(session, chosen).find("notices")->dump().find("column_ambiguous"), std::string::npos);
}

TEST(Session, SaysWhatIsMissing) {
  Session session;
  session.add(support::table_of("adset_id,spend\nA,1\n", "weeks.csv"));
  const Json suits = session.suits({1, 99});
  EXPECT_NE(suits.dump().find(R"("enough":false)"), std::string::npos);
  EXPECT_NE(suits.dump().find(R"("missing_roles":["week_start","clicks","ihc","pltv"])"), std::string::npos);
}

TEST(Session, OneOfTheInputsThatStandInForEachOtherIsEnough) {
  const auto enough = [](const char* csv) {
    Session session;
    session.add(support::table_of(csv, "some.csv"));
    const Json suits = session.suits({1});
    for (const Json& one : *suits.array()) {
      if (*one.find("analysis")->text() == "attribution/paths") return *one.find("enough")->boolean();
    }
    return false;
  };
  EXPECT_FALSE(enough(weeks));
  EXPECT_TRUE(enough("path,total_conversions\nA > B,2\n"));
  EXPECT_TRUE(enough("user_id,timestamp,channel,conversion\nu,2026-03-01,A,1\n"));
}

void expect_error(Session& session, const std::string& request, ErrorCode code) {
  try {
    run(session, request);
    FAIL() << request;
  } catch (const Error& error) {
    EXPECT_EQ(error.code, code) << error.message;
    EXPECT_FALSE(error.remedy.empty());
  }
}

TEST(Session, RefusesWithAReason) {
  Session session;
  expect_error(session, "{}", ErrorCode::not_enough_data);
  session.add(support::table_of(weeks, "weeks.csv"));
  expect_error(session, "[]", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":[]})", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":{"performance":{"table":9}}})", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":{"performance":{"table":1e300}}})", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":{"performance":{"table":1.5}}})", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":{"performance":{"table":1,"roles":{"spend":7}}}})", ErrorCode::bad_param);
  expect_error(session, R"({"inputs":{"performance":{"table":1,"roles":{"spend":""}}}})", ErrorCode::bad_column);
  expect_error(session, R"({"inputs":{"performance":{"table":1,"roles":{"spend":"nope"}}}})", ErrorCode::bad_column);
  expect_error(session, R"({"params":7})", ErrorCode::bad_param);
  EXPECT_THROW(session.csv("adsets"), Error);
  EXPECT_THROW(session.run("scoring/none", {}, {}, nullptr), Error);
}

TEST(Session, KeepsColumnsForTheBoundary) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  ColumnRefs refs;
  run(session, "{}", &refs);
  EXPECT_FALSE(refs.f64.empty());
  EXPECT_NE(session.csv("adsets").find("estimated_cac"), std::string::npos);
}

TEST(Session, CanBeCancelled) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  try {
    session.run(
        "scoring/adsets", {}, [](double, std::string_view) { return false; }, nullptr);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::cancelled);
  }
}

TEST(Catalogue, NamesEveryFieldInWords) {
  const Json all = catalogue();
  for (const Json& analysis : *all.find("analyses")->array()) {
    for (const Json& field : *analysis.find("parameters")->array()) {
      EXPECT_FALSE(field.find("label")->text()->empty()) << field.dump();
      EXPECT_FALSE(field.find("help")->text()->empty()) << field.dump();
    }
    for (const Json& table : *at(analysis, {"results", "tables"})->array()) {
      for (const Json& column : *table.find("columns")->array())
        EXPECT_FALSE(column.find("label")->text()->empty()) << column.dump();
    }
  }
}

}  // namespace
}  // namespace outlay
