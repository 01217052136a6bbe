// How often the intervals of attribution hold the true share of conversions and of value, on journeys of a known chain.
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "analyses/attribution/resample.h"
#include "core/rng.h"
#include "study.h"

namespace outlay::calibration {
namespace {

using namespace outlay::attribution;

constexpr int channels = 5;
constexpr int truth_users = 4000000;
constexpr double stay[channels + 1][channels] = {{0.35, 0.25, 0.2, 0.15, 0.05},  // start; then the channel before
                                                 {0.20, 0.20, 0.10, 0.10, 0.02}, {0.15, 0.15, 0.20, 0.10, 0.02},
                                                 {0.10, 0.15, 0.10, 0.20, 0.03}, {0.20, 0.05, 0.15, 0.15, 0.05},
                                                 {0.10, 0.20, 0.20, 0.10, 0.05}};
constexpr double converts[channels] = {0.10, 0.06, 0.12, 0.08, 0.20};  // of those who end there

const std::vector<Model> share_models = {
    Model::first,    Model::last,     Model::last_non_direct, Model::linear, Model::time_decay,
    Model::position, Model::w_shaped, Model::participation,   Model::markov, Model::shapley};

// Where orders have a value journeys have times too, and then the decay goes by ages, which these have not.
const std::vector<Model> value_models = {Model::first,         Model::last,     Model::last_non_direct,
                                         Model::linear,        Model::position, Model::w_shaped,
                                         Model::participation, Model::markov,   Model::shapley};

struct Size {
  int users;
  std::uint32_t groups;  // random ones, as a log of very many users would pool them; 0 for a unit a user
  bool has_value;        // of each order: log-normal, the deviation of its logarithm 1
  const std::vector<Model>& models() const { return has_value ? value_models : share_models; }
};

// Journeys of as many users, one each.
Journeys simulate(const Size& size, Rng& rng) {
  Journeys journeys;
  for (int c = 0; c < channels; ++c) journeys.channels.push_back(std::string(1, static_cast<char>('a' + c)));
  SequenceIndex index(journeys);
  std::vector<std::uint32_t> steps;
  for (int user = 0; user < size.users; ++user) {
    steps.clear();
    for (int at = 0;;) {
      double u = rng.uniform();
      int next = 0;
      while (next < channels && u >= stay[at][next]) u -= stay[at][next++];
      if (next == channels && steps.empty()) next = channels - 1;  // the first row sums to 1 but for rounding
      if (next == channels) break;
      steps.push_back(static_cast<std::uint32_t>(next));
      at = next + 1;
    }
    const bool converted = rng.uniform() < converts[steps.back()];
    const std::uint32_t unit = size.groups ? rng.below(size.groups) : static_cast<std::uint32_t>(user);
    const double value = size.has_value && converted ? std::exp(rng.normal()) : 0;
    add_journey(journeys, {index.number_of(steps), unit, converted ? 1.0 : 0.0, value, converted ? 0.0 : 1.0});
  }
  journeys.has_value = journeys.has_times = size.has_value;
  journeys.unit_draws.assign(size.groups ? size.groups : static_cast<std::size_t>(size.users), 1);
  sort_by_unit(journeys);
  return journeys;
}

ModelRun fit(const Journeys& journeys, const std::vector<Model>& models, int resamples, std::uint64_t seed) {
  ModelOptions options;
  options.models = models;
  options.rules.is_direct.assign(channels, 0);
  options.rules.is_direct[1] = 1;
  options.bootstrap = resamples;
  options.seed = seed;
  Context context;
  return run_models(journeys, options, context);
}

struct Tally {
  double covered = 0, intervals = 0, width = 0;

  void add(double low, double high, double truth) {
    ++intervals;
    width += high - low;
    covered += low <= truth && truth <= high;
  }
};

bool print(std::ostream& out, const std::vector<Model>& models, const std::vector<std::vector<Tally>>& tallies) {
  out << "| model | covered | least of a channel | most | mean width |\n|---|---|---|---|---|\n";
  bool holds = true;
  const auto percent = [](double v) {
    return std::to_string(std::lround(1000 * v) / 10) + "." + std::to_string(std::lround(1000 * v) % 10) + "%";
  };
  for (std::size_t m = 0; m < models.size(); ++m) {
    Tally all;
    double least = 1, most = 0;
    for (const Tally& tally : tallies[m]) {
      all.covered += tally.covered;
      all.intervals += tally.intervals;
      all.width += tally.width;
      least = std::fmin(least, tally.covered / tally.intervals);
      most = std::fmax(most, tally.covered / tally.intervals);
    }
    const double covered = all.covered / all.intervals;
    holds = holds && covered >= 0.76 && covered <= 0.84;
    out << "| " << name_of(models[m]) << " | " << percent(covered) << " | " << percent(least) << " | " << percent(most)
        << " | " << percent(all.width / all.intervals) << " |\n";
  }
  return holds;
}

// Of one model in one run; money is held against what it sums to, so that it is a share too.
void tally_up(const ModelCredits& estimate, const ModelCredits& truth, bool has_value, std::vector<Tally>& tallies) {
  const std::vector<double> true_value = shares_of(truth.credits.value);
  double credited = 0;
  for (double value : estimate.credits.value) credited += value;
  for (std::size_t c = 0; c < channels; ++c) {
    if (has_value)
      tallies[c].add(estimate.value_low[c] / credited, estimate.value_high[c] / credited, true_value[c]);
    else
      tallies[c].add(estimate.share_low[c], estimate.share_high[c], truth.share[c]);
  }
}

/// A table of coverage at this size.
bool table(std::ostream& out, const Size& size, int runs) {
  constexpr int resamples = 200;
  const std::vector<Model>& models = size.models();
  Rng truth_rng(1, "calibration/attribution", size.has_value ? 1 : 0);
  const ModelRun truth = fit(simulate({truth_users, 0, size.has_value}, truth_rng), models, 0, 1);
  std::vector<std::vector<Tally>> tallies(models.size(), std::vector<Tally>(channels));
  for (int run = 0; run < runs; ++run) {
    Rng rng(2, "calibration/attribution", static_cast<std::uint64_t>(run) + 1);
    const ModelRun estimate = fit(simulate(size, rng), models, resamples, static_cast<std::uint64_t>(run));
    for (std::size_t m = 0; m < models.size(); ++m)
      tally_up(estimate.models[m], truth.models[m], size.has_value, tallies[m]);
  }
  const std::string grouped =
      size.groups ? " of as many users in " + std::to_string(size.groups) + " random groups" : "";
  out << (size.has_value ? "Value: " : "") << size.users << " journeys" << grouped << " over " << channels
      << " channels, " << runs << " runs of " << resamples << " resamples each; the truth from " << truth_users
      << " journeys" << (size.has_value ? "; orders log-normal, the deviation of the logarithm 1" : "") << ".\n\n";
  return print(out, models, tallies);
}

bool study(std::ostream& out, int runs) {
  bool holds = true;
  for (const Size& size : {Size{4000, 0, false}, Size{20000, 1000, false}, Size{4000, 0, true}}) {
    if (size.groups || size.has_value) out << "\n";
    holds = table(out, size, runs) && holds;
  }
  return holds;
}

}  // namespace

extern const Study attribution_study;
const Study attribution_study = {
    "attribution", "80% intervals hold the true share 76 to 84 times in 100, for each model.", 1000, study};

}  // namespace outlay::calibration
