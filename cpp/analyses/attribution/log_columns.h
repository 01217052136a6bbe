// The columns of a log that say when something happened and whether it was a conversion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/context.h"
#include "core/inputs.h"

namespace outlay::attribution {

/// By code of a column of ids: whether it is one, and not "null", "(not set)" or another word for nothing, under which
/// strangers would be one user.
std::vector<char> real_ids(const TextColumn& column);

/// Moments of a column of stamps, or of a text column, read once for each distinct text.
class Moments {
 public:
  /// Throws `bad_column` with the line of the first cell that is no time. Tells when the order of day and month is
  /// open.
  Moments(const BoundTable& table, const char* role, Context& context);

  /// Seconds since 1970-01-01; NaN where the cell is missing.
  double at(std::size_t row) const {
    if (stamps_) return stamps_->seconds[row];
    return (*codes_)[row] < 0 ? missing_ : by_code_[static_cast<std::size_t>((*codes_)[row])];
  }

 private:
  const StampColumn* stamps_;
  const std::vector<std::int32_t>* codes_ = nullptr;
  std::vector<double> by_code_;
  double missing_;
};

/// How many conversions each row is: from a flag or count, else from the name of the event.
class Conversions {
 public:
  Conversions(const BoundTable& log, const std::string& events);
  double at(std::size_t row) const {
    const std::int32_t code = column_->codes[row];
    return code < 0 ? 0 : by_code_[static_cast<std::size_t>(code)];
  }

 private:
  const TextColumn* column_;
  std::vector<double> by_code_;
};

}  // namespace outlay::attribution
