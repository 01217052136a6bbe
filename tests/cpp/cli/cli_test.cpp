// The command itself: what it prints, where, and with which exit code.
#include <gtest/gtest.h>

#include <string>

#include "core/json.h"
#include "support/command.h"

namespace outlay {
namespace {

using Cli = support::Command;

TEST_F(Cli, ListsAndDescribes) {
  EXPECT_EQ(run("list"), 0);
  EXPECT_NE(out.find("scoring/adsets"), std::string::npos);
  EXPECT_EQ(run("describe scoring/adsets"), 0);
  EXPECT_NE(out.find("\"dead_zone\""), std::string::npos);
  EXPECT_EQ(run("describe --all"), 0);
  EXPECT_EQ(run("--help"), 0);
  EXPECT_NE(out.find("Exit code"), std::string::npos);
  EXPECT_EQ(run("--version"), 0);
}

TEST_F(Cli, ExplainsARow) {
  EXPECT_EQ(run("explain scoring/adsets weeks.csv --row adset_id=A"), 0);
  EXPECT_EQ(*Json::parse(out).find("title")->text(), "A");
  EXPECT_EQ(run("explain scoring/adsets weeks.csv --row adset_id=Z"), 1);
  EXPECT_EQ(error_code(), "bad_param");
  EXPECT_EQ(run("explain scoring/adsets weeks.csv"), 2);
}

TEST_F(Cli, TellsWhereTheTimeGoes) {
  EXPECT_EQ(run("run scoring/adsets weeks.csv --times --table adsets"), 0);
  for (const char* phase : {"reading", "estimating", "ranking", "MB at most"})
    EXPECT_NE(err.find(phase), std::string::npos) << phase;
  EXPECT_EQ(out.compare(0, 13, "campaign_name"), 0);
}

TEST_F(Cli, Inspects) {
  EXPECT_EQ(run("inspect weeks.csv"), 0);
  EXPECT_EQ(Json::parse(out).find("files")->array()->size(), 1u);
}

TEST_F(Cli, RunsToJsonAndCsv) {
  EXPECT_EQ(run("run scoring/adsets weeks.csv --set dead_zone=0.2 --set scale=p95"), 0);
  const Json result = Json::parse(out);
  EXPECT_EQ(*result.find("params")->find("dead_zone")->number(), 0.2);
  EXPECT_EQ(err, "");
  EXPECT_EQ(run("run scoring/adsets performance=weeks.csv --table channels --set 'uplift={\"Meta\":2}'"), 0);
  EXPECT_NE(out.find("\nMeta,2,2,0,1400,800,60,"), std::string::npos) << out;
  EXPECT_EQ(run("run scoring/adsets weeks.csv --table adsets --out scores.csv"), 0);
  EXPECT_EQ(out, "");
  EXPECT_NE(written("scores.csv").find("estimated_cac"), std::string::npos);
}

TEST_F(Cli, TakesParametersFromAFileAndOptionsWin) {
  write("params.json", R"({"dead_zone": 0.3, "min_spend": 5})");
  EXPECT_EQ(run("run scoring/adsets weeks.csv --params params.json --set dead_zone=0.4"), 0);
  EXPECT_EQ(*Json::parse(out).find("params")->find("dead_zone")->number(), 0.4);
  EXPECT_EQ(*Json::parse(out).find("params")->find("min_spend")->number(), 5);
}

TEST_F(Cli, MapsRoles) {
  write("odd.csv", "d,who,money,c,o,worth\n2026-11-16,A,500,400,20,60\n");
  EXPECT_EQ(run("run scoring/adsets odd.csv"), 1);
  EXPECT_EQ(error_code(), "bad_column");
  EXPECT_NE(err.find("\"hint\":\"--map "), std::string::npos) << err;
  EXPECT_EQ(run("run scoring/adsets odd.csv --map week_start=d --map adset_id=who --map performance.spend=money "
                "--map clicks=c --map ihc=o --map pltv=worth --table adsets"),
            0)
      << err;
  EXPECT_EQ(run("run scoring/adsets odd.csv --map nothing=d"), 1);
}

TEST_F(Cli, TellsOfAFileThatNoInputTook) {
  write("other.csv", "Something,Else\na,b\n");
  EXPECT_EQ(run("run scoring/adsets weeks.csv other.csv --table adsets"), 0);
  EXPECT_NE(err.find("file_unused"), std::string::npos);
  EXPECT_EQ(run("run scoring/adsets performance=weeks.csv performance=other.csv --table adsets"), 0);
  EXPECT_NE(err.find("file_unused"), std::string::npos);
}

TEST_F(Cli, ReadsWhatTheDataLeavesOpenAsTold) {
  write("open.csv", "Date,Campaign,Clicks\n01/02/2026,A,1\n02/02/2026,A,2\n");
  EXPECT_EQ(run("inspect open.csv"), 0);
  EXPECT_NE(out.find("date_order_open"), std::string::npos);
  EXPECT_EQ(run("inspect open.csv --date-order dmy"), 0);
  EXPECT_NE(out.find("2026-02-01"), std::string::npos);
  EXPECT_EQ(run("inspect open.csv --date-order ymd"), 1);
}

TEST_F(Cli, AnswersBadInputWithItsPlace) {
  const auto line_of = [&](const std::string& text) {
    write("bad.csv", text);
    EXPECT_EQ(run("inspect bad.csv"), 1);
    const Json answer = Json::parse(err);
    const Json* line = answer.find("error")->find("where")->find("line");
    return line ? static_cast<int>(*line->number()) : 0;
  };
  EXPECT_EQ(line_of("a,b\n1,2\n\"3,4\n"), 3);            // a quote that is never closed
  EXPECT_EQ(line_of(std::string("a,b\n1,\0\n", 8)), 1);  // NUL bytes
  EXPECT_EQ(line_of("PK\x03\x04 workbook"), 1);
  EXPECT_EQ(line_of("a,b\n1,2,3\n4\n"), 2);  // no row fits
  std::string wide = "c";
  for (int i = 0; i < 10001; ++i) wide += ",c";
  EXPECT_EQ(line_of(wide + "\n" + wide + "\n"), 1);  // too many columns
  write("latin.csv", "Campanha;Custo\nVers\xe3o;1,50\n");
  EXPECT_EQ(run("inspect latin.csv"), 0);
  EXPECT_NE(out.find("windows-1252"), std::string::npos);
  write("cut.csv", "week_start,adset_id,spend\n2026-11-16,A,5\n2026-11-16,B");  // cut off in the middle of a row
  EXPECT_EQ(run("inspect cut.csv"), 0);
  EXPECT_NE(out.find("2 fields where the header has 3"), std::string::npos);
  write("long.csv", "a,b\n" + std::string(1 << 20, 'x') + ",1\n");
  EXPECT_EQ(run("inspect long.csv"), 0);
}

TEST_F(Cli, ListsWhatItSetAsideAndWarnsOfMuch) {
  write("ragged.csv", support::read_file(folder_ + "weeks.csv") + "2026-11-16,C\n2026-11-16,D,Meta,1,2,3,4,5\n");
  EXPECT_EQ(run("inspect ragged.csv"), 0);
  EXPECT_NE(out.find("\"set_aside_count\": 2"), std::string::npos) << out;
  EXPECT_NE(out.find("\"line\": 4"), std::string::npos);
  EXPECT_NE(out.find("2026-11-16,D,Meta,1,2,3,4,5"), std::string::npos);
  EXPECT_EQ(run("run scoring/adsets ragged.csv --table adsets"), 0);
  EXPECT_NE(err.find(R"("code":"rows_set_aside","severity":"warning")"), std::string::npos) << err;
}

TEST_F(Cli, ReadsInvalidUtf8WithoutLosingTheRow) {
  write("broken.csv", "week_start,adset_id\n2026-11-16,caf\xc3\xa9\n2026-11-16,caf\xc3\n");
  EXPECT_EQ(run("inspect broken.csv"), 0) << err;
  EXPECT_NE(out.find("\"rows\": 2"), std::string::npos);
  EXPECT_NO_THROW(Json::parse(out));
}

// The sanitizers take more address space than any limit leaves.
#ifndef OUTLAY_IS_SANITIZED
TEST_F(Cli, SaysThatAFileIsLargerThanTheMemory) {
  std::string text = "a,b\n";
  for (int k = 0; k < 2000000; ++k) text += "1,2\n";
  write("big.csv", text);
  const std::string command =
      "cd '" + folder_ + "' && ulimit -v 30000 && '" OUTLAY_COMMAND "' inspect big.csv >out.txt 2>err.txt </dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
  err = support::read_file(folder_ + "err.txt");
  EXPECT_EQ(error_code(), "bad_file") << err;
  EXPECT_NE(err.find("not enough memory"), std::string::npos);
  EXPECT_NE(err.find("Export fewer"), std::string::npos);
}
#endif

TEST_F(Cli, SaysTheShapeAndLeavesItWhenAsked) {
  write("actions.csv",
        "ad_id,date,action_type,value\n1,2026-01-05,purchase,4\n1,2026-01-05,omni_purchase,5\n"
        "1,2026-01-05,link_click,9\n");
  EXPECT_EQ(run("inspect actions.csv"), 0);
  EXPECT_NE(out.find("\"done\": \"pivoted\""), std::string::npos) << out;
  EXPECT_NE(out.find("\"passed_over\": \"purchase\""), std::string::npos);
  EXPECT_NE(out.find("\"rows\": 1"), std::string::npos);
  EXPECT_EQ(run("inspect actions.csv --shape as_is"), 0);
  EXPECT_NE(out.find("actions_as_rows"), std::string::npos);
  EXPECT_EQ(run("inspect actions.csv --shape square"), 1);
  EXPECT_EQ(error_code(), "bad_param");
  write("mmm.csv", "DATE,revenue,tv_S,search_S\n2026-01-05,100,1,2\n2026-01-12,200,3,4\n");
  EXPECT_EQ(run("inspect mmm.csv"), 0);
  EXPECT_NE(out.find("\"kind\": \"wide_media\""), std::string::npos);
  EXPECT_EQ(run("inspect mmm.csv --shape long"), 0);
  EXPECT_NE(out.find("\"rows\": 6"), std::string::npos) << out;
}

TEST_F(Cli, RefusesDataAndParametersWithOneJsonError) {
  EXPECT_EQ(run("run scoring/adsets weeks.csv --set max_weeks=2"), 1);
  EXPECT_EQ(error_code(), "bad_param");
  EXPECT_EQ(run("run scoring/adsets weeks.csv --set 'uplift={\"Meta\":-1}'"), 1);
  EXPECT_EQ(*Json::parse(err).find("error")->find("where")->find("parameter")->text(), "/uplift/Meta");
  EXPECT_EQ(run("run scoring/adsets weeks.csv --set 'uplift={\"Meta\"'"), 1);
  EXPECT_EQ(run("run scoring/adsets absent.csv"), 1);
  EXPECT_EQ(error_code(), "bad_file");
  EXPECT_EQ(run("run scoring/adsets ."), 1);
  EXPECT_EQ(run("run scoring/none weeks.csv"), 1);
  EXPECT_EQ(run("run scoring/adsets weeks.csv --table none"), 1);
  EXPECT_EQ(run("run scoring/adsets weeks.csv --out absent/x.json"), 1);
  EXPECT_EQ(out, "");
}

TEST_F(Cli, ExplainsItsUse) {
  for (const char* arguments : {"", "dance", "run", "run scoring/adsets", "run scoring/adsets weeks.csv --set x",
                                "--wrong", "describe", "inspect", "run scoring/adsets weeks.csv --table"}) {
    EXPECT_EQ(run(arguments), 2) << arguments;
    EXPECT_NE(err.find("outlay run"), std::string::npos);
  }
}

}  // namespace
}  // namespace outlay
