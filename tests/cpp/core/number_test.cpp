// Numbers from and to text.
#include "core/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "core/rng.h"

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

// The short way must give the very double that the library gives.
TEST(Number, ShortDecimalsAreTheNearestDoubles) {
  Rng rng(1, "number");
  for (int round = 0; round < 200000; ++round) {
    std::string text = std::to_string(rng.below(1u << 31));
    if (rng.below(2)) text += std::to_string(rng.below(100000));
    if (rng.below(4)) text.insert(rng.below(static_cast<std::uint32_t>(text.size() + 1)), ".");
    ASSERT_EQ(parse_number(text), std::strtod(text.c_str(), nullptr)) << text;
  }
}

TEST(Number, RefusesTheRest) {
  for (const char* text : {"", " ", ".", "1.2.3", "-", "+", "abc", "12abc", "1,5", "1 2", "nan", "inf", "-inf",
                           "infinity", "0x10", "1e999", "--1", "+-1"}) {
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

// The library's shortest text and the one found by trying must not differ, or two builds would.
TEST(Number, TextHasTheFewestDigitsThatReadBack) {
  Rng rng(2, "number");
  for (int round = 0; round < 200000; ++round) {
    const double digits = std::round(rng.uniform() * std::pow(10, 1 + rng.below(17)));
    const double value = (rng.below(2) ? 1 : -1) * (rng.below(2) ? digits : digits + rng.uniform()) *
                         std::pow(10, static_cast<double>(rng.below(60)) - 30);
    if (value == std::trunc(value) && std::abs(value) < 1e15) continue;
    char wanted[40];
    for (int count = 15; count <= 17; ++count) {
      std::snprintf(wanted, sizeof wanted, "%.*g", count, value);
      if (std::strtod(wanted, nullptr) == value) break;
    }
    ASSERT_EQ(number_text(value), wanted);
  }
}

TEST(Number, WholeNumbersHaveNoPoint) {
  EXPECT_EQ(number_text(594), "594");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(2.5), "2.5");
}

}  // namespace
}  // namespace outlay
