// Dealing counts, whole ones as whole.
#include "analyses/attribution/folds.h"

#include <cmath>

#include "core/rng.h"

namespace outlay::attribution {

HeldOut deal(const std::vector<double>& conversions, const std::vector<double>& nulls, std::uint64_t seed) {
  Rng rng(seed, "attribution/paths", 3);
  HeldOut held;
  const auto deal_one = [&](double count, std::vector<double>* by_fold) {
    const double each = std::floor(count / folds);
    double rest = count - each * folds;
    for (int f = 0; f < folds; ++f) by_fold[f].push_back(each);
    for (std::uint32_t f = rest > 0 ? rng.below(folds) : 0; rest > 0; f = (f + 1) % folds, rest -= 1)
      by_fold[f].back() += std::fmin(1, rest);
  };
  for (std::size_t s = 0; s < conversions.size(); ++s) {
    deal_one(conversions[s], held.conversions);
    deal_one(nulls[s], held.nulls);
  }
  return held;
}

}  // namespace outlay::attribution
