// First looks at a file: what its bytes are, and how its records are delimited.
#pragma once

#include <string>
#include <string_view>

#include "ingest/csv_index.h"

namespace outlay::ingest {

/// Throws `bad_file` with a remedy for bytes that are no text: workbooks, archives, old Excel files, binary data.
void check_bytes(std::string_view head, const std::string& file);

/// Throws `bad_file` with a remedy for text that is no table: web pages and JSON.
void check_text(std::string_view text, const std::string& file);

struct Sniffed {
  Dialect dialect;
  std::size_t passed_over = 0;  // length of a first line "sep=;"
  bool is_wrapped = false;      // the header is plain and each record after it is one quoted text
};

/// The delimiter (comma, tab, semicolon, pipe) under which most of the first records have the same number of fields,
/// more than one; the comma when none does. `whole` says that `head` is the whole file.
Sniffed sniff_dialect(std::string_view head, bool whole);

/// Takes the quotes off lines that are quoted as a whole, and halves the doubled quotes inside. `rest` keeps an
/// unfinished line.
void unwrap_lines(std::string_view text, std::string& rest, std::string& out);

}  // namespace outlay::ingest
