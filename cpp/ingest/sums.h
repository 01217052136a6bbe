// Which figures of a table are added up, and when two sums are the same.
#pragma once

#include <cmath>

#include "core/table.h"
#include "ingest/platforms/roles.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {

/// Counts and money; neither ratios nor people, who may be the same on two days.
inline bool is_added_up(const Guess& guess) {
  const KnownRole* role = find_role(guess.role);
  return role && role->kind == Kind::number && !is_ratio(guess.role) && guess.role != "reach";
}

inline double sum_of(const NumberColumn& values) {
  double sum = 0;
  for (double value : values) sum += std::isnan(value) ? 0 : value;
  return sum;
}

/// Up to the rounding of what is written.
inline bool is_same_sum(double a, double b) { return std::abs(a - b) <= 0.006 + 1e-9 * std::abs(b); }

}  // namespace outlay::ingest
