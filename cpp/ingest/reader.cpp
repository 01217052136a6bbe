// The streaming reader: bytes to text, text to windows of records, records to tables.
#include "ingest/reader.h"

#include <algorithm>
#include <utility>

#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/frame.h"
#include "ingest/reshape.h"
#include "ingest/sniff.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t head_bytes = 64 * 1024;
constexpr std::size_t window_bytes = 256 * 1024;
constexpr std::size_t longest_record = 16 * 1024 * 1024;
constexpr std::size_t most_columns = 10000;
constexpr std::size_t most_tables = 200;
constexpr std::size_t most_notes = 200;

std::string text_of(const Window& window, const Window::Row& row) {
  std::string text;
  for (const std::string& cell : cells_of(window, row)) text += (text.empty() ? "" : ", ") + cell;
  return text;
}

// Not so for spaces and "", which may be all that a padded row has.
bool begins_with_text(std::string_view field) {
  if (field.empty()) return false;
  const auto first = static_cast<unsigned char>(field.front());
  return first > '"' || (first == '"' && field.size() > 2);
}

// Lines that state a period and hold no table: what a platform writes when there was nothing to report.
bool is_only_preamble(const Window& window, const std::vector<Window::Row>& records) {
  std::vector<std::string> lines;
  for (const Window::Row& row : records) {
    if (row.fields > 1) return false;
    lines.push_back(text_of(window, row));
  }
  return lines.size() < most_notes && period_in(lines, DateOrder::month_first).has_value();
}

}  // namespace

Error larger_than_memory(const std::string& file) {
  return {ErrorCode::bad_file,
          file + " is larger than the memory there is for it: not enough memory.",
          "Export fewer rows or columns, or close other programs and tabs. What was loaded before is kept.",
          {.file = file}};
}

Reader::Reader(std::string name, double bytes, ReadOptions options)
    : options_(std::move(options)), threshold_(window_bytes) {
  file_.name = std::move(name);
  file_.bytes = bytes;
}

void Reader::refuse(const std::string& what, const std::string& remedy, std::int64_t line) const {
  throw Error(ErrorCode::bad_file, file_.name + (line > 0 ? ", line " + std::to_string(line) : "") + ": " + what,
              remedy, {.file = file_.name, .line = line});
}

// Nearly: text of UTF-16 is about half as long as its bytes.
double Reader::share_read() const {
  const bool is_wide = file_.encoding == Encoding::utf16le || file_.encoding == Encoding::utf16be;
  return file_.bytes > 0 ? std::min(1.0, text_done_ * (is_wide ? 2 : 1) / file_.bytes) : 0;
}

std::size_t Reader::rows() const {
  std::size_t rows = table_ ? table_->rows() : 0;
  for (const ReadTable& table : file_.tables) rows += table.table.rows;
  return rows;
}

void Reader::feed(std::string_view chunk) {
  bytes_seen_ += static_cast<double>(chunk.size());
  if (!decoder_) {
    // Exactly so many bytes, so that what they tell does not depend on the size of the chunks.
    const std::size_t part = std::min(chunk.size(), head_bytes - head_.size());
    head_.append(chunk.substr(0, part));
    if (head_.size() < head_bytes) return;
    start(false);
    chunk.remove_prefix(part);
  }
  if (file_.encoding == Encoding::utf8) return take_text(chunk);
  decoded_.clear();
  decoder_->append(chunk, decoded_, false);
  take_text(decoded_);
}

// The head tells encoding and dialect; it is then the first text.
void Reader::start(bool whole) {
  check_bytes(head_, file_.name);
  const Detected detected = detect_encoding(head_, whole);
  file_.encoding = detected.encoding;
  decoder_ = std::make_unique<Decoder>(detected.encoding);
  std::string text;
  decoder_->append(std::string_view(head_).substr(detected.mark), text, whole);
  check_text(text, file_.name);
  const Sniffed sniffed = sniff_dialect(text, whole);
  file_.dialect = sniffed.dialect;
  is_wrapped_ = sniffed.is_wrapped;
  line_ += sniffed.passed_over > 0;
  head_ = {};
  take_text(std::string_view(text).substr(sniffed.passed_over));
}

void Reader::take_text(std::string_view text) {
  std::string unwrapped;
  if (is_wrapped_) {
    unwrap_lines(text, line_rest_, unwrapped);
    text = unwrapped;
  }
  // Large texts are cut, so that a window stays in the processor's cache.
  while (!text.empty()) {
    const std::size_t part = std::min(text.size(), threshold_ > buffer_.size() ? threshold_ - buffer_.size() : 1);
    buffer_.append(text.substr(0, part));
    text.remove_prefix(part);
    if (buffer_.size() >= threshold_) process(false);
  }
}

