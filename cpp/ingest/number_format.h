// Numbers as exports write them: grouping and decimal marks, currencies, percents, brackets for negatives, and marks
// for nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace outlay::ingest {

/// What a cell of a number column says.
struct NumberCell {
  enum class Kind { number, missing, censored, bad };
  Kind kind = Kind::bad;
  double value = 0;           // a percent is divided by 100
  bool is_percent = false;    // it had a percent sign
  std::string_view currency;  // the code or sign that stood beside it
};

/// Reads a cell whose decimal mark is known ('.' or ','); the other mark, spaces and apostrophes may group digits.
/// A spreadsheet's ="12" is 12. Missing: blank, --, -, en and em dashes, NA, n/a, null, nan. Censored: "<5", "< 10%",
/// "> 90%".
NumberCell read_number(std::string_view text, char decimal_mark);

/// Gathers from the cells of a column which mark is the decimal one. A mark with other than three digits behind it, the
/// last of two different marks, or one behind a leading zero is decimal; a repeated mark groups. "1,234" alone decides
/// nothing.
class DecimalEvidence {
 public:
  void add(std::string_view text);
  void add(const DecimalEvidence& other);

  bool decides() const { return (point_ > 0) != (comma_ > 0); }
  bool contradicts() const { return point_ > 0 && comma_ > 0; }
  bool is_open() const { return open_ > 0 && !decides(); }
  /// The decimal mark where the cells decide, else `otherwise`.
  char mark(char otherwise) const;
  /// A cell that could be read either way.
  const std::string& open_sample() const { return open_sample_; }

 private:
  std::size_t point_ = 0;  // cells whose decimal mark must be a point
  std::size_t comma_ = 0;
  std::size_t open_ = 0;
  std::string open_sample_;
};

/// The currency that a cell such as "R$ 236,86" or "12 EUR" states; empty when none. Only signs that mean one currency
/// count.
std::string currency_of_cell(std::string_view text);

}  // namespace outlay::ingest
