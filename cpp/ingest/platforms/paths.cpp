// Paths of channels, with how many conversions and lost journeys each had.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.8, .headers = "path | total_conversions or conversions or conversion or total_null"},
    {.weight = 0.7,
     .headers = "Channel path or Top conversion paths or Default channel group path or Source / medium path"},
};

constexpr Alias aliases[] = {
    {"path",
     "path | Channel path | Conversion path | Top conversion paths | Default channel group path | Source / medium path "
     "| journey"},
    {"conversions", "total_conversions | conversions | conversion", true},
    {"revenue", "total_conversion_value | conversion_value | value", true},
    {"nulls", "total_null | null_conversion | null_conversions | nulls"},
    {"", "path_id | exposure_times | lapses", true},
};

}  // namespace

constinit const Platform paths = {
    .id = "paths", .label = "Conversion paths", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
