// Giving, taking and exchanging whole steps between items until no single move brings more.
#pragma once

#include <optional>
#include <vector>

#include "math/rounding.h"

namespace outlay::math {

/// The best rounding where values are concave and the total is a whole number of steps; a good one elsewhere. Items
/// are turned on or off only where steps alone do not reach the limits. Empty when the moves do not reach them. O((n +
/// steps) log n), and one look at every pair of groups for each step moved.
std::optional<Rounded> exchange_steps(const RoundingTask& task, double slack);

}  // namespace outlay::math
