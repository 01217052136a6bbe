// Solving systems against numpy.linalg, and against the systems themselves.
#include "math/linear.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/rng.h"

namespace outlay::math {
namespace {

Matrix random_matrix(std::size_t n, Rng& rng) {
  Matrix m(n, n);
  for (double& v : m.values) v = rng.normal();
  return m;
}

TEST(Linear, SolvesLikeNumpy) {
  Matrix a(3, 3);
  a.values = {0, 2, 1, 1, -2, -3, -1, 1, 2};
  Matrix b(3, 1);
  b.values = {-8, 0, 3};
  const Matrix x = solve(a, b);  // numpy.linalg.solve: [-4, -5, 2]
  EXPECT_NEAR(x.at(0, 0), -4, 1e-12);
  EXPECT_NEAR(x.at(1, 0), -5, 1e-12);
  EXPECT_NEAR(x.at(2, 0), 2, 1e-12);
}

TEST(Linear, TheInverseUndoes) {
  Rng rng(1, "linear");
  for (std::size_t n : {1, 2, 7, 40}) {
    const Matrix a = random_matrix(n, rng);
    const Matrix inverse_a = inverse(a);
    for (std::size_t r = 0; r < n; ++r) {
      for (std::size_t c = 0; c < n; ++c) {
        double sum = 0;
        for (std::size_t k = 0; k < n; ++k) sum += a.at(r, k) * inverse_a.at(k, c);
        EXPECT_NEAR(sum, r == c, 1e-9) << n;
      }
    }
  }
}

TEST(Linear, SaysWhenASystemIsSingular) {
  Matrix a(2, 2);
  a.values = {1, 2, 2, 4};
  EXPECT_EQ(inverse(a).rows, 0u);
  EXPECT_EQ(cholesky(a).rows, 0u);
}

TEST(Linear, CholeskySolvesLikeElimination) {
  Rng rng(2, "linear");
  const std::size_t n = 12;
  const Matrix m = random_matrix(n, rng);
  Matrix a(n, n), b(n, 1);
  for (std::size_t r = 0; r < n; ++r) {
    b.at(r, 0) = rng.normal();
    for (std::size_t c = 0; c < n; ++c) {
      for (std::size_t k = 0; k < n; ++k) a.at(r, c) += m.at(r, k) * m.at(c, k);
    }
  }
  const Matrix expected = solve(a, b);
  const std::vector<double> x = solve_cholesky(cholesky(a), b.values);
  for (std::size_t r = 0; r < n; ++r) EXPECT_NEAR(x[r], expected.at(r, 0), 1e-8 * std::abs(expected.at(r, 0)));
}

}  // namespace
}  // namespace outlay::math
