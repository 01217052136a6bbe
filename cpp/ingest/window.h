// A stretch of a file cut into records of equally many fields, so that columns can be typed one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay::ingest {

class Window {
 public:
  struct Row {
    std::uint32_t start;      // offset of the record's first byte
    std::uint32_t first_end;  // index into `ends` of the end of its first field
    std::uint32_t fields;
  };

  const char* data = nullptr;
  std::vector<std::uint32_t> ends;
  std::vector<Row> rows;

  /// The raw field (quotes included) of a row; the carriage return of a CRLF is not part of it.
  std::string_view field(const Row& row, std::size_t column) const {
    const std::uint32_t start = column == 0 ? row.start : ends[row.first_end + column - 1] + 1;
    std::uint32_t end = ends[row.first_end + column];
    if (end > start && data[end - 1] == '\r') --end;
    return {data + start, end - start};
  }
};

}  // namespace outlay::ingest
