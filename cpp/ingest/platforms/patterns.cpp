// Recognising headers by how they are made.
#include "ingest/platforms/patterns.h"

#include <algorithm>
#include <string_view>

#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

bool holds_any(std::string_view text, std::string_view words) {
  bool found = false;
  each_item(words, [&](std::string_view word) { found = found || text.find(word) != std::string_view::npos; });
  return found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number that stands before a word for days, in digits: "7 day", "30日間", "sales_14_d".
int days_in(std::string_view text) {
  constexpr std::string_view words = "day | tage | jour | día | dias | giorni | dagen | 日間";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    int number = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) number = std::min(10 * number + (text[at] - '0'), 1000);
    std::string_view rest = text.substr(at);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '_' || rest.front() == '-')) rest.remove_prefix(1);
    bool follows = rest == "d";
    each_item(words, [&](std::string_view word) { follows = follows || rest.substr(0, word.size()) == word; });
    if (follows && number > 0 && number < 400) return number;
  }
  return 0;
}

struct Ending {
  const char* text;
  const char* role;
};

constexpr Ending endings[] = {
    {"_spend", "media_spend"},
    {"_cost", "media_spend"},
    {"_s", "media_spend"},
    {"_impressions", "media_impressions"},
    {"_impression", "media_impressions"},
    {"_i", "media_impressions"},
    {"_clicks", "media_clicks"},
    {"_p", "media_clicks"},
    {"_control", "control"},
    {"_b", "control"},
};

}  // namespace

std::optional<SalesWindow> sales_window(const Folded& header) {
  const std::string& text = header.text;
  const int days = days_in(text);
  if (days == 0) return std::nullopt;
  // Rates of sales, and the part of the sales that fell to one kind of product, are not the sales.
  constexpr std::string_view rates =
      "rate | quote | taux | tasa | tasso | acos | roas | cost of | kosten | rendement | rentab | 率 | 比率 | 効果";
  constexpr std::string_view parts = "sku | asin | halo | new to brand | new-to-brand | ntb | view | % of | percent";
  if (holds_any(text, rates) || holds_any(text, parts)) return std::nullopt;
  if (holds_any(text, "unit | einheit | unidad | unità | 商品点数 | 販売数")) return SalesWindow{"units", days};
  if (holds_any(text, "order | purchases | bestellung | commande | pedido | ordini | 注文")) {
    return SalesWindow{"orders", days};
  }
  if (holds_any(text, "sales | umsatz | umsätze | vente | venta | vendas | vendite | 売上")) {
    return SalesWindow{"revenue", days};
  }
  return std::nullopt;
}

std::optional<MediaColumn> media_column(const Folded& header) {
  const std::string_view text = header.text;
  for (const Ending& ending : endings) {
    const std::string_view tail = ending.text;
    if (text.size() <= tail.size() || text.substr(text.size() - tail.size()) != tail) continue;
    return MediaColumn{ending.role, std::string(text.substr(0, text.size() - tail.size()))};
  }
  // The demonstration data of PyMC-Marketing names its channels x1, x2, ...
  const bool numbered = text.size() > 1 && text[0] == 'x' && std::all_of(text.begin() + 1, text.end(), is_digit);
  if (numbered) return MediaColumn{"media_spend", std::string(text)};
  return std::nullopt;
}

}  // namespace outlay::ingest
