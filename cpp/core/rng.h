// A counter-based random generator: the same seed, operation and stream give the same numbers on every machine.
//
// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

/// The Philox4x32-10 bijection itself: 128 bits of counter under a 64-bit key.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

class Rng {
 public:
  /// `op` names the operation ("budget/reallocate"); `stream` numbers independent sequences within it.
  Rng(std::uint64_t seed, std::string_view op, std::uint64_t stream = 0);

  std::uint32_t bits();
  /// Uniform in [0, 1) with 53 random bits.
  double uniform();
  /// Uniform over 0 .. n-1 without bias; n must be positive.
  std::uint32_t below(std::uint32_t n);
  /// Standard normal, by Marsaglia's polar method.
  double normal();
  /// Gamma with the given shape (> 0) and scale 1, by Marsaglia and Tsang (2000).
  double gamma(double shape);
  /// Beta(a, b), a and b > 0.
  double beta(double a, double b);
  /// Poisson with the given mean (>= 0): by inversion below 30, above by Hormann's transformed rejection (1993).
  double poisson(double mean);

  /// Fisher-Yates.
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_{};
  std::array<std::uint32_t, 4> block_{};
  int used_ = 4;
  double spare_normal_ = 0;
  bool has_spare_ = false;
};

}  // namespace outlay
