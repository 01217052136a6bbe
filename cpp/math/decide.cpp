// The tail in standard deviations is nearly linear in the root of the sample size, so that few secant steps do.
#include "math/decide.h"

#include <cmath>
#include <limits>

#include "math/distributions.h"

namespace outlay::math {
namespace {

constexpr double most = 1e15;  // trials beyond which nothing will tell

// How far the tail beyond the value is above alpha / 2, in standard deviations, with `scale` times the data.
class Excess {
 public:
  Excess(BetaShape at, double value, double alpha) : at_(at), value_(value), target_(normal_quantile(alpha / 2)) {
    is_above_ = at.a / (at.a + at.b) > value;
  }
  double operator()(double scale) const {
    const double a = at_.a * scale, b = at_.b * scale;
    return normal_quantile(is_above_ ? beta_cdf(value_, a, b) : beta_survival(value_, a, b)) - target_;
  }

 private:
  BetaShape at_;
  double value_;
  double target_;
  bool is_above_;
};

// Illinois' regula falsi on the root of the scale; `low` is above 0 there, `high` is not.
double solve(const Excess& excess, double low, double at_low, double high, double at_high) {
  for (int step = 0; step < 200 && high - low > 1e-13 * high; ++step) {
    const bool can_cut = std::isfinite(at_high) && at_low - at_high > 0;
    double next = can_cut ? low + (high - low) * at_low / (at_low - at_high) : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const double reached = excess(next * next);
    if (reached == 0) return next;
    if (reached > 0) {
      low = next;
      at_low = reached;
      at_high /= 2;
    } else {
      high = next;
      at_high = reached;
      at_low /= 2;
    }
  }
  return high;
}

}  // namespace

double trials_to_decide(BetaShape posterior, double value, double alpha) {
  const double n = posterior.a + posterior.b;
  if (!(posterior.a > 0 && posterior.b > 0 && value >= 0 && value <= 1 && alpha > 0 && alpha < 1))
    return std::numeric_limits<double>::quiet_NaN();
  const Excess excess(posterior, value, alpha);
  double low = 1, at_low = excess(1);
  if (at_low <= 0) return 0;
  double high = low, at_high = at_low;
  while (at_high > 0) {
    low = high;
    at_low = at_high;
    high *= 2;
    if (n * high * high > most) return std::numeric_limits<double>::infinity();
    at_high = excess(high * high);
  }
  const double root = solve(excess, low, at_low, high, at_high);
  return n * (root * root - 1);
}

}  // namespace outlay::math
