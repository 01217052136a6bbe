// Small dense linear algebra: solving square systems, by elimination with partial pivoting or by Cholesky.
#pragma once

#include <cstddef>
#include <vector>

namespace outlay::math {

/// Row-major.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<double> values;

  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns) : rows(rows), columns(columns), values(rows * columns, 0.0) {}
  double& at(std::size_t r, std::size_t c) { return values[r * columns + c]; }
  double at(std::size_t r, std::size_t c) const { return values[r * columns + c]; }
};

/// The x of `a` x = b for every column b of `right`; both have n rows, `a` is square. Empty when `a` is singular to
/// working precision. O(n^3 + n^2 columns).
Matrix solve(Matrix a, Matrix right);

/// Empty when `a` is singular to working precision. O(n^3).
Matrix inverse(const Matrix& a);

/// The lower L with L L' = `a`, a symmetric positive definite matrix of which only the lower half is read; empty when
/// it is none (Golub and Van Loan, Matrix Computations, 4.2). O(n^3 / 3).
Matrix cholesky(Matrix a);

/// The x of L L' x = b. O(n^2).
std::vector<double> solve_cholesky(const Matrix& lower, std::vector<double> b);

}  // namespace outlay::math
