// Choosing look-alikes for an action, and what they say would have happened.
#pragma once

#include <vector>

#include "analyses/impact/control.h"

namespace outlay::impact::decisions {

/// The nearest untouched units by spend, cost per click and ROAS before; those of the same campaign first among
/// equals. At most `most`. O(most log pool).
std::vector<const Unit*> look_alikes(const Pool& pool, const Unit& acted_on, std::size_t most);

/// From one window to a later one: the growth of sales and of spend over the look-alikes.
struct Growth {
  double sales, spend;            // ratios of sums, without their small-sample bias; NaN when there was nothing
  double sales_from, spend_from;  // the look-alikes' sums at the start, as far as exposed
};

Growth growth_after(const std::vector<const Unit*>& units);   // from `pre` to `after`
Growth growth_before(const std::vector<const Unit*>& units);  // from `earlier` to `pre`

/// What the source's formula would have paid these units for being left alone, brought to as many clicks as the action
/// had before; market drag is left out as the source leaves it out. NaN without clicks.
double source_placebo(const Params& params, const Judged& action, const std::vector<const Unit*>& units,
                      double clicks_before, double account_fall);

}  // namespace outlay::impact::decisions
