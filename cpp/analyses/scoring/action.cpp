// Step 10 of the method in README.md.
#include "analyses/scoring/action.h"

#include <limits>

namespace outlay::scoring::adsets {

double money_at_stake(const Estimate& e) {
  return e.cac > 0 ? e.weekly_spend * (e.pltv - e.cac) / e.cac : std::numeric_limits<double>::quiet_NaN();
}

Action action_of(const Params& params, double bucket, const Estimate& e, const Confidence& confidence) {
  if (bucket > 0) return Action::scale;
  if (!(bucket < 0)) return Action::hold;
  const bool is_sure = confidence.cac_lower > e.pltv;
  return is_sure && -money_at_stake(e) > params.pause_stake ? Action::pause : Action::reduce;
}

}  // namespace outlay::scoring::adsets