File Reader::finish() {
  if (!decoder_) {
    if (trim(head_).empty()) refuse("the file is empty.", "Export the report again and check that it has rows.", 0);
    start(true);
  } else if (file_.encoding != Encoding::utf8) {
    decoded_.clear();
    decoder_->append({}, decoded_, true);
    take_text(decoded_);
  }
  if (!line_rest_.empty()) {
    is_wrapped_ = false;
    std::string last;
    unwrap_lines("\n", line_rest_, last);
    take_text(last);
  }
  process(true);
  if (file_.tables.empty()) refuse_without_rows();
  file_.bytes = bytes_seen_;
  std::vector<ReadTable> shaped;
  for (ReadTable& table : file_.tables) {
    for (ReadTable& part : reshape(std::move(table), options_)) shaped.push_back(std::move(part));
  }
  file_.tables = std::move(shaped);
  return std::move(file_);
}

void Reader::refuse_without_rows() const {
  if (lost_.line > 0) {
    refuse("no row could be read; this one has " + lost_.reason + ".",
           "Check that the file is a table with one header line.", lost_.line);
  }
  if (header_line_ > 0)
    refuse("the file has a header but no rows.", "Export the report again for a period that has data.",
           header_line_ + 1);
  if (!notes_.empty())
    refuse("the report is empty: it has a title and no rows.", "Export it again for a period that has data.", line_);
  refuse("the file is empty.", "Export the report again and check that it has rows.", 0);
}

void Reader::process(bool last) {
  window_.data = buffer_.data();
  Separators& found = window_.separators;
  index_separators(buffer_.data(), buffer_.size(), file_.dialect, found);
  if (last && !buffer_.empty() && buffer_.back() != file_.dialect.newline && !found.is_open) {
    found.add(static_cast<std::uint32_t>(buffer_.size()), true);
    ++found.newlines;
  }
  take_records();
  if (last && found.is_open) {
    refuse("a quote is opened in this record and never closed.",
           "Close the quote, or double it if it belongs to the text.", line_);
  }
  const std::size_t whole = found.records.empty() ? 0 : found.ends[found.records.back()] + std::size_t{1};
  const std::size_t consumed = std::min(whole, buffer_.size());
  text_done_ += static_cast<double>(consumed);
  if (last) end_table();
  flush(false);
  buffer_.drop_front(consumed);
  // A record longer than the window: look again only when twice as much is there, so that the cost stays linear.
  threshold_ = std::max(window_bytes, std::min(buffer_.size() * 2, longest_record + 1));
  if (buffer_.size() > longest_record) {
    refuse("this record is longer than 16 MB; a quote is probably opened and not closed.",
           "Look for a single quote mark there.", line_);
  }
}

// A record takes as many lines as it has newlines, those inside quotes too.
std::int64_t Reader::lines_of(const Window::Row& row) const {
  if (window_.separators.newlines == window_.record_count()) return 1;
  const char* stop = window_.data + std::min<std::size_t>(window_.end(row), buffer_.size());
  return 1 + std::count(window_.data + window_.start(row), stop, file_.dialect.newline);
}

void Reader::take_records() {
  total_finder_.begin_window();
  std::size_t next = table_ || !file_.tables.empty() ? 0 : begin_first_table();
  for (; next < window_.record_count(); ++next) {
    const Window::Row row = window_.record(next);
    const std::int64_t line = line_;
    line_ += lines_of(row);
    take_record(row, line);
  }
}

// Everything above the header is the preamble. Returns the index of the first record after the header.
std::size_t Reader::begin_first_table() {
  std::vector<Window::Row> filled;
  for (std::size_t k = 0; k < window_.record_count() && filled.size() < 100; ++k) {
    if (!is_blank(window_, window_.record(k))) filled.push_back(window_.record(k));
  }
  int header = find_header(window_, filled);
  if (header >= 0 && filled[header].fields == 1 && is_only_preamble(window_, filled)) header = -1;
  for (std::size_t next = 0; next < window_.record_count(); ++next) {
    const Window::Row row = window_.record(next);
    const bool is_header = header >= 0 && row.first == filled[header].first;
    if (is_header) header_line_ = line_;
    if (is_header && begin_without_header(next)) return next;
    line_ += lines_of(row);
    if (is_header) {
      begin_table(row);
      return next + 1;
    }
    if (is_blank(window_, row)) continue;
    has_comments_ = has_comments_ || is_comment(window_, row);
    if (notes_.size() < most_notes) notes_.push_back(text_of(window_, row));
  }
  return window_.record_count();
}

