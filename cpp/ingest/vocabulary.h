// What columns are called: the roles known to the product and the headers that exports use for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/inputs.h"
#include "core/table.h"

namespace outlay::ingest {

/// How well a header fits a role: 1 for the role's own name, less for an alias, 0 for no fit.
struct Fit {
  double confidence = 0;
  const char* reason = "none";  // exact_name | alias | none
};

/// A header without case, spaces, punctuation and a unit in brackets: "Spend (USD)" and "spend" are alike.
std::string folded(std::string_view header);

Fit fit_of(std::string_view header, std::string_view role);

/// The best role for a header among all that are known; an empty name when none fits.
struct Guess {
  std::string_view role;
  Kind kind = Kind::text;
  Fit fit;
};
Guess guess_role(std::string_view header);

/// Chooses a column for each of the input's roles, best fits first, no column twice. `chosen` overrides: an empty
/// column name leaves that role without one. Roles without a fitting column are absent from the answer.
RoleColumns map_roles(const InputSpec& input, const Table& table, const RoleColumns& chosen);

/// The ISO 4217 code that a header such as "Amount spent (EUR)" states; empty when it states none.
std::string currency_in(std::string_view header);

}  // namespace outlay::ingest
