// The campaigns of a plan, gathered from the rows of a table: today's figures, and what the table itself says of each.
#pragma once

#include <string>
#include <vector>

#include "analyses/budget/reallocate.h"
#include "core/inputs.h"
#include "math/curve.h"

namespace outlay::budget::reallocate {

/// Figures of one week, for the curves.
struct Week {
  double cost = 0, conversions = 0;
};

/// Columns of one length, a campaign a place. With dates, today's figures are those of an average week of the last
/// `recent_weeks` weeks, counted back from the last day.
struct Campaigns {
  TextColumn name, group;
  NumberColumn cost, clicks, conversions, revenue, pltv;
  std::vector<char> has_evidence, has_curve, locked;
  std::vector<math::Curve> curve;        // as given, where has_curve
  NumberColumn min_budget, max_budget;   // as given; NaN for none
  std::vector<std::vector<Week>> weeks;  // all weeks of the data, empty without dates
  double recent_weeks = 1;               // how many weeks today's figures average
  bool has_clicks = false, has_conversions = false, has_revenue = false, has_pltv = false, has_group = false;

  std::size_t size() const { return cost.size(); }
};

/// Throws `bad_column` for a role that is needed and absent, or a curve that cannot be. O(rows log rows).
Campaigns gather_campaigns(const Params& params, const BoundTable& table, Context& context);

}  // namespace outlay::budget::reallocate
