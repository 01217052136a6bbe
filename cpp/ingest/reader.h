// Reads a delimited file from chunks of bytes into typed tables, without ever holding the file whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/csv_index.h"
#include "ingest/encoding.h"
#include "ingest/frame.h"
#include "ingest/table_builder.h"
#include "ingest/text_buffer.h"
#include "ingest/window.h"

namespace outlay::ingest {

/// What a file turned out to be.
struct File {
  std::string name;
  double bytes = 0;
  Encoding encoding = Encoding::utf8;
  Dialect dialect;
  std::vector<ReadTable> tables;
};

/// For whoever catches that memory ran out while a file was read; what was read before it is not touched.
Error larger_than_memory(const std::string& file);

class Reader {
 public:
  /// `bytes` is the size of the whole file, 0 when unknown; it serves to reserve memory.
  Reader(std::string name, double bytes, ReadOptions options = {});

  /// Takes the next bytes. Throws `bad_file` when the file cannot be a table; the reader is then of no further use.
  void feed(std::string_view chunk);

  /// Throws `bad_file` for an empty file, an empty report, a header without rows and a quote that is never closed.
  File finish();

  std::size_t rows() const;

 private:
  void start(bool whole);
  void take_text(std::string_view text);
  void process(bool last);
  std::int64_t lines_of(const Window::Row& row) const;
  void take_records();
  void take_record(const Window::Row& row, std::int64_t line);
  void take_other(const Window::Row& row, std::int64_t line);
  std::size_t begin_first_table();
  bool begin_without_header(std::size_t record);
  void begin_table(const Window::Row& header);
  void open_table(std::vector<std::string> header);
  bool is_trailer(const Window::Row& row, bool was_gap) const;
  void end_table();
  void flush(bool is_last);
  double share_read() const;
  [[noreturn]] void refuse(const std::string& what, const std::string& remedy, std::int64_t line) const;
  [[noreturn]] void refuse_without_rows() const;

  File file_;
  ReadOptions options_;
  std::string head_;  // bytes, until there are enough to tell what they are
  std::unique_ptr<Decoder> decoder_;
  std::string decoded_;
  bool is_wrapped_ = false;  // each record is one quoted text
  std::string line_rest_;
  TextBuffer buffer_;
  Window window_;  // the records in `buffer_`
  TotalFinder total_finder_;
  std::size_t threshold_;
  double bytes_seen_ = 0;
  double text_done_ = 0;  // bytes of text in the windows so far
  std::int64_t line_ = 1;
  std::vector<std::string> notes_;  // lines above or between tables
  bool has_comments_ = false;
  bool after_gap_ = false;
  bool in_trailer_ = false;  // the last record was a note below the table
  std::unique_ptr<TableBuilder> table_;
  SetAside lost_;  // the first unreadable record of a table of which nothing was read
  std::int64_t header_line_ = 0;
};

}  // namespace outlay::ingest
