// The result tables of scoring/adsets, filled from estimates.
#pragma once

#include <vector>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adsets.h"
#include "analyses/scoring/confidence.h"
#include "analyses/scoring/estimate.h"

namespace outlay::scoring::adsets {

/// The adsets of a run: those that passed the gates, best first, and those that did not, largest recent spend first.
struct Lists {
  std::vector<Estimate> kept;
  std::vector<Estimate> dropped;
  std::vector<Confidence> confidence;  // of those kept
};

/// `part / whole`; NaN when there is no whole.
double ratio(double part, double whole);

void fill_adsets(const Params& params, const BoundTable& table, const AdsetNames& names, const Lists& lists,
                 AdsetTable& out);
void fill_dropped(const AdsetNames& names, const std::vector<Estimate>& dropped, DroppedTable& out);
void fill_campaigns(const Params& params, const AdsetNames& names, const std::vector<Estimate>& kept, RollupTable& out);

/// Fills the channel table and all coverage curves; returns the target CAC over all.
double fill_channels(const Params& params, const AdsetNames& names, const UpliftByCode& uplift, const Lists& lists,
                     Result& out);

}  // namespace outlay::scoring::adsets
