// Look-ups on tables and columns.
#include "core/table.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/day.h"

namespace outlay {

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"number", "text", "day"};
  return names[static_cast<int>(kind)];
}

std::string StampColumn::at(std::size_t row) const {
  return std::isnan(seconds[row]) ? std::string() : stamp_text(seconds[row], spelling);
}

TextColumn texts_of(const StampColumn& stamps) {
  TextColumn out;
  out.codes.reserve(stamps.seconds.size());
  std::unordered_map<double, std::int32_t> codes;
  for (std::size_t row = 0; row < stamps.seconds.size(); ++row) {
    if (std::isnan(stamps.seconds[row])) {
      out.codes.push_back(-1);
      continue;
    }
    const auto [entry, added] = codes.emplace(stamps.seconds[row], static_cast<std::int32_t>(out.dictionary.size()));
    if (added) out.dictionary.push_back(stamps.at(row));
    out.codes.push_back(entry->second);
  }
  return out;
}

std::size_t Column::missing() const {
  const auto missing_in = [](const std::vector<double>& numbers) {
    return static_cast<std::size_t>(
        std::count_if(numbers.begin(), numbers.end(), [](double v) { return std::isnan(v); }));
  };
  if (const auto* numbers = std::get_if<NumberColumn>(&values)) return missing_in(*numbers);
  if (const auto* stamps = std::get_if<StampColumn>(&values)) return missing_in(stamps->seconds);
  if (const auto* text = std::get_if<TextColumn>(&values))
    return std::count(text->codes.begin(), text->codes.end(), -1);
  const auto& days = std::get<DayColumn>(values).days;
  return std::count(days.begin(), days.end(), missing_day);
}

void Origin::set(std::size_t row, Place place) {
  if (!breaks_.empty() && files_[breaks_.back().file] == place.file) {
    const Break& last = breaks_.back();
    if (place.line - last.line == static_cast<std::int64_t>(row - last.row)) return;
  }
  if (files_.empty() || files_.back() != place.file) files_.emplace_back(place.file);
  breaks_.push_back({row, place.line, files_.size() - 1});
}

Place Origin::of(std::size_t row) const {
  const auto after = std::upper_bound(breaks_.begin(), breaks_.end(), row,
                                      [](std::size_t r, const Break& entry) { return r < entry.row; });
  if (after == breaks_.begin()) return {};
  const Break& found = *(after - 1);
  return {files_[found.file], found.line + static_cast<std::int64_t>(row - found.row)};
}

const Column* Table::find(std::string_view column) const {
  for (const Column& candidate : columns) {
    if (candidate.name == column) return &candidate;
  }
  return nullptr;
}

}  // namespace outlay
