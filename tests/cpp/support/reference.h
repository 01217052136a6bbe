// Finds the reference data that tests may use when it is there, and reads tables for them.
#pragma once

#include <string>

#include "ingest/reader.h"

namespace outlay::support {

/// The path of a reference file, empty when reference data is absent (OUTLAY_REFERENCE_DATA, default ../shared/data).
std::string reference_path(const std::string& name);

std::string read_file(const std::string& path);

/// A table from CSV text, fed in pieces of `piece` bytes (0: at once).
ingest::File table_of(const std::string& csv, const std::string& name = "data.csv", std::size_t piece = 0);

}  // namespace outlay::support
