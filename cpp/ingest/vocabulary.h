// What columns are called: the roles known to the product and the headers that exports use for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/inputs.h"
#include "core/table.h"
#include "ingest/platforms/platform.h"

namespace outlay::ingest {

/// How well a header fits a role: 1 for the role's own name, less for an alias, 0 for no fit.
struct Fit {
  double confidence = 0;
  const char* reason = "none";  // exact_name | platform_alias | alias | kin | none
};

/// A header's letters and digits in lower case, without a unit in brackets: "Spend (USD)" and "spend" are alike.
std::string folded(std::string_view header);

/// How well a header fits a role when nothing is known of its file.
Fit fit_of(std::string_view header, std::string_view role);

/// The best role for a header among all that are known; an empty name when none fits.
struct Guess {
  std::string_view role;
  Kind kind = Kind::text;
  Fit fit;
};

/// The platform whose export has these headers below these lines; `generic` when none is told.
const Platform& platform_of(const std::vector<std::string>& headers, std::string_view preamble);

/// Without a platform, the words are read as those of the product's own table of adset weeks.
Guess guess_role(std::string_view header);
Guess guess_role(std::string_view header, const Platform& platform);

/// One guess a header, seen together: a header may change its meaning beside another, and of two for one role the
/// better keeps it.
std::vector<Guess> guess_roles(const std::vector<std::string>& headers, const Platform& platform);

/// Chooses a column for each of the input's roles, best fits first, no column twice. `chosen` overrides: an empty
/// column name leaves that role without one. Roles without a fitting column are absent from the answer.
RoleColumns map_roles(const InputSpec& input, const Table& table, const RoleColumns& chosen);

/// A role for which another column, that no role took, fits as well as the one that has it.
struct Rival {
  std::string role;
  std::string column;
  std::string rival;
};

/// The rivals of a mapping that `map_roles` made with `chosen`; what a person chose has none.
std::vector<Rival> rivals_of(const InputSpec& input, const Table& table, const RoleColumns& mapped,
                             const RoleColumns& chosen);

/// The ISO 4217 code that a header such as "Amount spent (EUR)" states; empty when it states none.
std::string currency_in(std::string_view header);

/// Whether a column of this name is about people, and is left out on import.
bool is_personal(std::string_view header);
bool is_personal(std::string_view header, const Platform& platform);

/// Whether a role is a ratio of others: recomputed from their sums, never added up or averaged.
bool is_ratio(std::string_view role);

/// How many of a record's cells are headers of some platform; a header line has many.
int known_headers(const std::vector<std::string>& cells);

/// "Total", "Total: Search", "Gesamt:", "Search total"; not "Total Wireless Brand".
bool is_total_marker(std::string_view cell);

bool is_copyright(std::string_view cell);

}  // namespace outlay::ingest
