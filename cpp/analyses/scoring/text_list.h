// A text column filled row by row, each distinct text kept once.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/table.h"

namespace outlay::scoring {

class TextList {
 public:
  /// An empty text is a missing cell.
  void add(const std::string& text) {
    if (text.empty()) {
      column_.codes.push_back(-1);
      return;
    }
    const auto [entry, added] = codes_.emplace(text, static_cast<std::int32_t>(column_.dictionary.size()));
    if (added) column_.dictionary.push_back(text);
    column_.codes.push_back(entry->second);
  }
  TextColumn take() { return std::move(column_); }

 private:
  TextColumn column_;
  std::map<std::string, std::int32_t> codes_;
};

}  // namespace outlay::scoring
