// Laying the models' sums side by side, filling them unit by unit, and reading credits off a resample.
#include "analyses/attribution/resample.h"

#include <algorithm>
#include <numeric>

namespace outlay::attribution {
namespace {

constexpr double most_effort = 1e7;         // of a rate game in one resample
constexpr double most_chain_effort = 1e10;  // of a chain in all resamples
constexpr int fewest_draws = 40;            // below it an interval would be a guess

std::vector<double> slice(const std::vector<double>& sums, std::size_t first, std::size_t count) {
  const auto begin = sums.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

// A credit that is not below 0 does not become so by a first-order step.
std::vector<double> shifted(std::vector<double> credits, const std::vector<double>& shift) {
  for (std::size_t c = 0; c < credits.size(); ++c) {
    const double moved = credits[c] + shift[c];
    credits[c] = credits[c] < 0 ? moved : std::max(0.0, moved);
  }
  return credits;
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

Resampling::Resampling(const ModelParts& parts, const std::vector<Model>& models, int draws)
    : parts_(parts),
      channels_(parts.journeys->channels.size()),
      has_orders_(parts.journeys->has_value && parts.journeys->has_times && parts.journeys->total_value > 0),
      chain_draws_(parts.chain
                       ? std::min(draws, static_cast<int>(std::min(1e9, most_chain_effort / parts.chain->effort())))
                       : 0) {
  lay_out(models);
  units_ = std::make_unique<UnitSums>(sums_);
  const std::vector<Journey>& journeys = parts.journeys->journeys;
  std::vector<double> shares;
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    add(journeys[j], shares);
    const std::uint32_t unit = journeys[j].unit;
    if (j + 1 < journeys.size() && journeys[j + 1].unit == unit) continue;
    if (parts.journeys->has_times && includes(Model::time_decay)) add_aged(unit);
    units_->end_unit(parts.journeys->unit_draws[unit]);
  }
}

const RateGame& Resampling::game_of(Model model) const {
  return model == Model::shapley_ordered ? *parts_.ordered : *parts_.rate;
}

std::size_t Resampling::value_sums(Model model) const {
  if (rule_of(model) || model == Model::data_driven) return channels_;
  return model == Model::markov ? parts_.chain->states() : game_of(model).sets();
}

void Resampling::lay_out(const std::vector<Model>& models) {
  const auto take = [&](Model model, std::size_t sums) {
    block_[model] = sums_;
    sums_ += sums;
    if (!has_orders_) return;
    value_block_[model] = sums_;
    sums_ += value_sums(model);
  };
  for (Model model : models) {
    if (rule_of(model)) {
      take(model, channels_);
    } else if (model == Model::markov) {
      if (chain_draws_ >= fewest_draws || parts_.chain->is_small()) take(model, parts_.chain->moves().size());
    } else if (model == Model::data_driven) {
      take(model, channels_ + parts_.data_driven->features());
    } else if (game_of(model).effort() <= most_effort) {
      take(model, 2 * game_of(model).sets());
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
      add_set(model, journey);
    }
  }
}

void Resampling::add_rule(Model model, TouchRule rule, const Journey& journey, std::vector<double>& shares) {
  const Steps steps = parts_.journeys->at(journey.sequence);
  const std::size_t block = block_.at(model);
  const auto value = value_block_.find(model);
  touch_shares(rule, steps, parts_.rules, shares);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (shares[i] == 0) continue;
    units_->add(block + steps[i], shares[i] * journey.conversions);
    if (value != value_block_.end()) units_->add(value->second + steps[i], shares[i] * journey.value);
  }
}

void Resampling::add_aged(std::uint32_t unit) {
  const AgedCredits& aged = parts_.journeys->aged;
  const std::size_t block = block_.at(Model::time_decay);
  const auto value = value_block_.find(Model::time_decay);
  for (std::size_t c = 0; c < channels_; ++c) {
    const std::size_t cell = unit * channels_ + c;
    if (aged.by_unit[cell] != 0) units_->add(block + c, aged.by_unit[cell]);
    if (value != value_block_.end() && aged.value_by_unit[cell] != 0)
      units_->add(value->second + c, aged.value_by_unit[cell]);
  }
}

void Resampling::add_moves(const Journey& journey) {
  const auto trail = parts_.chain->trail(journey.sequence);
  const std::size_t block = block_.at(Model::markov);
  const auto value = value_block_.find(Model::markov);
  const double nulls = parts_.chain->uses_nulls() ? journey.nulls : 0;
  if (journey.conversions + nulls == 0) return;
  for (std::size_t i = 0; i + 2 < trail.size(); ++i) units_->add(block + trail[i], journey.conversions + nulls);
  units_->add(block + trail[trail.size() - 2], journey.conversions);
  units_->add(block + trail.back(), nulls);
  if (value != value_block_.end() && journey.value != 0)
    units_->add(value->second + parts_.chain->moves()[trail.back()].from, journey.value);
}

void Resampling::add_set(Model model, const Journey& journey) {
  const RateGame& game = game_of(model);
  const std::size_t block = block_.at(model);
  const auto value = value_block_.find(model);
  const std::uint32_t set = game.set_of(journey.sequence);
  units_->add(block + set, journey.conversions);
  units_->add(block + game.sets() + set, journey.conversions + journey.nulls);
  if (value != value_block_.end() && journey.value != 0) units_->add(value->second + set, journey.value);
}

void Resampling::add_score(const Journey& journey) {
  const std::size_t block = block_.at(Model::data_driven);
  const auto value = value_block_.find(Model::data_driven);
  if (journey.conversions > 0) {
    const std::vector<std::uint32_t> channels = distinct_channels(parts_.journeys->at(journey.sequence));
    const auto shares = parts_.data_driven->shares(journey.sequence);
    for (std::size_t c = 0; c < channels.size(); ++c) {
      units_->add(block + channels[c], shares[c] * journey.conversions);
      if (value != value_block_.end()) units_->add(value->second + channels[c], shares[c] * journey.value);
    }
  }
  parts_.data_driven->score(journey.sequence, journey.conversions, journey.nulls,
                            [&](std::uint32_t feature, double add) { units_->add(block + channels_ + feature, add); });
}

Credits Resampling::credits_at(Model model, const std::vector<double>& sums) const {
  const std::size_t block = block_.at(model);
  const auto found = value_block_.find(model);
  const std::vector<double> value =
      found == value_block_.end() ? std::vector<double>() : slice(sums, found->second, value_sums(model));
  if (rule_of(model)) return {slice(sums, block, channels_), value};
  if (model == Model::markov) {
    const double worth = std::accumulate(value.begin(), value.end(), 0.0);
    Credits out = parts_.chain->remove_each(slice(sums, block, parts_.chain->moves().size()), value, 1, worth).credits;
    if (value.empty()) out.value.clear();
    return out;
  }
  if (model != Model::data_driven) {
    const RateGame& game = game_of(model);
    Credits out =
        game.solve({slice(sums, block, game.sets()), value, slice(sums, block + game.sets(), game.sets())}).credits;
    if (value.empty()) out.value.clear();
    return out;
  }
  const Credits shift = parts_.data_driven->shift(slice(sums, block + channels_, parts_.data_driven->features()));
  return {shifted(slice(sums, block, channels_), shift.conversions), shifted(value, shift.value)};
}

std::map<Model, Credits> Resampling::credits_of(const std::vector<double>& sums, int number) const {
  std::map<Model, Credits> out;
  for (const auto& [model, block] : block_) {
    const bool is_passed_over = model == Model::markov && !parts_.chain->is_small() && number >= chain_draws_;
    if (!is_passed_over) out[model] = credits_at(model, sums);
  }
  return out;
}

std::vector<std::map<Model, Credits>> Resampling::draw(Rng& rng, int first, int count) const {
  std::vector<std::map<Model, Credits>> out;
  for (const std::vector<double>& sums : units_->resample(rng, count))
    out.push_back(credits_of(sums, first + static_cast<int>(out.size())));
  return out;
}

}  // namespace outlay::attribution
