// Calendar arithmetic.
#include "core/day.h"

#include <gtest/gtest.h>

namespace outlay {
namespace {

TEST(Day, CountsFromTheEpoch) {
  EXPECT_EQ(parse_iso_day("1970-01-01")->days, 0);
  EXPECT_EQ(parse_iso_day("2000-03-01")->days, 11017);
  EXPECT_EQ(parse_iso_day("1969-12-31")->days, -1);
}

TEST(Day, TextAndCountAreInverse) {
  for (int days = -719162; days < 2900000; days += 97) EXPECT_EQ(parse_iso_day(iso_text(Day{days}))->days, days);
}

TEST(Day, RefusesWhatIsNoDay) {
  for (const char* text :
       {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "20240101", "2024-01-0x", "", "2024/01/01"}) {
    EXPECT_FALSE(parse_iso_day(text)) << text;
  }
  EXPECT_TRUE(parse_iso_day("2024-02-29"));
}

TEST(Day, WeeksBeginOnMonday) {
  EXPECT_EQ(iso_text(week_start(*parse_iso_day("2024-06-10"))), "2024-06-10");
  EXPECT_EQ(iso_text(week_start(*parse_iso_day("2024-06-16"))), "2024-06-10");
  EXPECT_EQ(iso_text(week_start(*parse_iso_day("1970-01-01"))), "1969-12-29");
}

}  // namespace
}  // namespace outlay
