// Step 6 of the method in README.md.
#include "analyses/scoring/break_even.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "math/order.h"

namespace outlay::scoring::adsets {
namespace {

double unit_distance(const NumberColumn& distances, Scale scale) {
  NumberColumn sizes;
  for (double d : distances) {
    if (!std::isnan(d)) sizes.push_back(std::abs(d));
  }
  if (sizes.empty()) return 0;
  const double largest = *std::max_element(sizes.begin(), sizes.end());
  const double robust = scale == Scale::p95 ? math::quantile(std::move(sizes), 0.95) : 0;
  return robust > 0 ? robust : largest;
}

double bucket_of(double scaled, double dead_zone) {
  if (std::isnan(scaled)) return scaled;
  return scaled > dead_zone ? 1 : scaled < -dead_zone ? -1 : 0;
}

}  // namespace

ScoreColumns score(const NumberColumn& cac, const NumberColumn& pltv, Scale scale, double dead_zone) {
  ScoreColumns out;
  for (std::size_t i = 0; i < cac.size(); ++i) out.signed_distance.push_back((pltv[i] - cac[i]) / std::sqrt(2.0));
  out.unit = unit_distance(out.signed_distance, scale);
  for (double distance : out.signed_distance) {
    // With no distance to compare with, every known point is at break-even.
    const double scaled = out.unit > 0 ? std::clamp(distance / out.unit, -1.0, 1.0) : distance * 0;
    out.scaled_distance.push_back(scaled);
    out.bucket.push_back(bucket_of(scaled, dead_zone));
  }
  return out;
}

}  // namespace outlay::scoring::adsets
