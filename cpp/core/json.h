// JSON as a small value type; the library that reads and writes it is seen only by json.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.h"
#include "core/notice.h"

namespace outlay {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  // in the order of insertion

  Json() = default;
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(double value) : value_(value) {}
  Json(int value) : value_(static_cast<double>(value)) {}
  Json(std::int64_t value) : value_(static_cast<double>(value)) {}
  Json(std::size_t value) : value_(static_cast<double>(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  /// Throws `bad_param` with the reason when the text is not JSON, is nested too deep or repeats a key.
  static Json parse(std::string_view text);
  /// Not-a-number and infinities become null; whole numbers have no point.
  std::string dump(bool pretty = false) const;

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const double* number() const { return std::get_if<double>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  /// The member of an object; null when this is no object or has no such member.
  const Json* find(std::string_view key) const;

  /// Adds a member to an object (a null value becomes one); keys are not checked for repetition.
  Json& set(std::string_view key, Json value) &;
  Json&& set(std::string_view key, Json value) && { return std::move(set(key, std::move(value))); }
  /// Adds an element to an array (a null value becomes one).
  Json& push(Json value);

 private:
  std::variant<std::monostate, bool, double, std::string, Array, Object> value_;
};

/// The forms in which errors and notices cross every boundary.
Json to_json(const Error& error);
Json to_json(const std::vector<Notice>& notices);

}  // namespace outlay
