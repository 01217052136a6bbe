// Words that many exports share, and those of smaller networks; the answer for a table of no known platform.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Alias aliases[] = {
    {"date",
     "Date | Day | Report date | Reporting date | Calendar date | Datum | Tag | Jour | Día | Fecha | Dia | Data | "
     "Giorno | 日 | 日付 | Time period | engage_date | order_date | Month | Monat | Mois | Mes | Mês | Mese"},
    {"date_end", "End date | Enddatum | Date de fin | Fecha de fin | Data final | Data fine | 終了日"},
    {"week_start",
     "Week | Week start | Week starting | Week beginning | Week of | Woche | Semaine | Semana | Settimana | 週 | "
     "Period"},
    {"timestamp", "Timestamp | Datetime | Event time | Zeitstempel | Horodatage | Marca de tiempo"},
    {"channel",
     "Channel | Channel name | Marketing channel | Media channel | Platform | Network | Media source | Source | Kanal "
     "| Canal | Canale | チャネル | Publisher | Medium"},
    {"account_id", "Account ID | account_id"},
    {"account_name", "Account name | Account | Advertiser | Konto | Compte | Cuenta | Conta"},
    {"campaign_id", "Campaign ID | cid | utm_id"},
    {"campaign_name",
     "Campaign | Campaign name | Kampagne | Kampagnenname | Campagne | Campaña | Campanha | Campagna | キャンペーン | "
     "キャンペーン名 | utm_campaign"},
    {"adset_id", "Ad set ID | Ad group ID | Asset group ID"},
    {"adset_name",
     "Ad set | Ad set name | Ad group | Ad group name | Asset group | Asset group name | Anzeigengruppe | Groupe "
     "d'annonces | Grupo de anuncios | Grupo de anúncios | 広告グループ名"},
    {"creative_id", "Ad ID | Creative ID"},
    {"creative_name", "Ad name | Ad | Creative | Creative name | Headline | Anzeige | Annonce | Anuncio | Anúncio"},
    {"action_date", "Action date | Change date | Date of action | Changed on"},
    {"action_type", "Action type | Change type"},
    {"old_value", "Old value | Old bid | Previous bid"},
    {"new_value", "New value | New bid"},
    {"reason", "Reason | Change reason"},
    {"search_term", "Search term | Search query | Query"},
    {"keyword_id", "Keyword ID"},
    {"keyword", "Keyword | Target text | Target | Targeting"},
    {"match_type", "Match type"},
    {"device", "Device | Device type | Device category | Gerät | Appareil | Dispositivo | デバイス"},
    {"geo",
     "Geo | Country | Region | State | City | DMA | Location | Market | Land | Pays | País | Paese | Bundesland | Zip "
     "code | Postal code | PLZ | 国 | 地域"},
    {"age", "Age | Age group | Age range | Alter | Âge | Edad | Idade | Età | 年齢"},
    {"gender", "Gender | Sex | Geschlecht | Sexe | Sexo | Gênero | Sesso | 性別"},
    {"currency", "Currency | Currency code | Account currency | Währung | Devise | Moneda | Moeda | Valuta | 通貨"},
    {"status", "Status | State of delivery | deal_stage | Stage"},
    {"conversion_type", "Conversion type | Conversion name | Event type | Goal"},
    {"variant", "Variant | Variation"},
    {"user_id", "User ID | Customer ID | Visitor ID | Client ID | Cookie ID | userid"},
    {"session_id", "Session ID"},
    {"order_id", "Order ID | Order number | Bestellnummer | opportunity_id"},
    {"impressions",
     "Impressions | Impr. | Imps | Total impressions | Impressionen | Impresiones | Impressões | Impressioni | "
     "表示回数 | インプレッション | インプレッション数 | Views"},
    {"reach", "Reach | Reichweite"},
    {"frequency", "Frequency"},
    {"clicks", "Clicks | Clicks (all) | Total clicks | Klicks | Clics | Cliques | Clic | Klikken | クリック数"},
    {"link_clicks", "Link clicks | Outbound clicks"},
    {"spend",
     "Spend | Spends | Amount spent | Ad spend | Cost | Costs | Total spend | Total cost | Media spend | Media cost | "
     "Kosten | Ausgaben | Werbekosten | Coût | Dépenses | Coste | Costo | Gasto | Custo | Spesa | Kosten gesamt | 費用 "
     "| コスト | 広告費 | ご利用金額 | Advertising expenses | Advertising cost | Budget spent | cost_usd | spend_usd"},
    {"conversions",
     "Conversions | Conversion | Conv. | Results | Acquisitions | Expected conversions | Konversionen | Conversões | "
     "Conversiones | "
     "Conversioni | Conversies | コンバージョン | コンバージョン数"},
    {"revenue",
     "Revenue | Sales | Turnover | Conversion value | Conv. value | Total revenue | Attributed revenue | Gross revenue "
     "| GMV | Umsatz | Erlös | Chiffre d'affaires | Ventes | Ingresos | Ventas | Receita | Faturamento | Ricavi | "
     "Fatturato | Omzet | 売上 | 収益 | close_value | order_value"},
    {"orders",
     "Orders | Purchases | Transactions | True orders | Shop orders | Total orders | Orders placed | Bestellungen | "
     "Käufe | Commandes | Achats | Pedidos | Compras | Ordini | Acquisti | Bestellingen | 注文数 | 購入"},
    {"units", "Units | Units sold | Quantity | Menge | Quantité | Cantidad | Quantidade"},
    {"leads", "Leads | Sign-ups | Signups | Registrations"},
    {"video_views", "Video views | Video plays | Views (video)"},
    {"visitors", "Visitors | Users | Unique visitors | Unique users | Besucher | Visiteurs | Visitantes"},
    {"sessions",
     "Sessions | Visits | Website sessions | Sitzungen | Besuche | Sesiones | Sessões | Sessioni | セッション"},
    {"path", "Path | Conversion path | Journey"},
    {"nulls", "Nulls | Non-conversions"},
    {"ctr", "CTR | Click-through rate | Click rate | Klickrate | クリック率"},
    {"cpc", "CPC | Cost per click | Avg. CPC"},
    {"cpm", "CPM | Cost per mille | eCPM"},
    {"cpa",
     "CPA | Cost per acquisition | Cost per conversion | Cost / conv. | CPL | Cost per lead | CAC | Cost per order"},
    {"roas", "ROAS | Return on ad spend"},
    {"cvr", "CVR | Conversion rate | Conv. rate | CR"},
    {"acos", "ACOS"},
};

}  // namespace

constinit const Platform generic = {.id = "generic", .label = "Table", .fingerprints = {}, .aliases = aliases};

}  // namespace outlay::ingest
