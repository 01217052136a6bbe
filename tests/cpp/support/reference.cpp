// Reference files and small tables for tests.
#include "support/reference.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace outlay::support {

std::string reference_path(const std::string& name) {
  const char* given = std::getenv("OUTLAY_REFERENCE_DATA");
  const std::string root = given ? given : OUTLAY_SOURCE_DIR "/../shared/data";
  const std::string path = root + "/" + name;
  return std::ifstream(path).good() ? path : "";
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

ingest::File table_of(const std::string& csv, const std::string& name, std::size_t piece) {
  ingest::Reader reader(name, static_cast<double>(csv.size()));
  if (piece == 0) piece = csv.size() + 1;
  for (std::size_t at = 0; at < csv.size(); at += piece) reader.feed(std::string_view(csv).substr(at, piece));
  return reader.finish();
}

}  // namespace outlay::support
