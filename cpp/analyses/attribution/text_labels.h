// A column of texts that repeat.
#pragma once

#include <map>
#include <string>

#include "core/table.h"

namespace outlay::attribution {

/// Adds a text to a column, under the code it already has.
class TextLabels {
 public:
  explicit TextLabels(TextColumn& column) : column_(column) {}
  void add(const std::string& text) {
    const auto [entry, added] = codes_.emplace(text, static_cast<std::int32_t>(column_.dictionary.size()));
    if (added) column_.dictionary.push_back(text);
    column_.codes.push_back(entry->second);
  }
  void add_missing() { column_.codes.push_back(-1); }

 private:
  TextColumn& column_;
  std::map<std::string, std::int32_t> codes_;
};

}  // namespace outlay::attribution
