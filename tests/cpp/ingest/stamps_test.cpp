// A column of timestamps keeps the texts that stood in the file, whether it is held as moments or as texts.
#include <gtest/gtest.h>

#include <cmath>

#include "core/inputs.h"
#include "core/rng.h"
#include "ingest/append.h"
#include "ingest/report.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

const InputSpec log_spec{"log", "Log", true, "", {{"timestamp", "Time", Kind::text}}};

struct Log {
  explicit Log(const std::vector<std::string>& stamps, const std::string& name = "log.csv") {
    std::string csv = "user_id,timestamp,channel\n";
    for (std::size_t row = 0; row < stamps.size(); ++row)
      csv += "u" + std::to_string(row) + "," + stamps[row] + ",Search\n";
    read = std::move(support::table_of(csv, name).tables[0]);
  }
  const Column& column() const { return *read.table.find("timestamp"); }
  bool is_stamped() const { return std::holds_alternative<StampColumn>(column().values); }
  ReadTable read;
};

std::vector<std::string> texts_in(const Table& table) {
  const BoundTable bound(log_spec, table, {{"timestamp", "timestamp"}});
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < table.rows; ++row) {
    texts.push_back(bound.text_at("timestamp", row));
    EXPECT_EQ(texts.back(), bound.text("timestamp").at(row));
  }
  return texts;
}

TEST(Stamps, AreKeptAsMomentsWhileTheyAreSpelledAlike) {
  const Log log({"2026-11-16 09:37:00", "\"2026-11-15 00:00:01\"", "", "-", " 2026-11-16 09:37:00 "});
  ASSERT_TRUE(log.is_stamped());
  EXPECT_EQ(log.column().kind(), Kind::text);
  EXPECT_EQ(log.column().missing(), 2u);
  EXPECT_EQ(log.read.period->from, log.read.period->to - 1);
  const std::vector<std::string> expected{"2026-11-16 09:37:00", "2026-11-15 00:00:01", "", "", "2026-11-16 09:37:00"};
  EXPECT_EQ(texts_in(log.read.table), expected);
}

TEST(Stamps, OfAnotherFormMakeTheColumnText) {
  for (const char* odd : {"16.11.2026 09:37", "2026-11-16T09:37:00", "2026-11-16 09:37:00Z", "soon", "1763285820",
                          "2026-11-31 00:00:00", "2026-11-16 9:37:00"}) {
    const Log log({"2026-11-16 09:37:00", "", "2026-11-16 09:38:00", odd, "2026-11-16 09:37:00"});
    EXPECT_FALSE(log.is_stamped()) << odd;
    const std::vector<std::string> expected{"2026-11-16 09:37:00", "", "2026-11-16 09:38:00", odd,
                                            "2026-11-16 09:37:00"};
    EXPECT_EQ(texts_in(log.read.table), expected);
    EXPECT_EQ(std::get<TextColumn>(log.column().values).dictionary.size(), 3u);
  }
}

TEST(Stamps, WithoutACellAreText) {
  const Log log({"", "-", ""});
  EXPECT_FALSE(log.is_stamped());
  EXPECT_EQ(log.column().missing(), 3u);
}

TEST(Stamps, KeepTheirTextsOverManyWindows) {
  Rng rng(5, "stamps");
  for (const std::size_t odd_at :
       {std::size_t{0}, std::size_t{1}, std::size_t{15000}, std::size_t{39999}, std::size_t{40000}}) {
    std::vector<std::string> stamps;
    for (std::size_t row = 0; row < 40000; ++row) {
      const bool missing = rng.below(20) == 0;
      stamps.push_back(missing ? "" : stamp_text(1.7e9 + rng.below(100000000), {'T', 0, StampSpelling::Zone::z}));
    }
    if (odd_at < stamps.size()) stamps[odd_at] = "2026-11-16 09:37";
    const Log log(stamps);
    EXPECT_EQ(log.is_stamped(), odd_at == stamps.size());
    EXPECT_EQ(texts_in(log.read.table), stamps);
  }
}

TEST(Stamps, AreAppendedAsMomentsOrTexts) {
  const std::vector<std::string> first{"2026-11-16 09:37:00", ""}, same{"2026-11-17 09:37:00"},
      other{"2026-11-17T09:37:00"};
  const std::vector<std::string> none{"", ""};
  const Log a(first, "a.csv");
  struct Case {
    std::vector<std::string> stamps;
    bool stays;
  };
  for (const Case& one : {Case{same, true}, Case{other, false}, Case{none, true}}) {
    const Log b(one.stamps, "b.csv");
    for (const bool turned : {false, true}) {
      ASSERT_TRUE(can_append(a.read.table, b.read.table));
      const Appended both =
          append(turned ? std::vector{&b.read.table, &a.read.table} : std::vector{&a.read.table, &b.read.table});
      std::vector<std::string> expected = turned ? one.stamps : first;
      const std::vector<std::string>& rest = turned ? first : one.stamps;
      expected.insert(expected.end(), rest.begin(), rest.end());
      EXPECT_EQ(texts_in(both.table), expected);
      EXPECT_EQ(std::holds_alternative<StampColumn>(both.table.find("timestamp")->values), one.stays);
    }
  }
}

TEST(Stamps, CanPlayOtherRoles) {
  const Log log({"2026-11-16 09:37:00"});
  const InputSpec dated{"log", "Log", true, "", {{"date", "Day", Kind::day}}};
  EXPECT_THROW(BoundTable(dated, log.read.table, {{"date", "timestamp"}}), Error);
}

}  // namespace
}  // namespace outlay::ingest
