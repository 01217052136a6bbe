// The separator index: known answers, and the fast path against the plain one on random bytes.
#include "ingest/csv_index.h"

#include <gtest/gtest.h>

#include <string>

#include "core/rng.h"

namespace outlay::ingest {
namespace {

std::vector<std::uint32_t> ends_of(const std::string& text, Dialect dialect = {}) {
  std::vector<std::uint32_t> ends;
  index_separators(text.data(), text.size(), dialect, ends);
  return ends;
}

using Ends = std::vector<std::uint32_t>;

TEST(CsvIndex, SkipsSeparatorsInsideQuotes) {
  EXPECT_EQ(ends_of("a,b\nc,d\n"), (Ends{1, 3, 5, 7}));
  EXPECT_EQ(ends_of("\"a,\n\",b\n"), (Ends{5, 7}));
  EXPECT_EQ(ends_of("\"a\"\",\",b"), (Ends{6}));
  EXPECT_EQ(ends_of("a;b,c\n", {';', '\n'}), (Ends{1, 5}));
}

TEST(CsvIndex, TakesStrayQuotesAsText) {
  EXPECT_EQ(ends_of("5\" screen,x\n"), (Ends{9, 11}));
  EXPECT_EQ(ends_of("\"say \"hi\" now\",x\n"), (Ends{14, 16}));
}

TEST(CsvIndex, PassesOverSpacesAroundQuotes) {
  EXPECT_EQ(ends_of("\"camp\" ,x\n"), (Ends{7, 9}));
  EXPECT_EQ(ends_of("a, \"b, c\"\n"), (Ends{1, 9}));
}

TEST(CsvIndex, TellsOfAnOpenQuote) {
  std::vector<std::uint32_t> ends;
  EXPECT_TRUE(index_separators("a,\"b\n", 5, {}, ends));
  EXPECT_FALSE(index_separators("a,\"b\"\n", 6, {}, ends));
}

// Texts of few kinds of bytes and all lengths around the block size, so that every carry between blocks is met.
TEST(CsvIndex, FastAndPlainAgree) {
  Rng rng(1, "csv_index");
  for (int round = 0; round < 20000; ++round) {
    const std::string alphabet = round % 2 ? "ab ,\n\"\r" : "abcdefgh ,,\n\"";
    std::string text(rng.below(200), ' ');
    for (char& c : text) c = alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
    std::vector<std::uint32_t> fast, plain;
    const bool fast_open = index_separators(text.data(), text.size(), {}, fast);
    const bool plain_open = index_separators_plain(text.data(), text.size(), {}, plain);
    ASSERT_EQ(fast, plain) << text;
    ASSERT_EQ(fast_open, plain_open) << text;
  }
}

}  // namespace
}  // namespace outlay::ingest
