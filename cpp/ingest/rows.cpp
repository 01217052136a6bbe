// Grouping and taking rows.
#include "ingest/rows.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "core/day.h"

namespace outlay::ingest {
namespace {

// What tells a cell from the others of its column.
std::vector<std::uint64_t> marks_of(const Column& column) {
  std::vector<std::uint64_t> marks;
  const auto* stamps = std::get_if<StampColumn>(&column.values);
  if (const auto* numbers = stamps ? &stamps->seconds : std::get_if<NumberColumn>(&column.values)) {
    marks.reserve(numbers->size());
    for (double value : *numbers) {
      std::uint64_t bits = ~std::uint64_t{0};
      if (!std::isnan(value)) std::memcpy(&bits, &value, sizeof bits);
      marks.push_back(bits);
    }
    return marks;
  }
  const auto* text = std::get_if<TextColumn>(&column.values);
  for (std::int32_t code : text ? text->codes : std::get<DayColumn>(column.values).days) {
    marks.push_back(static_cast<std::uint32_t>(code));
  }
  return marks;
}

struct Pair {
  std::int32_t group;
  std::uint64_t mark;
  bool operator==(const Pair& other) const { return group == other.group && mark == other.mark; }
};

struct HashOfPair {
  std::size_t operator()(const Pair& pair) const {
    std::uint64_t hash = (pair.mark ^ (pair.mark >> 32)) + static_cast<std::uint32_t>(pair.group);
    hash *= 0x9e3779b97f4a7c15u;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

}  // namespace

RowGroups group_rows(const Table& table, const std::vector<std::size_t>& columns) {
  RowGroups groups;
  groups.of_row.assign(table.rows, 0);
  for (std::size_t c : columns) {
    std::unordered_map<Pair, std::int32_t, HashOfPair> known;
    const std::vector<std::uint64_t> marks = marks_of(table.columns[c]);
    for (std::size_t row = 0; row < table.rows; ++row) {
      const Pair pair{groups.of_row[row], marks[row]};
      groups.of_row[row] = known.emplace(pair, static_cast<std::int32_t>(known.size())).first->second;
    }
  }
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (static_cast<std::size_t>(groups.of_row[row]) == groups.size()) groups.first.push_back(row);
  }
  return groups;
}

bool are_keys(const Table& table, const std::vector<std::size_t>& columns) {
  double most = 1;
  for (std::size_t c : columns) {
    if (const auto* text = std::get_if<TextColumn>(&table.columns[c].values)) {
      most *= static_cast<double>(text->dictionary.size()) + 1;
    } else if (const auto* days = std::get_if<DayColumn>(&table.columns[c].values)) {
      std::int32_t first = std::numeric_limits<std::int32_t>::max(), last = missing_day;
      for (std::int32_t day : days->days) {
        if (day == missing_day) continue;
        first = std::min(first, day);
        last = std::max(last, day);
      }
      most *= last == missing_day ? 1 : static_cast<double>(last) - first + 2;
    } else {
      most = std::numeric_limits<double>::infinity();
    }
  }
  return static_cast<double>(table.rows) <= most && group_rows(table, columns).size() == table.rows;
}

namespace {

NumberColumn taken(const NumberColumn& numbers, const std::vector<std::size_t>& rows) {
  NumberColumn out;
  out.reserve(rows.size());
  for (std::size_t row : rows) out.push_back(row == no_row ? std::numeric_limits<double>::quiet_NaN() : numbers[row]);
  return out;
}

DayColumn taken(const DayColumn& days, const std::vector<std::size_t>& rows) {
  DayColumn out;
  out.days.reserve(rows.size());
  for (std::size_t row : rows) out.days.push_back(row == no_row ? missing_day : days.days[row]);
  return out;
}

StampColumn taken(const StampColumn& stamps, const std::vector<std::size_t>& rows) {
  return {taken(stamps.seconds, rows), stamps.spelling};
}

TextColumn taken(const TextColumn& text, const std::vector<std::size_t>& rows) {
  TextColumn out;
  out.codes.reserve(rows.size());
  std::vector<std::int32_t> codes(text.dictionary.size(), -1);
  for (std::size_t row : rows) {
    const std::int32_t code = row == no_row ? -1 : text.codes[row];
    if (code >= 0 && codes[code] < 0) {
      codes[code] = static_cast<std::int32_t>(out.dictionary.size());
      out.dictionary.push_back(text.dictionary[code]);
    }
    out.codes.push_back(code < 0 ? -1 : codes[code]);
  }
  return out;
}

}  // namespace

Column take_rows(const Column& column, const std::vector<std::size_t>& rows) {
  Column out{column.name, {}, column.bad};
  std::visit([&](const auto& values) { out.values = taken(values, rows); }, column.values);
  return out;
}

Table empty_copy(const Table& table, const std::vector<std::size_t>& rows) {
  Table out;
  out.name = table.name;
  out.file = table.file;
  out.rows = rows.size();
  for (std::size_t row = 0; row < rows.size(); ++row) out.origin.set(row, table.origin.of(rows[row]));
  return out;
}

ReadTable facts_of(const ReadTable& read) {
  ReadTable out;
  out.platform = read.platform;
  out.title = read.title;
  out.period = read.period;
  out.currency = read.currency;
  out.currencies_differ = read.currencies_differ;
  out.set_aside = read.set_aside;
  out.set_aside_count = read.set_aside_count;
  out.controls = read.controls;
  out.questions = read.questions;
  out.personal = read.personal;
  out.censored = read.censored;
  out.is_period_total = read.is_period_total;
  return out;
}

std::string Names::take(const std::string& name) {
  std::string free = name;
  for (int k = 2; !taken_.insert(free).second; ++k) free = name + " (" + std::to_string(k) + ")";
  return free;
}

std::map<std::string, std::size_t> column_numbers(const Table& table) {
  std::map<std::string, std::size_t> numbers;
  for (std::size_t c = 0; c < table.columns.size(); ++c) numbers.emplace(table.columns[c].name, c);
  return numbers;
}

}  // namespace outlay::ingest
