// Giving, taking and exchanging whole steps between items until no single move brings more.
#pragma once

#include <optional>
#include <vector>

#include "math/rounding.h"

namespace outlay::math {

/// The best rounding where values are concave and the total is a whole number of steps; a good one elsewhere. Items
/// that are off stay off. Empty when the moves do not reach all limits. O((n + steps) log n), and one look at every
/// pair of groups for each step moved.
std::optional<Rounded> exchange_steps(const RoundingTask& task, double slack);

}  // namespace outlay::math
