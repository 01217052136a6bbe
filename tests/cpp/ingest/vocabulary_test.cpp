// Headers to roles.
#include "ingest/vocabulary.h"

#include <gtest/gtest.h>

#include "ingest/platforms/folding.h"

namespace outlay::ingest {
namespace {

TEST(Vocabulary, FoldsHeaders) {
  EXPECT_EQ(folded(" Ad Set ID "), "adsetid");
  EXPECT_EQ(folded("Amount spent (USD)"), "amountspent");
  EXPECT_EQ(folded("(EUR)"), "eur");
  EXPECT_EQ(folded("Clicks (all)"), "clicksall");
}

TEST(Vocabulary, FoldsWhatExportsWrite) {
  EXPECT_EQ(fold("Website URL (Ad level\xef\xbc\x89").text, "website url (ad level)");  // a full-width bracket
  EXPECT_EQ(fold("Amount\xc2\xa0spent\xe3\x80\x80(USD)").text, "amount spent");         // NBSP, ideographic space
  EXPECT_EQ(fold("l\xe2\x80\x99\xc3\x89tat").text, "l'\xc3\xa9tat");                    // curly quote, E acute
  EXPECT_EQ(fold("\xc3\x9c"
                 "bereinstimmung")
                .bare,
            "ubereinstimmung");
  EXPECT_EQ(fold("Stra\xc3\x9f"
                 "e")
                .bare,
            "strasse");
  EXPECT_EQ(fold("7 Day Total Orders (#)").word, "7daytotalorders");
  EXPECT_EQ(fold("CPC (all) (USD)").word, "cpcall");
  EXPECT_EQ(fold("CTR (all)").outside, "ctr");
  EXPECT_EQ(fold("\xff\xfe(").bare, "");
}

TEST(Vocabulary, GuessesRoles) {
  const auto role = [](const char* header) { return std::string(guess_role(header).role); };
  EXPECT_EQ(role("Week Start"), "week_start");
  EXPECT_EQ(role("AdSet Id"), "adset_id");
  EXPECT_EQ(role("Ad set"), "adset_name");
  EXPECT_EQ(role("Cost"), "spend");
  EXPECT_EQ(role("IHC"), "ihc");
  EXPECT_EQ(role("pLTV"), "pltv");
  EXPECT_EQ(role("Purchases"), "ihc");
  EXPECT_EQ(role("Favourite colour"), "");
  EXPECT_EQ(role(""), "");
  EXPECT_STREQ(guess_role("spend").fit.reason, "exact_name");
  EXPECT_STREQ(guess_role("Cost").fit.reason, "alias");
}

TEST(Vocabulary, AsksThePlatformFirst) {
  const Platform& meta = *find_platform("meta_ads");
  EXPECT_EQ(guess_role("Purchases", meta).role, "orders");
  EXPECT_EQ(guess_role("Purchases", *find_platform("generic")).role, "orders");
  EXPECT_STREQ(guess_role("Amount spent (USD)", meta).fit.reason, "platform_alias");
  EXPECT_GT(guess_role("Amount spent (USD)", meta).fit.confidence, guess_role("Cost", meta).fit.confidence);
  EXPECT_EQ(guess_role("Age", *find_platform("salesforce")).role, "");
}

TEST(Vocabulary, KnowsWhatStandsIn) {
  const auto fits = [](const char* header, const char* role) { return fit_of(header, role); };
  EXPECT_STREQ(fits("Date", "date").reason, "exact_name");
  for (const char* header : {"Week", "Day", "Date", "Tag", "Dia"}) {
    EXPECT_GT(fits(header, "week_start").confidence, 0.5) << header;
  }
  for (const char* header : {"Conversions", "Purchases", "Orders"}) {
    EXPECT_GT(fits(header, "ihc").confidence, 0.5) << header;
    EXPECT_LT(fits(header, "ihc").confidence, 1) << header;
  }
  EXPECT_STREQ(fits("Orders", "ihc").reason, "kin");
  EXPECT_STREQ(fits("Cost", "spend").reason, "alias");
  EXPECT_GT(fits("Conversions", "orders").confidence, 0.5);
  EXPECT_EQ(fits("Conversions", "spend").confidence, 0);
  EXPECT_EQ(fits("gain", "gain").confidence, 1);
}

TEST(Vocabulary, GivesARoleToOneColumn) {
  const auto guesses = guess_roles({"Cost", "Spend", "Clicks", "Clicks (2)"}, *find_platform("generic"));
  EXPECT_EQ(guesses[0].role, "");
  EXPECT_STREQ(guesses[0].fit.reason, "none");
  EXPECT_EQ(guesses[1].role, "spend");
  EXPECT_EQ(guesses[2].role, "clicks");
  EXPECT_EQ(guesses[3].role, "");
}

TEST(Vocabulary, ReadsACurrency) {
  EXPECT_EQ(currency_in("Amount spent (EUR)"), "EUR");
  EXPECT_EQ(currency_in("Spend [USD]"), "USD");
  EXPECT_EQ(currency_in("CPC (all) (BRL)"), "BRL");
  EXPECT_EQ(currency_in("Clicks (all)"), "");
  EXPECT_EQ(currency_in("Conversion rate (CVR)"), "");
  EXPECT_EQ(currency_in("Cost"), "");
}

TEST(Vocabulary, TellsPersonalData) {
  for (const char* header : {"Email", "E-Mail-Adresse", "Customer email", "contact_phone", "Billing Street", "Prenom",
                             "First name", "Telefone", "IP address", "Date of birth"}) {
    EXPECT_TRUE(is_personal(header)) << header;
  }
  for (const char* header : {"Campaign name", "Emails sent", "Phone calls", "Name", "Zip code", "Mail", "Via", ""}) {
    EXPECT_FALSE(is_personal(header)) << header;
  }
  EXPECT_FALSE(is_personal("Notes"));
  EXPECT_TRUE(is_personal("Notes", *find_platform("shopify")));
}

TEST(Vocabulary, TellsRatios) {
  EXPECT_TRUE(is_ratio("ctr"));
  EXPECT_TRUE(is_ratio("frequency"));
  EXPECT_FALSE(is_ratio("spend"));
  EXPECT_FALSE(is_ratio("unheard of"));
}

TEST(Vocabulary, TellsTotals) {
  for (const char* cell : {"Total", "Total:", "Total: Search", "TOTAL : Campagnes", "Gesamt:", "totale", "Grand total",
                           "Search total", "Performance Max total", "Total of 12 results", " Total ",
                           "\xe5\x90\x88\xe8\xa8\x88", "\xe5\x90\x88\xe8\xa8\x88\xef\xbc\x9a x"}) {
    EXPECT_TRUE(is_total_marker(cell)) << cell;
  }
  for (const char* cell : {"Total Wireless Brand", "Totally", "Subtotals of", "Gesamtsieger Kampagne", "", "-", "12",
                           "total_sale", "Total of all things"}) {
    EXPECT_FALSE(is_total_marker(cell)) << cell;
  }
}

TEST(Vocabulary, TellsACopyright) {
  EXPECT_TRUE(
      is_copyright("\xc2\xa9"
                   "2026 Microsoft Corporation. All rights reserved. "));
  EXPECT_TRUE(is_copyright("@2020 Microsoft Corporation"));
  EXPECT_TRUE(is_copyright("Copyright (c) 2000-2026 salesforce.com, inc."));
  EXPECT_FALSE(is_copyright("Copyright lawyers campaign"));
  EXPECT_FALSE(is_copyright("@brand"));
}

Table table_with(std::initializer_list<const char*> headers) {
  Table table;
  for (const char* header : headers) table.columns.push_back({header, NumberColumn{}, {}});
  return table;
}

const InputSpec spec{.name = "performance",
                     .label = "",
                     .roles = {{"spend", "Spend", Kind::number, true}, {"ihc", "Orders", Kind::number, true}}};

TEST(MapRoles, PrefersTheBestFit) {
  const RoleColumns roles = map_roles(spec, table_with({"Orders", "Cost", "ihc", "Spend"}), {});
  EXPECT_EQ(roles.at("spend"), "Spend");
  EXPECT_EQ(roles.at("ihc"), "ihc");
}

TEST(MapRoles, FollowsTheChoice) {
  const RoleColumns roles = map_roles(spec, table_with({"Cost", "Spend", "ihc"}), {{"spend", "Cost"}, {"ihc", ""}});
  EXPECT_EQ(roles.at("spend"), "Cost");
  EXPECT_EQ(roles.count("ihc"), 0u);
}

TEST(MapRoles, FollowsThePlatform) {
  const InputSpec levels{
      .name = "performance", .label = "", .roles = {{"campaign_name", "", Kind::text}, {"adset_name", "", Kind::text}}};
  const Table older = table_with({"Start Date (in UTC)", "Campaign Name", "Campaign Group Name", "Total Spent"});
  EXPECT_EQ(map_roles(levels, older, {}).at("campaign_name"), "Campaign Group Name");
  EXPECT_EQ(map_roles(levels, older, {}).at("adset_name"), "Campaign Name");
}

}  // namespace
}  // namespace outlay::ingest
