// Look-ups on tables and columns.
#include "core/table.h"

#include <algorithm>
#include <cmath>

#include "core/day.h"

namespace outlay {

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"number", "text", "day"};
  return names[static_cast<int>(kind)];
}

std::size_t Column::missing() const {
  if (const auto* numbers = std::get_if<NumberColumn>(&values)) {
    return std::count_if(numbers->begin(), numbers->end(), [](double v) { return std::isnan(v); });
  }
  if (const auto* text = std::get_if<TextColumn>(&values))
    return std::count(text->codes.begin(), text->codes.end(), -1);
  const auto& days = std::get<DayColumn>(values).days;
  return std::count(days.begin(), days.end(), missing_day);
}

void LineMap::set(std::size_t row, std::int64_t line) {
  if (!breaks_.empty()) {
    const auto& [last_row, last_line] = breaks_.back();
    if (line - last_line == static_cast<std::int64_t>(row - last_row)) return;
  }
  breaks_.emplace_back(row, line);
}

std::int64_t LineMap::line_of(std::size_t row) const {
  auto after = std::upper_bound(breaks_.begin(), breaks_.end(), row,
                                [](std::size_t r, const auto& entry) { return r < entry.first; });
  if (after == breaks_.begin()) return 0;
  const auto& [first_row, line] = *(after - 1);
  return line + static_cast<std::int64_t>(row - first_row);
}

const Column* Table::find(std::string_view column) const {
  for (const Column& candidate : columns) {
    if (candidate.name == column) return &candidate;
  }
  return nullptr;
}

}  // namespace outlay
