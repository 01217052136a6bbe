// One sweep for both projections: x_i = clamp(start_i + rate_i * shift) rises with the shift, with two breaks an item.
#include "math/simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace outlay::math {
namespace {

struct Line {
  double start, rate, lower, upper;
  double at(double shift) const { return std::min(std::max(start + rate * shift, lower), upper); }
};

struct Break {
  double shift, change;  // of the sum's slope
};

double sum_at(const std::vector<Line>& lines, double shift) {
  double sum = 0;
  for (const Line& line : lines) sum += line.at(shift);
  return sum;
}

// The shift at which the lines add up to the total, which they can reach. The sweep finds the stretch without a break;
// its ends are then summed afresh, so that no error of the sweep remains.
double shift_for(const std::vector<Line>& lines, double total) {
  std::vector<Break> breaks;
  double sum = 0;
  for (const Line& line : lines) {
    sum += line.lower;
    if (!(line.rate > 0) || line.upper <= line.lower) continue;
    breaks.push_back({(line.lower - line.start) / line.rate, line.rate});
    breaks.push_back({(line.upper - line.start) / line.rate, -line.rate});
  }
  if (breaks.empty()) return 0;
  std::sort(breaks.begin(), breaks.end(), [](const Break& a, const Break& b) { return a.shift < b.shift; });
  double slope = 0;
  std::size_t k = 0;
  for (; k + 1 < breaks.size(); ++k) {
    slope += breaks[k].change;
    const double next = sum + slope * (breaks[k + 1].shift - breaks[k].shift);
    if (next >= total) break;
    sum = next;
  }
  const double left = breaks[k].shift;
  const double right = breaks[std::min(k + 1, breaks.size() - 1)].shift;
  const double low = sum_at(lines, left);
  const double high = sum_at(lines, right);
  return high > low ? left + (right - left) * std::min(1.0, std::max(0.0, (total - low) / (high - low))) : left;
}

bool can_hold(const std::vector<double>& lower, const std::vector<double>& upper, double total) {
  const double slack = 1e-9 * std::max(1.0, std::abs(total));
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i] > upper[i]) return false;
  }
  return std::accumulate(lower.begin(), lower.end(), 0.0) <= total + slack &&
         std::accumulate(upper.begin(), upper.end(), 0.0) >= total - slack;
}

Projected amounts_at(const std::vector<Line>& lines, double shift) {
  Projected out{{}, shift};
  for (const Line& line : lines) out.amount.push_back(line.at(shift));
  return out;
}

}  // namespace

std::optional<Projected> project_squares(const std::vector<double>& target, const std::vector<double>& lower,
                                         const std::vector<double>& upper, double total) {
  if (!can_hold(lower, upper, total)) return std::nullopt;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < target.size(); ++i) lines.push_back({target[i], 1, lower[i], upper[i]});
  return amounts_at(lines, shift_for(lines, total));
}

std::optional<Projected> project_divergence(const std::vector<double>& target, const std::vector<double>& lower,
                                            const std::vector<double>& upper, double total) {
  if (!can_hold(lower, upper, total)) return std::nullopt;
  std::vector<Line> lines;
  double reach = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    lines.push_back({0, target[i], lower[i], upper[i]});
    reach += target[i] > 0 ? upper[i] : lower[i];
  }
  if (reach >= total) return amounts_at(lines, shift_for(lines, total));
  for (Line& line : lines)
    line = line.rate > 0 ? Line{line.upper, 0, line.upper, line.upper} : Line{0, 1, line.lower, line.upper};
  return amounts_at(lines, shift_for(lines, total));
}

}  // namespace outlay::math
