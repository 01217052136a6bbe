// Naming campaigns by their columns.
#include "analyses/budget/grouping.h"

#include <algorithm>
#include <list>
#include <string>
#include <unordered_map>

#include "core/error.h"

namespace outlay::budget::reallocate {
namespace {

// `spelled` holds the texts of stamps.
std::vector<const TextColumn*> naming_columns(const BoundTable& table, std::list<TextColumn>& spelled) {
  if (table.has("campaign")) return {&table.text("campaign")};
  std::vector<const TextColumn*> taken;
  for (const char* role : {"curve", "locked"}) {
    if (table.has(role)) taken.push_back(&table.text(role));
  }
  std::vector<const TextColumn*> out;
  for (const Column& column : table.table().columns) {
    const auto* stamps = std::get_if<StampColumn>(&column.values);
    const auto* text = stamps ? &spelled.emplace_back(texts_of(*stamps)) : std::get_if<TextColumn>(&column.values);
    if (text && std::find(taken.begin(), taken.end(), text) == taken.end()) out.push_back(text);
  }
  if (!out.empty()) return out;
  throw Error(ErrorCode::bad_column, table.table().file + ": no column names the campaigns.",
              "Add a column with a name for each campaign, or say which it is.",
              {.file = table.table().file, .column = "campaign", .table = table.table().name, .role = "campaign"});
}

std::string joined_name(const std::vector<const TextColumn*>& columns, std::size_t row) {
  std::string name;
  for (const TextColumn* column : columns) {
    if (column->codes[row] < 0) continue;
    name += (name.empty() ? "" : " / ") + std::string(column->at(row));
  }
  return name;
}

// One text column: as it is, or made by joining several.
TextColumn joined(const std::vector<const TextColumn*>& columns, std::size_t rows) {
  if (columns.size() == 1) return *columns[0];
  TextColumn out;
  std::unordered_map<std::string, std::int32_t> codes;
  for (std::size_t row = 0; row < rows; ++row) {
    std::string name = joined_name(columns, row);
    if (name.empty()) {
      out.codes.push_back(-1);
      continue;
    }
    const auto [code, is_new] = codes.emplace(std::move(name), static_cast<std::int32_t>(out.dictionary.size()));
    if (is_new) out.dictionary.push_back(code->first);
    out.codes.push_back(code->second);
  }
  return out;
}

}  // namespace

Grouping group_rows(const BoundTable& table) {
  std::list<TextColumn> spelled;
  const TextColumn names = joined(naming_columns(table, spelled), table.rows());
  const TextColumn* group = table.has("group") ? &table.text("group") : nullptr;
  const std::int64_t groups = group ? static_cast<std::int64_t>(group->dictionary.size()) + 1 : 1;
  Grouping out;
  std::unordered_map<std::int64_t, std::int32_t> keys;
  keys.reserve(names.dictionary.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (names.codes[row] < 0) {
      out.campaign_of.push_back(-1);
      continue;
    }
    const std::int64_t key = names.codes[row] * groups + (group ? group->codes[row] + 1 : 0);
    const auto [found, added] = keys.emplace(key, static_cast<std::int32_t>(out.first_row.size()));
    out.campaign_of.push_back(found->second);
    if (added) out.first_row.push_back(row);
  }
  out.name = take(names, out.first_row);
  return out;
}

TextColumn take(const TextColumn& column, const std::vector<std::size_t>& rows) {
  TextColumn out;
  std::vector<std::int32_t> codes(column.dictionary.size(), -1);
  for (std::size_t row : rows) {
    const std::int32_t code = column.codes[row];
    if (code >= 0 && codes[code] < 0) {
      codes[code] = static_cast<std::int32_t>(out.dictionary.size());
      out.dictionary.push_back(column.dictionary[code]);
    }
    out.codes.push_back(code < 0 ? -1 : codes[code]);
  }
  return out;
}

}  // namespace outlay::budget::reallocate
