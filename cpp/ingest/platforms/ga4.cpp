// Google Analytics 4: standard reports, explorations and flattened events.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .preamble = "# ---"},
    {.weight = 0.95, .headers = "Nth day or Nth week or Nth month"},
    {.weight = 0.9, .headers = "Date + hour (YYYYMMDDHH)"},
    {.weight = 0.9,
     .headers = "Session default channel group or Session primary channel group (Default Channel Group) or "
                "sessionDefaultChannelGroup"},
    {.weight = 0.85, .headers = "Default channel group"},
    {.weight = 0.8, .headers = "Active users or Engaged sessions or Session source / medium"},
    {.weight = 0.7, .headers = "Key events"},
    {.weight = 0.7, .headers = "Event name | Event count"},
    {.weight = 0.95, .headers = "user_pseudo_id or ga_session_id"},
};

constexpr Alias aliases[] = {
    {"date", "Date | event_date | Day"},
    {"timestamp", "Date + hour (YYYYMMDDHH) | event_timestamp | dateHour | date_hour"},
    {"channel",
     "Session default channel group | Session primary channel group (Default Channel Group) | Default channel group | "
     "Session primary channel group | First user default channel group | First user primary channel group (Default "
     "Channel Group) | sessionDefaultChannelGroup | session_default_channel_group | Session source / medium | Session "
     "source | session_source | traffic_source_source | traffic_source.source"},
    {"campaign_name", "Session campaign | Campaign | session_campaign | sessionCampaignName | First user campaign"},
    {"device", "Device category | device_category | deviceCategory | device.category | Platform", true},
    {"geo", "Country | Region | City | geo_country | geo.country"},
    {"age", "Age"},
    {"gender", "Gender"},
    {"user_id", "user_pseudo_id | user_id | Client ID"},
    {"session_id", "ga_session_id"},
    {"order_id", "Transaction ID | transaction_id | transactionId"},
    {"conversion_type", "Event name | event_name | eventName"},
    {"sessions", "Sessions"},
    {"visitors", "Total users | Active users | Users | totalUsers | activeUsers"},
    {"conversions", "Key events | Conversions | keyEvents"},
    {"orders", "Ecommerce purchases | Transactions | Purchases | ecommercePurchases"},
    {"revenue",
     "Total revenue | Purchase revenue | purchase_revenue | ecommerce_purchase_revenue | ecommerce.purchase_revenue | "
     "totalRevenue | purchaseRevenue | ecommerce_purchase_revenue_in_usd"},
    {"spend", "Ads cost | Google Ads cost | advertiserAdCost"},
    {"clicks", "Ads clicks | Google Ads clicks"},
    {"impressions", "Ads impressions | Google Ads impressions"},
    {"cvr", "Session key event rate | Session conversion rate | User key event rate"},
    {"",
     "Nth day | Nth week | Nth month | New users | Returning users | Engaged sessions | Engagement rate | Engaged "
     "sessions per session | Bounce rate | Average engagement time | Average engagement time per session | Average "
     "engagement time per active user | Views | Views per active user | Views per session | Views per user | Event "
     "count | Events per session | Page path and screen class | Page title and screen class | Page title and screen "
     "name | Landing page | Average session duration | 1 day | 7 days | 28 days | 30 days | session_medium | "
     "ga_session_number | page_location | traffic_source_medium | traffic_source_name",
     true},
};

}  // namespace

constinit const Platform ga4 = {
    .id = "ga4", .label = "Google Analytics 4", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
