// Weighted least squares with a handful of columns, for the thousands of small fits of a local regression.
#pragma once

#include <array>
#include <cstddef>

namespace outlay::math {

/// Feed rows, `solve`, then predict. Columns that the others make up, or that are all 0, get the coefficient 0. No
/// constant is added: make it a column.
class FewColumns {
 public:
  static constexpr std::size_t most = 5;
  using Row = std::array<double, most>;  // columns beyond those in use are 0

  void add(const Row& x, double y, double weight);
  /// By Cholesky's factors of the normal equations, scaled to unit columns. O(1).
  void solve();
  double predict(const Row& x) const;
  /// How far each fed row reaches the prediction at `x`: that is the sum over rows of weight * dot(reach, row) * y.
  Row reach(const Row& x) const { return solved_for(x); }
  double coefficient(std::size_t column) const { return coefficients_[column]; }

 private:
  /// (X'WX)^-1 right, by forward and backward substitution.
  Row solved_for(const Row& right) const;

  std::array<Row, most> squares_{}, factor_{};
  Row products_{}, coefficients_{}, scale_{};
  std::array<bool, most> used_{};
};

inline double dot(const FewColumns::Row& a, const FewColumns::Row& b) {
  double out = 0;
  for (std::size_t i = 0; i < FewColumns::most; ++i) out += a[i] * b[i];
  return out;
}

}  // namespace outlay::math
