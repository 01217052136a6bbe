// The separator index: known answers, and the fast path against the plain one on random bytes.
#include "ingest/csv_index.h"

#include <gtest/gtest.h>

#include <string>

#include "core/rng.h"

namespace outlay::ingest {
namespace {

using Ends = std::vector<std::uint32_t>;

Ends ends_in(const Separators& found) {
  return Ends(found.ends.begin() + 1, found.ends.begin() + static_cast<std::ptrdiff_t>(found.count));
}

Separators separators_of(const std::string& text, Dialect dialect = {}) {
  Separators found;
  index_separators(text.data(), text.size(), dialect, found);
  return found;
}

Ends ends_of(const std::string& text, Dialect dialect = {}) { return ends_in(separators_of(text, dialect)); }

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
  EXPECT_TRUE(separators_of("a,\"b\n").is_open);
  EXPECT_FALSE(separators_of("a,\"b\"\n").is_open);
}

TEST(CsvIndex, TellsWhereRecordsEnd) {
  const Separators found = separators_of("a,b\n\"c\n\",d\n");
  EXPECT_EQ(found.records, (Ends{2, 4}));
  EXPECT_EQ(found.newlines, 3u);
}

// Texts of few kinds of bytes and all lengths around the block size, so that every carry between blocks is met.
TEST(CsvIndex, FastAndPlainAgree) {
  Rng rng(1, "csv_index");
  Separators fast, plain;
  for (int round = 0; round < 20000; ++round) {
    const std::string alphabet = round % 2 ? "ab ,\n\"\r" : "abcdefgh ,,\n\"";
    std::string text(rng.below(200), ' ');
    for (char& c : text) c = alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
    index_separators(text.data(), text.size(), {}, fast);  // what it held before must not matter
    index_separators_plain(text.data(), text.size(), {}, plain);
    ASSERT_EQ(ends_in(fast), ends_in(plain)) << text;
    ASSERT_EQ(fast.records, plain.records) << text;
    ASSERT_EQ(fast.newlines, plain.newlines) << text;
    ASSERT_EQ(fast.is_open, plain.is_open) << text;
  }
}

}  // namespace
}  // namespace outlay::ingest
