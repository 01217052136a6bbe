// The schema of an analysis: what forms, types and `outlay describe` are made from.
#include "core/schema.h"

#include <cmath>

namespace outlay {

std::string_view name_of(Grade grade) {
  constexpr std::string_view names[] = {"observed", "attributed", "modelled", "proven"};
  return names[static_cast<int>(grade)];
}

namespace {

class SchemaWriter : public Archive {
 public:
  void field(const char* name, double& value, const FieldInfo& info) override { add(name, "number", value, info); }
  void field(const char* name, int& value, const FieldInfo& info) override { add(name, "integer", value, info); }
  void field(const char* name, bool& value, const FieldInfo& info) override { add(name, "boolean", value, info); }
  void field(const char* name, std::string& value, const FieldInfo& info) override { add(name, "text", value, info); }
  void field(const char* name, std::optional<Day>& value, const FieldInfo& info) override {
    add(name, "day", value ? Json(iso_text(*value)) : Json(), info);
  }
  void field(const char* name, NumberByName& value, const FieldInfo& info) override {
    Json members = Json::Object{};
    for (const auto& [key, number] : value) members.set(key, number);
    add(name, "map", members, info);
  }
  void field(const char* name, std::optional<double>& value, const FieldInfo& info) override {
    add(name, "number", value ? Json(*value) : Json(), info);
  }
  void column(const char* name, NumberColumn&, const FieldInfo& info) override {
    columns_.push(named(name, "number", info));
  }
  void column(const char* name, TextColumn&, const FieldInfo& info) override {
    columns_.push(named(name, "text", info));
  }
  void column(const char* name, DayColumn&, const FieldInfo& info) override { columns_.push(named(name, "day", info)); }

  Json fields = Json::Array{};
  Json tables = Json::Array{};

 private:
  static Json named(const char* name, const char* type, const FieldInfo& info) {
    Json field;
    field.set("name", name).set("type", type).set("label", info.label).set("help", info.help);
    field.set("unit", info.unit).set("group", info.group);
    return field;
  }

  void add(const char* name, const char* type, Json value, const FieldInfo& info, Json options = {}) {
    Json field = named(name, type, info);
    field.set("default", std::move(value));
    if (std::isfinite(info.min)) field.set("min", info.min);
    if (std::isfinite(info.max)) field.set("max", info.max);
    if (*info.keys) field.set("keys", info.keys);
    if (options.array()) field.set("options", std::move(options));
    fields.push(std::move(field));
  }

  void choice_index(const char* name, int& index, const std::vector<Option>& options, const FieldInfo& info) override {
    Json list = Json::Array{};
    for (const Option& option : options) list.push(Json().set("value", option.value).set("label", option.label));
    add(name, "choice", options[index].value, info, std::move(list));
  }

  void record_map(const char* name, Records& records, const FieldInfo& info) override {
    SchemaWriter inner;
    records.walk_default(inner);
    Json field = named(name, "records", info);
    field.set("default", Json::Object{});
    if (*info.keys) field.set("keys", info.keys);
    fields.push(std::move(field.set("fields", std::move(inner.fields))));
  }

  bool begin_table(const char* name, const FieldInfo& info) override {
    table_.set("name", name).set("label", info.label).set("help", info.help);
    return true;
  }
  void end_table() override {
    table_.set("columns", std::move(columns_));
    tables.push(std::move(table_));
    table_ = Json();
    columns_ = Json::Array{};
  }

  Json table_;
  Json columns_ = Json::Array{};
};

Json describe_input(const InputSpec& input) {
  Json roles = Json::Array{};
  for (const Role& role : input.roles) {
    roles.push(Json()
                   .set("name", role.name)
                   .set("label", role.label)
                   .set("help", role.help)
                   .set("kind", name_of(role.kind))
                   .set("required", role.required));
  }
  return Json()
      .set("name", input.name)
      .set("label", input.label)
      .set("required", input.required)
      .set("either", input.either)
      .set("help", input.help)
      .set("roles", std::move(roles));
}

}  // namespace

Json describe_analysis(const Analysis& analysis) {
  SchemaWriter params;
  analysis.params().describe(params);
  SchemaWriter result;
  analysis.result().describe(result);
  Json inputs = Json::Array{};
  for (const InputSpec& input : analysis.about.inputs) inputs.push(describe_input(input));
  Json explains = Json::Array{};
  for (const char* key : analysis.about.explains) explains.push(key);
  return Json()
      .set("id", analysis.about.id)
      .set("title", analysis.about.title)
      .set("question", analysis.about.question)
      .set("grade", name_of(analysis.about.grade))
      .set("explains", std::move(explains))
      .set("inputs", std::move(inputs))
      .set("parameters", std::move(params.fields))
      .set("results", Json().set("scalars", std::move(result.fields)).set("tables", std::move(result.tables)));
}

}  // namespace outlay
