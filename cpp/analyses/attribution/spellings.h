// Names that differ only in how they are written: "Google", "google" and " Google " are one channel.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/context.h"

namespace outlay::attribution {

/// What all spellings of a name share: letters without case, no spaces at the ends, one between words.
std::string spelling_key(std::string_view name);

/// Whether two names are spellings of one.
bool same_name(std::string_view a, std::string_view b);

struct JoinedNames {
  std::vector<std::string> names;
  std::vector<std::int32_t> code_of;  // by the old number; -1 for a name that is never used, or blank
};

/// Gives spellings of one name one number, and the spelling with the most `weight` (of those alike, the first in
/// alphabetical order) for a name. Tells what was joined. O(names log names).
JoinedNames join_spellings(const std::vector<std::string>& names, const std::vector<double>& weight, Context& context);

}  // namespace outlay::attribution
