// Number parsing on fast_float, since neither standard library this project builds with can read a double by itself.
#include "core/number.h"

#include <fast_float/fast_float.h>

#include <cmath>
#include <cstdio>

namespace outlay {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::optional<double> parse_number(std::string_view text) {
  text = trim(text);
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.size() <= (negative ? 1u : 0u)) return {};
  const char first = text[negative ? 1 : 0];
  if (first != '.' && (first < '0' || first > '9')) return {};
  double value = 0;
  const char* end = text.data() + text.size();
  const auto parsed = fast_float::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value)) return {};
  return value;
}

std::string number_text(double value) {
  char out[40];
  if (value == std::trunc(value) && std::abs(value) < 1e15) {
    std::snprintf(out, sizeof out, "%.0f", value == 0 ? 0.0 : value);
    return out;
  }
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(out, sizeof out, "%.*g", digits, value);
    if (parse_number(out) == value) break;
  }
  return out;
}

std::string full_precision(double value) {
  char out[40];
  std::snprintf(out, sizeof out, "%.17g", value);
  return out;
}

}  // namespace outlay
