// The tables of conversion actions.
#include "ingest/platforms/actions.h"

namespace outlay::ingest {
namespace {

constexpr ActionRows layouts[] = {
    {.platform = "meta_ads",
     .type = "action_type",
     .value = "value",
     .windows = "_7_d_click | 7d_click | _1_d_click | 1d_click | _28_d_click | 28d_click | _1_d_view | 1d_view | "
                "_7_d_view | 7d_view | _28_d_view | 28d_view | inline | _1_d_ev | 1d_ev | dda | skan_view | "
                "skan_click",
     .bookkeeping = "_fivetran_id | _fivetran_synced | index | _airbyte_raw_id | _airbyte_extracted_at | "
                    "_airbyte_emitted_at | _sdc_batched_at | _dlt_id",
     .vocabulary = "purchase | lead | view_content | add_to_cart | checkout | conversion | registration | link_click | "
                   "landing_page_view | engagement | video_view | app_install | messaging | post_reaction | like"},
    {.platform = "google_ads",
     .type = "Conversion action | Conversion action name | Ação de conversão | Acción de conversión | "
             "Action de conversion | Conversion-Aktion | コンバージョン アクション",
     .is_telling = true,
     .bookkeeping = "Conversion category | Conversion action category | Conversion source | Conversion action ID"},
    {.platform = "microsoft_ads", .type = "Goal | Goal name", .bookkeeping = "Goal type | Goal ID"},
    {.platform = "linkedin_ads", .type = "Conversion Name", .bookkeeping = "Conversion Type | Conversion ID"},
};

// Meta: what covers web, app and shop together comes before what covers one of them.
constexpr ActionFamily families[] = {
    {"meta_ads", "orders", "revenue",
     "omni_purchase | purchase | web_in_store_purchase | onsite_web_app_purchase | onsite_web_purchase | "
     "offsite_conversion.fb_pixel_purchase | onsite_conversion.purchase | app_custom_event.fb_mobile_purchase"},
    {"meta_ads", "leads", "",
     "lead | onsite_web_lead | offsite_conversion.fb_pixel_lead | onsite_conversion.lead_grouped | "
     "onsite_conversion.lead | leadgen_grouped | leadgen.other"},
    {"", "orders", "revenue",
     "Purchase | Purchases | Website purchase | *purchase* | *transaction* | *compra* | *kauf* | *achat* | *acquist* | "
     "*購入*"},
    {"", "leads", "", "Lead | Leads | Submit lead form | *lead*"},
};

}  // namespace

std::span<const ActionRows> action_rows_of_platforms() { return layouts; }

std::span<const ActionFamily> action_families() { return families; }

}  // namespace outlay::ingest
