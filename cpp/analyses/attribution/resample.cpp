// Laying the models' sums side by side, filling them unit by unit, and reading credits off a resample.
#include "analyses/attribution/resample.h"

#include <algorithm>

namespace outlay::attribution {
namespace {

constexpr double most_effort = 1e7;  // of a rate game in one resample

std::vector<double> slice(const std::vector<double>& sums, std::size_t first, std::size_t count) {
  const auto begin = sums.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

std::optional<TouchRule> rule_of(Model model) {
  if (model == Model::shapley) return TouchRule::equal_split;
  if (model <= Model::participation) return static_cast<TouchRule>(model);
  return std::nullopt;
}

std::vector<double> shares_of(const std::vector<double>& credits) {
  double sum = 0;
  for (double c : credits) sum += c;
  std::vector<double> shares;
  for (double c : credits) shares.push_back(sum != 0 ? c / sum : 0);
  return shares;
}

Resampling::Resampling(const ModelParts& parts, const std::vector<Model>& models)
    : parts_(parts), channels_(parts.journeys->channels.size()) {
  lay_out(models);
  units_ = std::make_unique<UnitSums>(sums_);
  const std::vector<Journey>& journeys = parts.journeys->journeys;
  std::vector<double> shares;
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    add(journeys[j], shares);
    const std::uint32_t unit = journeys[j].unit;
    if (j + 1 < journeys.size() && journeys[j + 1].unit == unit) continue;
    const auto aged = block_.find(Model::time_decay);
    for (std::size_t c = 0; parts.journeys->has_times && aged != block_.end() && c < channels_; ++c) {
      const double credit = parts.journeys->aged.by_unit[unit * channels_ + c];
      if (credit != 0) units_->add(aged->second + c, credit);
    }
    units_->end_unit(parts.journeys->unit_draws[unit]);
  }
}

void Resampling::lay_out(const std::vector<Model>& models) {
  const auto take = [&](Model model, std::size_t sums) {
    block_[model] = sums_;
    sums_ += sums;
  };
  for (Model model : models) {
    if (rule_of(model)) {
      take(model, channels_);
    } else if (model == Model::markov) {
      if (parts_.chain->is_small()) take(model, parts_.chain->moves().size());
    } else if (model == Model::data_driven) {
      take(model, channels_ + parts_.data_driven->features());
    } else {
      const RateGame& game = model == Model::shapley_ordered ? *parts_.ordered : *parts_.rate;
      if (game.effort() <= most_effort) take(model, 2 * game.sets());
    }
  }
}

void Resampling::add(const Journey& journey, std::vector<double>& shares) {
  for (const auto& [model, block] : block_) {
    if (const auto rule = rule_of(model)) {
      const bool by_age = model == Model::time_decay && parts_.journeys->has_times;
      if (!by_age && journey.conversions > 0) add_rule(model, *rule, journey, shares);
    } else if (model == Model::markov) {
      add_moves(journey);
    } else if (model == Model::data_driven) {
      add_score(journey);
    } else {
      add_set(model == Model::shapley_ordered ? *parts_.ordered : *parts_.rate, block, journey);
    }
  }
}

void Resampling::add_rule(Model model, TouchRule rule, const Journey& journey, std::vector<double>& shares) {
  const Steps steps = parts_.journeys->at(journey.sequence);
  const std::size_t block = block_.at(model);
  touch_shares(rule, steps, parts_.rules, shares);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (shares[i] != 0) units_->add(block + steps[i], shares[i] * journey.conversions);
  }
}

void Resampling::add_moves(const Journey& journey) {
  const auto trail = parts_.chain->trail(journey.sequence);
  const std::size_t block = block_.at(Model::markov);
  const double nulls = parts_.chain->uses_nulls() ? journey.nulls : 0;
  if (journey.conversions + nulls == 0) return;
  for (std::size_t i = 0; i + 2 < trail.size(); ++i) units_->add(block + trail[i], journey.conversions + nulls);
  units_->add(block + trail[trail.size() - 2], journey.conversions);
  units_->add(block + trail.back(), nulls);
}

void Resampling::add_set(const RateGame& game, std::size_t block, const Journey& journey) {
  const std::uint32_t set = game.set_of(journey.sequence);
  units_->add(block + set, journey.conversions);
  units_->add(block + game.sets() + set, journey.conversions + journey.nulls);
}

void Resampling::add_score(const Journey& journey) {
  const std::size_t block = block_.at(Model::data_driven);
  if (journey.conversions > 0) {
    const std::vector<std::uint32_t> channels = distinct_channels(parts_.journeys->at(journey.sequence));
    const auto shares = parts_.data_driven->shares(journey.sequence);
    for (std::size_t c = 0; c < channels.size(); ++c) units_->add(block + channels[c], shares[c] * journey.conversions);
  }
  parts_.data_driven->score(journey.sequence, journey.conversions, journey.nulls,
                            [&](std::uint32_t feature, double add) { units_->add(block + channels_ + feature, add); });
}

std::vector<double> Resampling::credits_at(Model model, const std::vector<double>& sums) const {
  const std::size_t block = block_.at(model);
  if (rule_of(model)) return slice(sums, block, channels_);
  if (model == Model::markov)
    return parts_.chain->remove_each(slice(sums, block, parts_.chain->moves().size()), {}, 1, 0).credits.conversions;
  if (model != Model::data_driven) {
    const RateGame& game = model == Model::shapley_ordered ? *parts_.ordered : *parts_.rate;
    return game.solve({slice(sums, block, game.sets()), {}, slice(sums, block + game.sets(), game.sets())})
        .credits.conversions;
  }
  std::vector<double> credits = slice(sums, block, channels_);
  const std::vector<double> shift =
      parts_.data_driven->shift(slice(sums, block + channels_, parts_.data_driven->features()));
  for (std::size_t c = 0; c < channels_; ++c) credits[c] = std::max(0.0, credits[c] + shift[c]);
  return credits;
}

std::map<Model, Credits> Resampling::draw(Rng& rng) const {
  const std::vector<double> sums = units_->resample(rng);
  std::map<Model, Credits> out;
  for (const auto& [model, block] : block_) out[model] = {credits_at(model, sums), {}};
  return out;
}

}  // namespace outlay::attribution
