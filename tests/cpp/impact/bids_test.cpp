// Bids as logs write them: money is read, and anything else is missing and told.
#include "analyses/impact/bids.h"

#include <gtest/gtest.h>

#include <cmath>

#include "impact/market.h"

namespace outlay::impact {
namespace {

using decisions::support::inputs_of;
using decisions::support::log_of;
using decisions::support::market;

TEST(Bid, ReadsMoneyAsLogsWriteIt) {
  const auto value = [](const char* text) { return read_bid(text).value; };
  EXPECT_EQ(value("1.20"), 1.2);
  EXPECT_EQ(value(" $1.20 "), 1.2);
  EXPECT_EQ(value("$1,234.50"), 1234.5);
  EXPECT_EQ(value("1,234"), 1234);
  EXPECT_EQ(value("1,20"), 1.2);
  EXPECT_EQ(value("1.234,50 \xe2\x82\xac"), 1234.5);
  EXPECT_EQ(value("USD 0.75"), 0.75);
  EXPECT_EQ(value("$0.75 USD"), 0.75);
  EXPECT_EQ(value("R$\xc2\xa0"
                  "1,20"),
            1.2);
}

TEST(Bid, WhatIsNoAmountIsMissingAndSaysSo) {
  const char* texts[] = {
      "n/a",   "1.2.3",  "up",      "50%",       "+50%", "x1.5", "1.5x", "(0.60)", "0.50-0.60", "1.20 per click",
      "+0.10", "-0.10%", "CPC 1.2", "0.5 > 0.6", "1e2",  "inf",  "-1.2", "$",      "1,,2",      "$-1"};
  for (const char* text : texts) {
    EXPECT_TRUE(std::isnan(read_bid(text).value)) << text;
    EXPECT_TRUE(read_bid(text).unreadable) << text;
  }
  for (const char* text : {"", "  ", "0", "$0.00", "-", "--"}) {
    EXPECT_TRUE(std::isnan(read_bid(text).value)) << text;
    EXPECT_FALSE(read_bid(text).unreadable) << text;
  }
}

TEST(Bid, TellsItsCurrency) {
  EXPECT_EQ(read_bid("1,20 \xe2\x82\xac").currency, "EUR");
  EXPECT_EQ(read_bid("gbp 2").currency, "GBP");
  EXPECT_EQ(read_bid("C$1.20").currency, "CAD");
  EXPECT_EQ(read_bid("$1.20 AUD").currency, "AUD");
  EXPECT_EQ(read_bid("1.20").currency, "");
  EXPECT_EQ(read_bid("$1.20").currency, "$");
  EXPECT_TRUE(may_be_same("$", "CAD"));
  EXPECT_TRUE(may_be_same("USD", "$"));
  EXPECT_FALSE(may_be_same("$", "EUR"));
  EXPECT_FALSE(may_be_same("USD", "CAD"));
}

// A log of bids on targets 0, 1, 2, as (old, new); notices of the run.
std::vector<Notice> told_of(const std::vector<std::pair<std::string, std::string>>& bids, const char* currency) {
  std::vector<std::pair<int, std::string>> named;
  TextColumn old_value, new_value;
  for (const auto& [before, after] : bids) {
    const auto code = static_cast<std::int32_t>(named.size());
    named.emplace_back(code, "BID_UP");
    old_value.codes.push_back(code);
    new_value.codes.push_back(code);
    old_value.dictionary.push_back(before);
    new_value.dictionary.push_back(after);
  }
  Table log = log_of(named), performance = market(-1, 1);
  log.columns.push_back({"old_value", old_value, {}});
  log.columns.push_back({"new_value", new_value, {}});
  if (*currency) {
    const std::vector<std::int32_t> codes(performance.rows, 0);
    performance.columns.push_back({"currency", TextColumn{codes, {currency}}, {}});
  }
  Context context;
  decisions::run({}, inputs_of(performance, log), context);
  return context.notices();
}

const Notice* find(const std::vector<Notice>& notices, const char* code) {
  for (const Notice& notice : notices) {
    if (notice.code == code) return &notice;
  }
  return nullptr;
}

TEST(BidNotices, CountActionsAndNameTheFirstThatCannotBeRead) {
  const auto notices = told_of({{"0.5", "0.6"}, {"x1.5", "50%"}, {"0.5", "(0.60)"}}, "");
  const Notice* told = find(notices, "bids_unreadable");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->numbers.at("actions"), 2);
  EXPECT_EQ(told->texts.at("bid"), "x1.5");
  EXPECT_EQ(find(told_of({{"0.5", "0.6"}}, ""), "bids_unreadable"), nullptr);
}

TEST(BidNotices, AForeignCurrencyCountsActionsAndNamesTheAccountsOwn) {
  const auto notices = told_of({{"$0.5", "C$0.6"}, {"EUR 0.5", "EUR 0.6"}}, "cad");
  const Notice* told = find(notices, "bid_currency_differs");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->numbers.at("actions"), 1);
  EXPECT_EQ(told->texts.at("currency"), "EUR");
  EXPECT_EQ(told->texts.at("account"), "CAD");
}

TEST(BidNotices, WithoutAnAccountsCurrencyMostBidsAreTheMeasure) {
  const auto notices = told_of({{"EUR 0.5", "EUR 0.6"}, {"$0.5", "$0.6"}, {"$0.5", "$0.6"}}, "");
  const Notice* told = find(notices, "bid_currency_differs");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->numbers.at("actions"), 1);
  EXPECT_EQ(told->texts.at("currency"), "EUR");
  EXPECT_EQ(told->texts.at("others"), "$");
  EXPECT_EQ(told->texts.count("account"), 0u);
}

}  // namespace
}  // namespace outlay::impact
