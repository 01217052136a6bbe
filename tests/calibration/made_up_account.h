// A made-up advertising account with its action log, drawn from a seed; what every action really did is known.
#pragma once

#include <vector>

#include "core/rng.h"
#include "core/table.h"

namespace outlay::calibration {

struct AccountPlan {
  int campaigns = 24, targets_per_campaign = 8, days = 96;
  double persistence = 0.9;  // of each target's luck from day to day
  double luck = 0.25;        // standard deviation of its logarithm, for clicks and for orders per click
  double act = 0.5;          // chance that a target which looks extreme is acted upon
  double sales_effect = 1;   // factor on sales from the action on
  double spend_effect = 1;   // factor on spend
};

/// Sales and spend that the action's window would have had on average, had nothing been done.
struct Truth {
  double sales = 0, spend = 0;
};

struct MadeUpAccount {
  Table performance, actions;
  std::vector<Truth> truth;  // one an action, over the 14 days from it on
};

/// Reviews every week pick targets whose last 14 days look bad (bid down, pause, negative) or good (bid up).
MadeUpAccount make_up_account(const AccountPlan& plan, std::uint64_t seed);

}  // namespace outlay::calibration
