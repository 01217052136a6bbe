// Explanations of channels, and credits as other analyses take them.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "core/error.h"
#include "session/session.h"
#include "support/explained.h"
#include "support/reference.h"

namespace outlay::attribution {
namespace {

// Six users over three weeks; "Search" is part of another channel's name; Bots never converts.
constexpr const char* log_text =
    "user_id,timestamp,channel,conversion,conversion_value,cost\n"
    "a,2026-03-02 09:00,Search,0,,2\na,2026-03-10 09:00,Search Brand,1,40,1\n"
    "b,2026-03-03 09:00,Social,0,,3\nb,2026-03-17 09:00,Search,1,60,2\n"
    "c,2026-03-04 09:00,Search,1,50,2\nd,2026-03-11 09:00,Social,0,,3\nd,2026-03-12 09:00,Bots,0,,1\n"
    "e,2026-03-18 09:00,Social,0,,3\ne,2026-03-18 10:00,Search Brand,1,30,1\nf,2026-03-19 09:00,Bots,0,,1\n";

class Attributed {
 public:
  explicit Attributed(const char* text = log_text) { session_.add(support::table_of(text, "log.csv")); }

  Json told(const RowKey& row, const char* params = R"({"bootstrap":50})") {
    RunRequest request;
    request.params = Json::parse(params);
    return session_.explain("attribution/paths", request, row);
  }
  Json run(const char* params) {
    RunRequest request;
    request.params = Json::parse(params);
    return session_.run("attribution/paths", request, {}, nullptr);
  }
  Session& session() { return session_; }

