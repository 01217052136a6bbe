// Daily sums of whatever a key names: built in one pass over the rows, asked for windows by binary search.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyses/impact/performance.h"

namespace outlay::impact {

/// Names that select rows; `no_name` stands for any. `text` is a target or a search term.
struct Key {
  std::int32_t campaign = no_name, group = no_name, text = no_name, match = no_name;
  bool operator==(const Key&) const = default;
};

/// Key to a number from 0, by open addressing; numbers follow the order of adding.
class KeyIndex {
 public:
  std::int32_t add(const Key& key);
  /// -1 for a key that was not added.
  std::int32_t find(const Key& key) const;
  std::size_t size() const { return keys_.size(); }
  const Key& key(std::int32_t number) const { return keys_[number]; }

 private:
  std::size_t slot_of(const Key& key) const;
  void grow();

  std::vector<Key> keys_;
  std::vector<std::int32_t> slots_;
};

/// For each number of a `KeyIndex` the sums by day, in the order of days.
class Series {
 public:
  struct Hit {
    std::int32_t number;
    std::uint32_t row;
  };
  /// `hits` may come in any order; a row may hit several numbers.
  Series(const Performance& performance, std::size_t numbers, const std::vector<Hit>& hits);

  bool empty(std::int32_t number) const { return offsets_[number] == offsets_[number + 1]; }
  Sums sum(std::int32_t number, Window window) const;

 private:
  struct Cell {
    std::int32_t day;
    Sums sums;
  };
  std::vector<std::size_t> offsets_;
  std::vector<Cell> cells_;
};

/// The hits of the rows that `keys_of(row, emit)` gives keys to and that `index` knows.
template <class KeysOf>
std::vector<Series::Hit> hits_of(const Performance& performance, const KeyIndex& index, KeysOf keys_of) {
  std::vector<Series::Hit> hits;
  if (index.size() == 0) return hits;
  for (std::size_t row = 0; row < performance.rows(); ++row) {
    keys_of(row, [&](const Key& key) {
      const std::int32_t number = index.find(key);
      if (number >= 0) hits.push_back({number, static_cast<std::uint32_t>(row)});
    });
  }
  return hits;
}

}  // namespace outlay::impact
