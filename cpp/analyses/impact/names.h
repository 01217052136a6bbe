// Names as numbers: spellings that mean the same name share one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/table.h"

namespace outlay::impact {

inline constexpr std::int32_t no_name = -1;  // a blank cell, or a name that nobody else uses

class Names {
 public:
  /// The number of a name (without regard to case and outer space), given now if it is new; blank has none.
  std::int32_t add(std::string_view text);
  std::int32_t find(std::string_view text) const;
  /// As it was first written, without outer space; and as it is compared.
  const std::string& written(std::int32_t name) const { return written_[name]; }
  const std::string& key(std::int32_t name) const { return keys_[name]; }
  std::size_t size() const { return written_.size(); }

 private:
  std::unordered_map<std::string, std::int32_t> numbers_;
  std::vector<std::string> written_, keys_;
};

/// A text column seen through `Names`; without a column, no row has a name.
class NamedColumn {
 public:
  NamedColumn() = default;
  NamedColumn(const TextColumn* column, Names& names);
  std::int32_t at(std::size_t row) const {
    if (!column_ || column_->codes[row] < 0) return no_name;
    return numbers_[column_->codes[row]];
  }

 private:
  const TextColumn* column_ = nullptr;
  std::vector<std::int32_t> numbers_;  // by code
};

/// Builds a text column from values, one dictionary entry a distinct text; an empty text is a missing cell.
class TextBuilder {
 public:
  void add(std::string_view text);
  TextColumn take() { return std::move(column_); }

 private:
  TextColumn column_;
  std::unordered_map<std::string, std::int32_t> codes_;
};

}  // namespace outlay::impact
