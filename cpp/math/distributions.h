// Distribution functions and their inverses, in doubles throughout.
#pragma once

namespace outlay::math {

/// P(X <= x) for X ~ Beta(a, b); a, b > 0; x is clamped to [0, 1].
double beta_cdf(double x, double a, double b);

/// P(X > x), accurate also where it is tiny.
double beta_survival(double x, double a, double b);

/// The x with P(X <= x) = p for X ~ Beta(a, b); a, b > 0, p in [0, 1]. NaN outside.
double beta_quantile(double p, double a, double b);

/// P(X <= x) for X ~ Gamma(shape, rate), with mean shape / rate; both > 0, 0 for x <= 0.
double gamma_cdf(double x, double shape, double rate);

/// P(Z <= z) for a standard normal Z.
double normal_cdf(double z);

/// The z with P(Z <= z) = p; p in (0, 1); minus and plus infinity at 0 and 1, NaN outside.
double normal_quantile(double p);

/// The t with P(T <= t) = p for Student's T with `degrees` of freedom (> 0, may be infinite); NaN outside.
double student_t_quantile(double p, double degrees);

}  // namespace outlay::math
