// Numbering names in the order in which they appear.
#include "analyses/impact/names.h"

#include "core/letters.h"

namespace outlay::impact {

std::int32_t Names::add(std::string_view text) {
  std::string key = name_key(text);
  if (key.empty()) return no_name;
  const auto [entry, added] = numbers_.emplace(std::move(key), static_cast<std::int32_t>(written_.size()));
  if (added) {
    written_.emplace_back(without_outer_space(text));
    keys_.push_back(entry->first);
  }
  return entry->second;
}

std::int32_t Names::find(std::string_view text) const {
  const auto found = numbers_.find(name_key(text));
  return found == numbers_.end() ? no_name : found->second;
}

NamedColumn::NamedColumn(const TextColumn* column, Names& names) : column_(column) {
  if (!column) return;
  for (const std::string& text : column->dictionary) numbers_.push_back(names.add(text));
}

void TextBuilder::add(std::string_view text) {
  if (text.empty()) {
    column_.codes.push_back(-1);
    return;
  }
  const auto [entry, added] = codes_.emplace(text, static_cast<std::int32_t>(column_.dictionary.size()));
  if (added) column_.dictionary.emplace_back(text);
  column_.codes.push_back(entry->second);
}

}  // namespace outlay::impact
