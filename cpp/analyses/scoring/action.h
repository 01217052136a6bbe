// What to do about an adset, and how much money hangs on it.
#pragma once

#include "analyses/scoring/adsets.h"
#include "analyses/scoring/confidence.h"
#include "analyses/scoring/estimate.h"

namespace outlay::scoring::adsets {

enum class Action { scale, hold, reduce, pause };

/// What this week's spend brings above its cost at this CAC: the week's spend times (pLTV - CAC) / CAC, the distance
/// from break-even relative to the cost; below 0 it is what is lost. NaN without CAC or pLTV, or where the CAC is 0.
double money_at_stake(const Estimate& estimate);

/// By the bucket; a reduce is a pause when it loses more than `pause_stake` a week and the whole interval is above
/// pLTV.
Action action_of(const Params& params, double bucket, const Estimate& estimate, const Confidence& confidence);

}  // namespace outlay::scoring::adsets
