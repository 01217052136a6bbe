// Amazon Ads: sponsored reports by marketplace, bulk sheets and the API.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95,
     .headers = "Customer Search Term or Suchbegriff des Kunden or Terme de recherche client or Término de búsqueda de "
                "cliente or Termine di ricerca cliente or カスタマーの検索キーワード"},
    {.weight = 0.95, .parts = "day total sales or day total orders or 広告がクリックされてから"},
    {.weight = 0.9, .parts = "tage, | umsatz"},
    {.weight = 0.8, .parts = "ventes | jours"},
    {.weight = 0.8, .parts = "ventas | días"},
    {.weight = 0.8, .parts = "vendite | giorni"},
    {.weight = 0.9, .parts = "(acos)"},
    {.weight = 0.95, .headers = "Entity | Operation"},
    {.weight = 0.8, .headers = "Advertised ASIN or Advertised SKU"},
    {.weight = 0.6, .headers = "Portfolio name | Spend"},
    {.weight = 0.7, .headers = "Impressions | Spend | ACOS"},
    {.weight = 0.9, .headers = "campaign_budget_type | campaign_budget_currency_code"},
    {.weight = 0.9, .headers = "campaignBudgetType | campaignBudgetCurrencyCode"},
    {.weight = 0.7, .headers = "日付 or 開始日 | 広告グループ名 | ターゲティング"},
    {.weight = 0.7, .headers = "Kampagnenname | Anzeigengruppenname | Ausrichtung"},
    {.weight = 0.7, .headers = "Nom du groupe d'annonces | Ciblage"},
    {.weight = 0.7, .headers = "Nombre del grupo de anuncios | Segmentación"},
    {.weight = 0.7, .headers = "Nome gruppo di annunci | Spesa"},
};

constexpr Alias aliases[] = {
    {"date",
     "Date | Start Date | Datum | Startdatum | Date de début | Fecha | Fecha de inicio | Data | Data di inizio | 日付 "
     "| 開始日"},
    {"date_end", "End Date | Enddatum | Date de fin | Fecha de finalización | Data di fine | 終了日"},
    {"channel", "Campaign Type | Product | Ad product", true},
    {"campaign_id", "Campaign ID | campaignId"},
    {"campaign_name",
     "Campaign Name (Informational only) | Campaign Name | Kampagnenname | Nom de la campagne | Nombre de la campaña | "
     "Nome campagna | キャンペーン名 | Campaign"},
    {"adset_id", "Ad Group ID | adGroupId"},
    {"adset_name",
     "Ad Group Name (Informational only) | Ad Group Name | Anzeigengruppenname | Nom du groupe d'annonces | Nombre del "
     "grupo de anuncios | Nome gruppo di annunci | 広告グループ名"},
    {"creative_id", "Ad ID | Advertised ASIN | Advertised SKU | SKU"},
    {"keyword_id", "Keyword ID | keywordId"},
    {"keyword",
     "Targeting | Keyword Text | Keyword | Target text | Ausrichtung | Ciblage | Segmentación | ターゲティング"},
    {"search_term",
     "Customer Search Term | Suchbegriff des Kunden | Terme de recherche client | Término de búsqueda de cliente | "
     "Termine di ricerca cliente | カスタマーの検索キーワード | search_term | searchTerm"},
    {"match_type",
     "Match Type | Übereinstimmungstyp | Type de correspondance | Tipo de concordancia | Tipo di corrispondenza | "
     "マッチタイプ | keyword_type"},
    {"geo", "Country | Land | Pays | País | Paese | 国"},
    {"currency",
     "Currency | Währung | Devise | Divisa | Moneda | Valuta | 通貨 | campaign_budget_currency_code | "
     "campaignBudgetCurrencyCode"},
    {"status", "State | Status | Campaign State (Informational only) | Campaign Status | ad_keyword_status"},
    {"impressions",
     "Impressions | Impressionen | Aufrufe | Impresiones | Impressioni | インプレッション | インプレッション数"},
    {"clicks", "Clicks | Klicks | Clics | Clic | クリック | クリック数"},
    {"spend", "Spend | Cost | Ausgaben | Dépenses | Gasto | Inversión | Spesa | 費用 | 広告費"},
    {"revenue", "Sales | sales | Umsatz | Ventes | Ventas | Vendite | 売上", true},
    {"orders", "Orders | Purchases | Bestellungen | Commandes | Pedidos | Ordini | 注文", true},
    {"units", "Units | Einheiten | Unités | Unidades | Unità", true},
    {"ctr", "Click-Thru Rate (CTR) | Click-through Rate | CTR | Klickrate (CTR) | Taux de clics (CTR)"},
    {"cpc", "Cost Per Click (CPC) | CPC | Kosten pro Klick (CPC)"},
    {"acos",
     "Total Advertising Cost of Sales (ACOS) | Total Advertising Cost of Sales (ACoS) | ACOS | Zugeschriebene "
     "Umsatzkosten (ACOS) gesamt | 広告費売上高比率（ACOS）合計"},
    {"roas",
     "Total Return on Advertising Spend (ROAS) | Total Return on Advertising Spend (RoAS) | ROAS | Gesamte "
     "Rentabilität der Anzeigenkosten (ROAS) | 広告費用対効果（ROAS）合計"},
    {"cvr", "7 Day Conversion Rate | 14 Day Conversion Rate | Conversion Rate"},
    {"",
     "Portfolio name | Portfolio ID | Portfolio Name (Informational only) | Retailer | Entity | Operation | Budget | "
     "Daily Budget | Targeting Type | Bidding strategy | Placement | Percentage | Bid | Last Year Spend | Last Year "
     "Clicks | Last Year Impressions | Product Targeting ID | Product Targeting Expression | Ad Group State "
     "(Informational only) | Eligibility Status (Informational only) | ASIN (Informational only) | keyword_bid | "
     "campaign_budget_amount | campaign_budget_type",
     true},
};

constexpr Rule rules[] = {
    {"Start Date", "Date", ""}, {"End Date", "Date", ""},    {"Start Date", "Entity", ""},
    {"End Date", "Entity", ""}, {"Startdatum", "Datum", ""}, {"Enddatum", "Datum", ""},
};

}  // namespace

constinit const Platform amazon_ads = {
    .id = "amazon_ads", .label = "Amazon Ads", .fingerprints = fingerprints, .aliases = aliases, .rules = rules};

}  // namespace outlay::ingest
