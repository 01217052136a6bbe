// Features, fit, cross-validation and counterfactual removal.
#include "analyses/attribution/data_driven.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/attribution/folds.h"
#include "math/ranking.h"

namespace outlay::attribution {
namespace {

constexpr std::size_t most_fitted = 100000;
constexpr std::uint32_t intercept = 0;

// Of each channel: how often (log(1 + touches)), how recently (2^-steps from its last touch to the end), and whether it
// came first. `removed` is left out as though it had not happened.
void add_row(Steps steps, std::uint32_t removed, math::SparseRows& rows) {
  struct Seen {
    std::uint32_t channel;
    double touches, steps_to_end;
  };
  std::vector<Seen> seen;
  double position = 0;
  std::uint32_t first = removed;
  for (std::size_t i = steps.size(); i-- > 0;) {
    if (steps[i] == removed) continue;
    first = steps[i];
    auto place = std::lower_bound(seen.begin(), seen.end(), steps[i],
                                  [](const Seen& s, std::uint32_t channel) { return s.channel < channel; });
    if (place == seen.end() || place->channel != steps[i]) place = seen.insert(place, {steps[i], 0, position});
    ++place->touches;
    ++position;
  }
  const auto add = [&](std::uint32_t feature, double value) {
    rows.features.push_back(feature);
    rows.values.push_back(value);
  };
  add(intercept, 1);
  for (const Seen& s : seen) {
    add(1 + 3 * s.channel, std::log1p(s.touches));
    add(2 + 3 * s.channel, std::exp2(-s.steps_to_end));
    if (s.channel == first) add(3 + 3 * s.channel, 1);
  }
  rows.end_row();
}

constexpr std::uint32_t nothing = 0xFFFFFFFF;

}  // namespace

DataDriven::DataDriven(const Journeys& journeys, std::uint64_t seed)
    : journeys_(journeys),
      channels_(journeys.channels.size()),
      ridge_(features(), 1.0),
      slopes_(channels_, features()),
      value_slopes_(journeys.has_value ? channels_ : 0, features()) {
  ridge_[intercept] = 1e-6;  // only so that there always is a solution
  for (std::size_t s = 0; s < journeys.sequences(); ++s) add_row(journeys.at(s), nothing, rows_);
  std::vector<double> positive = journeys.conversions, negative = journeys.nulls;
  const std::size_t stride = journeys.sequences() / most_fitted + 1;
  for (std::size_t s = 0; s < positive.size(); ++s) {
    if (s % stride != 0) positive[s] = negative[s] = 0;
  }
  fit_ = math::fit_logistic(rows_, positive, negative, ridge_);
  for (std::size_t s = 0; s < journeys.sequences(); ++s)
    chance_.push_back(math::logistic(math::linear_score(rows_, s, fit_.beta)));
  share_out();
  data_score_.assign(features(), 0);
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    score(s, journeys.conversions[s], journeys.nulls[s],
          [&](std::uint32_t feature, double add) { data_score_[feature] += add; });
  }
  cross_validate(positive, negative, seed);
}

