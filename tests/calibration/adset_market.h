// Made-up adset weeks with known order rates, scored by the real run, for studies of the scoring.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/scoring/adsets.h"
#include "core/rng.h"

namespace outlay::calibration {

/// How the adsets of a made-up channel differ.
enum class Spread {
  lognormal,   // order rates vary by a half around the channel's
  two_groups,  // three of ten adsets convert five times as well as the others
};

struct Market {
  const char* name;
  double weekly_clicks;   // of a typical adset; adsets vary by a half around it
  int adsets = 40;        // in the channel
  Spread spread = Spread::lognormal;
  double weekly_wander = 0;  // relative deviation of an adset's rate from week to week; 0: it is fixed, as assumed
};

/// An adset that the run scored: what it claimed, and the truth.
struct Scored {
  double true_rate;  // attributed orders per click
  double true_cac;
  double pltv;
  bool is_lookback;
  double cac_lower, cac_upper, p_profitable;
};

/// Makes a channel from the seed, scores it with the default gates and windows, and gives the adsets that have an
/// interval. The channel's order rate is drawn anew each time, log-uniform in 0.5% .. 10%, and what an order is worth
/// lies around what it costs.
std::vector<Scored> score_market(const Market& market, std::uint64_t seed, scoring::adsets::IntervalPrior prior);

}  // namespace outlay::calibration
