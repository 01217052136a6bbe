// The roles a column can have, and which of them can do another's work.
#pragma once

#include <span>
#include <string_view>

#include "core/table.h"

namespace outlay::ingest {

enum class Use {
  once,      // one column of a table
  many,      // any number of columns
  ratio,     // one column, recomputed from sums and never added up
  personal,  // any number of columns, dropped on import
};

struct KnownRole {
  const char* name;
  Kind kind;
  Use use = Use::once;
};

std::span<const KnownRole> known_roles();

/// A role whose texts are points in time.
bool is_moment(std::string_view role);

/// Null for a role that only an analysis knows.
const KnownRole* find_role(std::string_view name);

/// When an analysis asks for a role that no column has, what else will do, and how well.
struct Kin {
  const char* asked;
  const char* stands_in;
  double confidence;
};

std::span<const Kin> kinship();

}  // namespace outlay::ingest
