// Levenberg-damped Newton steps on (log a, log b).
#include "math/beta_binomial.h"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace outlay::math {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double hyper_power = 2.5;
constexpr double largest_log = 25;  // beyond it the groups cannot be told from one rate

using boost::math::digamma;
using boost::math::trigamma;

double log_gamma(double x) { return boost::math::lgamma(x); }

// The log posterior density on the scale of logarithms, up to a constant.
double log_posterior(const GroupedCounts& groups, BetaShape at) {
  const double s = at.a + at.b;
  double sum = 0;
  for (std::size_t i = 0; i < groups.counts.size(); ++i) {
    const double k = groups.counts[i], n = groups.trials[i];
    sum += log_gamma(k + at.a) + log_gamma(n - k + at.b) - log_gamma(n + s);
  }
  sum += static_cast<double>(groups.counts.size()) * (log_gamma(s) - log_gamma(at.a) - log_gamma(at.b));
  return sum + std::log(at.a) + std::log(at.b) - hyper_power * std::log(s);
}

// Gradient and second derivatives in (log a, log b).
struct Slope {
  double a, b, aa, bb, ab;
};

Slope slope(const GroupedCounts& groups, BetaShape at) {
  const double a = at.a, b = at.b, s = a + b;
  const auto size = static_cast<double>(groups.counts.size());
  double da = size * (digamma(s) - digamma(a)), db = size * (digamma(s) - digamma(b));
  double daa = size * (trigamma(s) - trigamma(a)), dbb = size * (trigamma(s) - trigamma(b)), dab = size * trigamma(s);
  for (std::size_t i = 0; i < groups.counts.size(); ++i) {
    const double k = groups.counts[i], n = groups.trials[i];
    const double whole = digamma(n + s), whole_slope = trigamma(n + s);
    da += digamma(k + a) - whole;
    db += digamma(n - k + b) - whole;
    daa += trigamma(k + a) - whole_slope;
    dbb += trigamma(n - k + b) - whole_slope;
    dab -= whole_slope;
  }
  const double bend = hyper_power * a * b / (s * s);
  return {a * da + 1 - hyper_power * a / s, b * db + 1 - hyper_power * b / s, a * a * daa + a * da - bend,
          b * b * dbb + b * db - bend, a * b * dab + bend};
}

// Where the search is, and the length of the step that led there.
struct Climb {
  BetaShape at;
  double value;
  double damping = 0;
  double step = std::numeric_limits<double>::infinity();
};

// One step uphill, damped until it is uphill; false when no step is left.
bool improve(const GroupedCounts& groups, Climb& climb) {
  auto& [at, value, damping, last_step] = climb;
  const Slope g = slope(groups, at);
  for (int attempt = 0; attempt < 60; ++attempt, damping = std::max(damping * 4, 1e-6)) {
    const double aa = -g.aa + damping, bb = -g.bb + damping, ab = -g.ab;
    const double determinant = aa * bb - ab * ab;
    if (!(determinant > 0) || !(aa > 0)) continue;
    const double step_a = (bb * g.a - ab * g.b) / determinant, step_b = (aa * g.b - ab * g.a) / determinant;
    const double step = std::abs(step_a) + std::abs(step_b);
    // Near the top the value no longer tells, but the derivatives still do, until they are only rounding.
    const bool is_tiny = step < 1e-5;
    if (step < 1e-12 || (is_tiny && step > last_step / 2)) return false;
    if (std::abs(step_a) > 3 || std::abs(step_b) > 3) continue;
    const BetaShape next{at.a * std::exp(step_a), at.b * std::exp(step_b)};
    const double reached = log_posterior(groups, next);
    if (!(reached > value) && !is_tiny) continue;
    at = next;
    value = reached;
    damping *= 0.1;
    last_step = step;
    return true;
  }
  return false;
}

}  // namespace

BetaShape fit_beta_binomial(const GroupedCounts& groups) {
  const BetaShape unknown{nan_value, nan_value};
  const double count = std::accumulate(groups.counts.begin(), groups.counts.end(), 0.0);
  const double trials = std::accumulate(groups.trials.begin(), groups.trials.end(), 0.0);
  if (groups.counts.size() < 2 || !(count > 0) || !(count < trials)) return unknown;
  const double mean = count / trials;
  const double least = std::min(mean, 1 - mean);
  Climb climb{{mean * 2 / least, (1 - mean) * 2 / least}, 0};
  climb.value = log_posterior(groups, climb.at);
  const BetaShape& at = climb.at;
  for (int step = 0; step < 200 && improve(groups, climb); ++step) {
    if (std::abs(std::log(at.a)) > largest_log || std::abs(std::log(at.b)) > largest_log) return unknown;
  }
  const Slope end = slope(groups, at);
  const bool settled = std::abs(end.a) + std::abs(end.b) < 1e-6 * (1 + std::abs(climb.value));
  return settled ? at : unknown;
}

}  // namespace outlay::math
