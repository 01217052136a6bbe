// A stretch of a file cut into records of equally many fields, so that columns can be typed one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/csv_index.h"

namespace outlay::ingest {

class Window {
 public:
  /// A record: its fields lie between the separators `first`, `first + 1`, ... of the index.
  struct Row {
    std::uint32_t first;
    std::uint32_t fields;
  };

  const char* data = nullptr;  // a TextBuffer's, since cells are loaded as whole words
  Separators separators;
  std::vector<Row> rows;  // of the table that is being read

  std::size_t record_count() const { return separators.records.size(); }
  Row record(std::size_t k) const {
    const std::uint32_t first = k == 0 ? 0 : separators.records[k - 1];
    return {first, separators.records[k] - first};
  }

  std::uint32_t start(const Row& row) const { return separators.ends[row.first] + 1; }
  std::uint32_t end(const Row& row) const { return separators.ends[row.first + row.fields]; }

  /// The raw field (quotes included) of a row; the carriage return of a CRLF is not part of it.
  std::string_view field(const Row& row, std::size_t column) const {
    return field_between(data, separators.ends.data() + row.first + column);
  }

  /// One column of `rows`, for the loops that go over all of them. Valid until the window changes.
  class Fields {
   public:
    Fields(const Window& window, std::size_t column)
        : data_(window.data),
          ends_(window.separators.ends.data() + column),
          rows_(window.rows.data()),
          size_(window.rows.size()) {}

    std::size_t size() const { return size_; }
    std::string_view operator[](std::size_t row) const { return field_between(data_, ends_ + rows_[row].first); }

   private:
    const char* data_;
    const std::uint32_t* ends_;
    const Row* rows_;
    std::size_t size_;
  };

 private:
  static std::string_view field_between(const char* data, const std::uint32_t* ends) {
    const std::uint32_t start = ends[0] + 1;
    std::uint32_t end = ends[1];
    if (end > start && data[end - 1] == '\r') --end;
    return {data + start, end - start};
  }
};

}  // namespace outlay::ingest
