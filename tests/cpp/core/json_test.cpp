// JSON in and out.
#include "core/json.h"

#include <gtest/gtest.h>

#include <cmath>

namespace outlay {
namespace {

TEST(Json, KeepsOrderAndValues) {
  const std::string text = R"({"b":1,"a":[true,null,"x",2.5],"c":{}})";
  EXPECT_EQ(Json::parse(text).dump(), text);
}

TEST(Json, WritesWhatIsNoNumberAsNull) { EXPECT_EQ(Json(std::nan("")).dump(), "null"); }

TEST(Json, EscapesTextAndReplacesBadUtf8) {
  EXPECT_EQ(Json("a\"\n").dump(), R"("a\"\n")");
  EXPECT_EQ(Json("\xff").dump(), "\"\xef\xbf\xbd\"");
}

void expect_refused(const std::string& text, const std::string& part) {
  try {
    Json::parse(text);
    FAIL() << text;
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::bad_param);
    EXPECT_NE(error.message.find(part), std::string::npos) << error.message;
  }
}

TEST(Json, SaysWhatIsWrong) {
  expect_refused("{\"a\":", "character");
  expect_refused("", "character");
  expect_refused("{\"a\":1,\"a\":2}", "twice");
  expect_refused(std::string(100000, '['), "nested");
}

}  // namespace
}  // namespace outlay
