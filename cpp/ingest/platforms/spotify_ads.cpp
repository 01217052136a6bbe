// Spotify Ads Manager: reports under lines of keys and values.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .preamble = "report granularity: | report primary entity:"},
    {.weight = 0.7, .headers = "Ad set name | Ad format | completion rate"},
    {.weight = 0.7, .headers = "Ad set name | Streams"},
};

constexpr Alias aliases[] = {
    {"date", "Date"},
    {"campaign_id", "Campaign id"},
    {"campaign_name", "Campaign name"},
    {"adset_id", "Ad set id"},
    {"adset_name", "Ad set name"},
    {"creative_id", "Ad id"},
    {"creative_name", "Ad name"},
    {"impressions", "Impressions"},
    {"reach", "Reach"},
    {"frequency", "Frequency"},
    {"clicks", "Clicks"},
    {"spend", "Spend"},
    {"ctr", "CTR"},
    {"cpc", "CPC"},
    {"cpm", "CPM"},
    {"", "Ad format | completion rate | Completions | Streams", true},
};

}  // namespace

constinit const Platform spotify_ads = {
    .id = "spotify_ads", .label = "Spotify Ads", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
