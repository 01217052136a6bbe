// Daily sums of whatever a key names: built in one pass over the leaves, asked for windows by binary search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyses/impact/hash_index.h"
#include "analyses/impact/performance.h"

namespace outlay::impact {

/// Names that select rows; `no_name` stands for any. `text` is a target or a search term.
struct Key {
  std::int32_t campaign = no_name, group = no_name, text = no_name, match = no_name;
  bool operator==(const Key&) const = default;
};

using KeyIndex = HashIndex<Key>;

/// For each number of a `KeyIndex` the sums by day, in the order of days.
class Series {
 public:
  struct Hit {
    std::int32_t number;
    std::uint32_t leaf;
  };
  /// `hits` may come in any order; a leaf may hit several numbers.
  Series(const Performance& performance, std::size_t numbers, const std::vector<Hit>& hits);

  bool empty(std::int32_t number) const { return offsets_[number] == offsets_[number + 1]; }
  Sums sum(std::int32_t number, Window window) const;

 private:
  std::vector<std::size_t> offsets_;
  std::vector<Cell> cells_;
};

/// The hits of the leaves that `keys_of(leaf, emit)` gives keys to and that `index` knows.
template <class KeysOf>
std::vector<Series::Hit> hits_of(const Performance& performance, const KeyIndex& index, KeysOf keys_of) {
  std::vector<Series::Hit> hits;
  if (index.size() == 0) return hits;
  for (std::size_t leaf = 0; leaf < performance.leaves().size(); ++leaf) {
    keys_of(performance.leaves()[leaf], [&](const Key& key) {
      const std::int32_t number = index.find(key);
      if (number >= 0) hits.push_back({number, static_cast<std::uint32_t>(leaf)});
    });
  }
  return hits;
}

}  // namespace outlay::impact