// A file that begins with data: its columns get numbers for names, and no row is lost.
bool Reader::begin_without_header(std::size_t record) {
  if (record + 1 >= window_.record_count()) return false;
  const Window::Row row = window_.record(record);
  if (!is_headless(window_, row, window_.record(record + 1))) return false;
  header_line_ = 0;
  open_table(std::vector<std::string>(row.fields));
  table_->note({"no_header", Severity::warning, {{"line", static_cast<double>(line_)}}, {}});
  return true;
}

void Reader::begin_table(const Window::Row& header) {
  if (header.fields > most_columns) {
    refuse("the header has more than 10,000 columns.", "Export fewer columns, or check the delimiter.", header_line_);
  }
  std::vector<std::string> names = cells_of(window_, header);
  // Empty cells behind the last name are no columns when the rows have none there.
  const auto& ends = window_.separators.records;
  const auto own = static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), header.first) - ends.begin());
  const std::size_t below = own + 1 < ends.size() ? window_.record(own + 1).fields : names.size();
  while (names.size() > std::max<std::size_t>(below, 1) && names.back().empty()) names.pop_back();
  open_table(std::move(names));
}

void Reader::open_table(std::vector<std::string> header) {
  end_table();
  if (file_.tables.size() >= most_tables) refuse("the file has more than 200 tables.", "Split it.", line_);
  table_ = std::make_unique<TableBuilder>(file_.name, std::move(header), notes_, options_, share_read());
  after_gap_ = in_trailer_ = false;
}

void Reader::end_table() {
  if (!table_) return;
  flush(true);
  if (table_->rows() > 0) {
    file_.tables.push_back(table_->finish());
    // Several tables of one file are told apart by their number.
    const std::size_t count = file_.tables.size();
    if (count == 2) file_.tables[0].table.name += " 1";
    if (count >= 2) file_.tables.back().table.name += " " + std::to_string(count);
  } else if (table_->first_loss() && lost_.line == 0) {
    lost_ = *table_->first_loss();
  }
  table_.reset();
}

void Reader::flush(bool is_last) {
  if (table_) table_->flush(window_, share_read(), is_last);
  window_.rows.clear();
}

void Reader::take_record(const Window::Row& row, std::int64_t line) {
  if (table_ && !after_gap_ && !in_trailer_ && row.fields == table_->columns() && !is_comment(window_, row)) {
    // The common case first.
    if (total_finder_(window_, row, table_->columns())) return table_->take_total(window_, row, line);
    if (begins_with_text(window_.field(row, 0)) || !is_blank(window_, row)) return table_->take(window_, row, line);
  }
  take_other(row, line);
}

// Lines of text below the table: a copyright, or whatever stands alone after an empty line, padded with empty cells or
// not.
bool Reader::is_trailer(const Window::Row& row, bool was_gap) const {
  if (row.fields < table_->columns() && is_copyright(text_of(window_, row))) return true;
  if (table_->columns() < 2 || !(was_gap || in_trailer_)) return false;
  if (row.fields > 1 && table_->columns() < 3) return false;
  for (std::size_t c = 1; c < row.fields; ++c) {
    if (!trim(window_.field(row, c)).empty()) return false;
  }
  return true;
}

void Reader::take_other(const Window::Row& row, std::int64_t line) {
  if (is_blank(window_, row)) {
    after_gap_ = true;
    return;
  }
  if (is_comment(window_, row) && (has_comments_ || !table_)) {
    has_comments_ = after_gap_ = true;
    if (table_) {
      end_table();
      notes_.clear();
    }
    if (notes_.size() < most_notes) notes_.push_back(text_of(window_, row));
    return;
  }
  const bool was_gap = std::exchange(after_gap_, false);
  const bool starts_table = !table_ || (was_gap && row.fields > 1 && looks_like_header(window_, row));
  // A header of other words begins a table of the same width too.
  const auto is_another = [&] {
    if (!table_ || row.fields != table_->columns() || has_comments_) return true;
    const std::vector<std::string> cells = cells_of(window_, row);
    return known_headers(cells) > 1 && !table_->has_names(cells);
  };
  if (starts_table && is_another()) {
    header_line_ = line;
    return begin_table(row);
  }
  if (is_total(window_, row, table_->columns())) return table_->take_total(window_, row, line);
  if (is_trailer(row, was_gap)) {
    in_trailer_ = true;
    return table_->put_aside(window_, row, line, "note below the table", false);
  }
  in_trailer_ = false;
  bool fits = row.fields >= table_->columns();
  for (std::size_t c = table_->columns(); c < row.fields; ++c) fits = fits && trim(window_.field(row, c)).empty();
  if (fits) return table_->take(window_, row, line);
  table_->put_aside(window_, row, line,
                    std::to_string(row.fields) + " fields where the header has " + std::to_string(table_->columns()),
                    true);
}

}  // namespace outlay::ingest
