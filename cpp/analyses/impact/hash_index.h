// Things to numbers from 0, in the order in which they are first added.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace outlay::impact {

/// Open addressing over a `Thing` made of 32-bit integers alone.
template <class Thing>
class HashIndex {
  static_assert(sizeof(Thing) % sizeof(std::uint32_t) == 0);

 public:
  std::int32_t add(const Thing& thing) {
    if (2 * (things_.size() + 1) > slots_.size()) grow();
    const std::size_t slot = slot_of(thing);
    if (slots_[slot] < 0) {
      slots_[slot] = static_cast<std::int32_t>(things_.size());
      things_.push_back(thing);
    }
    return slots_[slot];
  }
  /// -1 for one that was not added.
  std::int32_t find(const Thing& thing) const { return slots_.empty() ? -1 : slots_[slot_of(thing)]; }

  std::size_t size() const { return things_.size(); }
  const Thing& operator[](std::int32_t number) const { return things_[number]; }
  std::vector<Thing> take() { return std::move(things_); }

 private:
  static std::size_t hash(const Thing& thing) {
    std::uint32_t parts[sizeof(Thing) / sizeof(std::uint32_t)];
    std::memcpy(parts, &thing, sizeof(Thing));
    std::uint64_t h = 0;
    for (std::uint32_t part : parts) {
      h = (h ^ part) * 0x9e3779b97f4a7c15ULL;
      h ^= h >> 29;
    }
    return static_cast<std::size_t>(h * 0xbf58476d1ce4e5b9ULL >> 16);
  }
  std::size_t slot_of(const Thing& thing) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash(thing) & mask;
    while (slots_[slot] >= 0 && !(things_[slots_[slot]] == thing)) slot = (slot + 1) & mask;
    return slot;
  }
  void grow() {
    slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), -1);
    for (std::size_t i = 0; i < things_.size(); ++i) slots_[slot_of(things_[i])] = static_cast<std::int32_t>(i);
  }

  std::vector<Thing> things_;
  std::vector<std::int32_t> slots_;
};

}  // namespace outlay::impact
