// Taking the currency off a bid, and reading what is left strictly.
#include "analyses/impact/bids.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "core/letters.h"
#include "core/number.h"

namespace outlay::impact {
namespace {

struct Sign {
  std::string_view sign, currency;
};

// Longer ones first: "R$" is not "$".
constexpr Sign signs[] = {{"US$", "USD"},          {"CA$", "CAD"},       {"AU$", "AUD"},
                          {"NZ$", "NZD"},          {"HK$", "HKD"},       {"MX$", "MXN"},
                          {"NT$", "TWD"},          {"C$", "CAD"},        {"A$", "AUD"},
                          {"S$", "SGD"},           {"R$", "BRL"},        {"$", "$"},
                          {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"},  {"\xc2\xa5", "\xc2\xa5"},
                          {"\xe2\x82\xb9", "INR"}, {"z\xc5\x82", "PLN"}, {"kr", "kr"}};
constexpr std::string_view codes[] = {"USD", "EUR", "GBP", "JPY", "CAD", "AUD", "NZD", "HKD", "SGD",
                                      "TWD", "MXN", "BRL", "CLP", "COP", "ARS", "INR", "CNY", "CHF",
                                      "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "TRY", "ILS",
                                      "AED", "SAR", "ZAR", "KRW", "THB", "IDR", "MYR", "PHP", "VND"};
// What a sign that several currencies share may stand for.
constexpr Sign shared[] = {
    {"$", "USD CAD AUD NZD HKD SGD TWD MXN BRL CLP COP ARS"}, {"\xc2\xa5", "JPY CNY"}, {"kr", "SEK NOK DKK"}};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return upper(x) == upper(y); });
}

// Takes a sign or code off the front or the back; empty when there is none.
std::string_view take_currency(std::string_view& text, bool front) {
  const auto takes = [&](std::string_view part) {
    if (text.size() < part.size()) return false;
    const std::string_view end = front ? text.substr(0, part.size()) : text.substr(text.size() - part.size());
    if (!same_letters(end, part)) return false;
    front ? text.remove_prefix(part.size()) : text.remove_suffix(part.size());
    text = without_outer_space(text);
    return true;
  };
  for (const Sign& sign : signs) {
    if (takes(sign.sign)) return sign.currency;
  }
  for (const std::string_view code : codes) {
    if (takes(code)) return code;
  }
  return {};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A mark that groups digits has three of them behind it.
bool groups(std::string_view figures, std::size_t mark) {
  std::size_t end = mark + 1;
  while (end < figures.size() && is_digit(figures[end])) ++end;
  return end - mark == 4;
}

// A comma is dropped, except one that can only be a decimal mark: the last mark, not before three digits.
std::optional<double> amount_of(std::string_view figures) {
  const bool plain_marks = figures.find_first_not_of("0123456789.,") == std::string_view::npos;
  if (!plain_marks || std::none_of(figures.begin(), figures.end(), is_digit)) return std::nullopt;
  const std::size_t comma = figures.rfind(',');
  const bool decimal = comma != std::string_view::npos && figures.find('.', comma) == std::string_view::npos &&
                       figures.size() - comma - 1 != 3;
  std::string plain;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (decimal && i == comma) {
      plain += '.';
    } else if (figures[i] != ',' && !(decimal && figures[i] == '.')) {
      plain += figures[i];
    } else if (!groups(figures, i)) {
      return std::nullopt;
    }
  }
  return parse_number(plain);
}

bool stands_for(std::string_view sign, std::string_view currency) {
  return std::any_of(std::begin(shared), std::end(shared), [&](const Sign& one) {
    return one.sign == sign && one.currency.find(currency) != std::string_view::npos;
  });
}

}  // namespace

Bid read_bid(std::string_view text) {
  Bid bid{std::numeric_limits<double>::quiet_NaN(), {}};
  std::string_view figures = without_outer_space(text);
  if (figures.empty() || figures == "-" || figures == "--") return bid;
  const std::string_view before = take_currency(figures, true), behind = take_currency(figures, false);
  // A code says more than the sign on the other side.
  bid.currency = behind.empty() ? before : behind;
  const std::optional<double> amount = amount_of(figures);
  bid.unreadable = !amount;
  if (amount && *amount > 0) bid.value = *amount;
  return bid;
}

bool may_be_same(std::string_view a, std::string_view b) { return a == b || stands_for(a, b) || stands_for(b, a); }

}  // namespace outlay::impact
