// Every sample export of the reference data: what it is, and how its columns, rows, totals, currency and period are
// read.
#include <gtest/gtest.h>

#include <cstdio>

#include "core/day.h"
#include "core/error.h"
#include "ingest/platforms/platform.h"
#include "ingest/reader.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

struct Sample {
  const char* path;
  const char* encoding;
  const char* delimiter;
  const char* platform;
  const char* kinds;  // a letter a column: n number, t text, d day
  std::size_t rows;
  int totals;
  const char* currency;
  const char* period;
};

// Rows, totals and periods were counted in the files by hand; kinds and platforms judged against the catalogue of
// formats.
const Sample samples[] = {
    {"formats/amazon_ads/api_search_term_fivetran_seed.csv", "utf-8", "comma", "amazon_ads", "ttdtdnttnnnntt", 10, 0,
     "USD", "2022-08-10 2022-08-25"},
    {"formats/amazon_ads/api_targeting_keyword_fivetran_seed.csv", "utf-8", "comma", "amazon_ads", "ttdtdtnttnnnnttt",
     10, 0, "USD", "2022-07-12 2022-08-24"},
    {"formats/crm/salesforce_opportunity_fivetran_seed.csv", "utf-8", "comma", "salesforce",
     "dtntddttnntttttttttttttttttntttttt", 10, 0, "", "2018-10-31 2018-12-19"},
    {"formats/geo/geolift_positive_location_y_date.csv", "utf-8", "comma", "geo", "tnd", 199, 0, "",
     "2021-06-03 2021-09-15"},
    {"formats/geo/geolift_test_investment_by_city.csv", "utf-8", "comma", "geo", "ndtn", 450, 0, "",
     "2021-09-01 2021-09-15"},
    {"formats/geo/matched_markets_geo_assignment.csv", "utf-8", "comma", "geo", "tt", 100, 0, "", ""},
    {"formats/geo/matched_markets_sales_cost.csv", "utf-8", "comma", "geo", "dtnn", 199, 0, "",
     "2015-01-05 2015-01-06"},
    {"formats/journeys/paths_channelattribution.csv.gz", "utf-8", "comma", "paths", "tnnn", 10000, 0, "", ""},
    {"formats/journeys/sessions_utm_events.csv", "utf-8", "comma", "journeys", "ttttttttttttttt", 199, 0, "",
     "2024-01-01 2024-03-30"},
    {"formats/linkedin_ads/api_ad_analytics_by_campaign_fivetran_seed.csv", "utf-8", "comma", "linkedin_ads",
     "tdnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", 20, 0, "", "2020-03-23 2021-05-25"},
    {"formats/linkedin_ads/row_wrapped_in_quotes.csv", "utf-8", "comma", "linkedin_ads", "dtnnnnn", 6, 0, "",
     "2026-03-02 2026-03-03"},
    {"formats/linkedin_ads/row_wrapped_in_quotes_edge.csv", "utf-8", "comma", "linkedin_ads", "dtnnnnn", 4, 0, "",
     "2026-03-04 2026-03-04"},
    {"formats/meta_ads/api_ad_action_values_fivetran_seed.csv", "utf-8", "comma", "meta_ads", "tdnnnnnnnnn", 10, 0, "",
     "2020-12-02 2020-12-14"},
    {"formats/meta_ads/api_basic_ad_fivetran_seed.csv", "utf-8", "comma", "meta_ads", "tdtnnnn", 10, 0, "",
     "2020-12-02 2020-12-14"},
    {"formats/microsoft_ads/campaign_performance_daily_fivetran_seed.csv", "utf-8", "comma", "microsoft_ads",
     "dttttttttttttnnnnnnnnn", 199, 0, "USD", "2018-11-28 2019-06-27"},
    {"formats/microsoft_ads/search_performance_daily_fivetran_seed.csv", "utf-8", "comma", "microsoft_ads",
     "dtttttttttttttnnnnnnnnn", 10, 0, "", "2019-04-15 2019-05-14"},
    {"formats/mmm/meridian_national_media.csv", "utf-8", "comma", "mmm", "dnnnnnnnnnnnn", 156, 0, "",
     "2021-01-25 2024-01-15"},
    {"formats/mmm/pymc_mmm_example.csv", "utf-8", "comma", "mmm", "dnnnnnnn", 179, 0, "", "2018-04-02 2021-08-30"},
    {"formats/mmm/robyn_dt_simulated_weekly.csv", "utf-8", "comma", "mmm", "dnnnnnnnnntn", 208, 0, "",
     "2015-11-23 2019-11-11"},
    {"formats/shapes/ga4_exploration_free_form_grand_total_first.csv", "utf-8", "comma", "ga4", "dtnnnnn", 3, 1, "",
     "2026-07-23 2026-09-22"},
    {"formats/shapes/google_assets_utf16le_embedded_newlines.csv", "utf-16le", "tab", "google_ads", "tttttttdnnntnnn",
     2, 0, "USD", "2025-01-15 2025-11-22"},
    {"formats/shapes/google_campaign_pt_BR.csv", "utf-8", "comma", "google_ads", "ttntttttntnnntnnnnn", 2, 3, "BRL",
     "2026-05-05 2026-05-15"},
    {"formats/shapes/google_campaign_ru_locale_en_headers_decimal_comma.csv", "utf-8", "comma", "google_ads",
     "ttnnntnnn", 2, 0, "USD", "2025-01-01 2025-01-23"},
    {"formats/shapes/google_keywords_en_lt10pct_device_totals.csv", "utf-8", "comma", "google_ads",
     "tttttttnnnnnnnnnttn", 2, 3, "USD", "2020-08-08 2020-08-14"},
    {"formats/shapes/google_location_utf16le_tab_lf.csv", "utf-16le", "tab", "google_ads", "ttnnntnnnnn", 2, 2, "USD",
     ""},
    {"formats/shapes/google_overview_card_time_series_pt_BR.csv", "utf-8", "comma", "google_ads", "dnnnn", 3, 0, "BRL",
     "2026-05-05 2026-05-15"},
    {"formats/shapes/google_overview_card_time_series_quarters_en.csv", "utf-8", "comma", "google_ads", "dnnnn", 2, 0,
     "", "2023-10-01 2024-01-01"},
    {"formats/shapes/google_search_terms_en.csv", "utf-8", "comma", "google_ads", "ttttttnnntnnt", 4, 4, "USD",
     "2024-01-17 2024-02-15"},
    {"formats/shapes/linkedin_ad_en_preamble_utf16le_tab.csv", "utf-16le", "tab", "linkedin_ads",
     "dttttttttttttttnnnnnnnnnnn", 1, 0, "EUR", "2026-09-21 2026-09-23"},
    {"formats/shapes/linkedin_ad_nl_preamble_tab_utf8.csv", "utf-8", "tab", "linkedin_ads",
     "dttttttttttttttnnnnnnnnnnn", 1, 0, "EUR", "2026-09-23 2026-09-23"},
    {"formats/shapes/linkedin_campaign_pt_utf16le_tab.csv", "utf-16le", "tab", "linkedin_ads",
     "dtttttdttttttndnnnnnnnnnnnnnnnnnnnnnnnnn", 2, 0, "USD", "2023-09-01 2023-09-01"},
    {"formats/shapes/meta_campaign_ja.csv", "utf-8", "comma", "meta_ads", "ddttntntnnnnnntt", 2, 0, "JPY",
     "2026-07-01 2026-07-01"},
    {"formats/shapes/meta_campaign_pt_BR_bom.csv", "utf-8", "comma", "meta_ads", "ddtttntnnnttnttnnntnnnnn", 2, 0,
     "BRL", "2026-04-19 2026-04-19"},
    {"formats/shapes/microsoft_report_preamble_trailer.csv", "utf-8", "comma", "microsoft_ads", "dttttnnnnntnnnnn", 2,
     0, "USD", "2026-02-01 2026-02-07"},
    {"formats/shapes/microsoft_ui_campaigns_bom_bracket_ids.csv", "utf-8", "comma", "microsoft_ads",
     "tttntnntttttnnnnnnn", 2, 3, "", ""},
    {"formats/shapes/pinterest_ads_list_cells.csv", "utf-8", "comma", "pinterest_ads", "dtttttnnnnnnnnnnnnn", 2, 0, "",
     "2026-06-18 2026-06-19"},
    {"formats/shapes/spotify_ads_daily_preamble.csv", "utf-8", "comma", "spotify_ads", "tttttttdnnnnnnnnn", 2, 0, "",
     "2026-05-27 2026-06-25"},
    {"formats/tiktok_ads/api_ad_report_hourly_fivetran_seed.csv", "utf-8", "comma", "tiktok_ads",
     "tdnnnnnnnnnnnnnnnttnnnnnnnnnnnnnntnnnnnnnnd", 4, 0, "", "2021-09-15 2021-09-15"},
    {"real/ads_user_level_10k.csv", "utf-8", "comma", "generic", "ttnttttndnn", 10000, 0, "", "2023-04-22 2024-04-19"},
    {"real/do_sessions_utm_5k.csv", "utf-8", "comma", "journeys", "ttttttttttttttt", 5000, 0, "",
     "2024-01-01 2024-03-30"},
    {"real/marketing_intelligence_business_daily.csv", "utf-8", "comma", "generic", "dnnnnnn", 120, 0, "",
     "2024-01-01 2024-04-29"},
    {"real/marketing_intelligence_facebook.csv", "utf-8", "comma", "generic", "dtttnnnn", 2122, 0, "",
     "2024-01-01 2024-04-29"},
    {"real/marketing_intelligence_google.csv", "utf-8", "comma", "generic", "dtttnnnn", 2853, 0, "",
     "2024-01-01 2024-04-29"},
    {"real/marketing_intelligence_tiktok.csv", "utf-8", "comma", "generic", "dtttnnnn", 1770, 0, "",
     "2024-01-01 2024-04-29"},
    {"real/microsoft_ads_campaign_daily_2600.csv", "utf-8", "comma", "microsoft_ads", "dttttttttttttnnnnnnnnn", 2630, 0,
     "USD", "2018-09-17 2019-06-27"},
};

