// This run against the run of the week before on the same data: which adsets changed their advice, and why.
#pragma once

#include <cstddef>
#include <vector>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adsets.h"
#include "analyses/scoring/estimate.h"

namespace outlay::scoring::adsets {

/// What last week's run knew of an adset.
struct Before {
  bool existed = false;  // it had rows by then
  bool dropped_by_spend = false, dropped_by_engagement = false;
  bool is_lookback = false;
  int weeks_used = 0;
  double cac = 0, pltv = 0;  // NaN when unknown

  bool kept() const { return existed && !dropped_by_spend && !dropped_by_engagement; }
};

Before before_of(const Estimate& estimate);

/// `before` is by Estimate::adset. The adsets that were kept in either run and whose bucket differs, or that were kept
/// in only one; the largest spend of this week first, ties in the order of `lists`.
void fill_changes(const Params& params, const AdsetNames& names, const std::vector<const std::vector<Estimate>*>& lists,
                  const ScoreColumns& now, const std::vector<Before>& before, ChangeTable& out);

}  // namespace outlay::scoring::adsets
