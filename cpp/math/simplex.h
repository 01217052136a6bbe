// Projection on the bounded simplex: the amounts nearest to given targets that keep their bounds and a total.
//
// Nearest in squares: Pardalos and Kovoor (1990); in Kullback-Leibler divergence: the same sweep in factors.
#pragma once

#include <optional>
#include <vector>

namespace outlay::math {

struct Projected {
  std::vector<double> amount;
  double shift = 0;  // amount = clamp(target + shift), or clamp(target * shift)
};

/// Minimises the sum of (x - target)^2. Empty when the bounds cannot hold the total. Exact, O(n log n).
std::optional<Projected> project_squares(const std::vector<double>& target, const std::vector<double>& lower,
                                         const std::vector<double>& upper, double total);

/// Minimises the sum of x log(x / target); targets, bounds >= 0. An item with target 0 stays at its lower bound unless
/// the others cannot hold the total. Empty when the bounds cannot. Exact, O(n log n).
std::optional<Projected> project_divergence(const std::vector<double>& target, const std::vector<double>& lower,
                                            const std::vector<double>& upper, double total);

}  // namespace outlay::math
