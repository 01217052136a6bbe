// The streaming reader: bytes to windows of records, windows to columns.
#include "ingest/reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/error.h"
#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/sniff.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t window_bytes = 256 * 1024;
constexpr std::size_t longest_record = 16 * 1024 * 1024;
constexpr std::size_t most_columns = 10000;
constexpr std::size_t most_listed = 1000;

std::string without_extension(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

bool is_blank(const Window& window, const Window::Row& row, std::size_t fields) {
  return fields == 1 && trim(window.field(row, 0)).empty();
}

}  // namespace

Reader::Reader(std::string name, double bytes) : threshold_(window_bytes) {
  file_.table.name = without_extension(name);
  file_.table.file = name;
  file_.name = std::move(name);
  file_.bytes = bytes;
}

void Reader::refuse(const std::string& what, const std::string& remedy, std::int64_t line) const {
  throw Error(ErrorCode::bad_file, file_.name + (line > 0 ? ", line " + std::to_string(line) : "") + ": " + what,
              remedy, {.file = file_.name, .line = line});
}

void Reader::feed(std::string_view chunk) {
  bytes_seen_ += static_cast<double>(chunk.size());
  // Large chunks are cut, so that a window stays in the processor's cache.
  while (!chunk.empty()) {
    const std::size_t part = std::min(chunk.size(), threshold_ > buffer_.size() ? threshold_ - buffer_.size() : 1);
    buffer_.append(chunk.substr(0, part));
    chunk.remove_prefix(part);
    if (buffer_.size() >= threshold_) process(false);
  }
}

File Reader::finish() {
  if (trim(buffer_).empty() && !started_)
    refuse("the file is empty.", "Export the report again and check that it has rows.", 0);
  process(true);
  if (columns_.empty()) refuse("the file is empty.", "Export the report again and check that it has rows.", 0);
  if (file_.table.rows == 0) {
    if (file_.set_aside_count > 0) {
      const SetAside& first = file_.set_aside.front();
      refuse("no row could be read; here it has " + first.reason + ".",
             "Check that the file is a table with one header line.", first.line);
    }
    refuse("the file has a header but no rows.", "Export the report again for a period that has data.", 2);
  }
  for (ColumnBuilder& column : columns_) file_.table.columns.push_back(column.finish());
  file_.bytes = bytes_seen_;
  return std::move(file_);
}

void Reader::start() {
  started_ = true;
  buffer_.erase(0, check_bytes(buffer_, file_.name));
  file_.dialect = sniff_dialect(buffer_, buffer_.size() < window_bytes);
}

void Reader::process(bool last) {
  if (!started_) start();
  Window window;
  window.data = buffer_.data();
  const bool inside = index_separators(buffer_.data(), buffer_.size(), file_.dialect, window.ends);
  if (last && !buffer_.empty() && buffer_.back() != file_.dialect.newline && !inside) {
    window.ends.push_back(static_cast<std::uint32_t>(buffer_.size()));
  }
  consumed_ = 0;
  cut_records(window, buffer_.size(), last);
  append(window);
  if (last && inside) {
    refuse("a quote is opened in this record and never closed.",
           "Close the quote, or double it if it belongs to the text.", line_);
  }
  buffer_.erase(0, consumed_);
  // A record longer than the window: look again only when twice as much is there, so that the cost stays linear.
  threshold_ = std::max(window_bytes, buffer_.size() * 2);
  if (buffer_.size() > longest_record) {
    refuse("this record is longer than 16 MB; a quote is probably opened and not closed.",
           "Look for a single quote mark there.", line_);
  }
}

void Reader::cut_records(Window& window, std::size_t size, bool) {
  Window::Row row{0, 0};
  std::size_t fields = 0;
  for (std::size_t i = 0; i < window.ends.size(); ++i) {
    ++fields;
    const std::uint32_t end = window.ends[i];
    if (end < size && window.data[end] != file_.dialect.newline) continue;
    take_record(window, row, fields, size);
    consumed_ = std::min<std::size_t>(end + 1, size);
    row = {end + 1, static_cast<std::uint32_t>(i + 1)};
    fields = 0;
  }
}

// True when the record has as many fields as the header, or more that are all empty.
bool Reader::fits(const Window& window, const Window::Row& row, std::size_t fields) const {
  if (fields < columns_.size()) return false;
  for (std::size_t c = columns_.size(); c < fields; ++c) {
    if (!trim(window.field(row, c)).empty()) return false;
  }
  return true;
}

void Reader::take_record(Window& window, Window::Row row, std::size_t fields, std::size_t size) {
  const std::int64_t line = line_;
  const std::uint32_t end = window.ends[row.first_end + fields - 1];
  line_ +=
      1 + std::count(window.data + row.start, window.data + std::min<std::size_t>(end, size), file_.dialect.newline);
  if (is_blank(window, row, fields)) return;
  if (columns_.empty()) {
    Window header;
    header.data = window.data;
    header.ends.assign(window.ends.begin() + row.first_end,
                       window.ends.begin() + row.first_end + static_cast<long>(fields));
    header.rows = {{row.start, 0}};
    read_header(header);
  } else if (fits(window, row, fields)) {
    window.rows.push_back(row);
    window_lines_.push_back(line);
  } else {
    if (file_.set_aside.size() < most_listed) {
      const std::string_view text(window.data + row.start, std::min<std::size_t>(end - row.start, 200));
      file_.set_aside.push_back(
          {line, std::to_string(fields) + " fields where the header has " + std::to_string(columns_.size()),
           std::string(text)});
    }
    ++file_.set_aside_count;
  }
}

void Reader::read_header(Window& window) {
  if (window.ends.size() > most_columns) {
    refuse("the header has more than 10,000 columns.", "Export fewer columns, or check the delimiter.", 1);
  }
  std::map<std::string, int> seen;
  std::string scratch;
  for (std::size_t c = 0; c < window.ends.size(); ++c) {
    std::string name(trim(unquoted(window.field(window.rows[0], c), scratch)));
    if (name.empty()) name = "column " + std::to_string(c + 1);
    const int before = seen[name]++;
    if (before > 0) name += " (" + std::to_string(before + 1) + ")";
    columns_.emplace_back(std::move(name), c);
  }
}

void Reader::append(const Window& window) {
  if (window.rows.empty()) return;
  if (!settled_) {
    settled_ = true;
    for (ColumnBuilder& column : columns_) {
      const Guess guess = guess_role(column.name());
      column.settle(guess.role.empty() ? std::nullopt : std::optional(guess.kind), window);
    }
    reserve(buffer_.size(), window.rows.size());
  }
  for (ColumnBuilder& column : columns_) {
    column.append(window, [this](std::size_t row) { return window_lines_[row]; });
  }
  for (std::size_t row = 0; row < window.rows.size(); ++row)
    file_.table.lines.set(file_.table.rows + row, window_lines_[row]);
  file_.table.rows += window.rows.size();
  window_lines_.clear();
}

// Growing a column by doubling would hold it twice for a moment; the file's size foretells the number of rows.
void Reader::reserve(std::size_t bytes, std::size_t rows) {
  if (file_.bytes <= static_cast<double>(bytes)) return;
  const double expected = file_.bytes / static_cast<double>(bytes) * static_cast<double>(rows) * 1.02;
  for (ColumnBuilder& column : columns_) column.reserve(static_cast<std::size_t>(std::min(expected, 2e8)));
}

}  // namespace outlay::ingest
