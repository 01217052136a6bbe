// How well a score tells two classes apart.
#pragma once

#include <vector>

namespace outlay::math {

/// Some cases of one score: how many of them turned out positive and how many negative; both may be fractional.
struct ScoredCases {
  double score = 0;
  double positive = 0;
  double negative = 0;
};

/// The area under the receiver operating characteristic: the chance that a positive case scores above a negative one,
/// ties counting half (Hanley and McNeil 1982). NaN without positives or without negatives. O(n log n).
double area_under_curve(std::vector<ScoredCases> cases);

}  // namespace outlay::math
