// The area under the curve as the Mann-Whitney statistic.
#include "math/ranking.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace outlay::math {

double area_under_curve(std::vector<ScoredCases> cases) {
  std::stable_sort(cases.begin(), cases.end(),
                   [](const ScoredCases& a, const ScoredCases& b) { return a.score < b.score; });
  double below = 0, wins = 0, positives = 0;
  for (std::size_t first = 0; first < cases.size();) {
    double positive = 0, negative = 0;
    std::size_t last = first;
    for (; last < cases.size() && cases[last].score == cases[first].score; ++last) {
      positive += cases[last].positive;
      negative += cases[last].negative;
    }
    wins += positive * (below + negative / 2);
    below += negative;
    positives += positive;
    first = last;
  }
  return positives > 0 && below > 0 ? wins / positives / below : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace outlay::math
