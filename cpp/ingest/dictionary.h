// Turns texts into codes: an open-addressing hash table over distinct values, in order of appearance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::ingest {

class Dictionary {
 public:
  /// The code of `text`, a new one when it was not seen before. Amortised O(length).
  std::int32_t code_of(std::string_view text);
  std::size_t size() const { return values_.size(); }
  std::vector<std::string> take() { return std::move(values_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::int32_t code = -1;
  };
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string> values_;
};

}  // namespace outlay::ingest
