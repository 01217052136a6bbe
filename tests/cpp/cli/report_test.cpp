// outlay report: files by their endings, the same words as the page, and clear refusals.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "core/json.h"
#include "support/command.h"

namespace outlay {
namespace {

class Report : public support::Command {
 protected:
  // Another build of the command, such as the sanitized one, has no writers beside it.
  static bool has_writers() {
    struct stat info {};
    const std::string command = OUTLAY_COMMAND;
    return stat((command.substr(0, command.rfind('/')) + "/report.mjs").c_str(), &info) == 0 &&
           std::system("node --version >/dev/null 2>&1") == 0;
  }
};

TEST_F(Report, WritesEachFormByItsEnding) {
  if (!has_writers()) GTEST_SKIP() << "skipped: no report.mjs beside the command, or no Node";
  ASSERT_EQ(
      run("report scoring/adsets performance=weeks.csv --out r.xlsx --out r.md --out r.json --out r.txt --out "
          "r.csv --title 'Monday | scores' --link 'https://example.org/?a=1&b=2' --currency EUR --set dead_zone=0"),
      0)
      << err;
  EXPECT_EQ(out, "");
  EXPECT_EQ(err, "");
  EXPECT_EQ(written("r.xlsx").substr(0, 4), "PK\x03\x04");
  EXPECT_NE(written("r.md").find("Monday \\| scores"), std::string::npos);
  EXPECT_NE(written("r.md").find("weeks: 2 rows"), std::string::npos);
  const Json slack = Json::parse(written("r.json"));
  const std::string headline = *slack.find("text")->text();
  EXPECT_EQ(headline,
            "Scale 1 adset, reduce 1: \xe2\x82\xac"
            "900 a week is spent above break-even");
  EXPECT_EQ(*slack.find("blocks")->array()->front().find("type")->text(), "header");
  EXPECT_NE(written("r.txt").find(headline), std::string::npos);
  EXPECT_NE(written("r.txt").find("https://example.org/?a=1&b=2"), std::string::npos);
  EXPECT_EQ(written("r.csv").substr(0, 13), "campaign_name");
}

TEST_F(Report, WritesCsvWithoutNode) {
  EXPECT_EQ(run_as("OUTLAY_NODE=/absent '" OUTLAY_COMMAND "'", "report scoring/adsets weeks.csv --out r.csv"), 0)
      << err;
  EXPECT_EQ(run("report scoring/adsets weeks.csv --table channels --out c.csv"), 0);
  EXPECT_EQ(written("c.csv").substr(0, 8), "channel,");
}

TEST_F(Report, SaysWhatIsMissing) {
  EXPECT_EQ(run_as("cp '" OUTLAY_COMMAND "' . && ./outlay", "report scoring/adsets weeks.csv --out r.md"), 1);
  EXPECT_EQ(error_code(), "bad_file");
  EXPECT_NE(err.find("npm run build:cli"), std::string::npos);
  EXPECT_EQ(run_as("OUTLAY_NODE=/absent '" OUTLAY_COMMAND "'", "report scoring/adsets weeks.csv --out r.md"), 1);
  EXPECT_EQ(error_code(), "bad_file");
  EXPECT_NE(err.find("OUTLAY_NODE"), std::string::npos);
}

TEST_F(Report, RefusesAsTheOtherCommandsDo) {
  if (!has_writers()) GTEST_SKIP() << "skipped: no report.mjs beside the command, or no Node";
  EXPECT_EQ(run("report scoring/adsets weeks.csv --out r.md --set max_weeks=2"), 1);
  EXPECT_EQ(error_code(), "bad_param");
  EXPECT_EQ(run("report scoring/adsets absent.csv --out r.md"), 1);
  EXPECT_EQ(error_code(), "bad_file");
  EXPECT_EQ(run("report scoring/adsets weeks.csv --out absent/r.md"), 1);
  EXPECT_EQ(error_code(), "bad_file");
  EXPECT_EQ(run("report scoring/adsets weeks.csv --out r.csv --table none"), 1);
  write("broken", "#!/bin/sh\ncat >/dev/null\nexit 7\n");
  EXPECT_EQ(run_as("chmod +x broken && OUTLAY_NODE=./broken '" OUTLAY_COMMAND "'",
                   "report scoring/adsets weeks.csv --out r.md"),
            1);
  EXPECT_EQ(error_code(), "internal");
}

TEST_F(Report, ExplainsItsUse) {
  for (const char* arguments :
       {"report", "report scoring/adsets", "report scoring/adsets weeks.csv",
        "report scoring/adsets weeks.csv --out r.pdf", "report scoring/adsets weeks.csv --out -",
        "report scoring/adsets weeks.csv --out r.md --link javascript:x"}) {
    EXPECT_EQ(run(arguments), 2) << arguments;
    EXPECT_NE(err.find("outlay report"), std::string::npos);
  }
}

}  // namespace
}  // namespace outlay
