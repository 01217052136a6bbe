// Single cells.
#include "ingest/cells.h"

#include <gtest/gtest.h>

#include "ingest/dictionary.h"

namespace outlay::ingest {
namespace {

TEST(Cells, Unquoting) {
  std::string scratch;
  EXPECT_EQ(unquoted("\"a \"\"b\"\" c\"", scratch), "a \"b\" c");
  EXPECT_EQ(unquoted("\"a,b\"", scratch), "a,b");
  EXPECT_EQ(unquoted("\"", scratch), "\"");
  EXPECT_EQ(unquoted("a\"b", scratch), "a\"b");
  EXPECT_EQ(unquoted(" \"b, c\" ", scratch), "b, c");
  EXPECT_EQ(unquoted("\"\"", scratch), "");
}

TEST(Cells, MissingMarks) {
  for (const char* text : {"", "  ", "--", " --", "-", "NA", "n/a", "NULL", "NaN"})
    EXPECT_TRUE(is_missing(text)) << text;
  for (const char* text : {"0", "none", "(not set)", "nano", "---"}) EXPECT_FALSE(is_missing(text)) << text;
}

TEST(Cells, Ids) {
  for (const char* text : {"120210587769770455", "007", "00"}) EXPECT_TRUE(looks_like_id(text)) << text;
  for (const char* text : {"0", "12", "1.5", "", "123456789012345", "0.5"}) EXPECT_FALSE(looks_like_id(text)) << text;
}

TEST(Dictionary, GivesCodesInOrderOfAppearance) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.code_of("b"), 0);
  EXPECT_EQ(dictionary.code_of("a"), 1);
  EXPECT_EQ(dictionary.code_of("b"), 0);
  EXPECT_EQ(dictionary.code_of(""), 2);
}

TEST(Dictionary, HoldsManySequentialIds) {
  Dictionary dictionary;
  const auto id = [](int i) { return std::to_string(120210587700000000 + i); };
  for (int i = 0; i < 200000; ++i) ASSERT_EQ(dictionary.code_of(id(i)), i);
  for (int i = 0; i < 200000; i += 7) ASSERT_EQ(dictionary.code_of(id(i)), i);
}

}  // namespace
}  // namespace outlay::ingest
