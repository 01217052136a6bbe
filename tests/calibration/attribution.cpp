// How often the intervals of attribution shares hold the true share, on journeys drawn from a known chain.
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "analyses/attribution/models.h"
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

const std::vector<Model> models = {Model::first,      Model::last,     Model::last_non_direct, Model::linear,
                                   Model::time_decay, Model::position, Model::w_shaped,        Model::participation,
                                   Model::markov,     Model::shapley};

// Journeys of `users` users, one each: a resampling unit a user, or that many random groups of them.
Journeys simulate(int users, std::uint32_t groups, Rng& rng) {
  Journeys journeys;
  for (int c = 0; c < channels; ++c) journeys.channels.push_back(std::string(1, static_cast<char>('a' + c)));
  SequenceIndex index(journeys);
  std::vector<std::uint32_t> steps;
  for (int user = 0; user < users; ++user) {
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
    const std::uint32_t unit = groups ? rng.below(groups) : static_cast<std::uint32_t>(user);
    add_journey(journeys, {index.number_of(steps), unit, converted ? 1.0 : 0.0, 0, converted ? 0.0 : 1.0});
  }
  journeys.unit_draws.assign(groups ? groups : static_cast<std::size_t>(users), 1);
  sort_by_unit(journeys);
  return journeys;
}

ModelRun fit(const Journeys& journeys, int resamples, std::uint64_t seed) {
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
};

bool print(std::ostream& out, const std::vector<std::vector<Tally>>& tallies) {
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

/// A table of coverage at this size; `groups` as a log of very many users would pool them, 0 for none.
bool table(std::ostream& out, const ModelRun& truth, int runs, int users, std::uint32_t groups) {
  constexpr int resamples = 200;
  std::vector<std::vector<Tally>> tallies(models.size(), std::vector<Tally>(channels));
  for (int run = 0; run < runs; ++run) {
    Rng rng(2, "calibration/attribution", static_cast<std::uint64_t>(run) + 1);
    const ModelRun estimate = fit(simulate(users, groups, rng), resamples, static_cast<std::uint64_t>(run));
    for (std::size_t m = 0; m < models.size(); ++m) {
      const ModelCredits& credits = estimate.models[m];
      for (std::size_t c = 0; c < channels; ++c) {
        const double share = truth.models[m].share[c];
        Tally& tally = tallies[m][c];
        ++tally.intervals;
        tally.width += credits.share_high[c] - credits.share_low[c];
        tally.covered += credits.share_low[c] <= share && share <= credits.share_high[c];
      }
    }
  }
  out << users << " journeys" << (groups ? " of as many users in " + std::to_string(groups) + " random groups" : "")
      << " over " << channels << " channels, " << runs << " runs of " << resamples << " resamples each; the truth from "
      << truth_users << " journeys.\n\n";
  return print(out, tallies);
}

bool study(std::ostream& out, int runs) {
  Rng truth_rng(1, "calibration/attribution", 0);
  const ModelRun truth = fit(simulate(truth_users, 0, truth_rng), 0, 1);
  const bool single = table(out, truth, runs, 4000, 0);
  out << "\n";
  const bool pooled = table(out, truth, runs, 20000, 1000);
  return single && pooled;
}

}  // namespace

extern const Study attribution_study;
const Study attribution_study = {
    "attribution", "80% intervals hold the true share 76 to 84 times in 100, for each model.", 1000, study};

}  // namespace outlay::calibration
