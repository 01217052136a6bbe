// TikTok Ads Manager, GMV Max and the reporting API.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .parts = "(destination)"},
    {.weight = 0.95, .headers = "STAT_TIME_HOUR or STAT_TIME_DAY"},
    {.weight = 0.8,
     .headers = "2-second video views or Product ad impressions or Cost per 1,000 people reached or VIDEO_WATCHED_2_S "
                "or VIDEO_PLAY_ACTIONS"},
    {.weight = 0.7, .headers = "Average play time per video view"},
    {.weight = 0.6, .headers = "Ad Group Name | Ad Name | Cost | Impression"},
    {.weight = 0.6, .headers = "Primary status | Secondary status"},
};

constexpr Alias aliases[] = {
    {"date", "By Day | Date | Stat time day | stat_time_day | Stat time hour | stat_time_hour | Day"},
    {"campaign_id", "Campaign ID"},
    {"campaign_name", "Campaign name"},
    {"adset_id", "Ad group ID"},
    {"adset_name", "Ad group name"},
    {"creative_id", "Ad ID"},
    {"creative_name", "Ad name"},
    {"status", "Primary status | Secondary status"},
    {"geo", "Country/Region | Country"},
    {"currency", "Currency"},
    {"impressions", "Impression | Impressions | Product ad impressions"},
    {"reach", "Reach"},
    {"frequency", "Frequency"},
    {"link_clicks", "Clicks (destination)"},
    {"clicks", "Clicks (all) | Clicks | Product ad clicks"},
    {"spend", "Cost | Spend | Total cost"},
    {"conversions", "Conversions | Conversion | Results | Result"},
    {"orders", "Orders (SKU) | Complete payment | Purchases"},
    {"revenue", "Gross revenue | Total purchase value | Total complete payment value"},
    {"leads", "Leads"},
    {"video_views", "Video views | Video play actions | 2-second video views"},
    {"ctr", "CTR (all) | CTR | CTR (destination)"},
    {"cpc", "CPC (all) | CPC | CPC (destination)"},
    {"cpm", "CPM"},
    {"cpa", "CPA | Cost per conversion | Cost per result | Cost per order"},
    {"cvr", "Conversion rate (CVR) | Conversion rate | CVR | Result rate"},
    {"roas", "ROI | Payment complete ROAS", true},
    {"",
     "Website URL (Ad level) | Cost per 1,000 people reached | 6-second video views | Video views at 25% | Video views "
     "at 50% | Video views at 75% | Video views at 100% | Average play time per video view | Average play time per "
     "user | REAL_TIME_CONVERSION | REAL_TIME_RESULT | TOTAL_SALES_LEAD_VALUE",
     true},
};

}  // namespace

constinit const Platform tiktok_ads = {
    .id = "tiktok_ads", .label = "TikTok Ads Manager", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
