// An input of attribution/paths from CSV text, read as a file is and bound to its roles.
#pragma once

#include <memory>
#include <string>

#include "analyses/attribution/paths.h"
#include "ingest/vocabulary.h"
#include "support/reference.h"

namespace outlay::attribution::support {

struct Read {
  ingest::File file;
  std::unique_ptr<BoundTable> table;
};

inline Read read(const std::string& csv, const char* input) {
  Read out{outlay::support::table_of(csv), nullptr};
  const Table& table = out.file.tables[0].table;
  for (const InputSpec& spec : paths::about().inputs) {
    if (std::string(spec.name) == input)
      out.table = std::make_unique<BoundTable>(spec, table, ingest::map_roles(spec, table, {}));
  }
  return out;
}

}  // namespace outlay::attribution::support
