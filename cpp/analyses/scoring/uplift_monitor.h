// Whether the factor from attributed to true orders stays what it was, week by week.
#pragma once

#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/adsets.h"

namespace outlay::scoring::adsets {

/// One row per channel and week up to `as_of` with eight weeks of both tables behind it. A factor drifts when it
/// differs from what it is held against (the one given by hand, else that of the eight weeks before its own) by more
/// than the bound: the larger of 10% and 2.6 standard errors of the two. A notice tells of channels that drift in the
/// week of the decision. Empty when the orders have no dates. O(rows + channels * weeks).
void fill_monitoring(const Params& params, const AdsetWeeks& weeks, const BoundTable* orders, std::int32_t as_of,
                     Context& context, MonitoringTable& out);

}  // namespace outlay::scoring::adsets
