// Reading and writing parameter sets.
#include <algorithm>
#include <cmath>

#include "core/number.h"
#include "core/schema.h"

namespace outlay {
namespace {

[[noreturn]] void refuse(const std::string& pointer, const std::string& message, const std::string& remedy) {
  throw Error(ErrorCode::bad_param, "The parameter " + pointer.substr(1) + " " + message, remedy,
              {.parameter = pointer});
}

std::string range_in_words(const FieldInfo& info) {
  if (std::isfinite(info.min) && std::isfinite(info.max)) {
    return "between " + number_text(info.min) + " and " + number_text(info.max);
  }
  return std::isfinite(info.min) ? "of at least " + number_text(info.min) : "of at most " + number_text(info.max);
}

class ParamReader : public Archive {
 public:
  /// `place` is the JSON pointer of `values` itself.
  explicit ParamReader(const Json& values, std::string place = "") : values_(values), place_(std::move(place)) {}

  void field(const char* name, double& value, const FieldInfo& info) override {
    if (const Json* given = take(name)) value = number(*given, at(name), info);
  }
  void field(const char* name, int& value, const FieldInfo& info) override {
    const Json* given = take(name);
    if (!given) return;
    const std::string pointer = at(name);
    const double number_given = number(*given, pointer, info);
    if (number_given != std::trunc(number_given) || std::abs(number_given) > 2e9) {
      refuse(pointer, "must be a whole number; it is " + number_text(number_given) + ".", "Give a whole number.");
    }
    value = static_cast<int>(number_given);
  }
  void field(const char* name, bool& value, const FieldInfo&) override {
    const Json* given = take(name);
    if (!given) return;
    if (!given->boolean()) refuse(at(name), "must be true or false.", "Give true or false.");
    value = *given->boolean();
  }
  void field(const char* name, std::string& value, const FieldInfo&) override {
    const Json* given = take(name);
    if (!given) return;
    if (!given->text()) refuse(at(name), "must be a text.", "Give a text in quotes.");
    value = *given->text();
  }
  void field(const char* name, std::optional<Day>& value, const FieldInfo&) override {
    const Json* given = take(name);
    if (!given) return;
    const bool empty = given->is_null() || (given->text() && given->text()->empty());
    value = empty ? std::optional<Day>() : day(*given, name);
  }
  void field(const char* name, NumberByName& value, const FieldInfo& info) override {
    const Json* given = take(name);
    if (!given) return;
    const std::string pointer = at(name);
    if (!given->object()) {
      refuse(pointer, "must be an object of names and numbers.", "Write for example {\"Meta\": 1.2}.");
    }
    value.clear();
    for (const auto& [key, entry] : *given->object()) value[key] = number(entry, pointer + "/" + escape(key), info);
  }

  void field(const char* name, std::optional<double>& value, const FieldInfo& info) override {
    if (const Json* given = take(name)) {
      value = given->is_null() ? std::optional<double>() : number(*given, at(name), info);
    }
  }

  void refuse_unknown() const {
    for (const auto& [key, value] : *values_.object()) {
      if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
      std::string names;
      for (const std::string& name : known_) names += (names.empty() ? "" : ", ") + name;
      refuse(place_ + "/" + escape(key), "is not known.",
             names.empty() ? "There are no parameters." : "The parameters are " + names + ".");
    }
  }

 private:
  void choice_index(const char* name, int& index, const std::vector<Option>& options, const FieldInfo&) override {
    const Json* given = take(name);
    if (!given) return;
    std::string allowed;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (given->text() && *given->text() == options[i].value) {
        index = static_cast<int>(i);
        return;
      }
      allowed += (allowed.empty() ? "" : " or ") + std::string(options[i].value);
    }
    refuse(at(name), "must be " + allowed + "; it is " + given->dump() + ".", "Choose " + allowed + ".");
  }

  void record_map(const char* name, Records& records, const FieldInfo&) override {
    const Json* given = take(name);
    if (!given) return;
    if (!given->object())
      refuse(at(name), "must be an object of names and records.", "Write for example {\"Meta\": {}}.");
    records.clear();
    for (const auto& [key, entry] : *given->object()) {
      const std::string place = at(name) + "/" + escape(key);
      if (!entry.object()) refuse(place, "must be an object; it is " + entry.dump() + ".", "Write for example {}.");
      ParamReader inner(entry, place);
      records.walk(key, inner);
      inner.refuse_unknown();
    }
  }

  std::string at(const char* name) const { return place_ + "/" + name; }

  const Json* take(const char* name) {
    known_.emplace_back(name);
    return values_.find(name);
  }

  static double number(const Json& given, const std::string& pointer, const FieldInfo& info) {
    const double* value = given.number();
    if (!value) refuse(pointer, "must be a number; it is " + given.dump() + ".", "Give a number.");
    if (*value < info.min || *value > info.max) {
      const std::string range = range_in_words(info);
      refuse(pointer, "is " + number_text(*value) + ", which is out of range.", "Give a number " + range + ".");
    }
    return *value;
  }

  Day day(const Json& given, const char* name) const {
    const auto read = given.text() ? parse_iso_day(*given.text()) : std::nullopt;
    if (!read) refuse(at(name), "must be a date; it is " + given.dump() + ".", "Write it like \"2026-11-16\".");
    return *read;
  }

  // RFC 6901: ~ and / inside a name are escaped in a pointer.
  static std::string escape(const std::string& key) {
    std::string out;
    for (char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }

  const Json& values_;
  std::string place_;
  std::vector<std::string> known_;
};

class ParamWriter : public Archive {
 public:
  void field(const char* name, double& value, const FieldInfo&) override { out.set(name, value); }
  void field(const char* name, int& value, const FieldInfo&) override { out.set(name, value); }
  void field(const char* name, bool& value, const FieldInfo&) override { out.set(name, value); }
  void field(const char* name, std::string& value, const FieldInfo&) override { out.set(name, value); }
  void field(const char* name, std::optional<Day>& value, const FieldInfo&) override {
    out.set(name, value ? Json(iso_text(*value)) : Json());
  }
  void field(const char* name, NumberByName& value, const FieldInfo&) override {
    Json members = Json::Object{};
    for (const auto& [key, number] : value) members.set(key, number);
    out.set(name, members);
  }
  void field(const char* name, std::optional<double>& value, const FieldInfo&) override {
    out.set(name, value ? Json(*value) : Json());
  }

  Json out = Json::Object{};

 private:
  void choice_index(const char* name, int& index, const std::vector<Option>& options, const FieldInfo&) override {
    out.set(name, options[index].value);
  }
  void record_map(const char* name, Records& records, const FieldInfo&) override {
    Json members = Json::Object{};
    for (const std::string& key : records.names()) {
      ParamWriter inner;
      records.walk(key, inner);
      members.set(key, std::move(inner.out));
    }
    out.set(name, std::move(members));
  }
};

}  // namespace

void read_params(const Json& values, const Describe& describe) {
  if (!values.object()) {
    throw Error(ErrorCode::bad_param, "The parameters must be a JSON object.", "Write for example {\"alpha\": 0.1}.");
  }
  ParamReader reader(values);
  describe(reader);
  reader.refuse_unknown();
}

Json write_params(const Describe& describe) {
  ParamWriter writer;
  describe(writer);
  return writer.out;
}

}  // namespace outlay
