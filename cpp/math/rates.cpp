// A grid over how much rates vary; for each, the mean by Laplace's approximation at five points.
#include "math/rates.h"

#include <algorithm>
#include <cmath>

#include "math/distributions.h"

namespace outlay::math {
namespace {

constexpr std::size_t most_items = 20000;
constexpr int grid = 40;
constexpr double least_deviation = 0.03, most_deviation = 2;
constexpr double prior_equal = 0.5;
// Gauss-Hermite for a standard normal.
constexpr double normal_point[] = {-2.8569700138728056, -1.3556261799742657, 0, 1.3556261799742657, 2.8569700138728056};
constexpr double normal_weight[] = {0.011257411327720689, 0.22207592200561264, 0.53333333333333333, 0.22207592200561264,
                                    0.011257411327720689};

struct Sample {
  std::vector<double> count, exposure;
  double counts = 0, exposures = 0;
};

Sample sample_of(const std::vector<double>& count, const std::vector<double>& exposure) {
  Sample out;
  const std::size_t every = (count.size() + most_items - 1) / most_items;
  for (std::size_t i = 0; i < count.size(); i += std::max<std::size_t>(1, every)) {
    if (!(exposure[i] > 0) || !(count[i] >= 0)) continue;
    out.count.push_back(count[i]);
    out.exposure.push_back(exposure[i]);
    out.counts += count[i];
    out.exposures += exposure[i];
  }
  return out;
}

struct Fit {
  double log_mean = 0;
  double information = 0;  // about the logarithm of the mean
  double log_likelihood = 0;
};

// The mean of largest likelihood for a gamma law of this shape: Newton's method, the likelihood being concave in log
// mean.
Fit fit_shape(const Sample& sample, double shape, double log_mean) {
  Fit fit{log_mean, 0, 0};
  for (int step = 0; step < 50; ++step) {
    const double rate = shape * std::exp(-fit.log_mean);
    double slope = 0;
    fit.information = 0;
    for (std::size_t i = 0; i < sample.count.size(); ++i) {
      const double part = rate / (rate + sample.exposure[i]);
      slope += (shape + sample.count[i]) * part - shape;
      fit.information += (shape + sample.count[i]) * part * (1 - part);
    }
    const double change = std::min(2.0, std::max(-2.0, slope / fit.information));
    fit.log_mean += change;
    if (std::abs(change) < 1e-9) break;
  }
  const double rate = shape * std::exp(-fit.log_mean);
  const double constant = shape * std::log(rate) - std::lgamma(shape);
  for (std::size_t i = 0; i < sample.count.size(); ++i) {
    const double total = shape + sample.count[i];
    fit.log_likelihood += std::lgamma(total) + constant - total * std::log(rate + sample.exposure[i]);
  }
  return fit;
}

Fit fit_equal(const Sample& sample) {
  const double counts = std::max(sample.counts, 0.5);
  const double log_mean = std::log(counts / sample.exposures);
  return {log_mean, counts, sample.counts * log_mean - std::exp(log_mean) * sample.exposures};
}

void add_laws(const Fit& fit, double shape, double prior, std::vector<RateLaw>& laws,
              std::vector<double>& log_weights) {
  for (int k = 0; k < 5; ++k) {
    laws.push_back({normal_weight[k], std::exp(fit.log_mean + normal_point[k] / std::sqrt(fit.information)), shape});
    log_weights.push_back(std::log(prior) + fit.log_likelihood - 0.5 * std::log(fit.information));
  }
}

}  // namespace

RatePosterior rate_posterior(const std::vector<double>& count, const std::vector<double>& exposure) {
  const Sample sample = sample_of(count, exposure);
  RatePosterior out;
  if (sample.count.empty()) return out;
  std::vector<double> log_weights;
  const Fit equal = fit_equal(sample);
  add_laws(equal, 0, prior_equal, out.laws, log_weights);
  // One item, or none with an event, tells nothing of how rates vary.
  if (sample.count.size() > 1 && sample.counts > 0) {
    double log_mean = equal.log_mean;
    for (int k = 0; k < grid; ++k) {
      const double deviation = least_deviation * std::pow(most_deviation / least_deviation, k / (grid - 1.0));
      const double shape = 1 / (deviation * deviation);
      const Fit fit = fit_shape(sample, shape, log_mean);
      log_mean = fit.log_mean;
      add_laws(fit, shape, (1 - prior_equal) / grid, out.laws, log_weights);
    }
  }
  const double most = *std::max_element(log_weights.begin(), log_weights.end());
  double sum = 0;
  for (std::size_t k = 0; k < out.laws.size(); ++k) sum += out.laws[k].weight *= std::exp(log_weights[k] - most);
  for (RateLaw& law : out.laws) law.weight /= sum;
  return out;
}

double RatePosterior::expected(double count, double exposure) const {
  double sum = 0;
  for (const RateLaw& law : laws) sum += law.weight * law.expected(count, exposure);
  return sum;
}

double RatePosterior::quantile(double p, double count, double exposure) const {
  if (laws.empty()) return std::nan("");
  const auto below = [&](double x) {
    double sum = 0;
    for (const RateLaw& law : laws) {
      if (law.weight < 1e-15) continue;
      const bool varies = law.shape > 0;
      sum += law.weight * (varies ? gamma_cdf(x, law.shape + count, law.shape / law.mean + exposure) : law.mean <= x);
    }
    return sum;
  };
  double low = 0, high = expected(count, exposure);
  while (below(high) < p && high < 1e300) high *= 2;
  for (int step = 0; step < 200 && high - low > 1e-13 * high; ++step) {
    const double middle = 0.5 * (low + high);
    (below(middle) < p ? low : high) = middle;
  }
  return high;
}

double RatePosterior::probability_equal() const {
  double sum = 0;
  for (const RateLaw& law : laws) sum += law.shape > 0 ? 0 : law.weight;
  return sum;
}

const RateLaw& RatePosterior::draw_law(Rng& rng) const {
  double left = rng.uniform();
  for (const RateLaw& law : laws) {
    if ((left -= law.weight) < 0) return law;
  }
  return laws.back();
}

const RateLaw& RatePosterior::draw_varying_law(Rng& rng) const {
  const double varying = 1 - probability_equal();
  if (!(varying > 1e-12)) return draw_law(rng);
  double left = rng.uniform() * varying;
  for (const RateLaw& law : laws) {
    if (law.shape > 0 && (left -= law.weight) < 0) return law;
  }
  return laws.back();
}

}  // namespace outlay::math
