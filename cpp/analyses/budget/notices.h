// What is doubtful about a plan.
#pragma once

#include "analyses/budget/plan.h"

namespace outlay::budget::reallocate {

void report_doubts(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                   const Plan& plan, const Result& result, Context& context);

}  // namespace outlay::budget::reallocate
