// Tables that a connector wrote, from a platform that their columns do not tell.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.3,
     .headers = "_fivetran_synced or _fivetran_id or _airbyte_extracted_at or _airbyte_emitted_at or _sdc_batched_at "
                "or _dlt_id"},
};

constexpr Alias aliases[] = {
    {"date", "date | day | date_day | date_start"},
    {"timestamp", "timestamp"},
    {"campaign_id", "campaign_id"},
    {"campaign_name", "campaign_name"},
    {"adset_id", "ad_group_id | adset_id | ad_set_id"},
    {"adset_name", "ad_group_name | adset_name"},
    {"creative_id", "ad_id | creative_id"},
    {"creative_name", "ad_name"},
    {"account_id", "account_id | advertiser_id | customer_id"},
    {"",
     "_fivetran_synced | _fivetran_id | _fivetran_active | _fivetran_deleted | _airbyte_extracted_at | _airbyte_raw_id "
     "| _airbyte_emitted_at | _sdc_batched_at",
     true},
};

}  // namespace

constinit const Platform warehouse = {
    .id = "warehouse", .label = "Warehouse table", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
