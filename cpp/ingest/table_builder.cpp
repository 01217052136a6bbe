// One table from its records.
#include "ingest/table_builder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/day.h"
#include "core/moment.h"
#include "core/number.h"
#include "ingest/cells.h"
#include "ingest/doubts.h"
#include "ingest/frame.h"
#include "ingest/number_format.h"
#include "ingest/platforms/platform.h"
#include "ingest/platforms/roles.h"
#include "ingest/profile.h"
#include "ingest/rows.h"
#include "ingest/second_look.h"
#include "ingest/sums.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_listed = 1000;
constexpr std::size_t most_totals = 100;  // that are held against the sums

std::string without_extension(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

// Every column has a name of its own: "column 3" without a header, "Objective (2)" for the second of that name.
std::vector<std::string> distinct_names(std::vector<std::string> header) {
  Names names;
  for (std::size_t c = 0; c < header.size(); ++c) {
    header[c] = names.take(header[c].empty() ? "column " + std::to_string(c + 1) : header[c]);
  }
  return header;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

Period widened(const std::optional<Period>& span, std::int32_t day) {
  return span ? Period{std::min(span->from, day), std::max(span->to, day)} : Period{day, day};
}

// First and last day of a date column; empty for other columns and without a day.
std::optional<Period> span_of(const Column& column) {
  const auto* days = std::get_if<DayColumn>(&column.values);
  std::optional<Period> span;
  for (std::size_t row = 0; days && row < days->days.size(); ++row) {
    const std::int32_t day = days->days[row];
    if (day != missing_day) span = widened(span, day);
  }
  return span;
}

std::int32_t day_of_moment(double seconds) { return static_cast<std::int32_t>(std::floor(seconds / 86400)); }

std::optional<Period> span_of_stamps(const StampColumn& stamps) {
  std::optional<Period> span;
  for (const double seconds : stamps.seconds) {
    if (!std::isnan(seconds)) span = widened(span, day_of_moment(seconds));
  }
  return span;
}

// The same for a column of timestamps, which is text; empty where the order of day and month is open.
std::optional<Period> span_of_moments(const Column& column) {
  if (const auto* stamps = std::get_if<StampColumn>(&column.values)) return span_of_stamps(*stamps);
  const auto* texts = std::get_if<TextColumn>(&column.values);
  if (!texts) return span_of(column);
  const DayOrderEvidence evidence = day_order_of(texts->dictionary);
  if (evidence.is_open) return std::nullopt;
  std::optional<Period> span;
  for (const std::string& text : texts->dictionary) {
    const auto moment = parse_moment(text, evidence.order);
    if (moment) span = widened(span, day_of_moment(*moment));
  }
  return span;
}

// "1/2/2026 10:00" as "2026-02-01 10:00"; what is no such date stays.
std::string year_first(const std::string& text, DayOrder order) {
  const std::size_t end = std::min(text.size(), text.find_first_of(" T,", text.find_first_not_of(' ')));
  const auto moment = parse_moment(std::string_view(text).substr(0, end), order);
  if (!moment) return text;
  return iso_text(Day{day_of_moment(*moment)}) + text.substr(end);
}

bool is_nth_day(const std::string& name) { return folded(name) == "nthday"; }

}  // namespace

TableBuilder::TableBuilder(const std::string& file, std::vector<std::string> header, std::vector<std::string> preamble,
                           ReadOptions options, double begin)
    : header_(std::move(header)),
      names_(distinct_names(header_)),
      preamble_(std::move(preamble)),
      options_(std::move(options)),
      begin_(begin) {
  out_.table.file = file;
  out_.table.name = without_extension(file);
  out_.platform = &platform_of(names_, joined(preamble_));
  out_.title = title_in(preamble_);
  std::vector<Guess> guesses = guess_roles(names_, *out_.platform);
  for (std::size_t c = 0; c < names_.size(); ++c) {
    const bool kept = std::find(options_.keep.begin(), options_.keep.end(), names_[c]) != options_.keep.end();
    if (is_personal(names_[c], *out_.platform) && !kept) {
      out_.personal.push_back(names_[c]);
      continue;
    }
    columns_.emplace_back(names_[c], c);
    out_.guesses.push_back(std::move(guesses[c]));
  }
}

const SetAside* TableBuilder::first_loss() const {
  const auto is_loss = [](const SetAside& record) { return record.reason.find("fields where") != std::string::npos; };
  const auto found = std::find_if(out_.set_aside.begin(), out_.set_aside.end(), is_loss);
  return found == out_.set_aside.end() ? nullptr : &*found;
}

void TableBuilder::take(Window& window, const Window::Row& row, std::int64_t line) {
  window.rows.push_back(row);
  lines_.push_back(line);
  ++pending_;
}

void TableBuilder::take_total(const Window& window, const Window::Row& row, std::int64_t line) {
  if (totals_.size() < most_totals) totals_.push_back({line, cells_of(window, row)});
  put_aside(window, row, line, "total row", false);
}

void TableBuilder::put_aside(const Window& window, const Window::Row& row, std::int64_t line, std::string reason,
                             bool is_loss) {
  out_.set_aside_count += is_loss;
  if (out_.set_aside.size() >= most_listed) return;
  const std::uint32_t start = window.start(row);
  out_.set_aside.push_back(
      {line, std::move(reason), std::string(window.data + start, std::min(window.end(row) - start, 200u))});
}

// Headers tell most personal data; addresses under a header that nobody knows tell themselves.
void TableBuilder::drop_mail_addresses(const Window& window) {
  for (std::size_t c = columns_.size(); c-- > 0;) {
    const std::string& name = columns_[c].name();
    const bool kept = std::find(options_.keep.begin(), options_.keep.end(), name) != options_.keep.end();
    if (kept || !out_.guesses[c].role.empty()) continue;
    const ColumnEvidence found = evidence_in(window, columns_[c].index());
    if (found.mails == 0 || found.mails * 2 < found.cells) continue;
    out_.personal.push_back(name);
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(c));
    out_.guesses.erase(out_.guesses.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

void TableBuilder::settle(const Window& window) {
  settled_ = true;
  drop_mail_addresses(window);
  std::vector<ColumnEvidence> evidence;
  TableFacts facts{out_.platform, {}, out_.guesses, preamble_, options_};
  for (const ColumnBuilder& column : columns_) {
    evidence.push_back(evidence_in(window, column.index()));
    facts.names.push_back(column.name());
    const ColumnEvidence& last = evidence.back();
    out_.currencies_differ = out_.currencies_differ || last.currencies_differ;
    if (out_.currency.empty()) out_.currency = last.currency;
  }
  std::vector<ColumnFormat> formats = choose_formats(facts, evidence, out_.questions);
  const auto period = period_in(preamble_, DateOrder::month_first);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (period && is_nth_day(columns_[c].name())) formats[c] = {.kind = Kind::day, .offsets_from = period->from};
    columns_[c].settle(formats[c]);
  }
}

// Growing a column by doubling would hold it twice for a moment. Once a hundredth of the file is read, its size
// foretells how many rows will come; what is reserved beyond them is never touched, and so costs no memory.
void TableBuilder::reserve(std::size_t rows, double read) {
  if (rows <= reserved_) return;
  const double of_file = read - begin_;
  const bool can_tell = of_file >= 0.01 && read < 1;
  const double more = can_tell ? (1 - read) / of_file * 1.1 : 1;
  reserved_ = rows + static_cast<std::size_t>(std::min(static_cast<double>(rows) * more, 2e8)) + 1024;
  for (ColumnBuilder& column : columns_) column.reserve(reserved_);
}

// A totals row may have no name at all: every text and date blank, some number there. A blank path is a journey without
// a touch.
bool TableBuilder::is_blank_total(const Window& window, const Window::Row& row) const {
  if (std::any_of(out_.guesses.begin(), out_.guesses.end(), [](const Guess& g) { return g.role == "path"; }))
    return false;
  bool any_dimension = false, any_number = false;
  std::string scratch;
  for (const ColumnBuilder& column : columns_) {
    const bool missing = is_missing(unquoted(window.field(row, column.index()), scratch));
    if (column.format().kind == Kind::number) {
      any_number = any_number || !missing;
    } else {
      any_dimension = true;
      if (!missing) return false;
    }
  }
  return any_dimension && any_number;
}

// Exports put it first or last; in between it is a row that lacks its name.
void TableBuilder::move_blank_totals(Window& window, bool is_last) {
  if (is_last && window.rows.size() > 1 && is_blank_total(window, window.rows.back())) {
    take_total(window, window.rows.back(), lines_.back());
    window.rows.pop_back();
    lines_.pop_back();
  }
  if (out_.table.rows == 0 && window.rows.size() > 1 && is_blank_total(window, window.rows.front())) {
    take_total(window, window.rows.front(), lines_.front());
    window.rows.erase(window.rows.begin());
    lines_.erase(lines_.begin());
  }
}

void TableBuilder::flush(Window& window, double read, bool is_last) {
  if (window.rows.empty()) return;
  if (!settled_) settle(window);
  move_blank_totals(window, is_last);
  reserve(out_.table.rows + window.rows.size(), read);
  for (ColumnBuilder& column : columns_) {
    column.append(window, [this](std::size_t row) { return lines_[row]; });
  }
  for (std::size_t row = 0; row < lines_.size(); ++row) {
    if (row > 0 && lines_[row] == lines_[row - 1] + 1) continue;
    out_.table.origin.set(out_.table.rows + row, {out_.table.file, lines_[row]});
  }
  out_.table.rows += lines_.size();
  lines_.clear();
  window.rows.clear();
  pending_ = 0;
}

void TableBuilder::check_totals() {
  for (const Total& total : totals_) {
    std::string label;
    for (const std::string& cell : total.cells) {
      if (label.empty() && is_total_marker(cell)) label = cell;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto* values = std::get_if<NumberColumn>(&out_.table.columns[c].values);
      if (!values || !is_added_up(out_.guesses[c]) || columns_[c].index() >= total.cells.size()) continue;
      const NumberCell stated = read_number(total.cells[columns_[c].index()], columns_[c].format().decimal_mark);
      if (stated.kind != NumberCell::Kind::number) continue;
      const double read = sum_of(*values);
      out_.controls.push_back({label.empty() ? "Total" : label, total.line, out_.table.columns[c].name, stated.value,
                               read, is_same_sum(read, stated.value)});
    }
  }
}

// The preamble's period, else the first and last day of the date column (and of its end, where there is one), else of
// any.
void TableBuilder::find_period() {
  const DateOrder order =
      std::string_view(out_.platform->id) == "microsoft_ads" ? DateOrder::month_first : options_.date_order;
  const auto stated = period_in(preamble_, order);
  std::optional<Period> dated, any;
  bool one_day = false;
  for (std::size_t c = 0; c < out_.table.columns.size(); ++c) {
    const std::string_view role = out_.guesses[c].role;
    const auto span = is_moment(role) ? span_of_moments(out_.table.columns[c]) : span_of(out_.table.columns[c]);
    if (!span) continue;
    one_day = one_day || (role == "date" && span->from == span->to);
    if (!any) any = span;
    if (role != "date" && role != "date_end" && role != "week_start") continue;
    dated = dated ? Period{std::min(dated->from, span->from), std::max(dated->to, span->to)} : *span;
  }
  out_.period = stated ? stated : dated ? dated : any;
  // Every row carries the first day of a longer period: these are no daily figures.
  out_.is_period_total = one_day && out_.period->from < out_.period->to;
}

// Columns that have neither a header nor a cell are the padding of a spreadsheet.
void TableBuilder::drop_empty_columns() {
  for (std::size_t c = out_.table.columns.size(); c-- > 0;) {
    const Column& column = out_.table.columns[c];
    if (column.name.rfind("column ", 0) != 0 || column.missing() < out_.table.rows || column.bad.count > 0) continue;
    out_.table.columns.erase(out_.table.columns.begin() + static_cast<std::ptrdiff_t>(c));
    out_.guesses.erase(out_.guesses.begin() + static_cast<std::ptrdiff_t>(c));
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

ReadTable TableBuilder::finish() {
  for (ColumnBuilder& column : columns_) {
    out_.censored += column.censored();
    out_.table.columns.push_back(column.finish());
  }
  drop_empty_columns();
  take_second_look(out_);
  ask_about_moments();
  check_totals();
  find_period();
  find_currency();
  note_odd_columns();
  check_stated_rows();
  const std::vector<Notice> rates = reconcile_rates(out_), found = profile(out_);
  out_.odd.insert(out_.odd.end(), rates.begin(), rates.end());
  out_.odd.insert(out_.odd.end(), found.begin(), found.end());
  return std::move(out_);
}

// Timestamps stay text; which of day and month comes first in them is asked here (until then the month does), and the
// answer written down, so that every reader of the text heeds it.
void TableBuilder::ask_about_moments() {
  for (std::size_t c = 0; c < out_.table.columns.size(); ++c) {
    const std::string_view role = out_.guesses[c].role;
    auto* texts = std::get_if<TextColumn>(&out_.table.columns[c].values);
    if (!texts || !is_moment(role)) continue;
    if (!day_order_of(texts->dictionary).is_open) continue;
    if (options_.date_order == DateOrder::unknown) {
      out_.questions.push_back(
          {"date_order", out_.table.columns[c].name, texts->dictionary.front(), {"dmy", "mdy"}, "mdy"});
      continue;
    }
    const bool day_first = options_.date_order == DateOrder::day_first;
    for (std::string& text : texts->dictionary)
      text = year_first(text, day_first ? DayOrder::day_first : DayOrder::month_first);
  }
}

// Of headers, of the cells of a currency column, and of the signs beside numbers.
void TableBuilder::find_currency() {
  for (std::size_t c = 0; c < out_.table.columns.size(); ++c) {
    const Column& column = out_.table.columns[c];
    const std::string in_header = currency_in(column.name);
    if (!in_header.empty()) {
      out_.currencies_differ = out_.currencies_differ || (!out_.currency.empty() && out_.currency != in_header);
      out_.currency = in_header;
    }
    out_.currencies_differ = out_.currencies_differ || columns_[c].currencies_differ();
  }
  for (std::size_t c = 0; c < out_.table.columns.size(); ++c) {
    const auto* text = std::get_if<TextColumn>(&out_.table.columns[c].values);
    if (!text || out_.guesses[c].role != "currency") continue;
    out_.currencies_differ = out_.currencies_differ || text->dictionary.size() > 1;
    out_.currency = text->dictionary.size() == 1 ? text->dictionary[0] : std::string();
  }
  if (out_.currencies_differ) out_.currency.clear();
}

void TableBuilder::note_odd_columns() {
  for (std::size_t c = 0; c < out_.table.columns.size(); ++c) {
    const auto own = header_.begin() + static_cast<std::ptrdiff_t>(columns_[c].index());
    const bool is_again = std::find(header_.begin(), own, *own) != own && !own->empty();
    for (Notice& notice : doubts_of(out_, c, {is_again, columns_[c].percents(), columns_[c].recoded()}))
      note(std::move(notice));
  }
}

void TableBuilder::check_stated_rows() {
  const auto stated = stated_rows(preamble_);
  const std::size_t read = out_.table.rows + out_.set_aside_count;
  if (!stated || *stated == read) return;
  note({"stated_rows_differ",
        Severity::warning,
        {{"stated", static_cast<double>(*stated)}, {"read", static_cast<double>(read)}},
        {}});
}

}  // namespace outlay::ingest
