// A counting sort by key, a sort by day within each, and one cell a day.
#include "analyses/impact/series.h"

namespace outlay::impact {
namespace {

std::uint64_t mix(std::uint64_t x) {  // the finaliser of splitmix64
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::uint64_t hash(const Key& key) {
  const auto pair = [](std::int32_t a, std::int32_t b) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32) | static_cast<std::uint32_t>(b);
  };
  return mix(pair(key.campaign, key.group) + 0x9e3779b97f4a7c15ULL * mix(pair(key.text, key.match)));
}

}  // namespace

std::size_t KeyIndex::slot_of(const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(key) & mask;
  while (slots_[slot] >= 0 && !(keys_[slots_[slot]] == key)) slot = (slot + 1) & mask;
  return slot;
}

void KeyIndex::grow() {
  slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), -1);
  for (std::size_t i = 0; i < keys_.size(); ++i) slots_[slot_of(keys_[i])] = static_cast<std::int32_t>(i);
}

std::int32_t KeyIndex::add(const Key& key) {
  if (2 * (keys_.size() + 1) > slots_.size()) grow();
  const std::size_t slot = slot_of(key);
  if (slots_[slot] < 0) {
    slots_[slot] = static_cast<std::int32_t>(keys_.size());
    keys_.push_back(key);
  }
  return slots_[slot];
}

std::int32_t KeyIndex::find(const Key& key) const { return slots_.empty() ? -1 : slots_[slot_of(key)]; }

Series::Series(const Performance& performance, std::size_t numbers, const std::vector<Hit>& hits)
    : offsets_(numbers + 1, 0) {
  std::vector<std::size_t> next(numbers + 1, 0);
  for (const Hit& hit : hits) ++next[hit.number + 1];
  for (std::size_t n = 1; n <= numbers; ++n) next[n] += next[n - 1];
  const std::vector<std::size_t> starts = next;
  std::vector<std::uint32_t> rows(hits.size());
  for (const Hit& hit : hits) rows[next[hit.number]++] = hit.row;
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    const std::int32_t day_a = performance.day(a), day_b = performance.day(b);
    return day_a != day_b ? day_a < day_b : a < b;
  };
  for (std::size_t n = 0; n < numbers; ++n) {
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(starts[n]);
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(starts[n + 1]);
    if (!std::is_sorted(first, last, earlier)) std::sort(first, last, earlier);
    offsets_[n] = cells_.size();
    for (auto row = first; row != last; ++row) {
      const std::int32_t day = performance.day(*row);
      if (cells_.size() == offsets_[n] || cells_.back().day != day) cells_.push_back({day, {}});
      cells_.back().sums.add(performance.sums(*row));
    }
  }
  offsets_[numbers] = cells_.size();
}

Sums Series::sum(std::int32_t number, Window window) const {
  Sums out;
  const auto first = cells_.begin() + static_cast<std::ptrdiff_t>(offsets_[number]);
  const auto last = cells_.begin() + static_cast<std::ptrdiff_t>(offsets_[number + 1]);
  auto cell = std::lower_bound(first, last, window.first, [](const Cell& c, std::int32_t day) { return c.day < day; });
  for (; cell != last && cell->day <= window.last; ++cell) out.add(cell->sums);
  return out;
}

}  // namespace outlay::impact