std::string kinds_of(const Table& table) {
  std::string kinds;
  for (const Column& column : table.columns) kinds += name_of(column.kind())[0];
  return kinds;
}

std::string delimiter_of(const File& file) {
  const char d = file.dialect.delimiter;
  return d == '\t' ? "tab" : d == ',' ? "comma" : std::string(1, d);
}

// The page unpacks by itself; here the system's own command does.
std::string unpacked(const std::string& path) {
  if (path.size() < 3 || path.substr(path.size() - 3) != ".gz") return support::read_file(path);
  std::string text;
  char part[4096];
  FILE* pipe = popen(("gzip -dc '" + path + "'").c_str(), "r");
  for (std::size_t n = 1; pipe && n > 0; text.append(part, n)) n = std::fread(part, 1, sizeof part, pipe);
  if (pipe) pclose(pipe);
  return text;
}

class Samples : public testing::TestWithParam<Sample> {};

TEST_P(Samples, AreRead) {
  const Sample& want = GetParam();
  const std::string path = support::reference_path(want.path);
  if (path.empty()) GTEST_SKIP() << "no reference data";
  const File file = support::table_of(unpacked(path), want.path, 4099);
  ASSERT_EQ(file.tables.size(), 1u);
  const ReadTable& got = file.tables[0];
  EXPECT_EQ(name_of(file.encoding), want.encoding);
  EXPECT_EQ(delimiter_of(file), want.delimiter);
  EXPECT_STREQ(got.platform->id, want.platform);
  EXPECT_EQ(kinds_of(got.table), want.kinds);
  EXPECT_EQ(got.table.rows, want.rows);
  EXPECT_EQ(std::count_if(got.set_aside.begin(), got.set_aside.end(),
                          [](const SetAside& s) { return s.reason == "total row"; }),
            want.totals);
  EXPECT_EQ(got.set_aside_count, 0u);
  EXPECT_EQ(got.currency, want.currency);
  EXPECT_EQ(got.period ? iso_text(Day{got.period->from}) + " " + iso_text(Day{got.period->to}) : "", want.period);
  for (const Column& column : got.table.columns)
    EXPECT_EQ(column.bad.count, 0u) << column.name << ": " << column.bad.text;
  EXPECT_TRUE(got.questions.empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, Samples, testing::ValuesIn(samples), [](const auto& info) {
  std::string name = info.param.path;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
});

void expect_refused(const char* sample, const char* part) {
  const std::string path = support::reference_path(sample);
  if (path.empty()) GTEST_SKIP() << "no reference data";
  try {
    support::table_of(support::read_file(path), sample);
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_NE(error.message.find(part), std::string::npos) << error.message;
  }
}

TEST(RefusedSamples, EmptyReport) {
  expect_refused("formats/shapes/linkedin_report_empty_preamble_only.csv", "the report is empty");
}
TEST(RefusedSamples, WebPage) { expect_refused("formats/shapes/not_a_csv_html_page.csv", "web page"); }

}  // namespace
}  // namespace outlay::ingest
