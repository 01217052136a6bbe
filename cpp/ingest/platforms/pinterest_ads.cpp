// Pinterest Ads: daily reports of the interface.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .headers = "Spend in account currency"},
    {.weight = 0.9, .headers = "Pin clicks"},
    {.weight = 0.7, .headers = "Ad entity status or Total order value (Checkout)"},
    {.weight = 0.8, .headers = "SPEND_IN_DOLLAR or SPEND_IN_MICRO_DOLLAR"},
};

constexpr Alias aliases[] = {
    {"date", "Date"},
    {"campaign_id", "Campaign ID"},
    {"campaign_name", "Campaign name"},
    {"adset_id", "Ad group ID"},
    {"adset_name", "Ad group name"},
    {"creative_id", "Ad ID | Pin ID"},
    {"creative_name", "Ad name"},
    {"status", "Ad entity status | Campaign entity status"},
    {"spend", "Spend in account currency | Spend | SPEND_IN_DOLLAR"},
    {"impressions", "Impressions"},
    {"reach", "Reach"},
    {"frequency", "Frequency"},
    {"clicks", "Pin clicks"},
    {"link_clicks", "Outbound clicks"},
    {"orders", "Total conversions (Checkout)"},
    {"revenue", "Total order value (Checkout)"},
    {"conversions", "Total conversions"},
    {"video_views", "Video views"},
    {"ctr", "CTR"},
    {"cpc", "CPC"},
    {"cpm", "CPM"},
    {"cpa", "Cost per result"},
    {"", "Result | Saves | Engagements | SPEND_IN_MICRO_DOLLAR", true},
};

}  // namespace

constinit const Platform pinterest_ads = {
    .id = "pinterest_ads", .label = "Pinterest Ads", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
