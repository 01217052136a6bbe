// Normal equations and their triangular factor.
#include "math/few_columns.h"

#include <cmath>

namespace outlay::math {
namespace {

constexpr double least_pivot = 1e-9;  // of a column scaled to length 1: what is left of it beyond the others

}  // namespace

void FewColumns::add(const Row& x, double y, double weight) {
  for (std::size_t i = 0; i < most; ++i) {
    for (std::size_t j = 0; j <= i; ++j) squares_[i][j] += weight * x[i] * x[j];
    products_[i] += weight * x[i] * y;
  }
}

void FewColumns::solve() {
  for (std::size_t i = 0; i < most; ++i) scale_[i] = squares_[i][i] > 0 ? 1 / std::sqrt(squares_[i][i]) : 0;
  for (std::size_t i = 0; i < most; ++i) {
    double rest = scale_[i] > 0 ? 1 : 0;
    for (std::size_t j = 0; j < i; ++j) {
      factor_[i][j] = 0;
      if (!used_[j]) continue;
      double product = squares_[i][j] * scale_[i] * scale_[j];
      for (std::size_t k = 0; k < j; ++k) product -= factor_[i][k] * factor_[j][k];
      factor_[i][j] = product / factor_[j][j];
      rest -= factor_[i][j] * factor_[i][j];
    }
    used_[i] = rest > least_pivot;
    factor_[i][i] = used_[i] ? std::sqrt(rest) : 1;
    if (!used_[i]) factor_[i].fill(0);
  }
  coefficients_ = solved_for(products_);
}

FewColumns::Row FewColumns::solved_for(const Row& right) const {
  Row out{};
  for (std::size_t i = 0; i < most; ++i) {
    if (!used_[i]) continue;
    out[i] = right[i] * scale_[i];
    for (std::size_t k = 0; k < i; ++k) out[i] -= factor_[i][k] * out[k];
    out[i] /= factor_[i][i];
  }
  for (std::size_t i = most; i-- > 0;) {
    if (!used_[i]) continue;
    for (std::size_t k = i + 1; k < most; ++k) out[i] -= factor_[k][i] * out[k];
    out[i] /= factor_[i][i];
  }
  for (std::size_t i = 0; i < most; ++i) out[i] *= scale_[i];
  return out;
}

double FewColumns::predict(const Row& x) const { return dot(coefficients_, x); }

}  // namespace outlay::math
