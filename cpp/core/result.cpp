// Writing results: as JSON with columns inline or kept aside as bytes, and one table as CSV.
#include <cmath>

#include "core/number.h"
#include "core/schema.h"

namespace outlay {
namespace {

class ResultWriter : public Archive {
 public:
  explicit ResultWriter(ColumnRefs* refs) : refs_(refs) {}

  void field(const char* name, double& value, const FieldInfo&) override { scalars.set(name, value); }
  void field(const char* name, int& value, const FieldInfo&) override { scalars.set(name, value); }
  void field(const char* name, bool& value, const FieldInfo&) override { scalars.set(name, value); }
  void field(const char* name, std::string& value, const FieldInfo&) override { scalars.set(name, value); }
  void field(const char* name, std::optional<double>& value, const FieldInfo&) override {
    scalars.set(name, value ? Json(*value) : Json());
  }
  void field(const char* name, std::optional<Day>& value, const FieldInfo&) override {
    scalars.set(name, value ? Json(iso_text(*value)) : Json());
  }

  void column(const char* name, NumberColumn& values, const FieldInfo&) override {
    rows_ = values.size();
    if (refs_) {
      refs_->f64.push_back(&values);
      columns_.set(name, Json().set("$f64", refs_->f64.size() - 1));
      return;
    }
    columns_.set(name, Json::Array(values.begin(), values.end()));
  }

  void column(const char* name, TextColumn& values, const FieldInfo&) override {
    rows_ = values.codes.size();
    Json::Array texts;
    if (refs_) {
      texts.assign(values.dictionary.begin(), values.dictionary.end());
      columns_.set(name,
                   Json().set("$text", Json().set("codes", refer(values.codes)).set("dictionary", std::move(texts))));
      return;
    }
    for (std::size_t row = 0; row < rows_; ++row)
      texts.push_back(values.codes[row] < 0 ? Json() : Json(values.at(row)));
    columns_.set(name, std::move(texts));
  }

  void column(const char* name, DayColumn& values, const FieldInfo&) override {
    rows_ = values.days.size();
    if (refs_) {
      columns_.set(name, Json().set("$day", refer(values.days)));
      return;
    }
    Json::Array days;
    for (std::int32_t day : values.days) days.push_back(day == missing_day ? Json() : Json(iso_text(Day{day})));
    columns_.set(name, std::move(days));
  }

  Json scalars = Json::Object{};
  Json tables = Json::Object{};

 private:
  Json refer(const std::vector<std::int32_t>& values) {
    refs_->i32.push_back(&values);
    return Json().set("$i32", refs_->i32.size() - 1);
  }

  bool begin_table(const char* name, const FieldInfo&) override {
    name_ = name;
    columns_ = Json::Object{};
    rows_ = 0;
    return true;
  }
  void end_table() override { tables.set(name_, Json().set("rows", rows_).set("columns", std::move(columns_))); }

  ColumnRefs* refs_;
  const char* name_ = "";
  Json columns_;
  std::size_t rows_ = 0;
};

// A spreadsheet would run a text that begins like a formula: an apostrophe in front keeps it a text. A plain number
// such as -12 is no danger, and an id of that form stays joinable.
bool begins_like_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
         !parse_number(text);
}

std::string csv_cell(std::string_view text) {
  if (begins_like_a_formula(text)) return csv_cell("'" + std::string(text));
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

// Gathers the columns of one table as texts by row, then writes them line by line.
class CsvWriter : public Archive {
 public:
  explicit CsvWriter(std::string_view table) : wanted_(table) {}

  void column(const char* name, NumberColumn& values, const FieldInfo&) override {
    add(name, values.size(),
        [&values](std::size_t row) { return std::isnan(values[row]) ? "" : full_precision(values[row]); });
  }
  void column(const char* name, TextColumn& values, const FieldInfo&) override {
    add(name, values.codes.size(), [&values](std::size_t row) { return csv_cell(values.at(row)); });
  }
  void column(const char* name, DayColumn& values, const FieldInfo&) override {
    add(name, values.days.size(),
        [&values](std::size_t row) { return values.days[row] == missing_day ? "" : iso_text(Day{values.days[row]}); });
  }

  std::string text() const {
    std::string out;
    for (std::size_t c = 0; c < cells_.size(); ++c) out += (c ? "," : "") + csv_cell(names_[c]);
    out += '\n';
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t c = 0; c < cells_.size(); ++c) out += (c ? "," : "") + cells_[c](row);
      out += '\n';
    }
    return out;
  }

  bool found = false;
  std::string tables;

 private:
  bool begin_table(const char* name, const FieldInfo&) override {
    tables += (tables.empty() ? "" : ", ") + std::string(name);
    found = found || wanted_ == name;
    return wanted_ == name;
  }

  void add(const char* name, std::size_t rows, std::function<std::string(std::size_t)> cell) {
    rows_ = rows;
    names_.emplace_back(name);
    cells_.push_back(std::move(cell));
  }

  std::string_view wanted_;
  std::size_t rows_ = 0;
  std::vector<std::string> names_;
  std::vector<std::function<std::string(std::size_t)>> cells_;
};

}  // namespace

Json write_result(const Describe& describe, ColumnRefs* refs) {
  ResultWriter writer(refs);
  describe(writer);
  return Json().set("scalars", std::move(writer.scalars)).set("tables", std::move(writer.tables));
}

std::string write_csv(const Describe& describe, std::string_view table) {
  CsvWriter writer(table);
  describe(writer);
  if (!writer.found) {
    throw Error(ErrorCode::bad_param, "There is no result table \"" + std::string(table) + "\".",
                "The tables are " + writer.tables + ".", {.table = std::string(table)});
  }
  return writer.text();
}

}  // namespace outlay
