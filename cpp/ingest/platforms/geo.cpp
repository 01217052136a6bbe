// Panels of places over time, for tests and models by region.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.55, .headers = "geo | date or time or geo.group"},
    {.weight = 0.6, .headers = "location | Y"},
    {.weight = 0.55, .headers = "location | time or date | investment"},
    {.weight = 0.5, .headers = "dma or region | date or week | sales or Y", .without_headers = "campaign"},
};

constexpr Alias aliases[] = {
    {"geo", "geo | location | region | dma | city | state"},
    {"date", "date | time | day", true},
    {"revenue", "sales | Y | revenue", true},
    {"spend", "cost | investment | spend"},
    {"variant", "geo.group | geo_group | assignment | group", true},
};

}  // namespace

constinit const Platform geo = {.id = "geo", .label = "Geo panel", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
