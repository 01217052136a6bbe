// Media data long and wide: recognised, and nothing lost on the way there and back.
#include "ingest/media.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/day.h"
#include "core/rng.h"
#include "ingest/append.h"
#include "ingest/cells_of.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

ReadTable read(const std::string& csv, const std::string& name, const char* shape = "") {
  ReadOptions options;
  options.shape = shape;
  Reader reader(name, 0, options);
  reader.feed(csv);
  return std::move(reader.finish().tables[0]);
}

const char* const wide_csv =
    "DATE,revenue,tv_S,search_clicks_P,search_S,events\n"
    "2026-01-05,100,10,7,1,na\n"
    "2026-01-12,200,20,8,,promo\n";

const char* const long_csv =
    "DATE,channel,spend,clicks,revenue,events\n"
    "2026-01-05,tv,10,,,\n"
    "2026-01-05,search,1,7,,\n"
    "2026-01-05,,,,100,na\n"
    "2026-01-12,tv,20,,,\n"
    "2026-01-12,search,,8,,\n"
    "2026-01-12,,,,200,promo";

TEST(WideMedia, IsRecognisedAndLeftAsItIs) {
  const ReadTable got = read(wide_csv, "mmm.csv");
  EXPECT_EQ(got.shape.kind, ShapeKind::wide_media);
  EXPECT_EQ(got.shape.parts, (std::vector<std::string>{"tv", "search"}));
  EXPECT_EQ(got.shape.step, 7);
  EXPECT_EQ(got.shape.done, "");
  EXPECT_EQ(got.table.rows, 2u);
}

TEST(WideMedia, BecomesLongWithTheTargetOnRowsOfItsOwn) {
  const ReadTable got = read(wide_csv, "mmm.csv", "long");
  EXPECT_EQ(cells_of(got.table), long_csv);
  EXPECT_EQ(got.shape.done, "long");
  EXPECT_EQ(got.shape.header.size(), 6u);
}

TEST(WideMedia, IsNoneWhenDatesRepeat) {
  EXPECT_FALSE(wide_media(read("DATE,revenue,tv_S,search_S\n2026-01-05,1,2,3\n2026-01-05,1,2,3\n", "a.csv").table));
  EXPECT_TRUE(
      wide_media(read("DATE,geo,revenue,tv_S,search_S\n2026-01-05,US,1,2,3\n2026-01-05,DE,1,2,3\n", "a.csv").table));
}

TEST(WideMedia, NumberedChannelsAreToldOf) {
  const ReadTable got = read("date_week,y,x1,x2\n2026-01-05,1,2,3\n2026-01-12,1,2,3\n", "a.csv");
  EXPECT_EQ(got.shape.parts, (std::vector<std::string>{"x1", "x2"}));
  EXPECT_TRUE(notice_of(got, "channels_unnamed"));
}

TEST(LongMedia, IsRecognisedAndBecomesWide) {
  const char* const csv =
      "date,channel,campaign,spend,impressions\n2026-01-05,tv,A,1,10\n2026-01-05,tv,B,2,20\n2026-01-05,search,C,4,\n"
      "2026-01-06,search,C,8,80\n";
  EXPECT_EQ(read(csv, "a.csv").shape.kind, ShapeKind::plain);  // of campaigns
  EXPECT_EQ(read("date,channel,spend\n2026-01-05,tv,1\n2026-01-05,web,2\n", "a.csv").shape.kind, ShapeKind::long_media);
  EXPECT_EQ(cells_of(read(csv, "a.csv", "wide").table),
            "date,tv_spend,search_spend,tv_impressions,search_impressions\n2026-01-05,3,4,30,\n2026-01-06,,8,,80");
}

// The cells of a table as text, whatever the order of its rows and columns.
std::multiset<std::string> facts_of(const Table& table) {
  const Json shown = preview(table, 0, table.rows);
  std::multiset<std::string> facts;
  for (const Json& row : *shown.find("rows")->array()) {
    std::vector<std::string> cells;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      cells.push_back(table.columns[c].name + "=" + (*row.array())[c].dump());
    }
    std::sort(cells.begin(), cells.end());
    std::string fact;
    for (const std::string& cell : cells) fact += cell + ";";
    facts.insert(fact);
  }
  return facts;
}

class Drawn {
 public:
  explicit Drawn(std::uint64_t seed) : rng_(seed, "media_test", 0) {}
  std::size_t below(std::size_t limit) { return rng_.below(static_cast<std::uint32_t>(limit)); }
  double cell() { return below(4) == 0 ? std::nan("") : static_cast<double>(below(1000)) / 8; }
  NumberColumn cells(std::size_t rows) {
    NumberColumn out;
    for (std::size_t row = 0; row < rows; ++row) out.push_back(cell());
    return out;
  }

