// Distinct days by marking them; steps by counting them.
#include "analyses/impact/calendar.h"

#include <algorithm>
#include <numeric>

#include "core/day.h"

namespace outlay::impact {
namespace {

constexpr std::int32_t four_weeks = 28;
constexpr std::size_t most_slips = 3;
constexpr std::int32_t longest_step = 400;  // longer ones are counted as this long

std::int32_t usual_step(const std::vector<std::int32_t>& dates) {
  std::vector<std::int32_t> steps(dates.size());
  std::adjacent_difference(dates.begin(), dates.end(), steps.begin());
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(1 + (steps.size() - 1) / 2);
  std::nth_element(steps.begin() + 1, middle, steps.end());
  return *middle;
}

}  // namespace

std::vector<std::int32_t> distinct_days(const std::vector<std::int32_t>& days) {
  std::int32_t first = missing_day, last = missing_day;
  for (const std::int32_t day : days) {
    if (day == missing_day) continue;
    first = first == missing_day ? day : std::min(first, day);
    last = last == missing_day ? day : std::max(last, day);
  }
  std::vector<std::int32_t> out;
  if (first == missing_day) return out;
  std::vector<char> seen(static_cast<std::size_t>(last - first) + 1, 0);
  for (const std::int32_t day : days) {
    if (day != missing_day) seen[day - first] = 1;
  }
  for (std::size_t k = 0; k < seen.size(); ++k) {
    if (seen[k]) out.push_back(first + static_cast<std::int32_t>(k));
  }
  return out;
}

std::int32_t last_believed(const std::vector<std::int32_t>& dates) {
  const std::size_t n = dates.size(), most = std::min(most_slips, n / 4);
  if (most == 0) return dates.back();
  const std::int32_t limit = std::max(four_weeks, 4 * usual_step(dates));
  for (std::size_t slips = most; slips > 0; --slips) {
    if (dates[n - slips] - dates[n - slips - 1] > limit) return dates[n - slips - 1];
  }
  return dates.back();
}

bool goes_by_week(const std::vector<std::int32_t>& dates) {
  int weeks = 0;
  for (std::size_t k = 1; k < dates.size() && weeks < 4; ++k) weeks = dates[k] - dates[k - 1] == 7 ? weeks + 1 : 0;
  return weeks == 4;
}

void Rhythm::add(std::int32_t step) {
  const auto k = static_cast<std::size_t>(std::min(step, longest_step));
  if (count_.size() <= k) count_.resize(k + 1, 0);
  ++count_[k];
  ++steps_;
  weeks_ += step % 7 == 0;
}

std::size_t Rhythm::up_to(std::size_t step) const {
  const auto end = count_.begin() + static_cast<std::ptrdiff_t>(std::min(step + 1, count_.size()));
  return std::accumulate(count_.begin(), end, std::size_t{0});
}

int Rhythm::median() const {
  std::size_t below = 0;
  for (std::size_t k = 0; k < count_.size(); ++k) {
    below += count_[k];
    if (2 * below >= steps_) return static_cast<int>(k);
  }
  return 0;
}

}  // namespace outlay::impact
