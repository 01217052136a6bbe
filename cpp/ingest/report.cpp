// Describing a table that was read.
#include "ingest/report.h"

#include <algorithm>
#include <cmath>

#include "core/day.h"
#include "core/number.h"
#include "ingest/platforms/platform.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t sample_count = 5;
constexpr std::size_t longest_sample = 200;
constexpr std::size_t most_parts = 200;

Json cell_text(const Column& column, std::size_t row) {
  if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) {
    return std::isnan((*numbers)[row]) ? Json() : Json(number_text((*numbers)[row]));
  }
  if (const auto* text = std::get_if<TextColumn>(&column.values)) {
    return text->codes[row] < 0 ? Json() : Json(text->at(row));
  }
  if (const auto* stamps = std::get_if<StampColumn>(&column.values)) {
    return std::isnan(stamps->seconds[row]) ? Json() : Json(stamps->at(row));
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
    if (!cell.text()) continue;
    const std::string text = cell.text()->substr(0, longest_sample);
    if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
    seen.push_back(text);
    out.push(text);
  }
  return out;
}

Json report_on(const Column& column, const Guess& guess, std::size_t rows) {
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

std::string_view delimiter_name(char delimiter) {
  return delimiter == '\t' ? "tab" : delimiter == ';' ? "semicolon" : delimiter == '|' ? "pipe" : "comma";
}

Json controls_of(const ReadTable& table) {
  Json controls = Json::Array{};
  for (const Control& control : table.controls) {
    controls.push(Json()
                      .set("label", control.label)
                      .set("line", control.line)
                      .set("column", control.column)
                      .set("stated", control.stated)
                      .set("read", control.read)
                      .set("agrees", control.agrees));
  }
  return controls;
}

Json shape_of(const Shape& shape) {
  if (shape.kind == ShapeKind::plain) return Json();
  const std::size_t listed = std::min(shape.parts.size(), most_parts);
  return Json()
      .set("kind", name_of(shape.kind))
      .set("done", shape.done.empty() ? Json() : Json(shape.done))
      .set("column", shape.column.empty() ? Json() : Json(shape.column))
      .set("parts", Json::Array(shape.parts.begin(), shape.parts.begin() + static_cast<std::ptrdiff_t>(listed)))
      .set("part_count", shape.parts.size())
      .set("part", shape.part.empty() ? Json() : Json(shape.part))
      .set("step", shape.step)
      .set("header", Json::Array(shape.header.begin(), shape.header.end()));
}

Json questions_of(const ReadTable& table) {
  Json questions = Json::Array{};
  for (const Question& question : table.questions) {
    questions.push(Json()
                       .set("code", question.code)
                       .set("column", question.column)
                       .set("sample", question.sample)
                       .set("options", Json::Array(question.options.begin(), question.options.end()))
                       .set("assumed", question.assumed.empty() ? Json() : Json(question.assumed)));
  }
  return questions;
}

}  // namespace

std::vector<Notice> notices_of(const ReadTable& table) {
  std::vector<Notice> notices;
  const double aside = static_cast<double>(table.set_aside_count);
  const double share = aside / (static_cast<double>(table.table.rows) + aside);
  if (aside > 0) {
    notices.push_back(
        {"rows_set_aside", share > 0.01 ? Severity::warning : Severity::info, {{"rows", aside}, {"share", share}}, {}});
  }
  if (table.currencies_differ) notices.push_back({"mixed_currencies", Severity::warning, {}, {}});
  if (table.is_period_total) notices.push_back({"period_total", Severity::warning, {}, {}});
  if (table.censored > 0) {
    notices.push_back({"censored_cells", Severity::info, {{"cells", static_cast<double>(table.censored)}}, {}});
  }
  for (const std::string& column : table.personal) {
    notices.push_back({"personal_dropped", Severity::info, {}, {{"column", column}}});
  }
  for (const Question& question : table.questions) {
    notices.push_back(
        {question.code + "_open", Severity::warning, {}, {{"column", question.column}, {"sample", question.sample}}});
  }
  notices.insert(notices.end(), table.odd.begin(), table.odd.end());
  for (Notice& notice : notices) notice.texts["file"] = table.table.file;
  return notices;
}

namespace {

Json report_on(const ReadTable& read, int id) {
  const Table& table = read.table;
  Json columns = Json::Array{};
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    columns.push(report_on(table.columns[c], read.guesses[c], table.rows));
  Json aside = Json::Array{};
  for (const SetAside& record : read.set_aside) {
    aside.push(Json().set("line", record.line).set("reason", record.reason).set("text", record.text));
  }
  Json period;
  if (read.period) period.set("from", iso_text(Day{read.period->from})).set("to", iso_text(Day{read.period->to}));
  return Json()
      .set("id", id)
      .set("name", table.name)
      .set("platform", read.platform->id)
      .set("platform_label", read.platform->label)
      .set("title", read.title)
      .set("rows", table.rows)
      .set("columns", std::move(columns))
      .set("shape", shape_of(read.shape))
      .set("period", std::move(period))
      .set("currency", read.currency.empty() ? Json() : Json(read.currency))
      .set("set_aside", std::move(aside))
      .set("set_aside_count", read.set_aside_count)
      .set("controls", controls_of(read))
      .set("questions", questions_of(read))
      .set("personal", Json::Array(read.personal.begin(), read.personal.end()))
      .set("notices", to_json(notices_of(read)));
}

}  // namespace

Json report_on(const File& file, const std::vector<int>& ids) {
  Json tables = Json::Array{};
  for (std::size_t t = 0; t < file.tables.size(); ++t) tables.push(report_on(file.tables[t], ids[t]));
  return Json()
      .set("name", file.name)
      .set("bytes", file.bytes)
      .set("encoding", name_of(file.encoding))
      .set("delimiter", delimiter_name(file.dialect.delimiter))
      .set("platform", file.tables[0].platform->id)
      .set("tables", std::move(tables));
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
