// Limits in words and as data, for the explanation of a conflict.
#pragma once

#include <string>
#include <vector>

#include "analyses/budget/limits.h"

namespace outlay::budget::reallocate {

struct LimitWords {
  std::string sentence;
  Notice detail;
};

/// Which families of limits these parameters and this table state at all.
std::vector<int> families_present(const Params& params, const Campaigns& campaigns);

/// Whether raising, not lowering, the limit leaves more room.
bool is_maximum(Family family);

/// "a minimum of 5% of the budget for each of 216 campaigns, 271,652.4 together". `limits` are those of the conflict.
LimitWords words_of(Family family, const Params& params, const Campaigns& campaigns, const Limits& limits);

/// "Lower the minimum share to 0.462962%": the limit scaled by the factor.
LimitWords relaxed_words(Family family, double factor, const Params& params, const Campaigns& campaigns,
                         const Limits& limits);

}  // namespace outlay::budget::reallocate
