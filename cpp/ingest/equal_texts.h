// Whether two short texts are the same.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace outlay::ingest {

template <class Word>
bool same_word(const char* a, const char* b) {
  Word first, second;
  std::memcpy(&first, a, sizeof first);
  std::memcpy(&second, b, sizeof second);
  return first == second;
}

// Most texts are a few words long: comparing them here is quicker than calling the C library. The last word overlaps.
inline bool equal_texts(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (!same_word<std::uint64_t>(a.data() + at, b.data() + at)) return false;
    }
    return same_word<std::uint64_t>(a.data() + size - 8, b.data() + size - 8);
  }
  if (size >= 4) {
    return same_word<std::uint32_t>(a.data(), b.data()) &&
           same_word<std::uint32_t>(a.data() + size - 4, b.data() + size - 4);
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (a[at] != b[at]) return false;
  }
  return true;
}

}  // namespace outlay::ingest
