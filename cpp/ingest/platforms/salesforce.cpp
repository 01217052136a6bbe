// Salesforce: reports of opportunities, and the object as loaders and warehouses export it.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.9, .headers = "Opportunity Name"},        {.weight = 0.9, .headers = "StageName | CloseDate"},
    {.weight = 0.9, .headers = "stage_name | close_date"}, {.weight = 0.85, .headers = "Opportunity Owner"},
    {.weight = 0.8, .headers = "Fiscal Period | Stage"},   {.weight = 0.6, .headers = "IsWon | IsClosed"},
    {.weight = 0.6, .headers = "is_won | is_closed"},
};

constexpr Alias aliases[] = {
    {"order_id", "Opportunity ID | Id", true},
    {"date", "Created Date | CreatedDate | created_date"},
    {"date_end", "Close Date | CloseDate | close_date"},
    {"revenue", "Amount | Amount (converted)", true},
    {"status", "Stage | StageName | stage_name", true},
    {"channel", "Lead Source | LeadSource | lead_source"},
    {"currency", "Amount Currency | CurrencyIsoCode | Opportunity Currency"},
    {"account_name", "Account Name"},
    {"account_id", "AccountId | account_id"},
    {"campaign_id", "CampaignId | campaign_id"},
    {"campaign_name", "Primary Campaign Source | Campaign Name"},
    {"person_name", "Opportunity Owner | Owner | Created By | Last Modified By", true},
    {"personal_note", "Description | Next Step | next_step", true},
    {"",
     "Opportunity Name | Name | Fiscal Period | fiscal | fiscal_quarter | fiscal_year | Expected Revenue | "
     "expected_revenue | Probability (%) | probability | Age | Type | IsWon | IsClosed | is_won | is_closed | "
     "is_deleted | forecast_category | forecast_category_name | record_type_id | owner_id | OwnerId",
     true},
};

}  // namespace

constinit const Platform salesforce = {
    .id = "salesforce", .label = "Salesforce", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
