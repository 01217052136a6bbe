// The only file that includes the JSON library: it is slow to compile, and one place keeps the limits in one place.
#include "core/json.h"

#include <cmath>
// Without its stream operators, which would bring iostream into the WebAssembly module.
#define JSON_NO_IO
#include <nlohmann/json.hpp>

#include "core/number.h"

namespace outlay {
namespace {

constexpr std::size_t deepest = 64;

// Builds our values from the library's events; returning false stops the parse.
class Builder {
 public:
  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return add(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Json::Object{}); }
  bool start_array(std::size_t) { return open(Json::Array{}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back().value.find(name)) {
      problem = "the key \"" + name + "\" stands there twice";
      return false;
    }
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    problem = "it breaks off or goes wrong at character " + std::to_string(position);
    return false;
  }

  Json root;
  std::string problem;

 private:
  struct Level {
    Json value;
    std::string key;
  };

  bool add(Json value) {
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back().value.object()) {
      open_.back().value.set(open_.back().key, std::move(value));
    } else {
      open_.back().value.push(std::move(value));
    }
    return true;
  }

  bool open(Json value) {
    if (open_.size() == deepest) {
      problem = "it is nested more than " + std::to_string(deepest) + " levels deep";
      return false;
    }
    open_.push_back({std::move(value), {}});
    return true;
  }

  bool close() {
    Json value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
  }

  std::vector<Level> open_;
};

void write_text(const std::string& text, std::string& out) {
  // Bytes from files may not be UTF-8: they are replaced rather than refused.
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void new_line(std::string& out, int indent) {
  if (indent < 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent) * 2, ' ');
}

void write(const Json& json, std::string& out, int indent) {
  const int inner = indent < 0 ? -1 : indent + 1;
  if (const auto* object = json.object()) {
    out += '{';
    for (std::size_t i = 0; i < object->size(); ++i) {
      if (i) out += ',';
      new_line(out, inner);
      write_text((*object)[i].first, out);
      out += inner < 0 ? ":" : ": ";
      write((*object)[i].second, out, inner);
    }
    if (!object->empty()) new_line(out, indent);
    out += '}';
  } else if (const auto* array = json.array()) {
    out += '[';
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i) out += ',';
      write((*array)[i], out, inner);
    }
    out += ']';
  } else if (const auto* text = json.text()) {
    write_text(*text, out);
  } else if (const auto* number = json.number()) {
    out += std::isfinite(*number) ? number_text(*number) : "null";
  } else if (const auto* boolean = json.boolean()) {
    out += *boolean ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace

Json Json::parse(std::string_view text) {
  Builder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    throw Error(ErrorCode::bad_param, "This is not valid JSON: " + builder.problem + ".",
                "Write a JSON object, for example {\"alpha\": 0.1}.");
  }
  return std::move(builder.root);
}

std::string Json::dump(bool pretty) const {
  std::string out;
  write(*this, out, pretty ? 0 : -1);
  return out;
}

const Json* Json::find(std::string_view key) const {
  const Object* members = object();
  if (!members) return nullptr;
  for (const auto& [name, value] : *members) {
    if (name == key) return &value;
  }
  return nullptr;
}

Json& Json::set(std::string_view key, Json value) & {
  if (is_null()) value_ = Object{};
  std::get<Object>(value_).emplace_back(key, std::move(value));
  return *this;
}

Json& Json::push(Json value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

Json to_json(const Error& error) {
  Json where = Json::Object{};
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) where.set(key, value);
  };
  text("file", error.where.file);
  if (error.where.line > 0) where.set("line", error.where.line);
  text("column", error.where.column);
  text("text", error.where.text);
  text("parameter", error.where.parameter);
  text("table", error.where.table);
  text("role", error.where.role);
  Json out;
  out.set("code", name_of(error.code)).set("message", error.message).set("remedy", error.remedy).set("where", where);
  if (!error.details.empty()) out.set("details", to_json(error.details));
  return out;
}

Json to_json(const std::vector<Notice>& notices) {
  Json all = Json::Array{};
  for (const Notice& notice : notices) {
    Json numbers = Json::Object{};
    Json texts = Json::Object{};
    for (const auto& [key, value] : notice.numbers) numbers.set(key, value);
    for (const auto& [key, value] : notice.texts) texts.set(key, value);
    const char* severity = notice.severity == Severity::warning ? "warning" : "info";
    all.push(Json().set("code", notice.code).set("severity", severity).set("numbers", numbers).set("texts", texts));
  }
  return all;
}

}  // namespace outlay
