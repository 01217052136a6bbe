// The posterior of the difference between two splits.
#include "analyses/budget/lift.h"

#include <algorithm>
#include <cmath>

#include "core/rng.h"
#include "math/order.h"

namespace outlay::budget::reallocate {
namespace {

constexpr double most_work = 2e6;
// A normal elasticity at three points (Gauss-Hermite): exact for its mean and variance.
constexpr double point[] = {-1.7320508075688772, 0, 1.7320508075688772};
constexpr double weight[] = {1.0 / 6, 2.0 / 3, 1.0 / 6};

// What the plan changes for one campaign: objective units for each unit of its rate, at three elasticities.
struct Change {
  std::size_t campaign;
  double per_rate[3];
  double mean() const { return weight[0] * per_rate[0] + weight[1] * per_rate[1] + weight[2] * per_rate[2]; }
  double square() const {
    return weight[0] * per_rate[0] * per_rate[0] + weight[1] * per_rate[1] * per_rate[1] +
           weight[2] * per_rate[2] * per_rate[2];
  }
};

// Spend in units that a rate multiplies: for a power curve cost * (x / cost)^b.
double effective_spend(Method method, double x, double cost, double elasticity) {
  return method == Method::diminishing ? cost * std::pow(x / cost, elasticity) : x;
}

class Posterior {
 public:
  Posterior(const Params& params, const Campaigns& campaigns, const Model& model, const std::vector<double>& budget)
      : model_(model), by_pool_(model.posteriors.size()) {
    for (std::size_t i = 0; i < budget.size(); ++i) {
      const double cost = campaigns.cost[i];
      known_ -= model.unit_cost * (budget[i] - cost);
      if (budget[i] == cost) continue;
      if (!(model.exposure[i] > 0)) {
        known_ += model.worth[i] * (model.observed[i].value(budget[i]) - model.observed[i].value(cost));
        continue;
      }
      Change change{i, {}};
      for (int k = 0; k < 3; ++k) {
        const double b = std::min(0.99, std::max(0.01, model.elasticity[i] + point[k] * model.elasticity_deviation[i]));
        change.per_rate[k] = model.worth[i] * (effective_spend(params.method, budget[i], cost, b) - cost);
      }
      by_pool_[model.pool[i]].push_back(change);
      ++changes_;
    }
  }

  double expected() const {
    double sum = known_;
    for (const auto& pool : by_pool_) {
      for (const Change& change : pool) sum += change.mean() * model_.shrunk_rate[change.campaign];
    }
    return sum;
  }

  // With `varying`, as if it were known that rates differ.
  std::vector<double> draw(int draws, bool varying, Rng rng) const {
    const bool each = static_cast<double>(changes_) * draws <= most_work;
    const std::vector<std::vector<Moments>> moments = each ? std::vector<std::vector<Moments>>() : all_moments();
    std::vector<double> out;
    for (int d = 0; d < draws; ++d) {
      double sum = known_;
      for (std::size_t k = 0; k < by_pool_.size(); ++k) {
        if (by_pool_[k].empty()) continue;
        const math::RatePosterior& posterior = model_.posteriors[k];
        const math::RateLaw& law = varying ? posterior.draw_varying_law(rng) : posterior.draw_law(rng);
        if (each) {
          sum += draw_each(by_pool_[k], law, rng);
        } else {
          const Moments& m = moments[k][static_cast<std::size_t>(&law - posterior.laws.data())];
          sum += m.mean + std::sqrt(m.variance) * rng.normal();
        }
      }
      out.push_back(sum);
    }
    return out;
  }

  double probability_equal() const {
    double sum = 0;
    std::size_t pools = 0;
    for (const math::RatePosterior& posterior : model_.posteriors) {
      if (posterior.laws.empty()) continue;
      sum += posterior.probability_equal();
      ++pools;
    }
    return pools > 0 ? sum / static_cast<double>(pools) : std::nan("");
  }

 private:
  struct Moments {
    double mean = 0, variance = 0;
  };

  double draw_each(const std::vector<Change>& pool, const math::RateLaw& law, Rng& rng) const {
    double sum = 0;
    for (const Change& change : pool) {
      const bool certain = change.per_rate[0] == change.per_rate[2];
      const double u = certain ? 0.5 : rng.uniform();
      const double per_rate = change.per_rate[u < weight[0] ? 0 : u < weight[0] + weight[1] ? 1 : 2];
      sum += per_rate * law.draw(model_.count[change.campaign], model_.exposure[change.campaign], rng);
    }
    return sum;
  }

  // Of the sum over a pool under each law: for many campaigns it is as good as normal.
  std::vector<std::vector<Moments>> all_moments() const {
    std::vector<std::vector<Moments>> out;
    for (std::size_t k = 0; k < by_pool_.size(); ++k) {
      out.emplace_back();
      for (const math::RateLaw& law : model_.posteriors[k].laws) {
        Moments m;
        for (const Change& change : by_pool_[k]) {
          const double count = model_.count[change.campaign], exposure = model_.exposure[change.campaign];
          const double mean = law.expected(count, exposure), h = change.mean();
          m.mean += h * mean;
          m.variance += change.square() * (law.variance(count, exposure) + mean * mean) - h * h * mean * mean;
        }
        m.variance = std::max(0.0, m.variance);
        out.back().push_back(m);
      }
    }
    return out;
  }

  const Model& model_;
  std::vector<std::vector<Change>> by_pool_;
  double known_ = 0;
  std::size_t changes_ = 0;
};

}  // namespace

Lift expected_lift(const Params& params, const Campaigns& campaigns, const Model& model,
                   const std::vector<double>& budget) {
  const double none = std::nan("");
  Lift out{none, none, none, none, none};
  const bool counted =
      std::any_of(model.exposure.begin(), model.exposure.end(), [](double exposure) { return exposure > 0; });
  if (!counted || params.draws <= 0) return out;
  const Posterior posterior(params, campaigns, model, budget);
  out.expected = posterior.expected();
  out.p_equal = posterior.probability_equal();
  // Moving money between equal rates gains nothing; rounding errors of that are no gain.
  double size = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) size += model.worth[i] * campaigns.conversions[i];
  const auto drawn = [&](bool varying, std::uint64_t stream) {
    const Rng rng(static_cast<std::uint64_t>(params.seed), "budget/reallocate", stream);
    std::vector<double> draws = posterior.draw(params.draws, varying, rng);
    for (double& lift : draws) lift = std::abs(lift) <= 1e-9 * size ? 0 : lift;
    return draws;
  };
  const std::vector<double> draws = drawn(false, 0);
  out.low = math::quantile(draws, 0.1);
  out.high = math::quantile(draws, 0.9);
  // Rates that differ by too little to be told from luck look equal, and an interval of mostly "equal" is too short for
  // them: it is taken to hold what it would if they were known to differ as well.
  if (out.p_equal > 0.001) {
    const std::vector<double> differing = drawn(true, 1);
    out.low = std::min(out.low, math::quantile(differing, 0.1));
    out.high = std::max(out.high, math::quantile(differing, 0.9));
  }
  const auto gains = std::count_if(draws.begin(), draws.end(), [](double lift) { return lift > 0; });
  out.p_gain = static_cast<double>(gains) / static_cast<double>(draws.size());
  return out;
}

}  // namespace outlay::budget::reallocate
