// How sure the CAC of an adset is: an interval, the chance that it is below the pLTV, and what would decide it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adsets.h"
#include "analyses/scoring/estimate.h"
#include "math/beta_binomial.h"

namespace outlay::scoring::adsets {

/// What is known of an adset's order rate before its own data.
struct Prior {
  math::BetaShape shape = math::jeffreys_prior;
  bool is_of_channel = false;  // fitted to its channel's adsets, else Jeffreys'
};

/// By channel code, -1 for adsets without channel.
using Priors = std::map<std::int32_t, Prior>;

/// Fitted to the last weeks of all adsets of a channel that have clicks, those that a gate dropped included: the gate
/// asks for orders, and what passes it is no fair sample of the channel. Jeffreys' for a channel of fewer than
/// `least_adsets` adsets or `least_orders` orders, and for all of them when the parameter says so.
Priors fit_priors(const Params& params, const AdsetNames& names,
                  const std::vector<const std::vector<Estimate>*>& lists);

inline constexpr std::size_t least_adsets = 10;
inline constexpr double least_orders = 20;

struct Confidence {
  math::BetaShape posterior;  // of attributed orders per click, over the weeks behind the CAC
  double uplift = 1;          // orders per attributed order over those weeks
  double cac_lower = 0, cac_upper = 0;
  double p_profitable = 0;     // the probability that CAC < pLTV
  double break_even_rate = 0;  // attributed orders per click at which CAC = pLTV
  bool is_undecided = false;   // the interval holds the pLTV
  double clicks_needed =
      0;  // further clicks at today's rate until it does not; NaN when decided, or when none would do
};

/// `uplift` is the channel's, for weeks without orders to tell it by. All NaN where there is no CAC, no click, or more
/// orders than clicks: then an order does not come from a click, and the interval would be of nothing. Unknown pLTV:
/// only the interval is known.
Confidence confidence(const Params& params, const Estimate& estimate, const Prior& prior, double uplift);

/// The optimistic CAC is below the pLTV, and the whole interval above it: scored as worth its cost, but likely not.
bool pays_only_at_best(const Estimate& estimate, const Confidence& confidence);

}  // namespace outlay::scoring::adsets
