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

TEST(Session, AppendsNoneOfTheTablesThatAreToStayApart) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  session.add(support::table_of("week_start,adset_id,channel,spend,clicks,ihc,pltv\n2026-11-09,C,Meta,500,400,20,60\n",
                                "sample.csv"));
  const Json result = run(session, R"({"inputs":{"performance":{"table":1}},"apart":[2]})");
  EXPECT_EQ(at(result, {"inputs", "performance", "tables"})->dump(), "[1]");
  EXPECT_EQ(*at(result, {"result", "scalars", "adsets_seen"})->number(), 2);
  EXPECT_THROW(run(session, R"({"apart":1})"), Error);
  EXPECT_THROW(run(session, R"({"apart":[1,2]})"), Error);
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

// Each entity repeats the figures of the other.
TEST(Session, UsesOneEntityOfASheetAndAddsNone) {
  const char* const sheet =
      "Entity,Operation,week_start,adset_id,channel,spend,clicks,ihc,pltv\n"
      "Campaign,,2026-11-16,A,Amazon,1400,800,30,60\n"
      "Keyword,,2026-11-16,A,Amazon,500,400,20,60\n"
      "Keyword,,2026-11-16,B,Amazon,900,400,10,60\n";
  Session session;
  session.add(support::table_of(sheet, "bulk.csv"));
  RunRequest request;
  request.tell_unused = true;
  const Json result = session.run("scoring/adsets", request, {}, nullptr);
  EXPECT_EQ(at(result, {"inputs", "performance", "tables"})->dump(), "[1]");
  EXPECT_EQ(at(result, {"inputs", "orders"}), nullptr);
  EXPECT_EQ(*at(result, {"result", "scalars", "adsets_seen"})->number(), 2);
  const std::string notices = result.find("notices")->dump();
  EXPECT_NE(notices.find(R"("code":"entity_of_sheet")"), std::string::npos) << notices;
  EXPECT_EQ(notices.find("file_unused"), std::string::npos) << notices;
  session.add(support::table_of(sheet, "next.csv"));
  EXPECT_EQ(at(run(session, "{}"), {"inputs", "performance", "tables"})->dump(), "[1,3]");
}

TEST(Session, TakesTheChannelsOfAppendedFilesFromTheirNames) {
  const std::string head = "week_start,adset_id,spend,clicks,ihc,pltv\n";
  Session session;
  session.add(support::table_of(head + "2026-11-16,A,500,400,20,60\n", "facebook.csv"));
  session.add(support::table_of(head + "2026-11-16,B,500,400,20,60\n", "google.csv"));
  const Json result = run(session, "{}");
  EXPECT_EQ(*at(result, {"inputs", "performance", "roles", "channel"})->text(), "channel");
  EXPECT_EQ(at(result, {"result", "tables", "channels", "columns", "channel"})->dump(), R"(["Facebook","Google"])");
}

TEST(Session, KeepsTheFileOfTheRestWhenItTakesTheMediaInLongForm) {
  const Held held = hold(
      std::move(
          support::table_of("DATE,revenue,tv_S,search_S\n2026-01-05,100,1,2\n2026-01-12,200,3,4\n", "m.csv").tables[0]),
      1);
  const InputSpec media{
      "media",
      "Media",
      true,
      "",
      {{"date", "Day", Kind::day, true}, {"channel", "", Kind::text, true}, {"spend", "", Kind::number, true}}};
  const FormFit fit = best_form(media, held, {});
  EXPECT_EQ(fit.form, Form::long_media);
  EXPECT_EQ(fit.missing, 0u);
  EXPECT_EQ(fit.roles.at("channel"), "channel");
  EXPECT_EQ(held.table(fit.form).rows, 4u);
  InputSpec with_target = media;
  with_target.roles.push_back({"revenue", "", Kind::number, true});
  EXPECT_EQ(best_form(with_target, held, {}).form, Form::long_with_rest);
  const InputSpec target{
      "target", "Target", true, "", {{"date", "", Kind::day, true}, {"revenue", "", Kind::number, true}}};
  EXPECT_EQ(best_form(target, held, {}).form, Form::as_read);
  EXPECT_EQ(best_form(media, held, {{"spend", "tv_S"}}).form, Form::as_read);
}

TEST(Session, WarnsAboveOnePercentSetAside) {
  const auto severity = [](int good) {
    std::string csv = "week_start,adset_id,channel,spend,clicks,ihc,pltv\n";
    for (int k = 0; k < good; ++k) csv += "2026-11-16,A" + std::to_string(k) + ",Meta,500,400,20,60\n";
    Session session;
    session.add(support::table_of(csv + "cut,off\n", "weeks.csv"));
    const Json result = run(session, "{}");
    for (const Json& notice : *result.find("notices")->array()) {
      if (*notice.find("code")->text() == "rows_set_aside") return *notice.find("severity")->text();
    }
    return std::string("none");
  };
  EXPECT_EQ(severity(98), "warning");
  EXPECT_EQ(severity(99), "info");  // 1 of 100 is not over 1%
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

TEST(Session, ExplainsARowOfTheLastResultOrOfAnother) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  ColumnRefs refs;
  run(session, "{}", &refs);
  const double* const shown = refs.f64[0]->data();
  const auto cac = [&](const char* request) {
    const Json told = session.explain("scoring/adsets", read_request(Json::parse(request)), {{"adset_id", "A"}});
    for (const Json& step : *told.find("steps")->array()) {
      if (*step.find("id")->text() != "cac") continue;
      return *(*step.find("numbers")->array())[0].find("value")->number();
    }
    return -1.0;
  };
  EXPECT_EQ(cac("{}"), 25);
  EXPECT_EQ(cac(R"({"params":{"uplift":{"Meta":2}}})"), 12.5);
  // The result on show was left as it is.
  EXPECT_EQ(refs.f64[0]->data(), shown);
  EXPECT_EQ(cac("{}"), 25);
}

TEST(Session, ExplainsADroppedRowByItsGate) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  const RunRequest request = read_request(Json::parse(R"({"params":{"min_spend":600}})"));
  const Json told = session.explain("scoring/adsets", request, {{"adset_id", "A"}});
  EXPECT_EQ(told.find("steps")->array()->size(), 2u);
  EXPECT_NE(told.dump().find("spend gate"), std::string::npos);
}

TEST(Session, RefusesToExplainWhatIsNotThere) {
  Session session;
  session.add(support::table_of(weeks, "weeks.csv"));
  EXPECT_THROW(session.explain("scoring/adsets", {}, {{"adset_id", "nope"}}), Error);
  EXPECT_THROW(session.explain("scoring/adsets", {}, {{"planet", "A"}}), Error);
  EXPECT_THROW(session.explain("scoring/adsets", {}, {}), Error);
  EXPECT_THROW(read_row(Json::parse("[]")), Error);
  EXPECT_THROW(read_row(Json::parse(R"({"adset_id":7})")), Error);
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
