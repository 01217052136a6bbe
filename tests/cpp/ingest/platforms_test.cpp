// Platforms and the roles of their headers, by headers of real exports.
#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <sstream>

#include "analyses/registry.h"
#include "ingest/platforms/folding.h"
#include "ingest/platforms/index.h"
#include "ingest/platforms/patterns.h"
#include "ingest/platforms/roles.h"
#include "ingest/vocabulary.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

struct Head {
  std::string platform, title, preamble;
  std::vector<std::string> headers, roles;
};

// The file's lines are "[platform] title", "^ line above the header" and "header => role".
std::vector<Head> recorded_heads() {
  std::istringstream in(support::read_file(OUTLAY_SOURCE_DIR "/tests/cpp/ingest/platform_headers.txt"));
  std::vector<Head> heads;
  for (std::string line; std::getline(in, line);) {
    const std::size_t arrow = line.find(" =>");
    if (line.rfind('[', 0) == 0) {
      const std::size_t end = line.find(']');
      heads.push_back({line.substr(1, end - 1), line.substr(end + 2), {}, {}, {}});
    } else if (line.rfind("^ ", 0) == 0) {
      heads.back().preamble += line.substr(2) + "\n";
    } else if (arrow != std::string::npos && !heads.empty()) {
      heads.back().headers.push_back(line.substr(0, arrow));
      heads.back().roles.push_back(arrow + 4 < line.size() ? line.substr(arrow + 4) : "");
    }
  }
  return heads;
}

TEST(Platforms, AreToldByTheirHeaders) {
  const std::vector<Head> heads = recorded_heads();
  ASSERT_GT(heads.size(), 40u);
  for (const Head& head : heads) {
    EXPECT_EQ(platform_of(head.headers, head.preamble).id, head.platform) << head.title;
  }
}

TEST(Platforms, GiveTheirHeadersRoles) {
  for (const Head& head : recorded_heads()) {
    const std::vector<Guess> guesses = guess_roles(head.headers, platform_of(head.headers, head.preamble));
    for (std::size_t c = 0; c < guesses.size(); ++c) {
      EXPECT_EQ(guesses[c].role, head.roles[c]) << head.platform << ", " << head.title << ": " << head.headers[c];
    }
  }
}

TEST(Platforms, KnowTheirHeaderLines) {
  for (const Head& head : recorded_heads()) {
    EXPECT_GE(known_headers(head.headers), std::min(3, static_cast<int>(head.headers.size()))) << head.title;
  }
  EXPECT_LE(known_headers({"Enabled", "Video views - 2025-07-19", "5000.00", " --", "INR", "25,881"}), 0);
}

struct Recorded {
  const char* file;
  int header_line;
  const char* platform;
};

constexpr Recorded recorded_files[] = {
    {"formats/amazon_ads/api_search_term_fivetran_seed.csv", 1, "amazon_ads"},
    {"formats/amazon_ads/api_targeting_keyword_fivetran_seed.csv", 1, "amazon_ads"},
    {"formats/crm/salesforce_opportunity_fivetran_seed.csv", 1, "salesforce"},
    {"formats/geo/geolift_positive_location_y_date.csv", 1, "geo"},
    {"formats/geo/geolift_test_investment_by_city.csv", 1, "geo"},
    {"formats/geo/matched_markets_geo_assignment.csv", 1, "geo"},
    {"formats/geo/matched_markets_sales_cost.csv", 1, "geo"},
    {"formats/journeys/sessions_utm_events.csv", 1, "journeys"},
    {"formats/linkedin_ads/api_ad_analytics_by_campaign_fivetran_seed.csv", 1, "linkedin_ads"},
    {"formats/linkedin_ads/row_wrapped_in_quotes.csv", 1, "linkedin_ads"},
    {"formats/linkedin_ads/row_wrapped_in_quotes_edge.csv", 1, "linkedin_ads"},
    {"formats/meta_ads/api_ad_action_values_fivetran_seed.csv", 1, "meta_ads"},
    {"formats/meta_ads/api_basic_ad_fivetran_seed.csv", 1, "meta_ads"},
    {"formats/microsoft_ads/campaign_performance_daily_fivetran_seed.csv", 1, "microsoft_ads"},
    {"formats/microsoft_ads/search_performance_daily_fivetran_seed.csv", 1, "microsoft_ads"},
    {"formats/mmm/meridian_national_media.csv", 1, "mmm"},
    {"formats/mmm/pymc_mmm_example.csv", 1, "mmm"},
    {"formats/mmm/robyn_dt_simulated_weekly.csv", 1, "mmm"},
    {"formats/shapes/ga4_exploration_free_form_grand_total_first.csv", 7, "ga4"},
    {"formats/shapes/google_campaign_pt_BR.csv", 3, "google_ads"},
    {"formats/shapes/google_campaign_ru_locale_en_headers_decimal_comma.csv", 3, "google_ads"},
    {"formats/shapes/google_keywords_en_lt10pct_device_totals.csv", 3, "google_ads"},
    {"formats/shapes/google_overview_card_time_series_pt_BR.csv", 1, "google_ads"},
    {"formats/shapes/google_overview_card_time_series_quarters_en.csv", 1, "google_ads"},
    {"formats/shapes/google_search_terms_en.csv", 3, "google_ads"},
    {"formats/shapes/linkedin_ad_nl_preamble_tab_utf8.csv", 6, "linkedin_ads"},
    {"formats/shapes/meta_campaign_ja.csv", 1, "meta_ads"},
    {"formats/shapes/meta_campaign_pt_BR_bom.csv", 1, "meta_ads"},
    {"formats/shapes/microsoft_report_preamble_trailer.csv", 11, "microsoft_ads"},
    {"formats/shapes/microsoft_ui_campaigns_bom_bracket_ids.csv", 1, "microsoft_ads"},
    {"formats/shapes/pinterest_ads_list_cells.csv", 1, "pinterest_ads"},
    {"formats/shapes/spotify_ads_daily_preamble.csv", 7, "spotify_ads"},
    {"formats/tiktok_ads/api_ad_report_hourly_fivetran_seed.csv", 1, "tiktok_ads"},
    {"real/ads_user_level_10k.csv", 1, "generic"},
    {"real/do_sessions_utm_5k.csv", 1, "journeys"},
    {"real/marketing_intelligence_business_daily.csv", 1, "generic"},
    {"real/marketing_intelligence_facebook.csv", 1, "generic"},
    {"real/microsoft_ads_campaign_daily_2600.csv", 1, "microsoft_ads"},
};

