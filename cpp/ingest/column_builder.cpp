// Typing of cells, one column over one window at a time: the loop with one kind is what makes parsing fast.
#include "ingest/column_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_map>

#include "core/day.h"
#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/encoding.h"
#include "ingest/equal_texts.h"
#include "ingest/number_format.h"
#include "ingest/short_number.h"

namespace outlay::ingest {
namespace {

constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();

// [436534626] and '0812: marks that keep spreadsheets from making numbers of ids.
std::string_view bare_id(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') return text.substr(1, text.size() - 2);
  if (text.size() > 1 && text.front() == '\'') return text.substr(1);
  return text;
}

// Without the quotes around it; what is inside stays as it is.
std::string_view bare(std::string_view field) {
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
  return field.substr(1, field.size() - 2);
}

bool may_be_wrapped(char c) { return c == '"' || c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

ColumnBuilder::ColumnBuilder(std::string name, std::size_t index) : index_(index) { column_.name = std::move(name); }

void ColumnBuilder::settle(const ColumnFormat& format) {
  format_ = format;
  if (format.kind == Kind::number) {
    column_.values = NumberColumn{};
  } else if (format.kind == Kind::day) {
    column_.values = DayColumn{};
  } else if (format.is_stamp) {
    column_.values = StampColumn{};
  } else {
    column_.values = TextColumn{};
  }
}

void ColumnBuilder::reserve(std::size_t rows) {
  if (auto* numbers = std::get_if<NumberColumn>(&column_.values)) {
    numbers->reserve(rows);
  } else if (auto* text = std::get_if<TextColumn>(&column_.values)) {
    text->codes.reserve(rows);
  } else if (auto* stamps = std::get_if<StampColumn>(&column_.values)) {
    stamps->seconds.reserve(rows);
  } else {
    std::get<DayColumn>(column_.values).days.reserve(rows);
  }
}

std::size_t ColumnBuilder::append_rows(const Window& window) {
  if (auto* numbers = std::get_if<NumberColumn>(&column_.values)) return append_numbers(window, *numbers);
  if (auto* days = std::get_if<DayColumn>(&column_.values)) return append_days(window, *days);
  std::size_t done = 0;
  if (auto* stamps = std::get_if<StampColumn>(&column_.values)) done = append_stamps(window, *stamps);
  if (done == window.rows.size()) return 0;
  if (std::holds_alternative<StampColumn>(column_.values)) spell_out();
  append_texts(window, done, std::get<TextColumn>(column_.values));
  return 0;
}

void ColumnBuilder::note_bad(std::string_view text) {
  if (column_.bad.count++ == 0) column_.bad.text = std::string(text.substr(0, 200));
}

// Both readers return the row of the window's first bad cell.
std::size_t ColumnBuilder::append_numbers(const Window& window, NumberColumn& values) {
  const Window::Fields fields(window, index_);
  const char decimal_mark = format_.decimal_mark;
  const std::size_t before = values.size();
  values.resize(before + fields.size());
  double* out = values.data() + before;
  std::size_t first_bad = fields.size();
  for (std::size_t row = 0; row < fields.size(); ++row) {
    const std::string_view cell = bare(fields[row]);
    if (read_short_number(cell.data(), cell.size(), decimal_mark, out[row])) continue;
    if (!append_other_number(fields[row], out[row])) first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

bool ColumnBuilder::append_other_number(std::string_view field, double& value) {
  std::string scratch;
  const std::string_view text = unquoted(field, scratch);
  const NumberCell cell = read_number(text, format_.decimal_mark);
  value = cell.kind == NumberCell::Kind::number ? cell.value : missing_number;
  censored_ += cell.kind == NumberCell::Kind::censored;
  if (cell.kind == NumberCell::Kind::bad) note_bad(text);
  percents_ += cell.is_percent && cell.value != 0;
  if (!cell.currency.empty() && cell.currency != currency_) {
    currencies_differ_ = currencies_differ_ || !currency_.empty();
    currency_ = cell.currency;
  }
  return cell.kind != NumberCell::Kind::bad;
}

std::optional<std::int32_t> ColumnBuilder::read_day(std::string_view text) const {
  if (!format_.offsets_from) return read_date(text, format_.date);
  const auto offset = parse_number(text);
  return offset ? std::optional(*format_.offsets_from + static_cast<std::int32_t>(*offset)) : std::nullopt;
}

std::size_t ColumnBuilder::append_days(const Window& window, DayColumn& values) {
  const Window::Fields fields(window, index_);
  std::string scratch;
  std::size_t first_bad = fields.size();
  for (std::size_t row = 0; row < fields.size(); ++row) {
    const std::string_view field = fields[row];
    const auto day = days_.find_or(field, [&] { return read_day(unquoted(field, scratch)); });
    values.days.push_back(day.value_or(missing_day));
    if (day) continue;
    const std::string_view text = unquoted(field, scratch);
    if (is_missing(text)) continue;
    note_bad(text);
    first_bad = std::min(first_bad, row);
  }
  return first_bad;
}

// Sorted files repeat the cell of the row before.
void ColumnBuilder::append_texts(const Window& window, std::size_t first, TextColumn& values) {
  const Window::Fields fields(window, index_);
  const std::size_t before = values.codes.size() - first;
  values.codes.resize(before + fields.size());
  std::int32_t* out = values.codes.data() + before;
  std::string_view last;
  std::int32_t code = -1;
  for (std::size_t row = first; row < fields.size(); ++row) {
    const std::string_view field = fields[row];
    if (row == first || !equal_texts(field, last)) {
      code = code_of(field);
      last = field;
    }
    out[row] = code;
  }
}

// Empty where the cell is missing.
std::string_view ColumnBuilder::text_of(std::string_view text, std::string& scratch) const {
  if (!text.empty() && (may_be_wrapped(text.front()) || may_be_wrapped(text.back()))) {
    text = without_formula(trim(unquoted(text, scratch)));
  }
  if (format_.is_id) text = bare_id(text);
  return is_dash(text) ? std::string_view() : text;
}

std::int32_t ColumnBuilder::code_of(std::string_view field) {
  std::string scratch;
  const std::string_view text = text_of(field, scratch);
  return text.empty() ? -1 : dictionary_.code_of(text);
}

// Returns the row of the first cell that is neither missing nor spelled like those before; all rows when there is none.
std::size_t ColumnBuilder::append_stamps(const Window& window, StampColumn& values) {
  const Window::Fields fields(window, index_);
  std::string scratch;
  for (std::size_t row = 0; row < fields.size(); ++row) {
    double seconds = stamps_ ? stamps_->read(fields[row]) : missing_number;
    if (std::isnan(seconds)) {
      const std::string_view text = text_of(fields[row], scratch);
      if (!stamps_ && !text.empty()) {
        const auto spelling = spelling_of(text);
        if (!spelling) return row;
        values.spelling = *spelling;
        stamps_.emplace(*spelling);
      }
      if (!text.empty()) seconds = stamps_->read(text);
      if (!text.empty() && std::isnan(seconds)) return row;
    }
    values.seconds.push_back(seconds);
  }
  return fields.size();
}

// From stamps to the texts that were read.
void ColumnBuilder::spell_out() {
  const StampColumn stamps = std::move(std::get<StampColumn>(column_.values));
  TextColumn& text = column_.values.emplace<TextColumn>();
  text.codes.reserve(std::max(stamps.seconds.capacity(), stamps.seconds.size()));
  for (std::size_t row = 0; row < stamps.seconds.size(); ++row) {
    text.codes.push_back(std::isnan(stamps.seconds[row]) ? -1 : dictionary_.code_of(stamps.at(row)));
  }
}

// Files glued of exports in two encodings: what is no UTF-8 is Windows-1252, and may then equal another text.
void ColumnBuilder::mend_encoding(TextColumn& text) {
  for (std::string& word : text.dictionary) {
    if (is_utf8(word, true)) continue;
    std::string mended;
    Decoder(Encoding::windows1252).append(word, mended, true);
    word = std::move(mended);
    ++recoded_;
  }
  if (recoded_ == 0) return;
  std::unordered_map<std::string, std::int32_t> codes;
  std::vector<std::int32_t> code_of;
  std::vector<std::string> distinct;
  for (std::string& word : text.dictionary) {
    const auto [at, is_new] = codes.emplace(word, static_cast<std::int32_t>(distinct.size()));
    if (is_new) distinct.push_back(std::move(word));
    code_of.push_back(at->second);
  }
  for (std::int32_t& code : text.codes) code = code < 0 ? code : code_of[static_cast<std::size_t>(code)];
  text.dictionary = std::move(distinct);
}

Column ColumnBuilder::finish() {
  if (std::holds_alternative<StampColumn>(column_.values) && !stamps_) spell_out();
  if (auto* text = std::get_if<TextColumn>(&column_.values)) {
    text->dictionary = dictionary_.take();
    mend_encoding(*text);
  }
  return std::move(column_);
}

}  // namespace outlay::ingest
