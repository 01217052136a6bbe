// Many tests at once: which findings to believe when some of them will be chance.
#pragma once

#include <vector>

namespace outlay::math {

/// Adjusted p-values of Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995), as R's
/// p.adjust(method = "BH"): those at most q are, on average, false in a share q of the cases. NaN stays NaN and is not
/// counted. O(n log n).
std::vector<double> benjamini_hochberg(const std::vector<double>& p_values);

}  // namespace outlay::math
