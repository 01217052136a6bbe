// What the dates of rows say: the last one that is to be believed, and how far apart rows are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace outlay::impact {

/// The distinct days in rising order, without missing ones. O(days + span).
std::vector<std::int32_t> distinct_days(const std::vector<std::int32_t>& days);

/// The last of `dates` (distinct, rising, at least one) that is no slip of the pen. Up to three dates at the end, and
/// no more than a quarter of all, are not believed when they stand more than four weeks, and more than four of the
/// usual steps, behind the rest. There is no clock here to ask what the future is.
std::int32_t last_believed(const std::vector<std::int32_t>& dates);

/// Whether five of `dates` (distinct, rising) in a row stand exactly a week apart: days hardly do so by chance.
bool goes_by_week(const std::vector<std::int32_t>& dates);

/// How far apart the rows of one campaign are: campaigns may pause, and begin their weeks on different days.
class Rhythm {
 public:
  /// From one date of a campaign to its next.
  void add(std::int32_t step);
  /// Nine of ten steps are whole weeks, and weeks are what is seen.
  bool weekly() const { return !coarse() && 10 * weeks_ >= 9 * steps_ && steps_ > 0; }
  /// Nine of ten steps are longer than a week: windows of days cannot be told by such rows.
  bool coarse() const { return median() > 0 && up_to(7) * 10 < steps_; }
  /// The median step; 0 without any.
  int median() const;

 private:
  std::size_t up_to(std::size_t step) const;

  std::vector<std::size_t> count_;  // by step
  std::size_t steps_ = 0, weeks_ = 0;
};

}  // namespace outlay::impact
