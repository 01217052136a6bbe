// Describing a table that was read.
#include "ingest/report.h"

#include <algorithm>
#include <cmath>

#include "core/day.h"
#include "core/number.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t sample_count = 5;

Json cell_text(const Column& column, std::size_t row) {
  if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) {
    return std::isnan((*numbers)[row]) ? Json() : Json(number_text((*numbers)[row]));
  }
  if (const auto* text = std::get_if<TextColumn>(&column.values)) {
    return text->codes[row] < 0 ? Json() : Json(text->at(row));
  }
  const std::int32_t day = std::get<DayColumn>(column.values).days[row];
  return day == missing_day ? Json() : Json(iso_text(Day{day}));
}

// The first distinct values.
Json samples_of(const Column& column, std::size_t rows) {
  std::vector<std::string> seen;
  Json out = Json::Array{};
  for (std::size_t row = 0; row < std::min<std::size_t>(rows, 1000) && seen.size() < sample_count; ++row) {
    const Json cell = cell_text(column, row);
    if (!cell.text() || std::find(seen.begin(), seen.end(), *cell.text()) != seen.end()) continue;
    seen.push_back(*cell.text());
    out.push(cell);
  }
  return out;
}

Json report_on(const Column& column, std::size_t rows) {
  const Guess guess = guess_role(column.name);
  Json bad;
  if (column.bad.count > 0) {
    bad.set("count", column.bad.count).set("line", column.bad.line).set("text", column.bad.text);
  }
  return Json()
      .set("name", column.name)
      .set("type", name_of(column.kind()))
      .set("role", guess.role.empty() ? Json() : Json(guess.role))
      .set("confidence", guess.fit.confidence)
      .set("reason", guess.fit.reason)
      .set("missing", column.missing())
      .set("bad", bad)
      .set("samples", samples_of(column, rows));
}

Json period_of(const Table& table) {
  for (const Column& column : table.columns) {
    const auto* days = std::get_if<DayColumn>(&column.values);
    if (!days) continue;
    std::int32_t first = 0;
    std::int32_t last = missing_day;
    for (std::int32_t day : days->days) {
      if (day == missing_day) continue;
      first = last == missing_day ? day : std::min(first, day);
      last = std::max(last, day);
    }
    if (last != missing_day) return Json().set("from", iso_text(Day{first})).set("to", iso_text(Day{last}));
  }
  return {};
}

// One currency for the table: a column of one code, or a code in a header; null when not stated or mixed.
Json currency_of(const Table& table) {
  for (const Column& column : table.columns) {
    const auto* text = std::get_if<TextColumn>(&column.values);
    if (text && guess_role(column.name).role == "currency") {
      return text->dictionary.size() == 1 ? Json(text->dictionary[0]) : Json();
    }
  }
  std::string found;
  for (const Column& column : table.columns) {
    const std::string code = currency_in(column.name);
    if (code.empty() || code == found) continue;
    if (!found.empty()) return {};
    found = code;
  }
  return found.empty() ? Json() : Json(found);
}

std::string_view delimiter_name(char delimiter) {
  return delimiter == '\t' ? "tab" : delimiter == ';' ? "semicolon" : delimiter == '|' ? "pipe" : "comma";
}

Json notices_of(const File& file) {
  std::vector<Notice> notices;
  const double read = static_cast<double>(file.table.rows);
  const double aside = static_cast<double>(file.set_aside_count);
  if (aside > 0) {
    const Severity severity = aside > 0.01 * (read + aside) ? Severity::warning : Severity::info;
    notices.push_back({"rows_set_aside", severity, {{"rows", aside}, {"share", aside / (read + aside)}}, {}});
  }
  return to_json(notices);
}

}  // namespace

Json report_on(const File& file, int table_id) {
  Json columns = Json::Array{};
  for (const Column& column : file.table.columns) columns.push(report_on(column, file.table.rows));
  Json aside = Json::Array{};
  for (const SetAside& record : file.set_aside) {
    aside.push(Json().set("line", record.line).set("reason", record.reason).set("text", record.text));
  }
  Json table = Json()
                   .set("id", table_id)
                   .set("name", file.table.name)
                   .set("rows", file.table.rows)
                   .set("columns", std::move(columns))
                   .set("period", period_of(file.table))
                   .set("currency", currency_of(file.table))
                   .set("set_aside", std::move(aside))
                   .set("set_aside_count", file.set_aside_count)
                   .set("notices", notices_of(file));
  return Json()
      .set("name", file.name)
      .set("bytes", file.bytes)
      .set("encoding", "utf-8")
      .set("delimiter", delimiter_name(file.dialect.delimiter))
      .set("platform", "generic")
      .set("tables", Json::Array{std::move(table)});
}

Json preview(const Table& table, std::size_t first, std::size_t count) {
  Json columns = Json::Array{};
  for (const Column& column : table.columns) columns.push(column.name);
  Json rows = Json::Array{};
  for (std::size_t row = first; row < std::min(table.rows, first + std::min<std::size_t>(count, 1000)); ++row) {
    Json cells = Json::Array{};
    for (const Column& column : table.columns) cells.push(cell_text(column, row));
    rows.push(std::move(cells));
  }
  return Json().set("columns", std::move(columns)).set("rows", std::move(rows));
}

}  // namespace outlay::ingest
