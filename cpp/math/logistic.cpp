// Newton's method for penalised logistic regression.
#include "math/logistic.h"

#include <algorithm>
#include <cmath>

namespace outlay::math {
namespace {

// log(1 + exp(x)) without overflow.
double log1p_exp(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

struct Problem {
  const SparseRows& rows;
  const std::vector<double>& positive;
  const std::vector<double>& negative;
  const std::vector<double>& ridge;

  double objective(const std::vector<double>& beta) const {
    double sum = 0;
    for (std::size_t r = 0; r < rows.rows(); ++r) {
      const double cases = positive[r] + negative[r];
      if (cases == 0) continue;
      const double x = linear_score(rows, r, beta);
      sum += positive[r] * x - cases * log1p_exp(x);
    }
    for (std::size_t f = 0; f < beta.size(); ++f) sum -= ridge[f] * beta[f] * beta[f] / 2;
    return sum;
  }

  void derivatives(const std::vector<double>& beta, std::vector<double>& gradient, Matrix& hessian) const {
    gradient.assign(beta.size(), 0);
    hessian = Matrix(beta.size(), beta.size());
    for (std::size_t r = 0; r < rows.rows(); ++r) {
      const double cases = positive[r] + negative[r];
      if (cases == 0) continue;
      const double p = logistic(linear_score(rows, r, beta));
      const double residual = positive[r] - cases * p, weight = cases * p * (1 - p);
      for (std::size_t i = rows.offsets[r]; i < rows.offsets[r + 1]; ++i) {
        gradient[rows.features[i]] += residual * rows.values[i];
        double* line = &hessian.at(rows.features[i], 0);
        const double factor = weight * rows.values[i];
        for (std::size_t j = rows.offsets[r]; j < rows.offsets[r + 1]; ++j)
          line[rows.features[j]] += factor * rows.values[j];
      }
    }
    for (std::size_t f = 0; f < beta.size(); ++f) {
      gradient[f] -= ridge[f] * beta[f];
      hessian.at(f, f) += ridge[f];
    }
  }
};

}  // namespace

double logistic(double x) { return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }

double linear_score(const SparseRows& rows, std::size_t row, const std::vector<double>& beta) {
  double sum = 0;
  for (std::size_t i = rows.offsets[row]; i < rows.offsets[row + 1]; ++i)
    sum += beta[rows.features[i]] * rows.values[i];
  return sum;
}

LogisticFit fit_logistic(const SparseRows& rows, const std::vector<double>& positive,
                         const std::vector<double>& negative, const std::vector<double>& ridge,
                         std::vector<double> start) {
  constexpr int most_steps = 100;
  const Problem problem{rows, positive, negative, ridge};
  LogisticFit fit;
  fit.beta = std::move(start);
  fit.beta.resize(ridge.size(), 0);
  double best = problem.objective(fit.beta);
  std::vector<double> gradient;
  Matrix hessian;
  for (int step = 0; step < most_steps && !fit.converged; ++step) {
    problem.derivatives(fit.beta, gradient, hessian);
    fit.hessian_factor = cholesky(std::move(hessian));
    if (fit.hessian_factor.rows == 0) return fit;
    const std::vector<double> direction = solve_cholesky(fit.hessian_factor, gradient);
    double rise = 0;
    for (std::size_t f = 0; f < direction.size(); ++f) rise += direction[f] * gradient[f];
    fit.converged = rise <= 1e-18 * (1 + std::abs(best));
    double length = 1;
    for (int halving = 0; halving < 40; ++halving, length /= 2) {
      std::vector<double> next = fit.beta;
      for (std::size_t f = 0; f < next.size(); ++f) next[f] += length * direction[f];
      const double value = problem.objective(next);
      // At the very top rounding hides the rise: the full step is then the right one.
      if (!(value >= best) && !(halving == 0 && rise < 1e-9 * (1 + std::abs(best)))) continue;
      best = value;
      fit.beta = std::move(next);
      break;
    }
  }
  return fit;
}

}  // namespace outlay::math
