// Finds the separators of delimited text: where every field and record ends, quotes respected (RFC 4180).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace outlay::ingest {

struct Dialect {
  char delimiter = ',';
  char newline = '\n';  // '\r' for files of old Macs; CRLF counts as '\n'
};

/// Where the fields and records of a text end, in order.
struct Separators {
  static constexpr std::uint32_t before_text = ~std::uint32_t{0};

  std::vector<std::uint32_t> ends;     // `before_text`, then the offset of each delimiter and newline outside quotes
  std::size_t count = 0;               // of them; what `ends` holds beyond is left from an earlier text
  std::vector<std::uint32_t> records;  // the place in `ends` of each newline
  std::size_t newlines = 0;            // those inside quotes too
  bool is_open = false;                // the text ends inside quotes

  void clear();
  void add(std::uint32_t end, bool ends_record);
};

/// Fills `out`. The text must begin at the start of a record. A quote counts as such only at the start of a field
/// (spaces before it are passed over); within a quoted field only a quote before a separator closes it, so stray quotes
/// stay in the text. At most 4 GiB. O(size).
void index_separators(const char* data, std::size_t size, Dialect dialect, Separators& out);

/// The same, byte by byte: what the fast path is tested against and falls back to.
void index_separators_plain(const char* data, std::size_t size, Dialect dialect, Separators& out);

}  // namespace outlay::ingest
