// Numbers read eight characters at once: known answers, and agreement with the slow reader on random cells.
#include "ingest/short_number.h"

#include <gtest/gtest.h>

#include <string>

#include "core/rng.h"
#include "ingest/number_format.h"

namespace outlay::ingest {
namespace {

// NaN-free: -1 says that the text was left to the slow reader.
double read(std::string text, char mark = '.') {
  const std::size_t length = text.size();
  text.resize(length + 8, '7');  // what stands behind the cell must not matter
  double value = 0;
  return read_short_number(text.data(), length, mark, value) ? value : -1;
}

TEST(ShortNumber, ReadsDigitsWithAtMostOneMark) {
  EXPECT_EQ(read("0"), 0);
  EXPECT_EQ(read("7"), 7);
  EXPECT_EQ(read("12345678"), 12345678);
  EXPECT_EQ(read("3.14"), 3.14);
  EXPECT_EQ(read(".5"), 0.5);
  EXPECT_EQ(read("5."), 5);
  EXPECT_EQ(read("0.000001"), 0.000001);
  EXPECT_EQ(read("1234.567"), 1234.567);
  EXPECT_EQ(read("3,14", ','), 3.14);
  EXPECT_EQ(read("9999999."), 9999999);
}

TEST(ShortNumber, LeavesTheRestToTheSlowReader) {
  for (const char* text :
       {"", ".", "-1", "+1", "1.2.3", "123456789", "1e5", "12a", " 1", "1 ", "--", "/1", "1:", "1,5"}) {
    EXPECT_EQ(read(text), -1) << text;
  }
  EXPECT_EQ(read("3.14", ','), -1);
  EXPECT_EQ(read(std::string("1\0", 2)), -1);
  EXPECT_EQ(read("\xb1"), -1);
}

TEST(ShortNumber, AgreesWithTheSlowReader) {
  Rng rng(1, "short_number");
  const std::string alphabet = "0123456789.,-/:0123456789";
  int read_both = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string text(1 + rng.below(9), ' ');
    for (char& c : text) c = alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
    const char mark = round % 2 ? '.' : ',';
    const double quick = read(text, mark);
    if (quick < 0) continue;
    const NumberCell slow = read_number(text, mark);
    ASSERT_EQ(slow.kind, NumberCell::Kind::number) << text;
    ASSERT_EQ(slow.value, quick) << text;
    ++read_both;
  }
  EXPECT_GT(read_both, 10000);
}

}  // namespace
}  // namespace outlay::ingest
