// LinkedIn Campaign Manager, whose levels were renamed, and the API as warehouses export it.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .parts = "(in utc) or (em utc) or (en utc)"},
    {.weight = 0.9, .preamble = "(in utc) or (em utc) or (en utc)"},
    {.weight = 0.8, .preamble = "ad performance report"},
    {.weight = 0.95, .headers = "cost_in_local_currency"},
    {.weight = 0.9, .headers = "Campaign Group Name or Ad Set Name | Total Spent"},
    {.weight = 0.75, .headers = "Total Spent | Impressions"},
    {.weight = 0.8, .headers = "Total investido | Impressões"},
    {.weight = 0.8, .headers = "Totaal besteed"},
    {.weight = 0.75, .headers = "Ad Introduction Text or Lead Forms Opened"},
};

constexpr Alias aliases[] = {
    {"date",
     "Start Date (in UTC) | Date | Day | Data de início (em UTC) | Begindatum (in UTC) | Startdatum (in UTC) | Date de "
     "début (en UTC) | Fecha de inicio (en UTC)"},
    {"date_end", "End Date (in UTC) | Data de término (em UTC) | Einddatum (in UTC)"},
    {"account_name", "Account Name | Nome da conta | Accountnaam | Kontoname | Nom du compte | Nombre de la cuenta"},
    {"account_id", "Account ID"},
    {"campaign_name",
     "Campaign Name | Nome da campanha | Campagnenaam | Kampagnenname | Nom de la campagne | Nombre de la campaña | "
     "Campaign Group Name | Nome do grupo de campanhas | Naam van campagnegroep"},
    {"campaign_id",
     "Campaign ID | Código da campanha | Campagne-ID | Kampagnen-ID | Campaign Group ID | Código do grupo de "
     "campanhas"},
    {"adset_id", "Ad Set ID | Advertentieset-ID | Código do conjunto de anúncios"},
    {"adset_name", "Ad Set Name | Naam van advertentieset | Nome do conjunto de anúncios"},
    {"creative_id", "Ad ID | Creative ID | Advertentie-ID | Código do anúncio"},
    {"creative_name",
     "Ad Name | Creative Name | Advertentienaam | Nome do anúncio | Ad Headline | Kop van advertentie"},
    {"currency", "Currency | Moeda | Valuta | Währung"},
    {"status",
     "Campaign Status | Status da campanha | Status campagne | Ad Status | Advertentiestatus | Campaign Group Status | "
     "Status do grupo de campanhas"},
    {"impressions", "Impressions | Impressões | Weergaven | Impressionen | Impresiones"},
    {"clicks", "Clicks | Cliques | Klikken | Klicks | Clics"},
    {"link_clicks",
     "Clicks to Landing Page | Klikken naar bestemmingspagina | Cliques para a página de destino | "
     "landing_page_clicks"},
    {"spend",
     "Total Spent | Total investido | Totaal besteed | Gesamtausgaben | Total gastado | Total dépensé | "
     "cost_in_local_currency | Total Spent (USD)"},
    {"conversions", "Conversions | Conversões | Conversies | external_website_conversions"},
    {"revenue", "Total Conversion Value | Valor total da conversão | conversion_value_in_local_currency"},
    {"leads", "Leads | one_click_leads"},
    {"reach", "Reach | Alcance | Bereik | approximate_unique_impressions"},
    {"frequency", "Average Frequency | Frequência média"},
    {"video_views", "Video Views"},
    {"ctr", "Click Through Rate | Taxa de cliques | Doorklikfrequentie (CTR)"},
    {"cpm", "Average CPM | Média de CPM | Gemiddelde CPM"},
    {"cpc", "Average CPC | Média de CPC | Gemiddelde CPC"},
    {"cvr", "Conversion Rate | Taxa de conversão | Conversiepercentage"},
    {"cpa", "Cost per Conversion | Custo por conversão | Kosten per conversie"},
    {"roas", "Return on Ad Spend | Retorno do investimento por conversão"},
    {"",
     "Ad Set Objective | Campaign Objective | Campaign Type | Cost Type | Ad Introduction Text | Click URL | Total "
     "Engagements | Engagement Rate | Reactions | Comments | Shares | Follows | Other Clicks | Total Social Actions | "
     "Viral Impressions | Viral Clicks | Lead Forms Opened | Objetivo da campanha | Tipo de campanha | Tipo de custo | "
     "Orçamento diário | Data de início da campanha | Data inicial do grupo de campanhas | Reações | Comentários | "
     "Compartilhamentos | Seguidores | Outros cliques | Total de interações sociais | Total de engajamento | Taxa de "
     "engajamento | Conversões pós-clique | Conversões de exibição | Formulários de leads abertos | Doelstelling van "
     "advertentieset | Inleidende advertentietekst | Aantal interacties | cost_in_usd",
     true},
};

constexpr Rule rules[] = {
    {"Campaign Name", "Campaign Group Name", "adset_name"},
    {"Campaign ID", "Campaign Group Name", "adset_id"},
    {"Campaign ID", "Campaign Group ID", "adset_id"},
    {"Nome da campanha", "Nome do grupo de campanhas", "adset_name"},
    {"Código da campanha", "Nome do grupo de campanhas", "adset_id"},
    {"Campagnenaam", "Naam van campagnegroep", "adset_name"},
    {"Campagne-ID", "Naam van campagnegroep", "adset_id"},
    {"Campaign Name", "Ad Set Name", "campaign_name"},
    {"Campaign ID", "Ad Set Name", "campaign_id"},
    {"Campagnenaam", "Naam van advertentieset", "campaign_name"},
};

}  // namespace

constinit const Platform linkedin_ads = {.id = "linkedin_ads",
                                         .label = "LinkedIn Campaign Manager",
                                         .fingerprints = fingerprints,
                                         .aliases = aliases,
                                         .rules = rules};

}  // namespace outlay::ingest
