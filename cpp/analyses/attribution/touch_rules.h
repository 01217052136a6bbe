// Rule-based models: how the touches of one journey share its conversion.
#pragma once

#include <vector>

#include "analyses/attribution/journeys.h"

namespace outlay::attribution {

enum class TouchRule {
  first,
  last,
  last_non_direct,
  linear,
  time_decay,
  position,
  w_shaped,
  participation,
  equal_split
};
inline constexpr int touch_rules = 9;

struct RuleOptions {
  double half_life_steps = 1;
  double position_first = 0.4;
  double position_last = 0.4;
  std::vector<char> is_direct;  // by channel
  double w_first = 0.3;
  double w_middle = 0.3;
  double w_last = 0.3;
};

/// The share of each touch, summing to 1; participation gives each channel's first touch 1, the equal split shares 1
/// among these. `steps` is not empty. O(steps), the last two O(steps log channels).
void touch_shares(TouchRule rule, Steps steps, const RuleOptions& options, std::vector<double>& shares);

/// What each channel is credited with.
struct Credits {
  std::vector<double> conversions, value;
};

/// Over all journeys; `time_decay` by steps. O(all steps of the unique sequences).
Credits rule_credits(TouchRule rule, const Journeys& journeys, const RuleOptions& options);

}  // namespace outlay::attribution
