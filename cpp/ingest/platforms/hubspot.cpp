// HubSpot: exports of deals.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.9, .headers = "Deal Name or Record ID | Deal Stage"},
    {.weight = 0.9, .headers = "Record ID | Deal Name"},
    {.weight = 0.8, .headers = "Deal Stage | Pipeline"},
    {.weight = 0.8, .headers = "Original Source | Record ID"},
    {.weight = 0.8, .headers = "dealname | dealstage"},
};

constexpr Alias aliases[] = {
    {"order_id", "Record ID | Deal ID", true},
    {"date", "Create Date | Created Date | createdate | Date entered stage"},
    {"date_end", "Close Date | closedate"},
    {"revenue", "Amount | Amount in company currency | Deal Amount", true},
    {"status", "Deal Stage | dealstage"},
    {"channel", "Original Source (Type) | Original Source | Original Traffic Source | Lead source | Latest Source"},
    {"currency", "Currency"},
    {"account_name", "Associated Company | Company name"},
    {"person_name", "Deal owner | Contact owner | Associated Contact", true},
    {"",
     "Deal Name | dealname | Pipeline | Associated Company IDs | Associated Contact IDs | Deal Type | Next step | "
     "Probability",
     true},
};

}  // namespace

constinit const Platform hubspot = {
    .id = "hubspot", .label = "HubSpot", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
