// Google Ads: reports of the interface in six languages, overview cards, and the API as warehouses export it.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.8,
     .headers = "Impr. or Impressões or 表示回数 | Cost or Custo or Coste or Costo or Coût or Kosten or 費用"},
    {.weight = 0.8, .headers = "Impr. | Interactions"},
    {.weight = 0.75, .headers = "Impr. | Currency code"},
    {.weight = 0.7, .headers = "Cost | Cost / conv. or Avg. CPC"},
    {.weight = 0.7, .headers = "Custo | Custo / conv. or CPC méd."},
    {.weight = 0.7, .headers = "Coste or Costo | Coste/conv. or Costo/conv. or CPC medio or Prom. CPC"},
    {.weight = 0.7, .headers = "Coût | CPC moy. or Coût/conv."},
    {.weight = 0.7, .headers = "Kosten | Durchschn. CPC or Kosten/Conv."},
    {.weight = 0.7, .headers = "費用 | 平均クリック単価 or コンバージョン単価"},
    {.weight = 0.7, .headers = "Campaign Name | Campaign Group Name | Cost"},
    {.weight = 0.8, .headers = "Headline 1 | Headline 2 | Final URL"},
    {.weight = 0.7, .headers = "Ad strength | Ad type"},
    {.weight = 0.95, .headers = "cost_micros or metrics_cost_micros or metrics.cost_micros"},
    {.weight = 0.5,
     .preamble =
         "campaign report or search terms report or search keyword report or ad group report or relatório de campanha "
         "or informe de campaña or rapport sur les campagnes or kampagnenbericht or キャンペーン レポート"},
};

constexpr Alias aliases[] = {
    {"date",
     "Day | Date | Dia | Data | Día | Fecha | Jour | Tag | Giorno | 日 | segments_date | segments.date | Month | "
     "Quarter | Mes | Mês | Mois | Monat"},
    {"channel",
     "Campaign type | Tipo de campanha | Tipo de campaña | Type de campagne | Kampagnentyp | Tipo di campagna | "
     "キャンペーン タイプ | advertising_channel_type | Network (with search partners)",
     true},
    {"account_name", "Account | Account name | Conta | Cuenta | Compte | Konto | アカウント"},
    {"account_id", "Customer ID | customer_id", true},
    {"campaign_id", "Campaign ID"},
    {"campaign_name", "Campaign | Campaign name | Campanha | Campaña | Campagne | Kampagne | Campagna | キャンペーン"},
    {"adset_id", "Ad group ID | ad_group_id"},
    {"adset_name",
     "Ad group | Ad group name | Grupo de anúncios | Grupo de anuncios | Groupe d'annonces | Anzeigengruppe | Gruppo "
     "di annunci | 広告グループ | Asset group | Asset group name"},
    {"creative_id", "Ad ID"},
    {"creative_name", "Ad name | Asset | Headline | Headline 1 | Final URL"},
    {"search_term",
     "Search term | Termo de pesquisa | Término de búsqueda | Terme de recherche | Suchbegriff | Termine di ricerca | "
     "検索語句 | Search | Word"},
    {"keyword",
     "Keyword | Search keyword | Pesquisar palavra-chave | Palavra-chave | Palavra-chave de pesquisa | Palabra clave | "
     "Mot clé | Suchkeyword | Parola chiave | キーワード"},
    {"match_type",
     "Match type | Search keyword match type | Tipo de correspondência dos termos de pesquisa | Tipo de "
     "correspondência | Tipo de concordancia | Type de correspondance | Übereinstimmungstyp | Keyword-Option | Tipo di "
     "corrispondenza | マッチタイプ"},
    {"device", "Device | Dispositivo | Appareil | Gerät | デバイス"},
    {"geo", "Location | Localização | Ubicación | Lieu | Standort | Località | 地域"},
    {"currency",
     "Currency code | Código da moeda | Código de moneda | Code de la devise | Währungscode | Codice valuta | "
     "通貨コード"},
    {"status",
     "Campaign status | Status | Campaign state | Ad group status | Ad group state | Keyword status | Ad status | "
     "Asset status | Status da campanha | Estado de la campaña | État de la campagne | Kampagnenstatus | Stato "
     "campagna | キャンペーンの状態"},
    {"impressions",
     "Impr. | Impressions | Impressões | Impresiones | Impressionen | 表示回数 | metrics_impressions | "
     "metrics.impressions"},
    {"clicks", "Clicks | Cliques | Clics | Klicks | Clic | クリック数 | metrics_clicks | metrics.clicks"},
    {"spend", "Cost | Custo | Coste | Costo | Coût | Kosten | 費用"},
    {"conversions",
     "Conversions | Conv. | Conversões | Conversiones | Conversioni | コンバージョン | コンバージョン数 | "
     "metrics_conversions | metrics.conversions"},
    {"conversion_type",
     "Conversion action | Ação de conversão | Acción de conversión | Action de conversion | Conversion-Aktion | "
     "コンバージョン アクション"},
    {"revenue",
     "Conv. value | Conversion value | Conversions value | Valor de conv. | Valeur de conv. | Conv.-Wert | Valore "
     "conv. | コンバージョン値 | metrics_conversions_value | metrics.conversions_value"},
    {"video_views", "Views | TrueView views | Video views", true},
    {"ctr", "CTR | クリック率"},
    {"cpc", "Avg. CPC | CPC méd. | CPC medio | Prom. CPC | CPC moy. | Durchschn. CPC | 平均クリック単価"},
    {"cpm", "Avg. CPM | CPM méd. | CPM medio | CPM moy. | Durchschn. CPM"},
    {"cpa",
     "Cost / conv. | Custo / conv. | Coste/conv. | Costo/conv. | Coût/conv. | Kosten/Conv. | コンバージョン単価"},
    {"cvr",
     "Conv. rate | Taxa de conv. | Tasa de conv. | Porcentaje de conv. | Taux de conv. | Conv.-Rate | Tasso di conv. | "
     "コンバージョン率"},
    {"roas",
     "Conv. value / cost | Conv. value / Cost (Platform Comparable) | Valor de conv. / custo | Valor de conv./coste | "
     "Valeur de conv./coût | Conv.-Wert/Kosten"},
    {"",
     "cost_micros | metrics_cost_micros | metrics.cost_micros | Cost (Converted currency) | Converted currency code | "
     "Budget | Budget name | Budget type | Status reasons | Status reason | Optimization score | TrueView avg. CPV | "
     "Interactions | Interaction rate | Avg. cost | Bid strategy type | Campaign subtype | Campaign Group Name | Max. "
     "CPC | Impr. (Top) % | Impr. (Abs. Top) % | Search impr. share | Search top IS | Click share | Added/Excluded | "
     "Level | Asset type | Added by | Last updated | View-through conv. | Labels on Ad group | Ad strength | Ad type | "
     "Orçamento | Nome do orçamento | Tipo de orçamento | Motivos do status | Pontuação de otimização | Tipo de "
     "estratégia de lances | Presupuesto | Conv. (Platform Comparable) | Cost / Conv. (Platform Comparable) | Hour | "
     "Hour of the day | Day of the week",
     true},
};

}  // namespace

constinit const Platform google_ads = {
    .id = "google_ads", .label = "Google Ads", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
