// Meta Ads Manager in six languages, and the Marketing API as warehouses export it.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95,
     .parts = "amount spent or ausgegebener betrag or montant dépensé or importe gastado or valor usado or valor gasto "
              "or 消化金額 or importo speso or besteed bedrag"},
    {.weight = 0.95,
     .headers = "Result indicator or Indikator für Ergebnisse or Indicateur de résultats or Indicador de resultado or "
                "Indicador de resultados or 結果インジケーター"},
    {.weight = 0.9,
     .headers = "Reporting starts or Berichtsstart or Début des rapports or Inicio del informe or Início dos "
                "relatórios or レポート開始日 | Reporting ends or Berichtsende or Fin des rapports or Fin del informe "
                "or Encerramento dos relatórios or レポート終了日"},
    {.weight = 0.9, .headers = "inline_link_clicks"},
    {.weight = 0.9, .headers = "action_type | value"},
    {.weight = 0.9, .headers = "_7_d_click"},
    {.weight = 0.8, .headers = "Attribution setting | Results"},
};

constexpr Alias aliases[] = {
    {"date",
     "Day | Date | Tag | Jour | Día | Dia | Giorno | 日 | Reporting starts | Berichtsstart | Début des rapports | "
     "Inicio del informe | Início dos relatórios | Inizio report | レポート開始日 | date_start | Month"},
    {"date_end",
     "Reporting ends | Berichtsende | Fin des rapports | Fin del informe | Encerramento dos relatórios | Fine report | "
     "レポート終了日 | date_stop"},
    {"channel", "Platform | Plattform | Plateforme | Plataforma | プラットフォーム | publisher_platform"},
    {"account_name",
     "Account name | Name des Kontos | Kontoname | Nom du compte | Nombre de la cuenta | Nome da conta | アカウント名"},
    {"account_id", "Account ID"},
    {"campaign_id",
     "Campaign ID | Kampagnen-ID | Identifiant de la campagne | Identificador de la campaña | Identificação da "
     "campanha | ID campagna | キャンペーンID"},
    {"campaign_name",
     "Campaign name | Kampagnenname | Name der Kampagne | Nom de la campagne | Nombre de la campaña | Nome da campanha "
     "| Nome della campagna | Campagnenaam | キャンペーン名"},
    {"adset_id",
     "Ad set ID | Anzeigengruppen-ID | Identifiant de l'ensemble de publicités | Identificador del conjunto de "
     "anuncios | Identificação do conjunto de anúncios | 広告セットID"},
    {"adset_name",
     "Ad set name | Name der Anzeigengruppe | Anzeigengruppenname | Nom de l'ensemble de publicités | Nombre del "
     "conjunto de anuncios | Nome do conjunto de anúncios | Nome del gruppo di inserzioni | Naam advertentieset | "
     "広告セット名"},
    {"creative_id",
     "Ad ID | Anzeigen-ID | Identifiant de la publicité | Identificador del anuncio | Identificação do anúncio | "
     "広告ID"},
    {"creative_name",
     "Ad name | Ads | Anzeigenname | Name der Anzeige | Nom de la publicité | Nombre del anuncio | Nome do anúncio | "
     "Nome dell'inserzione | Naam advertentie | 広告名 | 広告の名前"},
    {"device", "Impression device | Device platform | Gerät der Impression | impression_device"},
    {"geo", "Country | Region | DMA region | Land | Pays | País | 国"},
    {"age", "Age | Alter | Âge | Edad | Idade | Età | 年齢"},
    {"gender", "Gender | Geschlecht | Genre | Sexo | Gênero | Genere | 性別"},
    {"currency", "Currency | Währung | Devise | Divisa | Moeda | Valuta | 通貨"},
    {"status",
     "Delivery status | Campaign delivery | Ad set delivery | Ad delivery | Auslieferung | Diffusion de la campagne | "
     "Entrega de la campaña | Veiculação da campanha | Veiculação de anúncio | Veiculação do conjunto de anúncios | "
     "キャンペーンの配信"},
    {"impressions",
     "Impressions | Impressionen | Impresiones | Impressões | Impression | Weergaven | インプレッション | "
     "インプレッション数"},
    {"reach", "Reach | Reichweite | Couverture | Portée | Alcance | Copertura | Bereik | リーチ"},
    {"frequency",
     "Frequency | Frequenz | Répétition | Fréquence | Frecuencia | Frequência | Frequenza | Frequentie | "
     "フリークエンシー"},
    {"clicks",
     "Clicks (all) | Klicks (alle) | Clics (tous) | Clics (todos) | Cliques (todos) | Clic (tutti) | Klikken (alle) | "
     "クリック(すべて) | clicks"},
    {"link_clicks",
     "Link clicks | Link-Klicks | Clics sur un lien | Clics sur le lien | Clics en el enlace | Cliques no link | Clic "
     "sul link | Klikken op links | リンクのクリック | リンククリック | リンククリック(ユニーク) | inline_link_clicks"},
    {"spend",
     "Amount spent | Ausgegebener Betrag | Montant dépensé | Importe gastado | Valor usado | Valor gasto | Importo "
     "speso | Besteed bedrag | 消化金額"},
    {"conversions", "Results | Ergebnisse | Résultats | Resultados | Risultati | Resultaten | 結果"},
    {"conversion_type",
     "Result indicator | Result type | Indikator für Ergebnisse | Indicateur de résultats | Indicador de resultado | "
     "Indicador de resultados | 結果インジケーター"},
    {"orders",
     "Purchases | Website purchases | Käufe | Websites-Käufe | Achats | Compras | Acquisti | Aankopen | 購入"},
    {"revenue",
     "Purchases conversion value | Website purchases conversion value | Purchase conversion value | Kaufwert | "
     "Conversion-Wert | Valeur de conversion des achats | Valor de conversión de compras | Valor de conversão da "
     "compra | Valor de conversão de compras | Valore di conversione degli acquisti | 購入コンバージョン値"},
    {"leads", "Leads | Website leads | Prospects | Clientes potenciales | Cadastros | リード"},
    {"video_views", "3-second video plays | ThruPlays | Video plays | ThruPlay"},
    {"ctr",
     "CTR (all) | CTR (alle) | CTR (todos) | CTR (tous) | CTR (link click-through rate) | CTR (Link-Klickrate) | CTR "
     "(taxa de cliques no link)"},
    {"cpc",
     "CPC (all) | CPC (alle) | CPC (todos) | CPC (tous) | CPC (cost per link click) | CPC (Kosten pro Link-Klick) | "
     "CPC (custo por clique no link)"},
    {"cpm",
     "CPM (cost per 1,000 impressions) | CPM (Kosten pro 1.000 Impressionen) | CPM (custo por 1.000 impressões) | CPM"},
    {"cpa",
     "Cost per result | Cost per results | Cost per purchase | Kosten pro Ergebnis | Coût par résultat | Costo por "
     "resultado | Coste por resultado | Custo por resultado | Custo por resultados | 結果の単価"},
    {"cvr", "Result rate | Ergebnisrate"},
    {"roas",
     "Purchase ROAS (return on ad spend) | Website purchase ROAS (return on ad spend) | ROAS (Return on Ad Spend) für "
     "Websites-Käufe | ROAS (Return on Ad Spend) für Käufe | ROAS (retorno do investimento em publicidade) das "
     "compras"},
    {"",
     "Attribution setting | Objective | Delivery level | Ends | Ad set budget | Ad set budget type | Budget | "
     "Budgetart | Buchungsart | Ziel | Start | Ende | Views | shop_clicks | Landing page views | Cost per landing page "
     "view | Content views | Preview link | Page name | Image hash | Image, video and slideshow | Call to action type "
     "| Configuração de atribuição | Orçamento do conjunto de anúncios | Tipo de orçamento do conjunto de anúncios | "
     "Término | Classificação de qualidade | 広告セットの予算 | 広告セットの予算タイプ | 終了日時 | "
     "アトリビューション設定",
     true},
    {"conversion_type", "action_type", true},
    {"revenue", "value | _7_d_click", true},
};

}  // namespace

constinit const Platform meta_ads = {
    .id = "meta_ads", .label = "Meta Ads Manager", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
