// The cells of a key's leaves, merged by day.
#include "analyses/impact/series.h"

#include <algorithm>

namespace outlay::impact {
namespace {

// Leaves one after the other are sorted runs: adds up what falls on one day.
void merge_days(std::vector<Cell>& cells, std::size_t first) {
  const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
  const auto earlier = [](const Cell& a, const Cell& b) { return a.day < b.day; };
  // Stable, so that a day is added up in the order of the leaves.
  if (!std::is_sorted(begin, cells.end(), earlier)) std::stable_sort(begin, cells.end(), earlier);
  std::size_t last = first;
  for (std::size_t k = first + 1; k < cells.size(); ++k) {
    if (cells[k].day == cells[last].day) {
      cells[last].sums.add(cells[k].sums);
    } else {
      cells[++last] = cells[k];
    }
  }
  if (cells.size() > first) cells.resize(last + 1);
}

}  // namespace

Series::Series(const Performance& performance, std::size_t numbers, const std::vector<Hit>& hits) {
  std::vector<std::size_t> next(numbers + 1, 0);
  for (const Hit& hit : hits) ++next[hit.number + 1];
  for (std::size_t n = 1; n <= numbers; ++n) next[n] += next[n - 1];
  const std::vector<std::size_t> starts = next;
  std::vector<std::uint32_t> leaves(hits.size());
  for (const Hit& hit : hits) leaves[next[hit.number]++] = hit.leaf;
  for (std::size_t n = 0; n < numbers; ++n) {
    offsets_.push_back(cells_.size());
    for (std::size_t k = starts[n]; k < starts[n + 1]; ++k) {
      const auto cells = performance.cells(leaves[k]);
      cells_.insert(cells_.end(), cells.begin(), cells.end());
    }
    merge_days(cells_, offsets_.back());
  }
  offsets_.push_back(cells_.size());
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
