// Number parsing on fast_float, since neither standard library this project builds with can read a double by itself.
#include "core/number.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace outlay {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

namespace {

// Digits with at most one point and 15 digits in all: the quotient of two doubles that are exact is rounded once, so it
// is the nearest double (Clinger 1990). Most cells are of this form.
bool parse_short(std::string_view text, double& value) {
  constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  if (text.empty() || text.size() > 16) return false;
  std::int64_t digits = 0;
  std::size_t point = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned char>(text[i] - '0');
    if (digit < 10) {
      digits = digits * 10 + digit;
    } else if (text[i] == '.' && point == text.size()) {
      point = i;
    } else {
      return false;
    }
  }
  const std::size_t behind = point == text.size() ? 0 : text.size() - point - 1;
  if (text.size() - (behind > 0 || point < text.size()) > 15 || text.size() == (point < text.size())) return false;
  value = static_cast<double>(digits) / powers[behind];
  return true;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double short_value;
  if (parse_short(text, short_value)) return short_value;
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

namespace {

// The fewest of 15 to 17 digits that read back the same, as %g writes them.
std::string fewest_digits(double value) {
  char out[40];
#if defined(__cpp_lib_to_chars)
  // Some ten times faster than trying; the same text, as the test of this file says.
  char* end = std::to_chars(out, out + sizeof out, value, std::chars_format::scientific).ptr;
  const std::string_view text(out, static_cast<std::size_t>(end - out));
  const std::size_t e = text.find('e');
  if (e == std::string_view::npos) return std::string(text);  // no finite number
  const int exponent = std::atoi(std::string(text.substr(e + 1)).c_str());
  const int digits = static_cast<int>(e) - (e > 1) - (value < 0);
  if (exponent < -4 || exponent >= std::max(digits, 15)) return std::string(text);
  return {out, std::to_chars(out, out + sizeof out, value, std::chars_format::fixed).ptr};
#else
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(out, sizeof out, "%.*g", digits, value);
    if (parse_number(out) == value) break;
  }
  return out;
#endif
}

}  // namespace

std::string number_text(double value) {
  if (value != std::trunc(value) || std::abs(value) >= 1e15) return fewest_digits(value);
  char out[40];
  return {out, std::to_chars(out, out + sizeof out, static_cast<std::int64_t>(value)).ptr};
}

std::string full_precision(double value) {
  char out[40];
  std::snprintf(out, sizeof out, "%.17g", value);
  return out;
}

}  // namespace outlay
