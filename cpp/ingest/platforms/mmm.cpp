// Weekly data for a media mix model, one column a channel and measure.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.8, .headers = "date_week | y"},
    {.weight = 0.7, .endings = "_S | _I"},
    {.weight = 0.7, .endings = "_S | _P"},
    {.weight = 0.7, .endings = "_S | _B"},
    {.weight = 0.7, .endings = "_S | _S"},
    {.weight = 0.8, .endings = "_impression | _spend"},
    {.weight = 0.8, .endings = "_impressions | _spend"},
    {.weight = 0.7, .endings = "_spend | _spend", .without_headers = "campaign_id"},
    {.weight = 0.7, .headers = "revenue_per_conversion", .endings = "_spend"},
    {.weight = 0.6, .headers = "y | x1 | x2"},
};

constexpr Alias aliases[] = {
    {"date", "date_week | time | DATE | week | ds | wk_strt_dt", true},
    {"revenue", "revenue | y | sales", true},
    {"conversions", "conversions", true},
    {"geo", "geo", true},
    {"control", "Promo | events | competitor_sales_control | population | event_1 | event_2 | holidays | newsletter",
     true},
    {"", "t | dayofyear | revenue_per_conversion | email | phone", true},
};

}  // namespace

constinit const Platform mmm = {
    .id = "mmm", .label = "Mix model data", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
