// Sums of adsets by campaign and by channel, and the spend coverage curve.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "analyses/scoring/adsets.h"
#include "analyses/scoring/estimate.h"

namespace outlay::scoring::adsets {

/// Sums the kept adsets by group; `groups` holds one code an adset, -1 for those without a name, which form a row of
/// their own. Fills sums, CAC, pLTV and score; the rows are in falling score, ties in the order of `name_of`. Returns
/// each row's code.
std::vector<std::int32_t> roll_up(const Params& params, const std::vector<Estimate>& kept,
                                  const std::vector<std::int32_t>& groups,
                                  const std::function<std::string_view(std::int32_t)>& name_of, RollupTable& out);

/// One point of a coverage curve.
struct CoveragePoint {
  std::size_t adset;  // index into the estimates
  double cum_spend;
  double cum_ihc;
  double coverage;
  double cum_cac;  // NaN while there are no orders
};

/// The curve over the given adsets in rising CAC, those without a CAC last. `order` is sorted by it. O(n log n).
std::vector<CoveragePoint> coverage_curve(const std::vector<Estimate>& kept, std::vector<std::size_t> order);

/// Cumulative CAC at the first point that reaches `share` of the spend; NaN when there is none.
double target_cac(const std::vector<CoveragePoint>& curve, double share);

}  // namespace outlay::scoring::adsets
