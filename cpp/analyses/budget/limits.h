// All limits of a plan as intervals for campaigns and sums for groups.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "analyses/budget/campaigns.h"
#include "math/clearing.h"
#include "math/envelope.h"

namespace outlay::budget::reallocate {

/// Where a limit comes from. Each can be left out or scaled, which is how a conflict is explained.
enum class Family {
  total,
  min_share,
  max_share,
  min_change,
  max_change,
  min_budget,
  max_budget,
  edit_min,
  edit_max,
  kept,
  group_min,
  group_max,
  min_viable,
  target_cpa,
  target_roas,
  round_to
};
constexpr int families = 16;

/// Which limits count, and one of them scaled.
struct Scope {
  std::vector<char> counts = std::vector<char>(families, 1);
  Family scaled = Family::total;
  double factor = 1;
  double total = -1;                                      // instead of the total of the parameters, when not negative
  double most = std::numeric_limits<double>::infinity();  // how far the total may go where it does not count

  bool has(Family family) const { return counts[static_cast<int>(family)]; }
  double scale(Family family, double value) const { return family == scaled ? factor * value : value; }
};

struct Limits {
  std::vector<math::Stretch> stretch;
  std::vector<char> kept;  // the campaign's budget is not for the plan to choose
  math::Groups groups;     // node 0 is the whole; the others are groups with bounds
  std::vector<std::string> group_of_node;
  double total_low = 0, total_high = 0;
  double reference = 0;       // the budget that shares are shares of
  int crossed_campaign = -1;  // a campaign whose lower limit is above its upper one; -1: none
};

Limits build_limits(const Params& params, const Campaigns& campaigns, const Scope& scope = {});

/// Whether amounts exist that keep all limits; "nothing or at least m" is taken as any amount between.
bool are_feasible(const Limits& limits);

/// Whether these amounts keep all limits, up to rounding errors.
bool keeps(const Limits& limits, const std::vector<double>& amount);

}  // namespace outlay::budget::reallocate
