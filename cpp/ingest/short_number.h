// The commonest cells of all, short plain numbers, read eight characters at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace outlay::ingest {

/// Reads up to eight characters that are digits with at most one decimal mark among them; false for any other text.
/// Eight bytes must be readable from `text` on. The value is the nearest double: digits and power of ten are exact, and
/// their quotient is rounded once (Clinger, "How to read floating point numbers accurately", 1990). All supported
/// machines are little-endian.
inline bool read_short_number(const char* text, std::size_t length, char decimal_mark, double& value) {
  constexpr std::uint64_t ones = 0x0101010101010101u, zeros = 0x3030303030303030u, highs = 0x8080808080808080u;
  constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
  if (length - 1 >= 8) return false;
  std::uint64_t word;
  std::memcpy(&word, text, 8);
  // Right-aligned, with leading zeros: the last character is the highest byte.
  const auto shift = static_cast<unsigned>(64 - 8 * length);
  word = (word << shift) | (shift ? zeros >> (64 - shift) : 0);
  // Bytes that equal the mark become zero, which this finds exactly up to the first of them.
  const std::uint64_t unlike = word ^ (ones * static_cast<unsigned char>(decimal_mark));
  const std::uint64_t marks = (unlike - ones) & ~unlike & highs;
  std::size_t decimals = 0;
  if (marks) {
    const auto bit = static_cast<unsigned>(__builtin_ctzll(marks)) - 7;  // where the mark's byte begins
    const std::uint64_t before = word & ((std::uint64_t{1} << bit) - 1);
    const std::uint64_t behind = bit == 56 ? 0 : word >> (bit + 8) << (bit + 8);
    word = behind | before << 8 | 0x30;
    decimals = (56 - bit) / 8;
    if (length == 1) return false;
  }
  // A digit has a high half of 3 and does not leave it when 6 is added.
  const std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0u;
  if (((word & high_halves) ^ zeros) | (((word + ones * 6) & high_halves) ^ zeros)) return false;
  word -= zeros;
  word = word * 10 + (word >> 8);
  const std::uint64_t even = (word & 0x000000FF000000FFu) * 0x000F424000000064u;
  const std::uint64_t odd = ((word >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u;
  value = static_cast<double>(static_cast<std::uint32_t>((even + odd) >> 32)) / powers[decimals];
  return true;
}

}  // namespace outlay::ingest
