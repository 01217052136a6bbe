// Looking over a finished table.
#include "ingest/profile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>

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
  std::initializer_list<const char*> parts;  // that it may be a rate of
  const char* whole;
};

// Within the rounding of a rate written with two decimals of a percent.
bool agrees(double rate, double expected) { return std::abs(rate - expected) <= 0.0001 + 0.006 * expected; }

struct Agreement {
  double compared = 0, as_ratio = 0, as_percent = 0;

  double best() const { return std::max(as_ratio, as_percent); }
};

Agreement agreement(const NumberColumn& rates, const NumberColumn& part, const NumberColumn& whole) {
  Agreement found;
  for (std::size_t row = 0; row < rates.size(); ++row) {
    const double expected = part[row] / whole[row];
    if (std::isnan(rates[row]) || !(expected > 0) || !std::isfinite(expected)) continue;
    ++found.compared;
    found.as_ratio += agrees(rates[row], expected);
    found.as_percent += agrees(rates[row] / 100, expected);
  }
  return found;
}

void reconcile(ReadTable& table, const Rate& rate, std::vector<Notice>& notices) {
  Column* column = column_of(table, rate.role);
  auto* values = column ? std::get_if<NumberColumn>(&column->values) : nullptr;
  const NumberColumn* whole = numbers_of(table, rate.whole);
  if (!values || !whole) return;
  Agreement found;
  for (const char* role : rate.parts) {
    const NumberColumn* part = numbers_of(table, role);
    if (!part || (found.compared > 0 && found.best() == found.compared)) continue;
    const Agreement next = agreement(*values, *part, *whole);
    if (found.compared == 0 || next.best() > found.best()) found = next;
  }
  if (found.compared == 0) return;
  if (found.as_percent > found.as_ratio) {
    for (double& value : *values) value /= 100;
  }
  const double contradicted = found.compared - found.best();
  if (contradicted < 3 || contradicted <= 0.05 * found.compared) return;
  notices.push_back({"rate_disagrees",
                     Severity::warning,
                     {{"rows", contradicted}, {"share", contradicted / found.compared}},
                     {{"column", column->name}}});
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9fb21c651e98df25u;
  return hash ^ (hash >> 32);
}

// Codes and days hash as their own numbers.
void mix_column(const Column& column, std::size_t first, std::size_t count, std::uint64_t* hashes) {
  const auto* stamps = std::get_if<StampColumn>(&column.values);
  if (const auto* numbers = stamps ? &stamps->seconds : std::get_if<NumberColumn>(&column.values)) {
    for (std::size_t k = 0; k < count; ++k) {
      std::uint64_t bits;
      std::memcpy(&bits, &(*numbers)[first + k], sizeof bits);
      hashes[k] = mixed(hashes[k], bits);
    }
    return;
  }
  const auto* text = std::get_if<TextColumn>(&column.values);
  const auto& codes = text ? text->codes : std::get<DayColumn>(column.values).days;
  for (std::size_t k = 0; k < count; ++k) hashes[k] = mixed(hashes[k], static_cast<std::uint32_t>(codes[first + k]));
}

// Some rows at a time, so that their hashes stay in the processor's cache while column after column is mixed in.
std::vector<std::uint64_t> row_hashes(const Table& table) {
  constexpr std::size_t block = 1024;
  std::vector<std::uint64_t> hashes(table.rows, 0);
  for (std::size_t first = 0; first < table.rows; first += block) {
    const std::size_t count = std::min(block, table.rows - first);
    for (const Column& column : table.columns) mix_column(column, first, count, hashes.data() + first);
  }
  return hashes;
}

