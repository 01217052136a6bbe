// Every header that any platform's table names, found at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/platforms/folding.h"
#include "ingest/platforms/platform.h"
#include "ingest/platforms/roles.h"

namespace outlay::ingest {

/// What one platform says of a header.
struct Meaning {
  const Platform* platform;
  const KnownRole* role;  // null: a known header without a role
  int place;              // in the platform's list for that role, 0 the most certain
  bool local;
  std::string word;  // the header as the table writes it, with its accents
};

/// All meanings of a folded header (`Folded::bare` or `Folded::outside`), in the order of the platforms.
const std::vector<Meaning>& meanings(const std::string& bare);

/// The role whose own name the header is; null for none.
const KnownRole* role_named(const std::string& bare);

/// Whether any platform knows this header, also one made by a pattern such as "14 Day Total Sales".
bool is_known(const Folded& header);

}  // namespace outlay::ingest
