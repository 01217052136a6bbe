// The models side by side: which are run, what each credits every channel with, and how sure its shares are.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyses/attribution/data_driven.h"
#include "analyses/attribution/journeys.h"
#include "analyses/attribution/markov.h"
#include "analyses/attribution/order_choice.h"
#include "analyses/attribution/rate_game.h"
#include "analyses/attribution/touch_rules.h"

namespace outlay::attribution {

enum class Model {
  first,
  last,
  last_non_direct,
  linear,
  time_decay,
  position,
  w_shaped,
  participation,
  markov,
  shapley,
  shapley_rate,
  shapley_ordered,
  data_driven,
  mix
};
const char* name_of(Model model);
/// A model's name as a person reads it ("Markov chain"), and within a sentence ("the Markov chain").
std::string title_of(std::string_view name);
std::string sentence_of(std::string_view name);
/// Empty selects all; "mix" is run where it has weights. Throws `bad_param` at /models for an unknown name.
std::vector<Model> models_named(const std::string& names);

struct ModelOptions {
  std::vector<Model> models;
  RuleOptions rules;
  int order = 1;  // 0: chosen
  bool use_nulls = true;
  std::map<std::string, double> mix;
  double caution = 10;  // of the rates, in journeys
  int orders = 200;     // random orders of joining where not all can be looked at
  int bootstrap = 200;
  double confidence = 0.8;
  std::uint64_t seed = 1;
};

struct ModelCredits {
  Model model;
  Credits credits;
  std::vector<double> share, share_low, share_high, sampling_error;  // bounds empty without resamples
  std::vector<double> value_low, value_high;                         // in money; empty where single orders are unknown
};

struct ModelRun {
  std::vector<ModelCredits> models;
  std::unique_ptr<Chain> chain;
  Removal removal;
  std::vector<OrderTrial> orders;
  int order = 1;
  std::unique_ptr<DataDriven> data_driven;
};

/// Throws `bad_param` for a mix of models that do not exist or weights that are no weights.
ModelRun run_models(const Journeys& journeys, const ModelOptions& options, Context& context);

}  // namespace outlay::attribution