std::vector<std::string> cells_of(const std::string& line) {
  const char separator = line.find('\t') == std::string::npos ? ',' : '\t';
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

TEST(Platforms, AreToldInReferenceFiles) {
  int read = 0;
  for (const Recorded& recorded : recorded_files) {
    const std::string path = support::reference_path(recorded.file);
    if (path.empty()) continue;
    ++read;
    std::istringstream in(support::read_file(path));
    std::string line, preamble;
    for (int k = 1; std::getline(in, line) && k < recorded.header_line; ++k) preamble += line + "\n";
    const std::vector<std::string> cells = cells_of(line);
    EXPECT_STREQ(platform_of(cells, preamble).id, recorded.platform) << recorded.file;
    EXPECT_GE(known_headers(cells), 2) << recorded.file;
  }
  if (read == 0) GTEST_SKIP() << "no reference data";
}

TEST(Platforms, AreWellFormed) {
  for (const Platform* platform : platforms()) {
    EXPECT_EQ(find_platform(platform->id), platform);
    for (const Alias& alias : platform->aliases) {
      EXPECT_TRUE(std::string_view(alias.role).empty() || find_role(alias.role)) << platform->id << " " << alias.role;
      each_item(alias.headers, [&](std::string_view header) {
        EXPECT_FALSE(fold(header).bare.empty()) << platform->id << " " << header;
        EXPECT_EQ(header.find('|'), std::string_view::npos) << platform->id << " " << header;
      });
    }
    for (const Rule& rule : platform->rules) {
      EXPECT_TRUE(std::string_view(rule.role).empty() || find_role(rule.role)) << platform->id << " " << rule.header;
    }
  }
  std::set<std::string> asked;  // also by roles that only an analysis knows
  for (const Analysis& analysis : registry()) {
    for (const InputSpec& input : analysis.about.inputs) {
      for (const Role& role : input.roles) asked.insert(role.name);
    }
  }
  for (const Kin& kin : kinship()) {
    EXPECT_TRUE(find_role(kin.asked) || asked.count(kin.asked)) << kin.asked;
    EXPECT_TRUE(find_role(kin.stands_in)) << kin.stands_in;
  }
}

TEST(Platforms, AnswerAtOnce) {
  std::vector<std::string> headers;
  for (const Head& head : recorded_heads()) headers.insert(headers.end(), head.headers.begin(), head.headers.end());
  headers.resize(300);
  guess_roles(headers, platform_of(headers, {}));
  const auto start = std::chrono::steady_clock::now();
  for (int k = 0; k < 10; ++k) guess_roles(headers, platform_of(headers, {}));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count() / 10, 0.1);
}

TEST(Patterns, ReadSalesWindows) {
  const auto window = [](const char* header) {
    const auto found = sales_window(fold(header));
    return found ? std::string(found->role) + std::to_string(found->days) : std::string();
  };
  EXPECT_EQ(window("14 Day Total Sales"), "revenue14");
  EXPECT_EQ(window("purchases_30_d"), "orders30");
  EXPECT_EQ(window("sales7d"), "revenue7");
  EXPECT_EQ(window("7 Day Total Units (#)"), "units7");
  EXPECT_EQ(window("14 Day Conversion Rate"), "");
  EXPECT_EQ(window("Total Sales"), "");
  EXPECT_EQ(window("99999999999 Day Total Sales"), "");
}

TEST(Patterns, ReadMediaColumns) {
  const auto media = media_column(fold("Facebook_Spend"));
  ASSERT_TRUE(media);
  EXPECT_STREQ(media->role, "media_spend");
  EXPECT_EQ(media->channel, "facebook");
  EXPECT_FALSE(media_column(fold("newsletter")));
}

}  // namespace
}  // namespace outlay::ingest
