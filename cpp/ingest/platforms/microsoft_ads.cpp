// Microsoft Advertising: the grid, downloaded reports, the API and its copies in warehouses.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.9, .headers = "Impr. | Spend"},
    {.weight = 0.95, .preamble = "report name: | report time: | time zone: or last completed available day:"},
    {.weight = 0.95, .headers = "Gregorian date"},
    {.weight = 0.85, .headers = "TimePeriod | AverageCpc or CostPerConversion or AccountName"},
    {.weight = 0.9, .headers = "Bid Strategy Name | Top impr. rate"},
    {.weight = 0.9, .headers = "bid_match_type | delivered_match_type"},
    {.weight = 0.7, .headers = "top_vs_other or conversions_qualified or Ad distribution"},
    {.weight = 0.7, .headers = "AverageCpc | Ctr"},
    {.weight = 0.6, .headers = "日付 | キャンペーン名 | インプレッション | 費用", .without_headers = "広告グループ名"},
};

constexpr Alias aliases[] = {
    {"date", "Gregorian date | TimePeriod | Time period | Date | Day | 日付 | GregorianDate | Month"},
    {"channel", "Campaign type | CampaignType | Network", true},
    {"account_name", "Account name | Account | AccountName"},
    {"account_id", "Account ID | Account number"},
    {"campaign_id", "Campaign ID | CampaignId"},
    {"campaign_name", "Campaign name | Campaign | CampaignName | キャンペーン名"},
    {"adset_id", "Ad group ID | AdGroupId"},
    {"adset_name", "Ad group | Ad group name | AdGroupName | Asset group"},
    {"creative_id", "Ad ID | AdId"},
    {"creative_name", "Ad title | AdTitle | Title part 1"},
    {"search_term", "Search term | Search query | search_query | SearchQuery"},
    {"keyword_id", "Keyword ID | KeywordId"},
    {"keyword", "Keyword"},
    {"match_type", "Delivered match type | Bid match type | Match type | DeliveredMatchType | BidMatchType"},
    {"device", "Device type | DeviceType | Device"},
    {"geo", "Country/region | Country | Location"},
    {"age", "Age group | AgeGroup"},
    {"gender", "Gender"},
    {"currency", "Currency code | CurrencyCode"},
    {"status", "Status | Campaign status | CampaignStatus"},
    {"impressions", "Impr. | Impressions | インプレッション"},
    {"clicks", "Clicks | クリック数"},
    {"spend", "Spend | 費用"},
    {"conversions", "Conv. | Conversions | コンバージョン"},
    {"revenue", "Revenue"},
    {"leads", "Leads"},
    {"ctr", "CTR | CTR (%) | Ctr"},
    {"cpc", "Avg. CPC | Average CPC | AverageCpc"},
    {"cpm", "Avg. CPM | AverageCpm"},
    {"cpa", "CPA | CostPerConversion | Cost per conversion"},
    {"cvr", "Conv. rate | Conversion rate (%) | ConversionRate"},
    {"roas", "Return on ad spend (%) | ReturnOnAdSpend | Return on ad spend"},
    {"",
     "Budget | Budget Type | Optimization Score | Delivery | Bid Strategy Name | Bid Strategy Type | Labels | Top "
     "impr. rate | Abs. top impr. rate | Hour | Ad description | Ad distribution | Avg. position | device_os | "
     "language | top_vs_other | budget_name | budget_association_status | conversions_qualified | "
     "all_conversions_qualified | all_conversions | all_revenue",
     true},
};

}  // namespace

constinit const Platform microsoft_ads = {
    .id = "microsoft_ads", .label = "Microsoft Advertising", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
