// Rates of many groups that vary around a common mean: the beta distribution they seem to come from.
//
// Source: Gelman et al., "Bayesian Data Analysis", 3rd ed., section 5.3: counts are binomial with group rates from
// Beta(a, b), under the weak hyperprior p(a, b) ~ (a + b)^(-5/2).
#pragma once

#include <vector>

namespace outlay::math {

/// Beta(a, b); its mean a / (a + b), and a + b trials is what it is worth beside a group's own.
struct BetaShape {
  double a;
  double b;
};

/// Jeffreys' prior of a single rate.
inline constexpr BetaShape jeffreys_prior{0.5, 0.5};

/// Counts out of trials, one group each; both may be fractional, 0 <= count <= trials, trials > 0.
struct GroupedCounts {
  std::vector<double> counts;
  std::vector<double> trials;
};

/// The mode of the marginal posterior of (log a/b, log (a + b)), by damped Newton steps; the hyperprior keeps it finite
/// also where the groups vary less than chance alone would; with fewer than some ten counts in all it speaks louder
/// than they do. NaN in both for fewer than two groups, for counts that are all 0 or all the trials, or when it does
/// not settle. O(groups) a step, some ten steps.
BetaShape fit_beta_binomial(const GroupedCounts& groups);

}  // namespace outlay::math
