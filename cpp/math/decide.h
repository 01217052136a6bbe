// How much more data would tell a rate from a value it is held against.
#pragma once

#include "math/beta_binomial.h"

namespace outlay::math {

/// The further trials, at the posterior's own mean rate, after which the equal-tailed interval of level 1 - alpha of
/// the rate no longer holds `value`: the root in m of the tail of Beta(a (1 + m / n), b (1 + m / n)) beyond `value`
/// being alpha / 2, with n = a + b. 0 when the interval holds it no more already; infinite when the mean is at `value`.
/// NaN for shapes that are not positive, `value` outside [0, 1] or alpha outside (0, 1).
double trials_to_decide(BetaShape posterior, double value, double alpha);

}  // namespace outlay::math
