// First looks at a file: what its bytes are, and how its records are delimited.
#pragma once

#include <string>
#include <string_view>

#include "ingest/csv_index.h"

namespace outlay::ingest {

/// Length of the byte order mark to pass over. Throws `bad_file` with a remedy for what is not delimited text:
/// workbooks, archives, web pages, JSON, UTF-16 and binary data.
std::size_t check_bytes(std::string_view head, const std::string& file);

/// The delimiter (comma, tab, semicolon, pipe) under which the first records have the same number of fields, more than
/// one; the comma when none does. `whole` says that `head` is the whole file.
Dialect sniff_dialect(std::string_view head, bool whole);

}  // namespace outlay::ingest
