// Kernel estimates of a density.
#pragma once

#include <vector>

namespace outlay::math {

/// Silverman's rule of thumb (1986, eq. 3.31, R's bw.nrd0): 0.9 min(sd, IQR / 1.34) n^(-1/5). NaN for fewer than two
/// values; where the values do not vary, their size stands for the spread (1 when that is 0).
double silverman_bandwidth(const std::vector<double>& values);

/// The Gaussian kernel density of `values` at each of `at`, in 1 / unit of the values. Values further than 8 bandwidths
/// away are left out (their weight is below 1e-14). Empty `values` give zeros. O(n log n + at * neighbours).
std::vector<double> gaussian_density(std::vector<double> values, double bandwidth, const std::vector<double>& at);

}  // namespace outlay::math
