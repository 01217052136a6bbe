// Keeping tables in the forms that analyses ask for.
#include "session/held.h"

#include <algorithm>

#include "ingest/media.h"
#include "ingest/report.h"
#include "ingest/vocabulary.h"

namespace outlay {
namespace {

// Mix-model data has hundreds of rows; what is far larger is not kept three times.
constexpr std::size_t most_rows = 2'000'000;

Table without_rest(const Table& table, const ingest::WideLayout& layout) {
  Table media = table;
  const auto is_rest = [&](const Column& column) {
    const bool is_key = std::find(layout.keys.begin(), layout.keys.end(), column.name) != layout.keys.end();
    return !is_key && std::none_of(layout.media.begin(), layout.media.end(),
                                   [&](const ingest::MediaCell& cell) { return cell.column == column.name; });
  };
  media.columns.erase(std::remove_if(media.columns.begin(), media.columns.end(), is_rest), media.columns.end());
  return media;
}

bool has_all(const Table& table, const RoleColumns& chosen) {
  return std::all_of(chosen.begin(), chosen.end(),
                     [&](const auto& entry) { return entry.second.empty() || table.find(entry.second); });
}

}  // namespace

std::string_view name_of(Form form) {
  constexpr std::string_view names[] = {"as_read", "long", "long_with_rest"};
  return names[static_cast<int>(form)];
}

Held hold(ingest::ReadTable read, int file) {
  Held held{{}, ingest::notices_of(read), read.shape.part, read.currency, file};
  const bool is_wide = read.shape.kind == ingest::ShapeKind::wide_media && read.shape.done.empty();
  held.forms.push_back(std::move(read.table));
  const auto layout = is_wide ? ingest::wide_media(held.forms[0]) : std::nullopt;
  if (!layout || held.forms[0].rows * (ingest::channels_of(*layout).size() + 1) > most_rows) return held;
  Table with_rest = ingest::melt(held.forms[0], *layout).table;
  held.forms.push_back(ingest::melt(without_rest(held.forms[0], *layout), *layout).table);
  held.forms.push_back(std::move(with_rest));
  return held;
}

std::vector<std::string> missing_roles(const InputSpec& input, const RoleColumns& roles) {
  std::vector<std::string> missing;
  for (const Role& role : input.roles) {
    const auto found = roles.find(role.name);
    if (role.required && (found == roles.end() || found->second.empty())) missing.emplace_back(role.name);
  }
  return missing;
}

FormFit best_form(const InputSpec& input, const Held& held, const RoleColumns& chosen) {
  FormFit best;
  for (std::size_t f = 0; f < held.forms.size(); ++f) {
    if (f > 0 && !has_all(held.forms[f], chosen)) continue;
    RoleColumns roles = ingest::map_roles(input, held.forms[f], chosen);
    const std::size_t missing = missing_roles(input, roles).size();
    if (f > 0 && missing >= best.missing) continue;
    best = {static_cast<Form>(f), std::move(roles), missing};
  }
  return best;
}

}  // namespace outlay
