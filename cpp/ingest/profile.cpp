// Looking over a finished table.
#include "ingest/profile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/day.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_compared_rows = 1000000;
constexpr double extreme_ratio = 1000;

Column* column_of(ReadTable& table, std::string_view role) {
  for (std::size_t c = 0; c < table.guesses.size(); ++c) {
    if (table.guesses[c].role == role) return &table.table.columns[c];
  }
  return nullptr;
}

const NumberColumn* numbers_of(ReadTable& table, std::string_view role) {
  const Column* column = column_of(table, role);
  return column ? std::get_if<NumberColumn>(&column->values) : nullptr;
}

struct Rate {
  const char* role;
  const char* part;
  const char* whole;
};

// Within the rounding of a rate written with two decimals of a percent.
bool agrees(double rate, double expected) { return std::abs(rate - expected) <= 0.0001 + 0.006 * expected; }

void reconcile(ReadTable& table, const Rate& rate, std::vector<Notice>& notices) {
  Column* column = column_of(table, rate.role);
  auto* values = column ? std::get_if<NumberColumn>(&column->values) : nullptr;
  const NumberColumn* part = numbers_of(table, rate.part);
  const NumberColumn* whole = numbers_of(table, rate.whole);
  if (!values || !part || !whole) return;
  double compared = 0, as_ratio = 0, as_percent = 0;
  for (std::size_t row = 0; row < values->size(); ++row) {
    const double expected = (*part)[row] / (*whole)[row];
    if (std::isnan((*values)[row]) || !(expected > 0) || !std::isfinite(expected)) continue;
    ++compared;
    as_ratio += agrees((*values)[row], expected);
    as_percent += agrees((*values)[row] / 100, expected);
  }
  if (compared == 0) return;
  if (as_percent > as_ratio) {
    for (double& value : *values) value /= 100;
  }
  const double contradicted = compared - std::max(as_ratio, as_percent);
  if (contradicted < 3 || contradicted <= 0.05 * compared) return;
  notices.push_back({"rate_disagrees",
                     Severity::warning,
                     {{"rows", contradicted}, {"share", contradicted / compared}},
                     {{"column", column->name}}});
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  hash *= 0xd6e8feb86659fd93u;
  return hash ^ (hash >> 32);
}

std::vector<std::uint64_t> row_hashes(const Table& table) {
  std::vector<std::uint64_t> hashes(table.rows, 0);
  for (const Column& column : table.columns) {
    if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) {
      for (std::size_t row = 0; row < table.rows; ++row) {
        std::uint64_t bits;
        std::memcpy(&bits, &(*numbers)[row], sizeof bits);
        hashes[row] = mixed(hashes[row], bits);
      }
      continue;
    }
    const auto* text = std::get_if<TextColumn>(&column.values);
    const auto& codes = text ? text->codes : std::get<DayColumn>(column.values).days;
    for (std::size_t row = 0; row < table.rows; ++row) {
      hashes[row] = mixed(hashes[row], static_cast<std::uint32_t>(codes[row]));
    }
  }
  return hashes;
}

// Counts distinct hashes by open addressing: they are random already, and sorting them would take longer than reading.
std::size_t count_distinct(const std::vector<std::uint64_t>& hashes) {
  std::size_t size = 64;
  while (size < hashes.size() * 2) size *= 2;
  std::vector<std::uint64_t> slots(size, 0);  // 0 is free: a hash of 0 is counted as 1
  std::size_t distinct = 0;
  for (std::uint64_t hash : hashes) {
    hash += hash == 0;
    std::size_t at = hash & (size - 1);
    while (slots[at] != 0 && slots[at] != hash) at = (at + 1) & (size - 1);
    distinct += slots[at] == 0;
    slots[at] = hash;
  }
  return distinct;
}

void find_repeated_rows(const Table& table, std::vector<Notice>& notices) {
  if (table.rows > most_compared_rows) return;
  const std::size_t distinct = count_distinct(row_hashes(table));
  if (distinct == table.rows) return;
  notices.push_back({"repeated_rows", Severity::info, {{"rows", static_cast<double>(table.rows - distinct)}}, {}});
}

// Days without a row, when the rest come daily; weeks, when they come weekly.
void find_gaps(const ReadTable& read, std::vector<Notice>& notices) {
  for (std::size_t c = 0; c < read.guesses.size(); ++c) {
    const auto* column = std::get_if<DayColumn>(&read.table.columns[c].values);
    if (!column || (read.guesses[c].role != "date" && read.guesses[c].role != "week_start")) continue;
    std::vector<std::int32_t> days = column->days;
    days.erase(std::remove(days.begin(), days.end(), missing_day), days.end());
    days.erase(std::unique(days.begin(), days.end()),
               days.end());  // neighbours first: sorted files shrink before the sort
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() < 5) return;
    std::int32_t step = days.back() - days.front();
    for (std::size_t i = 1; i < days.size(); ++i) step = std::min(step, days[i] - days[i - 1]);
    if (step != 1 && step != 7) return;
    const double expected = (days.back() - days.front()) / static_cast<double>(step) + 1;
    const double missing = expected - static_cast<double>(days.size());
    // Sparse dates, such as those of single sales, are no series with gaps.
    if (missing < 1 || missing > 0.5 * expected) return;
    notices.push_back(
        {"gaps_in_time", Severity::info, {{"missing", missing}, {"step", static_cast<double>(step)}}, {}});
    return;
  }
}

void find_extremes(const ReadTable& read, std::vector<Notice>& notices) {
  for (std::size_t c = 0; c < read.guesses.size(); ++c) {
    const auto* values = std::get_if<NumberColumn>(&read.table.columns[c].values);
    if (!values || read.guesses[c].role != "spend") continue;
    NumberColumn positive;
    std::size_t largest = 0;
    for (std::size_t row = 0; row < values->size(); ++row) {
      if (!((*values)[row] > 0)) continue;
      if (positive.empty() || (*values)[row] > (*values)[largest]) largest = row;
      positive.push_back((*values)[row]);
    }
    if (positive.size() < 20) continue;
    std::nth_element(positive.begin(), positive.begin() + static_cast<std::ptrdiff_t>(positive.size() / 2),
                     positive.end());
    const double median = positive[positive.size() / 2];
    if ((*values)[largest] <= extreme_ratio * median) continue;
    notices.push_back({"extreme_value",
                       Severity::warning,
                       {{"value", (*values)[largest]},
                        {"median", median},
                        {"line", static_cast<double>(read.table.origin.of(largest).line)}},
                       {{"column", read.table.columns[c].name}}});
  }
}

}  // namespace

std::vector<Notice> reconcile_rates(ReadTable& table) {
  std::vector<Notice> notices;
  for (const Rate& rate : {Rate{"ctr", "clicks", "impressions"}, Rate{"cvr", "conversions", "clicks"}}) {
    reconcile(table, rate, notices);
  }
  return notices;
}

std::vector<Notice> profile(const ReadTable& table) {
  std::vector<Notice> notices;
  find_repeated_rows(table.table, notices);
  find_gaps(table, notices);
  find_extremes(table, notices);
  return notices;
}

}  // namespace outlay::ingest
