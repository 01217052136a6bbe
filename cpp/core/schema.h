// The walks over a `describe` that read parameters and write schemas, results and CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/json.h"

namespace outlay {

/// Sets the fields named in `values` (an object). Throws `bad_param` with a JSON pointer for an unknown name, a value
/// of the wrong type, or one out of bounds.
void read_params(const Json& values, const Describe& describe);

/// All parameters with their values.
Json write_params(const Describe& describe);

/// What `outlay describe` prints: the inputs with roles, parameters with defaults and bounds, result tables.
Json describe_analysis(const Analysis& analysis);

/// The columns of a result by number, so that they cross a boundary as bytes and not as JSON. They live as long as the
/// result.
struct ColumnRefs {
  std::vector<const NumberColumn*> f64;
  std::vector<const std::vector<std::int32_t>*> i32;
};

/// {"scalars": {...}, "tables": {name: {"rows", "columns"}}}. With `refs`, columns are listed there and stand as
/// {"$f64": k},
/// {"$text": {"codes": {"$i32": k}, "dictionary"}} or {"$day": {"$i32": k}}; without, they are plain arrays.
Json write_result(const Describe& describe, ColumnRefs* refs);

/// One result table as RFC 4180 CSV with a header, numbers with 17 significant digits, missing cells empty;
/// texts that a spreadsheet would take for a formula get an apostrophe in front.
/// Throws `bad_param` when there is no such table, naming those that exist.
std::string write_csv(const Describe& describe, std::string_view table);

}  // namespace outlay
