// The memory of days: asks once for a text, and never takes one text for another.
#include "ingest/day_memory.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace outlay::ingest {
namespace {

struct Asked {
  DayMemory memory;
  std::map<std::string, int> times;

  std::optional<std::int32_t> find(const std::string& text, std::optional<std::int32_t> day) {
    std::string padded = text + std::string(16, 'x');
    return memory.find_or(std::string_view(padded).substr(0, text.size()), [&] {
      ++times[text];
      return day;
    });
  }
};

TEST(DayMemory, AsksOnceForAText) {
  Asked asked;
  EXPECT_EQ(asked.find("2026-11-16", 5), 5);
  EXPECT_EQ(asked.find("2026-11-16", 6), 5);
  EXPECT_EQ(asked.times["2026-11-16"], 1);
}

TEST(DayMemory, KeepsLikeTextsApart) {
  Asked asked;
  EXPECT_EQ(asked.find("1", 1), 1);
  EXPECT_EQ(asked.find(std::string("1\0", 2), std::nullopt), std::nullopt);
  EXPECT_EQ(asked.find(std::string("\0", 1), std::nullopt), std::nullopt);
  EXPECT_EQ(asked.find("12345678", 8), 8);
  EXPECT_EQ(asked.find("123456789", 9), 9);
  EXPECT_EQ(asked.find("1234567890123456", 16), 16);
  EXPECT_EQ(asked.find("1", 7), 1);
}

TEST(DayMemory, RemembersNeitherFailuresNorLongTexts) {
  Asked asked;
  EXPECT_EQ(asked.find("soon", std::nullopt), std::nullopt);
  EXPECT_EQ(asked.find("soon", 3), 3);
  EXPECT_EQ(asked.find("2026-11-16 00:00:00", 1), 1);
  EXPECT_EQ(asked.find("2026-11-16 00:00:00", 2), 2);
  EXPECT_EQ(asked.find("", 4), 4);
}

}  // namespace
}  // namespace outlay::ingest