// Counts distinct hashes by open addressing: they are random already, and sorting them would take longer than reading.
// The low bits choose the slot and the high ones are kept there: the table is small, and in a million rows one repeat
// that is none is to be expected once in thousands of files.
std::size_t count_distinct(const std::vector<std::uint64_t>& hashes) {
  std::size_t size = 64;
  while (size < hashes.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);  // 0 is free: a mark of 0 is counted as 1
  std::size_t distinct = 0;
  for (std::size_t row = 0; row < hashes.size(); ++row) {
    // Each slot is a miss of the cache: asking for some ahead hides most of the wait.
    constexpr std::size_t ahead = 16;
    if (row + ahead < hashes.size()) __builtin_prefetch(&slots[hashes[row + ahead] & (size - 1)], 1);
    const auto high = static_cast<std::uint32_t>(hashes[row] >> 32);
    const std::uint32_t mark = high + (high == 0);
    std::size_t at = hashes[row] & (size - 1);
    while (slots[at] != 0 && slots[at] != mark) at = (at + 1) & (size - 1);
    distinct += slots[at] == 0;
    slots[at] = mark;
  }
  return distinct;
}

void find_repeated_rows(const Table& table, std::vector<Notice>& notices) {
  if (table.rows > most_compared_rows) return;
  const std::size_t distinct = count_distinct(row_hashes(table));
  if (distinct == table.rows) return;
  notices.push_back({"repeated_rows", Severity::info, {{"rows", static_cast<double>(table.rows - distinct)}}, {}});
}

// In rising order. Neighbours are compared first, and a file has few days: sorting what is left takes no time.
std::vector<std::int32_t> distinct_days(const DayColumn& column) {
  std::vector<std::int32_t> days;
  std::vector<std::int32_t> recent(256, missing_day);
  for (const std::int32_t day : column.days) {
    std::int32_t& slot = recent[static_cast<std::uint32_t>(day) % recent.size()];
    if (slot == day || day == missing_day) continue;
    slot = day;
    days.push_back(day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// Days without a row, when the rest come daily; weeks, when they come weekly.
void find_gaps(const ReadTable& read, std::vector<Notice>& notices) {
  for (std::size_t c = 0; c < read.guesses.size(); ++c) {
    const auto* column = std::get_if<DayColumn>(&read.table.columns[c].values);
    if (!column || (read.guesses[c].role != "date" && read.guesses[c].role != "week_start")) continue;
    const std::vector<std::int32_t> days = distinct_days(*column);
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

double median_of_positive(const NumberColumn& values) {
  NumberColumn positive;
  std::copy_if(values.begin(), values.end(), std::back_inserter(positive), [](double value) { return value > 0; });
  const auto middle = positive.begin() + static_cast<std::ptrdiff_t>(positive.size() / 2);
  std::nth_element(positive.begin(), middle, positive.end());
  return *middle;
}

// The largest value when it is more than so many times the median, which means: when more than half of the positive
// values are below that part of it. Else the size of the column.
std::size_t find_extreme(const NumberColumn& values) {
  std::size_t largest = 0, positive = 0, below = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    positive += values[row] > 0;
    if (values[row] > values[largest] || std::isnan(values[largest])) largest = row;
  }
  if (positive < 20) return values.size();
  for (const double value : values) below += value > 0 && value * extreme_ratio < values[largest];
  return below > positive / 2 ? largest : values.size();
}

void find_extremes(const ReadTable& read, std::vector<Notice>& notices) {
  for (std::size_t c = 0; c < read.guesses.size(); ++c) {
    const auto* values = std::get_if<NumberColumn>(&read.table.columns[c].values);
    if (!values || read.guesses[c].role != "spend") continue;
    const std::size_t row = find_extreme(*values);
    if (row == values->size()) continue;
    notices.push_back({"extreme_value",
                       Severity::warning,
                       {{"value", (*values)[row]},
                        {"median", median_of_positive(*values)},
                        {"line", static_cast<double>(read.table.origin.of(row).line)}},
                       {{"column", read.table.columns[c].name}}});
  }
}

}  // namespace

std::vector<Notice> reconcile_rates(ReadTable& table) {
  std::vector<Notice> notices;
  for (const Rate& rate :
       {Rate{"ctr", {"clicks", "link_clicks"}, "impressions"}, Rate{"cvr", {"conversions"}, "clicks"}}) {
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