  // Any wide table: weeks in any order, channels and measures at random, some rest.
  std::pair<Table, WideLayout> wide() {
    Table table;
    WideLayout layout{{"date"}, {}};
    table.rows = below(7);
    DayColumn days;
    for (std::size_t row = 0; row < table.rows; ++row) {
      days.days.push_back(20000 + static_cast<std::int32_t>((row * 5) % 7) * 7);
    }
    table.columns.push_back({"date", days, {}});
    const std::size_t channels = 1 + below(4);
    for (std::size_t k = 0; k < channels; ++k) {
      for (const char* measure : {"spend", "impressions", "clicks"}) {
        if (below(3) == 0) continue;
        const std::string channel = "c" + std::to_string(k);
        const std::string name = channel + (below(2) ? "_S" : "__x") + measure[0];
        layout.media.push_back({name, channel, measure});
        table.columns.push_back({name, cells(table.rows), {}});
      }
    }
    // Names that the long table would use itself.
    for (const char* name : {"revenue", "channel", "spend"}) {
      if (below(2)) table.columns.push_back({name, cells(table.rows), {}});
    }
    return {std::move(table), std::move(layout)};
  }

 private:
  Rng rng_;
};

TEST(Media, WideThereAndBackLosesNothing) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Drawn drawn(seed);
    const auto [table, layout] = drawn.wide();
    const Long melted = melt(table, layout);
    EXPECT_EQ(facts_of(widen(melted.table, melted.layout).table), facts_of(table)) << "seed " << seed;
  }
}

TEST(Media, LongThereAndBackLosesNothingButMissingRowsComeToBe) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Drawn drawn(seed);
    Table table;
    const LongLayout layout{{"day", "geo"}, "medium", {"spend", "views"}, {}};
    TextColumn geo{{}, {"north", "south"}}, medium{{}, {"tv", "radio", "web"}};
    DayColumn days;
    for (std::size_t cell = 0; cell < 18; ++cell) {
      if (drawn.below(3) == 0) continue;
      days.days.push_back(20000 + static_cast<std::int32_t>(cell / 6));
      geo.codes.push_back(static_cast<std::int32_t>(cell / 3 % 2));
      medium.codes.push_back(static_cast<std::int32_t>(cell % 3));
    }
    table.rows = days.days.size();
    table.columns = {{"day", days, {}}, {"geo", geo, {}}, {"medium", medium, {}}};
    table.columns.push_back({"spend", drawn.cells(table.rows), {}});
    table.columns.push_back({"views", drawn.cells(table.rows), {}});
    const Wide wide = widen(table, layout);
    Table back = melt(wide.table, wide.layout).table;
    for (Column& column : back.columns) {
      if (column.name == "channel") column.name = "medium";
    }
    std::multiset<std::string> want = facts_of(table), got = facts_of(back);
    const auto is_missing = [](const std::string& fact) {
      return fact.find("spend=null") != std::string::npos && fact.find("views=null") != std::string::npos;
    };
    for (auto* facts : {&want, &got}) {
      for (auto at = facts->begin(); at != facts->end();) at = is_missing(*at) ? facts->erase(at) : std::next(at);
    }
    EXPECT_EQ(got, want) << "seed " << seed;
  }
}

double sum_of(const Table& table, const std::string& column) {
  double sum = 0;
  for (double value : std::get<NumberColumn>(table.find(column)->values)) sum += std::isnan(value) ? 0 : value;
  return sum;
}

TEST(Media, FilesOfThreeChannelsBecomeOneWideTable) {
  std::vector<ReadTable> files;
  double spend = 0;
  for (const char* channel : {"facebook", "google", "tiktok"}) {
    const std::string name = std::string("real/marketing_intelligence_") + channel + ".csv";
    const std::string path = support::reference_path(name);
    if (path.empty()) GTEST_SKIP() << "no reference data";
    files.push_back(read(support::read_file(path), std::string("marketing_intelligence_") + channel + ".csv"));
    spend += sum_of(files.back().table, "spend");
  }
  const Appended one = append({&files[0].table, &files[1].table, &files[2].table});
  EXPECT_EQ(one.superseded, 0u);
  const auto layout = long_media(one.table);
  ASSERT_TRUE(layout);
  const Wide wide = widen(one.table, *layout);
  EXPECT_EQ(wide.table.rows, 120u);
  double wide_spend = 0;
  for (const char* column : {"Facebook_spend", "Google_spend", "TikTok_spend"})
    wide_spend += sum_of(wide.table, column);
  EXPECT_NEAR(wide_spend, spend, 1e-6 * spend);
}

TEST(Media, SamplesAreRecognised) {
  const struct {
    const char* path;
    std::size_t channels;
  } samples[] = {{"formats/mmm/robyn_dt_simulated_weekly.csv", 5},
                 {"formats/mmm/meridian_national_media.csv", 4},
                 {"formats/mmm/pymc_mmm_example.csv", 2}};
  for (const auto& sample : samples) {
    const std::string path = support::reference_path(sample.path);
    if (path.empty()) GTEST_SKIP() << "no reference data";
    const ReadTable got = read(support::read_file(path), sample.path);
    EXPECT_EQ(got.shape.kind, ShapeKind::wide_media) << sample.path;
    EXPECT_EQ(got.shape.parts.size(), sample.channels) << sample.path;
    EXPECT_EQ(got.shape.step, 7) << sample.path;
    const auto layout = wide_media(got.table);
    const Long melted = melt(got.table, *layout);
    EXPECT_EQ(facts_of(widen(melted.table, melted.layout).table), facts_of(got.table)) << sample.path;
  }
}

}  // namespace
}  // namespace outlay::ingest
