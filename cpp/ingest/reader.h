// Reads a delimited file from chunks of bytes into a typed table, without ever holding the file whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/table.h"
#include "ingest/column_builder.h"
#include "ingest/csv_index.h"
#include "ingest/window.h"

namespace outlay::ingest {

/// A record that was not taken into the table.
struct SetAside {
  std::int64_t line = 0;
  std::string reason;
  std::string text;
};

/// What a file turned out to be.
struct File {
  std::string name;
  double bytes = 0;
  Dialect dialect;
  Table table;
  std::vector<SetAside> set_aside;  // the first 1,000
  std::size_t set_aside_count = 0;
};

class Reader {
 public:
  /// `bytes` is the size of the whole file, 0 when unknown; it serves to reserve memory.
  Reader(std::string name, double bytes);

  /// Takes the next bytes. Throws `bad_file` when the file cannot be a table; the reader is then of no further use.
  void feed(std::string_view chunk);

  /// Throws `bad_file` for an empty file, a header without rows and a quote that is never closed.
  File finish();

  std::size_t rows() const { return file_.table.rows; }

 private:
  void process(bool last);
  void start();
  void read_header(Window& window);
  void cut_records(Window& window, std::size_t size, bool last);
  void take_record(Window& window, Window::Row row, std::size_t fields, std::size_t size);
  bool fits(const Window& window, const Window::Row& row, std::size_t fields) const;
  void append(const Window& window);
  void reserve(std::size_t window_bytes, std::size_t window_rows);
  [[noreturn]] void refuse(const std::string& what, const std::string& remedy, std::int64_t line) const;

  File file_;
  std::string buffer_;
  std::size_t threshold_;
  double bytes_seen_ = 0;
  bool started_ = false;
  std::int64_t line_ = 1;
  std::size_t consumed_ = 0;
  std::vector<ColumnBuilder> columns_;
  bool settled_ = false;
  std::vector<std::int64_t> window_lines_;
};

}  // namespace outlay::ingest
