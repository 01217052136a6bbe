// Separator index, 64 bytes at a time with SIMD masks; irregular quotes fall back to a plain state machine.
//
// The method is that of Langdale and Lemire, "Parsing gigabytes of JSON per second" (2019): a prefix xor over the quote
// mask tells which bytes are inside quotes. Emscripten maps the SSE2 intrinsics used here to WebAssembly SIMD.
#include "ingest/csv_index.h"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace outlay::ingest {
namespace {

constexpr std::size_t block_size = 64;

struct Masks {
  std::uint64_t quotes = 0;
  std::uint64_t delimiters = 0;
  std::uint64_t newlines = 0;
  std::uint64_t returns = 0;
};

#if defined(__SSE2__)
Masks masks_of(const char* block, Dialect dialect) {
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i delimiter = _mm_set1_epi8(dialect.delimiter);
  const __m128i newline = _mm_set1_epi8(dialect.newline);
  const __m128i carriage = _mm_set1_epi8('\r');
  const auto bits = [](__m128i mask) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(mask)));
  };
  Masks masks;
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + part * 16));
    masks.quotes |= bits(_mm_cmpeq_epi8(bytes, quote)) << (part * 16);
    masks.delimiters |= bits(_mm_cmpeq_epi8(bytes, delimiter)) << (part * 16);
    masks.newlines |= bits(_mm_cmpeq_epi8(bytes, newline)) << (part * 16);
    masks.returns |= bits(_mm_cmpeq_epi8(bytes, carriage)) << (part * 16);
  }
  return masks;
}
#else
Masks masks_of(const char* block, Dialect dialect) {
  Masks masks;
  for (std::size_t i = 0; i < block_size; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (block[i] == '"') masks.quotes |= bit;
    if (block[i] == dialect.delimiter) masks.delimiters |= bit;
    if (block[i] == dialect.newline) masks.newlines |= bit;
    if (block[i] == '\r') masks.returns |= bit;
  }
  return masks;
}
#endif

std::uint64_t prefix_xor(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

// What one block hands to the next.
struct Carry {
  std::uint64_t inside = 0;     // all ones while in quotes
  std::uint64_t separator = 1;  // bit 0: the byte before was a separator outside quotes (or the start)
  std::uint64_t closing = 0;    // bit 0: the byte before was a quote that closed
};

// False when a quote stands where RFC 4180 has none. `used` masks the bytes that exist.
bool outside_quotes(const Masks& masks, std::uint64_t used, Carry& carry, std::uint64_t& separators) {
  const std::uint64_t inside = prefix_xor(masks.quotes) ^ carry.inside;
  const std::uint64_t opening = masks.quotes & inside;
  const std::uint64_t closing = masks.quotes & ~inside;
  const std::uint64_t any = masks.delimiters | masks.newlines;
  separators = any & ~inside & used;
  const std::uint64_t after_separator = (separators << 1) | carry.separator;
  const std::uint64_t after_closing = (closing << 1) | carry.closing;
  const std::uint64_t stray_opening = opening & ~after_separator & ~after_closing;
  const std::uint64_t stray_closing = after_closing & used & ~(any | masks.quotes | masks.returns);
  carry = {static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63), separators >> 63, closing >> 63};
  return (stray_opening | stray_closing) == 0;
}

// Writes the offsets behind `ends[count]`, which has room for a whole block, and says how many there are then.
std::size_t write_ends(std::uint64_t separators, std::uint32_t offset, std::uint32_t* ends, std::size_t count) {
  for (; separators; separators &= separators - 1) {
    ends[count++] = offset + static_cast<std::uint32_t>(__builtin_ctzll(separators));
  }
  return count;
}

void add_records(std::uint64_t separators, std::uint64_t newlines, std::size_t before, Separators& out) {
  for (newlines &= separators; newlines; newlines &= newlines - 1) {
    const std::uint64_t below = (newlines & -newlines) - 1;
    out.records.push_back(static_cast<std::uint32_t>(before) +
                          static_cast<std::uint32_t>(__builtin_popcountll(separators & below)));
  }
}

bool index_fast(const char* data, std::size_t size, Dialect dialect, Separators& out) {
  Carry carry;
  std::size_t count = 1;
  for (std::size_t offset = 0; offset < size; offset += block_size) {
    char tail[block_size] = {};
    const char* block = data + offset;
    std::uint64_t used = ~std::uint64_t{0};
    if (size - offset < block_size) {
      std::memcpy(tail, block, size - offset);
      block = tail;
      used = (std::uint64_t{1} << (size - offset)) - 1;
    }
    const Masks masks = masks_of(block, dialect);
    std::uint64_t separators;
    if (!outside_quotes(masks, used, carry, separators)) return false;
    if (out.ends.size() < count + block_size) out.ends.resize(2 * (count + block_size));
    add_records(separators, masks.newlines, count, out);
    out.newlines += static_cast<std::size_t>(__builtin_popcountll(masks.newlines & used));
    count = write_ends(separators, static_cast<std::uint32_t>(offset), out.ends.data(), count);
  }
  out.count = count;
  out.is_open = carry.inside != 0;
  return true;
}

}  // namespace

void Separators::clear() {
  if (ends.empty()) ends.resize(1);
  ends[0] = before_text;
  count = 1;
  records.clear();
  newlines = 0;
  is_open = false;
}

void Separators::add(std::uint32_t end, bool ends_record) {
  if (ends_record) records.push_back(static_cast<std::uint32_t>(count));
  if (count == ends.size()) ends.resize(2 * count);
  ends[count++] = end;
}

void index_separators_plain(const char* data, std::size_t size, Dialect dialect, Separators& out) {
  out.clear();
  const auto is_separator = [&](char c) { return c == dialect.delimiter || c == dialect.newline; };
  // A quote closes when nothing but spaces stands before the next separator.
  const auto closes = [&](std::size_t i) {
    while (++i < size && data[i] == ' ') {
    }
    return i >= size || is_separator(data[i]) || data[i] == '\r';
  };
  bool inside = false;
  bool at_start = true;
  for (std::size_t i = 0; i < size; ++i) {
    const char c = data[i];
    out.newlines += c == dialect.newline;
    if (inside) {
      if (c != '"') continue;
      if (i + 1 < size && data[i + 1] == '"') {
        ++i;
      } else if (closes(i)) {
        inside = false;
      }
    } else if (c == '"' && at_start) {
      inside = true;
      at_start = false;
    } else if (is_separator(c)) {
      at_start = true;
      out.add(static_cast<std::uint32_t>(i), c == dialect.newline);
    } else if (c != ' ') {
      at_start = false;
    }
  }
  out.is_open = inside;
}

void index_separators(const char* data, std::size_t size, Dialect dialect, Separators& out) {
  out.clear();
  if (!index_fast(data, size, dialect, out)) index_separators_plain(data, size, dialect, out);
}

}  // namespace outlay::ingest
