// Resampling of clustered totals: bootstrap intervals and sign-flip tests that keep what is dependent together.
//
// Sources: Davison and Hinkley, "Bootstrap Methods and their Application" (1997), 2.4 and 3.8; the expanded percentile
// interval of Hesterberg, "What teachers should know about the bootstrap", The American Statistician 69 (2015).
#pragma once

#include <vector>

#include "core/rng.h"

namespace outlay::math {

struct Range {
  double low, high;
};

/// More clusters than this are pooled, by position, into this many.
inline constexpr int most_clusters = 1000;

/// An interval for the sum of `clusters` (one total a cluster) at `level` in (0, 1), by drawing clusters with
/// replacement `draws` times; its tails are widened so that with few clusters it keeps its level as Student's t does.
/// NaN for fewer than two clusters or a level or number of draws that makes no sense. O(draws * clusters).
Range bootstrap_total(const std::vector<double>& clusters, double level, int draws, Rng& rng);

/// One-sided p-value of "the sum is above 0" against clusters whose signs are a coin's; never below 1 / (draws + 1).
/// NaN without clusters.
double sign_flip_p(const std::vector<double>& clusters, int draws, Rng& rng);

}  // namespace outlay::math
