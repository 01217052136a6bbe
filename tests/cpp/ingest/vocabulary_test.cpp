// Headers to roles.
#include "ingest/vocabulary.h"

#include <gtest/gtest.h>

namespace outlay::ingest {
namespace {

TEST(Vocabulary, FoldsHeaders) {
  EXPECT_EQ(folded(" Ad Set ID "), "adsetid");
  EXPECT_EQ(folded("Amount spent (USD)"), "amountspent");
  EXPECT_EQ(folded("(EUR)"), "eur");
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
  EXPECT_STREQ(guess_role("spend").fit.reason, "exact_name");
  EXPECT_STREQ(guess_role("Cost").fit.reason, "alias");
}

TEST(Vocabulary, ReadsACurrency) {
  EXPECT_EQ(currency_in("Amount spent (EUR)"), "EUR");
  EXPECT_EQ(currency_in("Clicks (all)"), "");
  EXPECT_EQ(currency_in("Cost"), "");
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

}  // namespace
}  // namespace outlay::ingest
