// What is doubtful about single columns, told beside the table.
#pragma once

#include <vector>

#include "core/notice.h"
#include "ingest/table_builder.h"

namespace outlay::ingest {

/// What the reading of a column told beside its cells.
struct Reading {
  bool is_again = false;     // an earlier column has the same header
  std::size_t percents = 0;  // cells other than 0 with a percent sign
  std::size_t recoded = 0;   // different texts in another encoding than the file's
};

/// Of one column: `kind_unread` {column, role, sample}, a column of numbers or days of which no cell is one;
/// `ids_rounded` {column, sample}, ids that a spreadsheet made numbers of (1.2E+17, or zeros from the 16th digit on);
/// `mixed_encodings` {texts} {column}, texts that are no UTF-8 in a file that begins with it;
/// `mixed_percents` {cells} {column}, numbers with and without a percent sign; `same_header` {column}, figures under a
/// header that an earlier, different column has.
std::vector<Notice> doubts_of(const ReadTable& read, std::size_t column, const Reading& reading);

}  // namespace outlay::ingest
