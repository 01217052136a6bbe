// Numbers from and to text.
#include "core/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace outlay {
namespace {

TEST(Number, ReadsPlainDecimals) {
  EXPECT_EQ(parse_number("12.5"), 12.5);
  EXPECT_EQ(parse_number(" -3 "), -3);
  EXPECT_EQ(parse_number("+7"), 7);
  EXPECT_EQ(parse_number(".5"), 0.5);
  EXPECT_EQ(parse_number("1e3"), 1000);
  EXPECT_EQ(parse_number("0.1"), 0.1);
}

TEST(Number, RefusesTheRest) {
  for (const char* text : {"", " ", "-", "+", "abc", "12abc", "1,5", "1 2", "nan", "inf", "-inf", "infinity", "0x10",
                           "1e999", "--1", "+-1"}) {
    EXPECT_FALSE(parse_number(text)) << text;
  }
}

TEST(Number, TextReadsBackTheSame) {
  const double largest = std::numeric_limits<double>::max();
  for (double value : {0.1, 1.0 / 3, 1e-300, 123456789.125, 5e22, largest}) {
    EXPECT_EQ(parse_number(number_text(value)), value);
    EXPECT_EQ(parse_number(full_precision(value)), value);
  }
}

TEST(Number, WholeNumbersHaveNoPoint) {
  EXPECT_EQ(number_text(594), "594");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(2.5), "2.5");
}

}  // namespace
}  // namespace outlay
