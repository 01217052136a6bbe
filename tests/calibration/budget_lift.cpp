// The winner's curse: how often the interval of the lift holds the true lift, and how far the unshrunk figure overstates.
#include <cmath>
#include <cstdio>
#include <string>

#include "analyses/budget/reallocate.h"
#include "core/rng.h"
#include "study.h"

namespace outlay::calibration {
namespace {

namespace reallocate = budget::reallocate;

enum class Truth { equal, gamma, lognormal, two_kinds };

struct Scenario {
  const char* name;
  Truth truth;
  double deviation;  // of true rates, relative
  int campaigns;
  double conversions;  // of a campaign, on average
  reallocate::Method method;
  bool is_claim;  // whether the claim is about this one; others show what happens off the path
};

const Scenario scenarios[] = {
    {"all equal, best first", Truth::equal, 0, 50, 20, reallocate::Method::linear, true},
    {"all equal, few conversions", Truth::equal, 0, 50, 3, reallocate::Method::linear, true},
    {"all equal, 300 campaigns", Truth::equal, 0, 300, 20, reallocate::Method::linear, true},
    {"rates differ by 30%, best first", Truth::gamma, 0.3, 50, 20, reallocate::Method::linear, true},
    {"rates differ by 60%, best first", Truth::gamma, 0.6, 50, 20, reallocate::Method::linear, true},
    {"rates differ by 60%, few conversions", Truth::gamma, 0.6, 50, 3, reallocate::Method::linear, true},
    {"rates differ by 30%, 300 campaigns", Truth::gamma, 0.3, 300, 20, reallocate::Method::linear, true},
    {"rates differ by 40%, diminishing", Truth::gamma, 0.4, 50, 20, reallocate::Method::diminishing, true},
    {"rates differ by 40%, lognormal", Truth::lognormal, 0.4, 50, 20, reallocate::Method::linear, true},
    {"one in five is twice as good: no such law is assumed", Truth::two_kinds, 0, 50, 20, reallocate::Method::linear, false},
    {"rates differ by 10%: hard to tell", Truth::gamma, 0.1, 50, 20, reallocate::Method::linear, false},
};

constexpr double base_rate = 0.05;
constexpr double elasticity = 0.7;

double poisson(double mean, Rng& rng) {
  int count = -1;
  for (double left = mean; left >= 0; ++count) left += std::log(1 - rng.uniform());
  return count;
}

double true_rate(const Scenario& s, Rng& rng) {
  switch (s.truth) {
    case Truth::equal:
      return base_rate;
    case Truth::gamma: {
      const double shape = 1 / (s.deviation * s.deviation);
      return base_rate * rng.gamma(shape) / shape;
    }
    case Truth::lognormal: {
      const double sigma = std::sqrt(std::log1p(s.deviation * s.deviation));
      return base_rate * std::exp(sigma * rng.normal() - 0.5 * sigma * sigma);
    }
    case Truth::two_kinds:
      return base_rate * (rng.uniform() < 0.2 ? 2 : 1);
  }
  return base_rate;
}

struct World {
  Table table;
  std::vector<double> rate, cost;
};

World make_world(const Scenario& s, Rng& rng) {
  World world;
  TextColumn name;
  NumberColumn clicks, conversions;
  for (int i = 0; i < s.campaigns; ++i) {
    world.rate.push_back(true_rate(s, rng));
    world.cost.push_back(s.conversions / base_rate * (0.5 + rng.uniform()));
    name.codes.push_back(i);
    name.dictionary.push_back("c" + std::to_string(i));
    clicks.push_back(world.cost.back());
    conversions.push_back(poisson(world.rate.back() * world.cost.back(), rng));
  }
  world.table.rows = static_cast<std::size_t>(s.campaigns);
  world.table.columns = {{"campaign", name, {}}, {"cost", world.cost, {}}, {"clicks", clicks, {}},
                         {"conversions", conversions, {}}};
  return world;
}

reallocate::Result plan_for(const Scenario& s, const World& world, int seed) {
  reallocate::Params params;
  params.method = s.method;
  params.elasticity = elasticity;
  params.min_change = -0.5;
  params.max_change = 0.5;
  params.frontier_points = 0;
  params.seed = seed;
  const About about = reallocate::about();
  Inputs inputs;
  RoleColumns roles;
  for (const Column& column : world.table.columns) roles[column.name] = column.name;
  inputs.add("campaigns", BoundTable(about.inputs[0], world.table, roles));
  Context context;
  return reallocate::run(params, inputs, context);
}

double true_conversions(const Scenario& s, const World& world, const NumberColumn& budget) {
  double sum = 0;
  for (std::size_t i = 0; i < budget.size(); ++i) {
    const double part = budget[i] / world.cost[i];
    const double response = s.method == reallocate::Method::diminishing ? std::pow(part, elasticity) : part;
    sum += world.rate[i] * world.cost[i] * response;
  }
  return sum;
}

struct Tally {
  double covered = 0, holds_zero = 0, nothing_to_gain = 0, unshrunk = 0, shrunk = 0, actual = 0;
};

Tally simulate(const Scenario& s, int runs, std::uint64_t stream) {
  Tally tally;
  for (int run = 0; run < runs; ++run) {
    Rng rng(static_cast<std::uint64_t>(run) + 1, "calibrate budget lift", stream);
    const World world = make_world(s, rng);
    const reallocate::Result result = plan_for(s, world, run);
    const double before = true_conversions(s, world, world.cost);
    const double lift = true_conversions(s, world, result.campaign_table.optimized_budget) - before;
    const double slack = 1e-9 * before;
    tally.covered += result.lift_low <= lift + slack && lift <= result.lift_high + slack;
    tally.holds_zero += result.lift_low <= slack && result.lift_high >= -slack;
    tally.nothing_to_gain += result.verdict == "as_good";
    tally.unshrunk += result.lift / before;
    tally.shrunk += result.shrunk_lift / before;
    tally.actual += lift / before;
  }
  return tally;
}

bool holds(const Scenario& s, const Tally& tally, int runs) {
  if (!s.is_claim) return true;
  if (s.truth == Truth::equal) return tally.holds_zero >= 0.76 * runs && tally.nothing_to_gain >= 0.76 * runs;
  return tally.covered >= 0.76 * runs && tally.covered <= 0.84 * runs;
}

bool run(std::ostream& out, int runs) {
  out << "| campaigns | covers the true lift | holds zero | says: nothing to gain | true lift | shrunk | unshrunk |\n"
         "|---|---|---|---|---|---|---|\n";
  bool all_hold = true;
  std::uint64_t stream = 0;
  for (const Scenario& s : scenarios) {
    const Tally t = simulate(s, runs, ++stream);
    const double part = 100.0 / runs;
    char line[300];
    std::snprintf(line, sizeof line, "| %s | %.1f%% | %.1f%% | %.1f%% | %+.2f%% | %+.2f%% | %+.2f%% |\n", s.name,
                  t.covered * part, t.holds_zero * part, t.nothing_to_gain * part, t.actual * part, t.shrunk * part,
                  t.unshrunk * part);
    out << line;
    all_hold = all_hold && holds(s, t, runs);
  }
  return all_hold;
}

}  // namespace

extern const Study budget_lift;  // constants are private to a file unless declared first
const Study budget_lift = {
    "budget_lift",
    "Where all campaigns are truly equal, the 80% interval of the lift holds zero, and the verdict is that there is nothing "
    "to gain, in at least 76% of runs; where true rates differ clearly it covers the true lift in 76% to 84%.",
    1000, run};

}  // namespace outlay::calibration
