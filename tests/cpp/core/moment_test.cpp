// Timestamps in the forms that logs have.
#include "core/moment.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/rng.h"

namespace outlay {
namespace {

constexpr double nine_thirty_seven = 1704101820;  // date -u -d '2024-01-01 09:37' +%s

TEST(Moment, ReadsIsoForms) {
  for (const char* text : {"2024-01-01 9:37:00", "2024-01-01T09:37:00Z", "2024/01/01 09:37", "2024-01-01 09:37:00 UTC",
                           "2024-01-01T11:37:00+02:00", "2024-01-01T04:37:00.000-0500", " 2024-01-01 09:37 "}) {
    EXPECT_EQ(parse_moment(text, DayOrder::month_first), nine_thirty_seven) << text;
  }
  EXPECT_EQ(parse_moment("2024-01-01", DayOrder::month_first), 1704067200);
  EXPECT_DOUBLE_EQ(*parse_moment("1970-01-01T00:00:01.25", DayOrder::month_first), 1.25);
}

TEST(Moment, ReadsTheYearLastInTheGivenOrder) {
  EXPECT_EQ(parse_moment("1/2/2024 9:37 PM", DayOrder::month_first),
            parse_moment("2024-01-02 21:37", DayOrder::day_first));
  EXPECT_EQ(parse_moment("01.02.2024 21:37", DayOrder::day_first),
            parse_moment("2024-02-01 21:37", DayOrder::day_first));
  EXPECT_EQ(parse_moment("1/1/2024 12:05 AM", DayOrder::day_first),
            parse_moment("2024-01-01 0:05", DayOrder::day_first));
}

TEST(Moment, ReadsUnixTimes) {
  for (const char* text : {"1704101820", "1704101820000", "1704101820000000", "1704101820.0"}) {
    EXPECT_EQ(parse_moment(text, DayOrder::month_first), nine_thirty_seven) << text;
  }
}

TEST(Moment, TellsWhetherAZoneIsStated) {
  for (const char* text : {"2024-01-01T09:37:00Z", "2024-01-01 09:37 UTC", "2024-01-01 09:37+02:00",
                           "2024-01-01T04:37:00.000-0500", "1704101820"}) {
    EXPECT_TRUE(states_zone(text)) << text;
  }
  for (const char* text : {"", "2024-01-01", "2024-01-01 09:37", "1/2/2024 9:37 PM", "01.02.2024 21:37:05"})
    EXPECT_FALSE(states_zone(text)) << text;
}

TEST(Moment, RefusesTheRest) {
  for (const char* text : {"", "yesterday", "2024-13-01", "2024-02-30 10:00", "2024-01-01 25:00", "2024-01-01 9h", "12",
                           "2024-01-01 13:00 PM", "2024-01-01 9:37 in the morning", "1/2"}) {
    EXPECT_EQ(parse_moment(text, DayOrder::month_first), std::nullopt) << text;
  }
}

TEST(Moment, TellsTheOrderOfDayAndMonth) {
  EXPECT_EQ(day_order_of({"1/2/2024", "13/2/2024"}).order, DayOrder::day_first);
  EXPECT_EQ(day_order_of({"1/2/2024", "1/14/2024"}).order, DayOrder::month_first);
  EXPECT_TRUE(day_order_of({"1/2/2024"}).is_open);
  EXPECT_FALSE(day_order_of({"1.2.2024"}).is_open);
  EXPECT_EQ(day_order_of({"1.2.2024"}).order, DayOrder::day_first);
  EXPECT_EQ(day_order_of({"1.2.2024", "1.14.2024"}).order, DayOrder::month_first);
  EXPECT_FALSE(day_order_of({"2024-01-02", "1704101820"}).is_open);
}

TEST(Stamps, GiveTheirTextsBackAndSayWhatMomentsSay) {
  Rng rng(3, "stamps");
  for (int k = 0; k < 20000; ++k) {
    StampSpelling spelling{rng.below(2) ? ' ' : 'T', static_cast<int>(rng.below(7)),
                           static_cast<StampSpelling::Zone>(rng.below(3))};
    const double first = -2208988800, last = 4102444799;  // 1900-01-01 00:00:00, 2099-12-31 23:59:59
    const double unit = std::pow(10, spelling.places);
    const double seconds =
        std::floor(first + rng.uniform() * (last - first)) + rng.below(static_cast<std::uint32_t>(unit)) / unit;
    const std::string text = stamp_text(seconds, spelling);
    ASSERT_EQ(spelling_of(text), spelling) << text;
    const double read = StampReader(spelling).read(text);
    EXPECT_EQ(read, parse_moment(text, DayOrder::day_first)) << text;
    EXPECT_EQ(stamp_text(read, spelling), text);
  }
}

TEST(Stamps, AreNoOtherForms) {
  for (const char* text :
       {"2024-01-01", "2024-01-01 9:37:00", "2024-01-01 09:37", "2024/01/01 09:37:00", "2024-02-30 09:37:00",
        "2024-01-01 24:00:00", "2024-01-01 09:60:00", "2024-01-01 09:37:60", "2024-01-01 09:37:0a",
        "2024-01-01 09:37:00+02:00", "2024-01-01 09:37:00.", "2024-01-01 09:37:00.1234567", "2024-01-01 09:37:00 utc",
        "1899-12-31 23:59:59", "2100-01-01 00:00:00", "2024-01-01x09:37:00"}) {
    EXPECT_FALSE(spelling_of(text)) << text;
  }
  StampReader reader({' ', 0, StampSpelling::Zone::none});
  EXPECT_FALSE(std::isnan(reader.read("2024-01-01 09:37:00")));
  for (const char* text :
       {"2024-01-01T09:37:00", "2024-01-01 09:37:00Z", "2024-01-01 09-37:00", "2024-01-01 09:37-00", ""}) {
    EXPECT_TRUE(std::isnan(reader.read(text))) << text;
  }
}

}  // namespace
}  // namespace outlay
