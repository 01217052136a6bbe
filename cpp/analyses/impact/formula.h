// The decision formula of one action with its numbers, as a person would write it down.
#pragma once

#include <string>

#include "analyses/impact/judge.h"

namespace outlay::impact::decisions {

/// "120.00 sales - 30.00 spend / 0.75 per click x 2.40 per click = 24.00, x 0.33 weight"; empty for what was not
/// judged.
std::string formula_of(const Params& params, const Judged& action);

}  // namespace outlay::impact::decisions
