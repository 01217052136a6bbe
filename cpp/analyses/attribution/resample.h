// One resample of all models at once, from the sums that each user or path adds.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "analyses/attribution/bootstrap.h"
#include "analyses/attribution/models.h"

namespace outlay::attribution {

/// What the models were computed from; null where a model is not run.
struct ModelParts {
  const Journeys* journeys = nullptr;
  RuleOptions rules;
  const Chain* chain = nullptr;
  std::unique_ptr<RateGame> rate, ordered;
  const DataDriven* data_driven = nullptr;
  std::uint64_t seed = 1;
};

/// The rule behind a model that is one; empty for the others.
std::optional<TouchRule> rule_of(Model model);

std::vector<double> shares_of(const std::vector<double>& credits);

class Resampling {
 public:
  /// `draws` is how many there will be. Models that take too long to be repeated are left out.
  Resampling(const ModelParts& parts, const std::vector<Model>& models, int draws);

  bool includes(Model model) const { return block_.count(model) > 0; }
  /// How many of the resamples a large chain is solved for again.
  int chain_draws() const { return chain_draws_; }
  /// The credits of resamples `first` to `first + count - 1`, which are asked for in their order. Those of value only
  /// where single orders are known.
  std::vector<std::map<Model, Credits>> draw(Rng& rng, int first, int count) const;
  /// How many at a time are quickest.
  int block() const { return units_->block(); }

 private:
  void lay_out(const std::vector<Model>& models);
  void add(const Journey& journey, std::vector<double>& shares);
  void add_rule(Model model, TouchRule rule, const Journey& journey, std::vector<double>& shares);
  void add_moves(const Journey& journey);
  void add_set(Model model, const Journey& journey);
  void add_aged(std::uint32_t unit);
  std::size_t value_sums(Model model) const;
  const RateGame& game_of(Model model) const;
  void add_score(const Journey& journey);
  std::map<Model, Credits> credits_of(const std::vector<double>& sums, int number) const;
  Credits credits_at(Model model, const std::vector<double>& sums) const;

  const ModelParts& parts_;
  std::size_t channels_;
  bool has_orders_;  // the value of each order is known, and they do not cancel each other out
  int chain_draws_;
  std::map<Model, std::size_t> block_, value_block_;  // first of each model's sums
  std::size_t sums_ = 0;
  std::unique_ptr<UnitSums> units_;
};

}  // namespace outlay::attribution
