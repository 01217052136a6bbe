// Explaining why no plan keeps all limits: the smallest set of them that cannot hold together, and what would free it.
#pragma once

#include "analyses/budget/plan.h"

namespace outlay::budget::reallocate {

/// Throws `infeasible`. Its details are one "conflict" for each limit of the smallest conflicting set ("limit",
/// "parameter", "value", "campaigns", "sum"), and one "relaxation" for each limit that, changed alone and no further
/// than it must be, makes a plan possible ("limit", "parameter", "from", "to"), the smallest change first.
[[noreturn]] void explain_conflict(const Params& params, const Campaigns& campaigns, const Model& model);

}  // namespace outlay::budget::reallocate