void DataDriven::cross_validate(const std::vector<double>& positive, const std::vector<double>& negative,
                                std::uint64_t seed) {
  const HeldOut held = deal(positive, negative, seed);
  std::vector<math::ScoredCases> cases;
  for (int f = 0; f < folds; ++f) {
    std::vector<double> p = positive, n = negative;
    for (std::size_t s = 0; s < p.size(); ++s) {
      p[s] -= held.conversions[f][s];
      n[s] -= held.nulls[f][s];
    }
    const math::LogisticFit fit = math::fit_logistic(rows_, p, n, ridge_, fit_.beta);
    for (std::size_t s = 0; s < p.size(); ++s) {
      if (held.conversions[f][s] + held.nulls[f][s] == 0) continue;
      const double chance = math::logistic(math::linear_score(rows_, s, fit.beta));
      cases.push_back({chance, held.conversions[f][s], held.nulls[f][s]});
    }
  }
  fitness_.auc = math::area_under_curve(cases);
  std::stable_sort(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
  const double whole = std::accumulate(cases.begin(), cases.end(), 0.0,
                                       [](double sum, const auto& c) { return sum + c.positive + c.negative; });
  fitness_.predicted.assign(10, 0);
  fitness_.observed.assign(10, 0);
  fitness_.journeys.assign(10, 0);
  double passed = 0;
  for (const math::ScoredCases& c : cases) {
    const double count = c.positive + c.negative;
    const auto tenth = std::min<std::size_t>(9, static_cast<std::size_t>(10 * (passed + count / 2) / whole));
    fitness_.predicted[tenth] += c.score * count;
    fitness_.observed[tenth] += c.positive;
    fitness_.journeys[tenth] += count;
    passed += count;
  }
}

void DataDriven::share_out() {
  credits_.conversions.assign(channels_, 0);
  credits_.value.assign(channels_, 0);
  std::vector<double> slopes;
  for (std::size_t s = 0; s < journeys_.sequences(); ++s) share_sequence(s, slopes);
}

void DataDriven::share_sequence(std::size_t s, std::vector<double>& slopes) {
  const Steps steps = journeys_.at(s);
  const std::vector<std::uint32_t> channels = distinct_channels(steps);
  math::SparseRows without;
  std::vector<double> losses;
  double sum = 0;
  const bool counts = journeys_.conversions[s] > 0;
  for (std::uint32_t channel : channels) {
    if (!counts || channels.size() == 1) {
      losses.push_back(1);
      ++sum;
      continue;
    }
    add_row(steps, channel, without);
    const double chance = math::logistic(math::linear_score(without, without.rows() - 1, fit_.beta));
    losses.push_back(std::max(0.0, chance_[s] - chance));
    sum += losses.back();
  }
  for (std::size_t c = 0; c < channels.size(); ++c) {
    shares_.push_back(sum > 0 ? losses[c] / sum : 1 / static_cast<double>(channels.size()));
    credits_.conversions[channels[c]] += shares_.back() * journeys_.conversions[s];
    credits_.value[channels[c]] += shares_.back() * journeys_.value[s];
  }
  share_offsets_.push_back(shares_.size());
  if (counts && channels.size() > 1 && sum > 0) add_slopes(s, channels, without, losses, sum, slopes);
}

void DataDriven::add_slope(std::size_t s, std::uint32_t channel, std::uint32_t feature, double slope) {
  slopes_.at(channel, feature) += slope * journeys_.conversions[s];
  if (journeys_.has_value) value_slopes_.at(channel, feature) += slope * journeys_.value[s];
}

// d(loss_c / sum) = (d loss_c - share_c d sum) / sum, with d loss_c = p(1-p) x - p_c(1-p_c) x_c where it is above 0.
void DataDriven::add_slopes(std::size_t s, const std::vector<std::uint32_t>& channels, const math::SparseRows& without,
                            const std::vector<double>& losses, double sum, std::vector<double>& slopes) {
  slopes.resize(features(), 0);
  const double* share = shares_.data() + share_offsets_[s];
  const double slope = chance_[s] * (1 - chance_[s]) / sum;
  double active = 0;
  const auto whole_row = [&](auto visit) {
    for (std::size_t i = rows_.offsets[s]; i < rows_.offsets[s + 1]; ++i)
      visit(rows_.features[i], slope * rows_.values[i]);
  };
  const auto row_without = [&](std::size_t c, auto visit) {
    const double chance = math::logistic(math::linear_score(without, c, fit_.beta));
    const double factor = chance * (1 - chance) / sum;
    for (std::size_t i = without.offsets[c]; i < without.offsets[c + 1]; ++i)
      visit(without.features[i], -factor * without.values[i]);
  };
  std::vector<std::uint32_t> touched;
  const auto add_to_sum = [&](std::uint32_t feature, double add) {
    slopes[feature] += add;
    touched.push_back(feature);
  };
  for (std::size_t c = 0; c < channels.size(); ++c) {
    if (losses[c] <= 0) continue;
    ++active;
    whole_row([&](std::uint32_t f, double add) { add_slope(s, channels[c], f, add); });
    row_without(c, [&](std::uint32_t f, double add) { add_slope(s, channels[c], f, add); });
    row_without(c, add_to_sum);
  }
  whole_row([&](std::uint32_t f, double add) { add_to_sum(f, active * add); });
  for (std::uint32_t f : touched) {
    for (std::size_t c = 0; slopes[f] != 0 && c < channels.size(); ++c)
      add_slope(s, channels[c], f, -share[c] * slopes[f]);
    slopes[f] = 0;
  }
}

Credits DataDriven::shift(const std::vector<double>& score) const {
  std::vector<double> change(features());
  for (std::size_t f = 0; f < change.size(); ++f) change[f] = score[f] - data_score_[f];
  change = math::solve_cholesky(fit_.hessian_factor, std::move(change));
  const auto moved = [&](const math::Matrix& slopes) {
    std::vector<double> out(slopes.rows, 0.0);
    for (std::size_t c = 0; c < out.size(); ++c) {
      for (std::size_t f = 0; f < change.size(); ++f) out[c] += slopes.at(c, f) * change[f];
    }
    return out;
  };
  return {moved(slopes_), moved(value_slopes_)};
}

}  // namespace outlay::attribution
