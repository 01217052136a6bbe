// Splitting the change of a product among its factors without a residual.
#pragma once

namespace outlay::math {

/// The logarithmic mean (a - b) / (ln a - ln b) of two positive numbers; a itself when they are equal, 0 when either is
/// 0, NaN for a negative. The weight of the log-mean Divisia index (LMDI I) of Ang, "Decomposition analysis for
/// policymaking in energy", Energy Policy 32 (2004): the effect of a factor f on a product x is L(x1, x0) ln(f1 / f0),
/// and the effects of all factors add up to x1 - x0.
double logarithmic_mean(double a, double b);

}  // namespace outlay::math
