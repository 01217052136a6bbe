// Numbers as text: reading a plain decimal number, and writing one so that it reads back the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace outlay {

/// Reads a decimal number with a point, an optional sign and exponent, and spaces around it; empty for anything else
/// (also for "nan" and "inf", which are never data).
std::optional<double> parse_number(std::string_view text);

/// Shortest form that a person reads: whole numbers without a point, else the fewest digits that read back the same.
std::string number_text(double value);

/// 17 significant digits, trailing zeros dropped: what a CSV for machines holds.
std::string full_precision(double value);

std::string_view trim(std::string_view text);

}  // namespace outlay
