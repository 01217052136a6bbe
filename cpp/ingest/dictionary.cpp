// Hashing of texts. Sequential ids must not collide, so every input bit is mixed into the low bits that choose the
// slot.
#include "ingest/dictionary.h"

#include <cstring>

#include "ingest/equal_texts.h"

namespace outlay::ingest {
namespace {

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93u;
  h ^= h >> 32;
  return h;
}

std::uint32_t hash_of(std::string_view text) {
  std::uint64_t h = 0x9e3779b97f4a7c15u ^ text.size();
  const char* p = text.data();
  std::size_t left = text.size();
  for (; left >= 8; p += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    h = mix(h ^ word) * 0x9fb21c651e98df25u;
  }
  std::uint64_t word = 0;
  std::memcpy(&word, p, left);
  return static_cast<std::uint32_t>(mix(h ^ word));
}

}  // namespace

std::int32_t Dictionary::code_of(std::string_view text) {
  if (values_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].code >= 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && equal_texts(values_[slots_[at].code], text)) return slots_[at].code;
  }
  slots_[at] = {hash, static_cast<std::int32_t>(values_.size())};
  values_.emplace_back(text);
  return slots_[at].code;
}

void Dictionary::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.empty() ? 64 : old.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.code < 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].code >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace outlay::ingest
