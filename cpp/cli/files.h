// Files of the command line, streamed in and written out.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ingest/reader.h"

namespace outlay::cli {

/// Reads the tables of a file from a path, or from standard input for "-". Throws `bad_file`.
ingest::File read_tables(const std::string& path, const ingest::ReadOptions& options);

/// Calls `take` with the bytes of a file in order. Throws `bad_file` when it cannot be read to its end, and when it
/// grows, shrinks, is written to or replaced meanwhile: half of one version and half of another is no table.
void read_chunks(const std::string& path, const std::function<void(std::string_view)>& take);

/// The whole of a small file, or of standard input for "-". Throws `bad_file`.
std::string read_text(const std::string& path);

/// Writes to a path, or to standard output for "-". Throws `bad_file` when not all could be written.
void write_text(const std::string& path, std::string_view text);

}  // namespace outlay::cli
