// The logarithmic mean, also where its two numbers nearly agree.
#include "math/divisia.h"

#include <cmath>
#include <limits>

namespace outlay::math {

double logarithmic_mean(double a, double b) {
  if (!(a >= 0) || !(b >= 0)) return std::numeric_limits<double>::quiet_NaN();
  if (a == 0 || b == 0) return 0;
  // With r = (a - b) / b the mean is b r / ln(1 + r): no cancellation as r goes to 0.
  const double r = (a - b) / b;
  return r == 0 ? a : b * r / std::log1p(r);
}

}  // namespace outlay::math
