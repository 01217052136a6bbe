// Touchpoint logs and sessions: one row a contact of a user with a channel.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.6,
     .headers = "customer_id or user_id or visitor_id or cookie or cookie_id or client_id | time or timestamp or "
                "event_ts or event_time or date | channel or touchpoint or channel_grouping"},
    {.weight = 0.7, .headers = "session_id | user_id | utm_source"},
    {.weight = 0.6, .headers = "utm_source | utm_medium | event_ts"},
    {.weight = 0.6, .headers = "interaction | conversion | channel"},
};

constexpr Alias aliases[] = {
    {"user_id", "customer_id | user_id | visitor_id | cookie | cookie_id | client_id"},
    {"session_id", "session_id"},
    {"timestamp", "timestamp | event_ts | event_time | event_timestamp | datetime"},
    {"timestamp", "time | date", true},
    {"session_start", "session_start_ts | session_start | session_start_time | visit_start_time"},
    {"session_end", "session_end_ts | session_end | session_end_time"},
    {"channel", "channel | touchpoint | channel_grouping | channel_id", true},
    {"channel", "channel_grouping | touchpoint"},
    {"utm_source", "utm_source | source", true},
    {"utm_source", "utm_source"},
    {"utm_medium", "utm_medium | medium", true},
    {"utm_medium", "utm_medium"},
    {"referrer", "referrer | referer | page_referrer", true},
    {"page", "page | page_title | landing_page | page_location", true},
    {"campaign_name", "utm_campaign"},
    {"keyword", "utm_term"},
    {"creative_name", "utm_content"},
    {"conversions", "conversion | is_converted | converted | goal | Sign_up", true},
    {"revenue", "conversion_value | value", true},
    {"conversion_type", "interaction | event_name", true},
};

}  // namespace

constinit const Platform journeys = {
    .id = "journeys", .label = "Journeys", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
