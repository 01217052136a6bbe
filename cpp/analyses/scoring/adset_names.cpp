// Gathering names by row.
#include "analyses/scoring/adset_names.h"

namespace outlay::scoring {
namespace {

const TextColumn* find(const BoundTable& table, const char* role) {
  return table.has(role) ? &table.text(role) : nullptr;
}

}  // namespace

AdsetNames::AdsetNames(const BoundTable& table)
    : campaign_name(find(table, "campaign_name")),
      campaign_id(find(table, "campaign_id")),
      adset_name(find(table, "adset_name")),
      adset_id(find(table, "adset_id")),
      channel(find(table, "channel")) {}

TextColumn AdsetNames::take(const TextColumn* column, const std::vector<std::size_t>& rows) {
  TextColumn out;
  std::vector<std::int32_t> codes(column ? column->dictionary.size() : 0, -1);
  out.codes.reserve(rows.size());
  for (std::size_t row : rows) {
    const std::int32_t code = AdsetNames::code(column, row);
    if (code < 0) {
      out.codes.push_back(-1);
      continue;
    }
    if (codes[code] < 0) {
      codes[code] = static_cast<std::int32_t>(out.dictionary.size());
      out.dictionary.push_back(column->dictionary[code]);
    }
    out.codes.push_back(codes[code]);
  }
  return out;
}

}  // namespace outlay::scoring
