// Elimination row by row, so that the inner loops run along memory.
#include "math/linear.h"

#include <algorithm>
#include <cmath>

namespace outlay::math {
namespace {

void swap_rows(Matrix& m, std::size_t a, std::size_t b) {
  if (a != b) std::swap_ranges(&m.at(a, 0), &m.at(a, 0) + m.columns, &m.at(b, 0));
}

void subtract_row(Matrix& m, std::size_t from, std::size_t row, double factor, std::size_t first) {
  const double* source = &m.values[from * m.columns];
  double* target = &m.values[row * m.columns];
  for (std::size_t c = first; c < m.columns; ++c) target[c] -= factor * source[c];
}

}  // namespace

Matrix solve(Matrix a, Matrix right) {
  const std::size_t n = a.rows;
  double scale = 0;
  for (double v : a.values) scale = std::max(scale, std::abs(v));
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t r = k + 1; r < n; ++r) {
      if (std::abs(a.at(r, k)) > std::abs(a.at(pivot, k))) pivot = r;
    }
    if (!(std::abs(a.at(pivot, k)) > 1e-15 * scale)) return {};
    swap_rows(a, k, pivot);
    swap_rows(right, k, pivot);
    for (std::size_t r = k + 1; r < n; ++r) {
      const double factor = a.at(r, k) / a.at(k, k);
      if (factor == 0) continue;
      subtract_row(a, k, r, factor, k);
      subtract_row(right, k, r, factor, 0);
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t c = k + 1; c < n; ++c) {
      if (a.at(k, c) != 0) subtract_row(right, c, k, a.at(k, c), 0);
    }
    for (std::size_t c = 0; c < right.columns; ++c) right.at(k, c) /= a.at(k, k);
  }
  return right;
}

Matrix inverse(const Matrix& a) {
  Matrix identity(a.rows, a.rows);
  for (std::size_t i = 0; i < a.rows; ++i) identity.at(i, i) = 1;
  return solve(a, std::move(identity));
}

Matrix cholesky(Matrix a) {
  const std::size_t n = a.rows;
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t c = 0; c <= r; ++c) {
      double sum = a.at(r, c);
      for (std::size_t k = 0; k < c; ++k) sum -= a.at(r, k) * a.at(c, k);
      if (r == c && !(sum > 0)) return {};
      a.at(r, c) = r == c ? std::sqrt(sum) : sum / a.at(c, c);
    }
    for (std::size_t c = r + 1; c < n; ++c) a.at(r, c) = 0;
  }
  return a;
}

std::vector<double> solve_cholesky(const Matrix& lower, std::vector<double> b) {
  const std::size_t n = lower.rows;
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t k = 0; k < r; ++k) b[r] -= lower.at(r, k) * b[k];
    b[r] /= lower.at(r, r);
  }
  for (std::size_t r = n; r-- > 0;) {
    for (std::size_t k = r + 1; k < n; ++k) b[r] -= lower.at(k, r) * b[k];
    b[r] /= lower.at(r, r);
  }
  return b;
}

}  // namespace outlay::math
