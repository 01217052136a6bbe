// attribution/paths: which touchpoints earned the conversions, by several models side by side.
//
// Formulas, assumptions and sources: README.md in this folder.
#pragma once

#include <string>

#include "analyses/attribution/touch_channel.h"
#include "core/analysis.h"

namespace outlay::attribution::paths {

struct Params {
  std::string models;  // names with commas; empty: all
  int order = 1;       // of the Markov chain; 0: chosen
  bool use_nulls = true;
  double lookback_days = 30;
  double session_minutes = 0;
  bool collapse = false;
  ChannelFrom channel_from = ChannelFrom::best;
  std::string channel_rules;
  std::string conversion_event;
  std::string separator;
  double half_life_days = 7;
  double half_life_steps = 1;
  double position_first = 0.4;
  double position_last = 0.4;
  double w_first = 0.3;
  double w_middle = 0.3;
  double w_last = 0.3;
  std::string direct = "Direct, (direct), (direct) / (none), (none), web_direct";
  NumberByName mix;
  double caution = 10;
  int permutations = 200;
  int bootstrap = 200;
  double confidence = 0.8;
  int seed = 1;
  NumberByName experiment;
  int top_paths = 100;

  void describe(Archive& a);
};

/// One row a channel and model.
struct ChannelTable {
  TextColumn channel, model;
  NumberColumn conversions, value, share, share_low, share_high, value_share, value_low, value_high;
  NumberColumn spend, cpa, roas;
  NumberColumn difference_conversions, difference_value;  // to last touch
  NumberColumn sampling_error;

  void describe(Archive& a);
};

/// What scoring and reallocation take as their conversions: one row a model, week and channel, with the names that they
/// look for. Without times one row a model and channel, without week.
struct CreditTable {
  TextColumn model, channel;
  DayColumn week_start;
  NumberColumn spend, clicks, ihc, pltv, revenue;

  void describe(Archive& a);
};

struct RemovalTable {
  TextColumn channel;
  NumberColumn removal_effect, removal_effect_value, conversions, value;

  void describe(Archive& a);
};

struct TransitionTable {
  TextColumn from, to;
  NumberColumn journeys, conversions, probability;

  void describe(Archive& a);
};

struct PathTable {
  TextColumn path;
  NumberColumn touches, conversions, value, nulls, conversion_rate;

  void describe(Archive& a);
};

struct LengthTable {
  NumberColumn touches, conversions, value, nulls, conversion_rate;

  void describe(Archive& a);
};

struct LagTable {
  NumberColumn days, conversions, value, cumulative_share;

  void describe(Archive& a);
};

struct AssistTable {
  TextColumn channel;
  NumberColumn journeys, conversions, conversion_rate, first, last, assists, assist_ratio;

  void describe(Archive& a);
};

struct SynergyTable {
  TextColumn channel_a, channel_b;
  NumberColumn journeys, conversions, rate, rate_low, rate_high, expected_rate, synergy;

  void describe(Archive& a);
};

struct FlowTable {
  NumberColumn step;
  TextColumn source, target;
  NumberColumn journeys, conversions, value;

  void describe(Archive& a);
};

struct AgreementTable {
  TextColumn model_a, model_b;
  NumberColumn agreement, rank_correlation;

  void describe(Archive& a);
};

struct OrderTable {
  NumberColumn order, states, auc, penalised_auc, chosen;

  void describe(Archive& a);
};

struct CalibrationTable {
  NumberColumn tenth, predicted, observed, journeys;

  void describe(Archive& a);
};

struct AccuracyTable {
  TextColumn model;
  NumberColumn channels, mean_absolute_error, bias, relative_error;

  void describe(Archive& a);
};

struct RuleTable {
  NumberColumn rank;
  TextColumn channel, rule;
  NumberColumn touches;

  void describe(Archive& a);
};

struct Result {
  double journeys = 0, conversions = 0, value = 0, nulls = 0, conversion_rate = 0;
  double touches = 0, users = 0;
  int channel_count = 0;
  double unique_paths = 0;
  int order = 1, states = 0;
  double conversion_probability = 0, expected_value = 0;  // of the Markov chain
  double data_driven_auc = 0;
  bool has_value = false, has_times = false, has_spend = false;
  ChannelTable channels;
  CreditTable credits;
  RemovalTable removal_effects;
  TransitionTable transitions;
  PathTable top_paths;
  LengthTable lengths;
  LagTable lags;
  AssistTable assists;
  SynergyTable synergy;
  FlowTable flows;
  AgreementTable agreement;
  OrderTable orders;
  CalibrationTable calibration;
  AccuracyTable accuracy;
  RuleTable rules;

  void describe(Archive& a);
};

About about();

/// Throws `not_enough_data` without journeys or conversions, `bad_param` for contradictory parameters, `bad_column` for
/// cells that cannot be read. O(touches log touches-per-user + unique sequences x models + resamples).
Result run(const Params& params, const Inputs& inputs, Context& context);

/// How a channel's credit came about: its shares, the paths that carry it, what its removal costs, what last touch
/// says. The row names a `channel` and may name the `model` to speak of. O(touches).
Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& row);

}  // namespace outlay::attribution::paths