 private:
  Session session_;
};

double number_in(const Json& told, const std::string& step, const std::string& name) {
  for (const Json& one : *told.find("steps")->array()) {
    if (*one.find("id")->text() != step) continue;
    for (const Json& number : *one.find("numbers")->array()) {
      if (*number.find("name")->text() == name)
        return number.find("value")->is_null() ? NAN : *number.find("value")->number();
    }
  }
  ADD_FAILURE() << "no " << step << "." << name;
  return NAN;
}

// Each line of a CSV by the names of its header.
std::vector<std::map<std::string, std::string>> records(const std::string& csv) {
  std::vector<std::string> names;
  std::vector<std::map<std::string, std::string>> out;
  std::size_t at = 0;
  while (at < csv.size()) {
    const std::size_t end = csv.find('\n', at);
    const std::string line = csv.substr(at, end - at) + ",";
    std::map<std::string, std::string> record;
    std::size_t cell = 0;
    for (std::size_t column = 0; cell < line.size(); ++column) {
      const std::size_t comma = line.find(',', cell);
      const std::string text = line.substr(cell, comma - cell);
      if (out.empty() && names.size() == column) names.push_back(text);
      record[names[column]] = text;
      cell = comma + 1;
    }
    out.push_back(std::move(record));
    at = end + 1;
  }
  out.erase(out.begin());
  return out;
}

TEST(ChannelExplained, CountsAChannelByItselfNotByAPartOfAName) {
  Attributed log;
  const Json told = log.told({{"channel", "Search"}});
  EXPECT_EQ(number_in(told, "part", "conversions"), 3);
  EXPECT_EQ(number_in(told, "part", "last"), 2);
  EXPECT_EQ(number_in(told, "paths", "paths"), 3);
  EXPECT_EQ(number_in(log.told({{"channel", "Search Brand"}}), "paths", "paths"), 2);
}

TEST(ChannelExplained, SpeaksOfTheModelAskedForOrOfTheChain) {
  Attributed log;
  const double chain = number_in(log.told({{"channel", "Social"}}), "last_touch", "own");
  const double same = number_in(log.told({{"channel", "Social"}, {"model", "markov"}}), "last_touch", "own");
  const double linear = number_in(log.told({{"channel", "Social"}, {"model", "linear"}}), "last_touch", "own");
  EXPECT_EQ(chain, same);
  EXPECT_DOUBLE_EQ(linear, 60 / 2.0 + 30 / 2.0);
  EXPECT_THROW(log.told({{"model", "markov"}}), Error);
  EXPECT_THROW(log.told({{"channel", "social"}}), Error);
}

TEST(ChannelExplained, SaysWhichModelsWereNotRun) {
  Attributed log;
  const char* params = R"({"models":"linear","bootstrap":0})";
  const std::string told = log.told({{"channel", "Social"}}, params).dump();
  EXPECT_NE(told.find("The Markov chain was not run."), std::string::npos);
  EXPECT_NE(told.find("Last touch was not run."), std::string::npos);
  EXPECT_EQ(told.find("{own}"), std::string::npos);
}

TEST(ChannelExplained, AnExperimentIsTrustedOverTheModel) {
  Attributed log;
  const Json told = log.told({{"channel", "Social"}}, R"({"experiment":{"Social":0.5},"bootstrap":0})");
  EXPECT_EQ(number_in(told, "trust", "proven"), 0.5);
}

TEST(Credits, WeeksOfAModelSumToItsCreditsAndItsSpend) {
  Attributed log;
  log.run(R"({"bootstrap":0})");
  std::map<std::string, double> by_week, spend, total;
  for (const auto& row : records(log.session().csv("credits"))) {
    by_week[row.at("model") + row.at("channel")] += std::stod(row.at("ihc"));
    spend[row.at("model") + row.at("channel")] += std::stod(row.at("spend"));
    EXPECT_FALSE(row.at("week_start").empty());
  }
  for (const auto& row : records(log.session().csv("channels"))) {
    const std::string key = row.at("model") + row.at("channel");
    EXPECT_NEAR(by_week[key], std::stod(row.at("conversions")), 1e-9) << key;
    EXPECT_DOUBLE_EQ(spend[key], std::stod(row.at("spend"))) << key;
    ++total[row.at("model")];
  }
  EXPECT_EQ(total.size(), 13u);
}

TEST(Credits, LieOnTheWeeksOfTheTouches) {
  Attributed log;
  log.run(R"({"models":"linear","bootstrap":0})");
  std::map<std::string, double> ihc;
  for (const auto& row : records(log.session().csv("credits"))) {
    ihc[row.at("channel") + " " + row.at("week_start")] = std::stod(row.at("ihc"));
    if (row.at("channel") == "Search") EXPECT_NEAR(std::stod(row.at("pltv")), (20 + 30 + 50) / 2.0, 1e-9);
  }
  EXPECT_DOUBLE_EQ(ihc["Search 2026-03-02"], 1.5);
  EXPECT_DOUBLE_EQ(ihc["Search 2026-03-16"], 0.5);
  EXPECT_DOUBLE_EQ(ihc["Search Brand 2026-03-09"], 0.5);
  EXPECT_EQ(ihc.count("Search 2026-03-09"), 0u);
}

TEST(Credits, AreWhatScoringAndReallocationTakeAsTheirConversions) {
  Attributed log;
  log.run(R"({"models":"linear","bootstrap":0})");
  Session other;
  other.add(support::table_of(log.session().csv("credits"), "credits.csv"));
  RunRequest open_gates;
  open_gates.params = Json::parse(R"({"min_spend":0,"min_clicks":0,"min_ihc":0})");
  const Json scored = other.run("scoring/adsets", open_gates, {}, nullptr);
  EXPECT_EQ(*scored.find("grade")->text(), "attributed");
  EXPECT_EQ(*scored.find("inputs")->find("performance")->find("roles")->find("ihc")->text(), "ihc");
  const Json moved = other.run("budget/reallocate", {}, {}, nullptr);
  const Json& roles = *moved.find("inputs")->find("campaigns")->find("roles");
  EXPECT_EQ(*roles.find("conversions")->text(), "ihc");
  EXPECT_EQ(*roles.find("cost")->text(), "spend");
  // Four conversions in three weeks.
  EXPECT_NEAR(*moved.find("result")->find("scalars")->find("baseline_conversions")->number(), 4.0 / 3, 1e-9);
}

TEST(Credits, WithoutTimesStandInOneRowAChannel) {
  Attributed table("path,total_conversions,total_conversion_value,total_null\nA > B,3,90,5\nB,2,40,9\n");
  table.run(R"({"models":"first","bootstrap":0})");
  const auto rows = records(table.session().csv("credits"));
  ASSERT_EQ(rows.size(), 2u);
  for (const auto& row : rows) EXPECT_TRUE(row.at("week_start").empty());
  EXPECT_EQ(rows[0].at("channel"), "B");
  EXPECT_EQ(std::stod(rows[0].at("clicks")), 19);
  EXPECT_EQ(std::stod(rows[0].at("ihc")), 2);
}

}  // namespace
}  // namespace outlay::attribution
