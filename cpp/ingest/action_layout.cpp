// Recognising rows of conversion actions by their headers.
#include <algorithm>
#include <cmath>

#include "ingest/action_rows.h"
#include "ingest/platforms/folding.h"
#include "ingest/platforms/platform.h"
#include "ingest/platforms/roles.h"

namespace outlay::ingest {
namespace {

bool is_listed(const Folded& header, std::string_view list) {
  bool found = false;
  each_item(list, [&](std::string_view item) { found = found || fold(item).bare == header.bare; });
  return found;
}

// Names of other things, such as bid changes, are not conversions though the header is the same.
bool speaks_of_actions(const TextColumn& types, std::string_view vocabulary) {
  if (vocabulary.empty()) return true;
  return std::any_of(types.dictionary.begin(), types.dictionary.end(), [&](const std::string& type) {
    bool found = false;
    each_item(vocabulary, [&](std::string_view word) { found = found || type.find(word) != std::string::npos; });
    return found;
  });
}

// What the file's name says the figure is: money, a count, or nothing.
std::optional<bool> money_by_name(const std::string& file) {
  const std::string name = folded(file);
  if (name.find("value") != std::string::npos || name.find("revenue") != std::string::npos) return true;
  if (name.find("actions") != std::string::npos || name.find("conversions") != std::string::npos) return false;
  return std::nullopt;
}

bool has_fractions(const NumberColumn& values) {
  return std::any_of(values.begin(), values.end(),
                     [](double value) { return !std::isnan(value) && value != std::trunc(value); });
}

ActionLayout::Measure neutral_measure(const ReadTable& read, std::size_t column) {
  const std::optional<bool> named = money_by_name(read.table.file);
  const auto& values = std::get<NumberColumn>(read.table.columns[column].values);
  return {column, named.value_or(has_fractions(values)), !named};
}

bool is_count(std::string_view role) { return role == "conversions" || role == "orders" || role == "leads"; }

void place_number(const ReadTable& read, const ActionRows& rows, std::size_t c, ActionLayout& layout) {
  const Folded header = fold(read.table.columns[c].name);
  const std::string_view role = read.guesses[c].role;
  if (is_listed(header, rows.value)) {
    layout.measures.push_back(neutral_measure(read, c));
  } else if (is_listed(header, rows.windows)) {
    layout.windows.push_back(c);
  } else if (is_count(role) || role == "revenue") {
    layout.measures.push_back({c, role == "revenue", false});
  } else {
    layout.figures.push_back(c);
  }
}

// An export of one window only has no column for all.
void take_a_window(const ReadTable& read, ActionLayout& layout) {
  if (!layout.measures.empty() || layout.windows.empty()) return;
  layout.measures.push_back(neutral_measure(read, layout.windows.front()));
  layout.windows.erase(layout.windows.begin());
}

std::optional<ActionLayout> layout_by(const ReadTable& read, const ActionRows& rows) {
  const Table& table = read.table;
  ActionLayout layout{table.columns.size(), {}, {}, {}, {}};
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Folded header = fold(table.columns[c].name);
    const bool is_number = table.columns[c].kind() == Kind::number;
    const auto* text = std::get_if<TextColumn>(&table.columns[c].values);
    if (text && layout.type == table.columns.size() && is_listed(header, rows.type)) {
      if (!speaks_of_actions(*text, rows.vocabulary)) return std::nullopt;
      layout.type = c;
    } else if (is_listed(header, rows.bookkeeping)) {
      continue;
    } else if (is_number) {
      place_number(read, rows, c, layout);
    } else {
      layout.keys.push_back(c);
    }
  }
  take_a_window(read, layout);
  if (layout.type == table.columns.size() || layout.measures.empty()) return std::nullopt;
  return layout;
}

}  // namespace

std::optional<ActionLayout> action_layout(const ReadTable& read) {
  for (const ActionRows& rows : action_rows_of_platforms()) {
    const bool is_own = std::string_view(rows.platform) == read.platform->id;
    if (!is_own && !(rows.is_telling && read.platform == &generic)) continue;
    if (auto layout = layout_by(read, rows)) return layout;
  }
  return std::nullopt;
}

}  // namespace outlay::ingest
