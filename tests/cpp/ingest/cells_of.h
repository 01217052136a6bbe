// Tables written out as text, so that a test can state what it wants.
#pragma once

#include <string>

#include "core/json.h"
#include "ingest/report.h"

namespace outlay::ingest {

/// A line a row, cells between commas, the header first; missing cells are empty.
inline std::string cells_of(const Table& table) {
  std::string text;
  for (std::size_t c = 0; c < table.columns.size(); ++c) text += (c ? "," : "") + table.columns[c].name;
  const Json shown = preview(table, 0, table.rows);
  for (const Json& row : *shown.find("rows")->array()) {
    text += "\n";
    const Json::Array& cells = *row.array();
    for (std::size_t c = 0; c < cells.size(); ++c) text += (c ? "," : "") + (cells[c].text() ? *cells[c].text() : "");
  }
  return text;
}

inline const Notice* notice_of(const ReadTable& read, std::string_view code) {
  for (const Notice& notice : read.odd) {
    if (notice.code == code) return &notice;
  }
  return nullptr;
}

}  // namespace outlay::ingest
