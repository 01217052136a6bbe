// Explanations as JSON, and the refusal of a row that is not there.
#include "core/explanation.h"

namespace outlay {
namespace {

Json to_json(const NamedNumber& number) {
  return Json().set("name", number.name).set("label", number.label).set("value", number.value).set("unit", number.unit);
}

Json to_json(const ExplainedTable& table) {
  Json columns = Json::Array{};
  for (const ExplainedTable::Column& column : table.columns)
    columns.push(Json().set("name", column.name).set("label", column.label).set("unit", column.unit));
  Json rows = Json::Array{};
  for (const std::vector<Json>& row : table.rows) rows.push(row);
  return Json()
      .set("columns", std::move(columns))
      .set("rows", std::move(rows))
      .set("marked", Json::Array(table.marked.begin(), table.marked.end()))
      .set("units", Json::Array(table.units.begin(), table.units.end()));
}

Json to_json(const ExplainedInterval& interval) {
  return Json()
      .set("lower", interval.lower)
      .set("upper", interval.upper)
      .set("level", interval.level)
      .set("estimate", interval.estimate)
      .set("reference", interval.reference)
      .set("label", interval.label)
      .set("reference_label", interval.reference_label)
      .set("unit", interval.unit);
}

Json to_json(const ExplainedStep& step) {
  Json numbers = Json::Array{};
  for (const NamedNumber& number : step.numbers) numbers.push(to_json(number));
  return Json()
      .set("id", step.id)
      .set("title", step.title)
      .set("text", step.text)
      .set("formula", step.formula)
      .set("numbers", std::move(numbers))
      .set("table", step.table ? to_json(*step.table) : Json())
      .set("interval", step.interval ? to_json(*step.interval) : Json());
}

}  // namespace

Json to_json(const Explanation& explanation) {
  Json steps = Json::Array{};
  for (const ExplainedStep& step : explanation.steps) steps.push(to_json(step));
  return Json().set("title", explanation.title).set("steps", std::move(steps));
}

void refuse_row(const RowKey& row) {
  std::string text;
  for (const auto& [name, value] : row) text += (text.empty() ? "" : ", ") + name + " " + value;
  const std::string first = row.empty() ? "" : "/" + row.begin()->first;
  throw Error(ErrorCode::bad_param, "There is no row with " + (text.empty() ? "an empty key" : text) + ".",
              "Choose a row of the result.", {.parameter = "/row" + first});
}

}  // namespace outlay
