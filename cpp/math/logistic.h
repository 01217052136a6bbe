// Logistic regression on grouped rows with sparse features, with a ridge penalty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "math/linear.h"

namespace outlay::math {

/// Rows of (feature, value) pairs, one after the other.
struct SparseRows {
  std::vector<std::uint32_t> features;
  std::vector<double> values;
  std::vector<std::size_t> offsets{0};

  std::size_t rows() const { return offsets.size() - 1; }
  void end_row() { offsets.push_back(features.size()); }
};

struct LogisticFit {
  std::vector<double> beta;
  Matrix hessian_factor;  // Cholesky factor of the penalised Hessian at beta
  bool converged = false;
};

/// 1 / (1 + exp(-x)).
double logistic(double x);

/// beta'x of a row.
double linear_score(const SparseRows& rows, std::size_t row, const std::vector<double>& beta);

/// The maximum of sum(positive log p + negative log(1 - p)) - sum(ridge beta^2) / 2, by Newton's method with halved
/// steps where one would not rise (McCullagh and Nelder 1989, 4.4; le Cessie and van Houwelingen 1992 for the penalty).
/// Row r stands for `positive[r]` and `negative[r]` cases; `ridge` has one entry a feature. The search begins at
/// `start`, or at 0 where that is empty. O(rows x features-per-row^2 + features^3) a step.
LogisticFit fit_logistic(const SparseRows& rows, const std::vector<double>& positive,
                         const std::vector<double>& negative, const std::vector<double>& ridge,
                         std::vector<double> start = {});

}  // namespace outlay::math
