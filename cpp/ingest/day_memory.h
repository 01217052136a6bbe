// Remembers how short texts of days were read: a file has few different days and names them over and over.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace outlay::ingest {

class DayMemory {
 public:
  /// What `read()` said of this text before, or says now. 16 bytes must be readable from the text on. Days that could
  /// not be read are not remembered.
  template <class Read>
  std::optional<std::int32_t> find_or(std::string_view text, Read read) {
    if (text.empty() || text.size() > 16) return read();
    const Key key = key_of(text);
    if (slots_.empty()) slots_.resize(slot_count);
    Slot& slot = slots_[((key.low ^ key.high) * 0x9fb21c651e98df25u) >> (64 - slot_bits)];
    if (slot.length == text.size() && slot.key.low == key.low && slot.key.high == key.high) return slot.day;
    const std::optional<std::int32_t> day = read();
    if (day) slot = {key, static_cast<std::uint32_t>(text.size()), *day};
    return day;
  }

 private:
  static constexpr int slot_bits = 8;
  static constexpr std::size_t slot_count = std::size_t{1} << slot_bits;

  // The text, filled up with zero bytes.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
  };
  struct Slot {
    Key key;
    std::uint32_t length = 0;  // of the text; 0 in a free slot
    std::int32_t day = 0;
  };

  static Key key_of(std::string_view text) {
    Key key;
    std::memcpy(&key.low, text.data(), 8);
    std::memcpy(&key.high, text.data() + 8, 8);
    const auto spare = static_cast<unsigned>(8 * (16 - text.size()));
    if (spare >= 64) {
      key.high = 0;
      if (spare > 64) key.low &= ~std::uint64_t{0} >> (spare - 64);
    } else if (spare > 0) {
      key.high &= ~std::uint64_t{0} >> spare;
    }
    return key;
  }

  std::vector<Slot> slots_;
};

}  // namespace outlay::ingest
