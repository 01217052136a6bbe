// The table of sheets with several entities: bulk files of Amazon Ads and Microsoft Advertising.
#include "ingest/platforms/entities.h"

namespace outlay::ingest {
namespace {

constexpr EntityRows layouts[] = {
    {"Entity", "Operation", " (Informational only)",
     "Keyword | Product Targeting | Ad Group | Product Ad | Campaign | Bidding Adjustment"},
    {"Record Type", "Record ID", "", "Keyword | Product Targeting | Ad Group | Ad | Campaign | Campaign By Placement"},
    {"Type", "Parent Id", "", "Keyword | Ad Group | Campaign"},
};

}  // namespace

std::span<const EntityRows> entity_rows_of_platforms() { return layouts; }

}  // namespace outlay::ingest
