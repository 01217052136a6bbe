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

/// Appends to `ends` the offset of each delimiter and newline outside quotes in data[0, size), in order. The text must
/// begin at the start of a record. A quote counts as such only at the start of a field
/// (spaces before it are passed over); within a quoted field only a
/// quote before a separator closes it, so stray quotes stay in the text. Returns whether the text ends inside quotes.
/// At most 4 GiB. O(size).
bool index_separators(const char* data, std::size_t size, Dialect dialect, std::vector<std::uint32_t>& ends);

/// The same, byte by byte: what the fast path is tested against and falls back to.
bool index_separators_plain(const char* data, std::size_t size, Dialect dialect, std::vector<std::uint32_t>& ends);

}  // namespace outlay::ingest
