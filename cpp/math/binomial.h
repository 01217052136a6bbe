// Confidence intervals for a proportion: `count` successes in `n` trials, both of which may be fractional.
//
// Sources: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001);
// Clopper and Pearson (1934) in the beta form. Names follow statsmodels' proportion_confint.
#pragma once

namespace outlay::math {

/// Bounds in [0, 1]; both NaN when n <= 0, count < 0, or alpha is outside (0, 1).
struct Interval {
  double lower;
  double upper;
};

// Each takes a count that is clamped to n when above it, and gives the interval with coverage 1 - alpha.

/// Exact (conservative) interval; lower 0 at count 0, upper 1 at count n.
Interval clopper_pearson(double count, double n, double alpha);

/// Equal-tailed interval of the Beta(count + 1/2, n - count + 1/2) posterior.
Interval jeffreys(double count, double n, double alpha);

/// Score interval.
Interval wilson(double count, double n, double alpha);

/// Wald interval around the Wilson midpoint, clipped to [0, 1].
Interval agresti_coull(double count, double n, double alpha);

/// Wald interval, clipped to [0, 1]. Poor for small n: kept for comparison.
Interval wald(double count, double n, double alpha);

}  // namespace outlay::math
