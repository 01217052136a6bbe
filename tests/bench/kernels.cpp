// Times the engine's kernels, natively or in WebAssembly: NAME SIZE [ROUNDS] prints the median time and a sum to compare.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/rng.h"
#include "math/binomial.h"
#include "math/branch.h"
#include "math/coalitions.h"
#include "math/linear.h"
#include "math/simplex.h"

namespace {

using namespace outlay;

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (double value : values) sum += value;
  return sum;
}

// Both bounds of the very counts of peers/clopper_scipy.py.
double clopper_pearson(std::size_t bounds) {
  double sum = 0;
  for (std::size_t k = 0; k < bounds / 2; ++k) {
    const double trials = 100.0 + static_cast<double>(k % 9973);
    const math::Interval found = math::clopper_pearson(trials * static_cast<double>(k % 89 + 1) / 1000, trials, 0.2);
    sum += found.lower + found.upper;
  }
  return sum;
}

double project(std::size_t n) {
  Rng rng(1, "bench");
  std::vector<double> target(n), lower(n), upper(n);
  for (std::size_t i = 0; i < n; ++i) {
    target[i] = rng.uniform();
    lower[i] = 0.2 * rng.uniform();
    upper[i] = 0.3 + rng.uniform();
  }
  return sum_of(math::project_squares(target, lower, upper, 0.45 * static_cast<double>(n))->amount);
}

double shapley(std::size_t players) {
  std::vector<double> worth(std::size_t{1} << players);
  Rng rng(2, "bench");
  for (double& value : worth) value = rng.uniform();
  return math::shapley_values(worth, players)[0];
}

double solve(std::size_t n) {
  math::Matrix a(n, n), right(n, 1);
  Rng rng(3, "bench");
  for (double& value : a.values) value = rng.uniform();
  for (std::size_t i = 0; i < n; ++i) {
    a.at(i, i) += static_cast<double>(n);
    right.at(i, 0) = rng.uniform();
  }
  return sum_of(math::solve(std::move(a), std::move(right)).values);
}

double plan(std::size_t n) {
  Rng rng(4, "bench");
  std::vector<math::Choice> items;
  std::vector<double> preferred(n, 0);
  math::Groups groups = math::Groups::whole(n, 100.0 * static_cast<double>(n), 100.0 * static_cast<double>(n));
  for (int group = 0; group < 50; ++group) {
    groups.parent.push_back(0);
    groups.lower.push_back(0);
    groups.upper.push_back(2.2 * static_cast<double>(n));
  }
  for (std::size_t i = 0; i < n; ++i) {
    items.push_back({{math::CurveKind::power, 1 + 9 * rng.uniform(), 0.3 + 0.5 * rng.uniform(), 1}, {0, 0, 300}});
    groups.node_of[i] = static_cast<int>(1 + i % 50);
  }
  return math::maximise(items, groups, 0, preferred, {})->value;
}

double normals(std::size_t n) {
  Rng rng(5, "bench");
  double sum = 0;
  for (std::size_t k = 0; k < n; ++k) sum += rng.normal();
  return sum;
}

const std::map<std::string, std::function<double(std::size_t)>> kernels{
    {"clopper_pearson", clopper_pearson}, {"project", project}, {"shapley", shapley}, {"solve", solve}, {"plan", plan},
    {"normals", normals}};

}  // namespace

int main(int count, char** words) {
  const auto kernel = kernels.find(count > 2 ? words[1] : "");
  if (kernel == kernels.end()) return std::fprintf(stderr, "NAME SIZE [ROUNDS]\n"), 2;
  const auto size = static_cast<std::size_t>(std::atof(words[2]));
  std::vector<double> times(count > 3 ? std::atoi(words[3]) : 5);
  double sum = kernel->second(size);  // a warm-up
  for (double& time : times) {
    const auto start = std::chrono::steady_clock::now();
    sum = kernel->second(size);
    time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"ms\": %.6g, \"fastest\": %.6g, \"sum\": %.12g}\n", times[times.size() / 2], times[0], sum);
}
