// The run of attribution/paths: from a log or a path table to credits and the tables around them.
#include "analyses/attribution/paths.h"

#include <algorithm>
#include <cmath>

#include "analyses/attribution/journeys_input.h"
#include "analyses/attribution/models.h"
#include "analyses/attribution/path_tables.h"
#include "analyses/attribution/spellings.h"
#include "analyses/attribution/spend.h"
#include "core/number.h"

namespace outlay::attribution::paths {
namespace {

constexpr double few_conversions = 100;
constexpr double dominant = 0.8;
constexpr double weak_auc = 0.55;

constexpr double rounding = 1e-12;  // 0.7, 0.2 and 0.1 sum to a little more than 1

void check(const Params& params) {
  if (params.position_first + params.position_last > 1 + rounding) {
    throw Error(ErrorCode::bad_param, "position_first and position_last sum to more than 1.",
                "Lower one of them: what they leave is shared by the touches between.",
                {.parameter = "/position_last"});
  }
  if (params.w_first + params.w_middle + params.w_last > 1 + rounding) {
    throw Error(ErrorCode::bad_param, "w_first, w_middle and w_last sum to more than 1.",
                "Lower one of them: what they leave is shared by the other touches.", {.parameter = "/w_last"});
  }
  const std::vector<Model> models = models_named(params.models);
  if (params.mix.empty() && std::find(models.begin(), models.end(), Model::mix) != models.end()) {
    throw Error(ErrorCode::bad_param, "The mix has no weights.", "Give the weights of its models in mix.",
                {.parameter = "/mix"});
  }
}

std::vector<char> direct_channels(const Journeys& journeys, const std::string& names) {
  std::vector<char> is_direct(journeys.channels.size(), 0);
  std::string_view rest = names;
  while (!trim(rest).empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view name = trim(rest.substr(0, comma));
    for (std::size_t c = 0; c < is_direct.size(); ++c) is_direct[c] |= same_name(journeys.channels[c], name);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  return is_direct;
}

ModelOptions options_of(const Params& params, const Journeys& journeys) {
  ModelOptions options;
  options.models = models_named(params.models);
  options.rules = {
      params.half_life_steps, params.position_first, params.position_last, direct_channels(journeys, params.direct),
      params.w_first,         params.w_middle,       params.w_last};
  options.order = params.order;
  options.use_nulls = params.use_nulls;
  options.mix = params.mix;
  options.caution = params.caution;
  options.orders = params.permutations;
  options.bootstrap = params.bootstrap;
  options.confidence = params.confidence;
  options.seed = static_cast<std::uint64_t>(params.seed);
  return options;
}

double share_of_repeats(const Journeys& journeys) {
  double repeats = 0, moves = 0;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const Steps steps = journeys.at(s);
    const double n = journeys.conversions[s] + journeys.nulls[s];
    for (std::size_t i = 1; i < steps.size(); ++i) repeats += steps[i] == steps[i - 1] ? n : 0;
    moves += n * static_cast<double>(steps.size() - 1);
  }
  return moves > 0 ? repeats / moves : 0;
}

void report(const Journeys& journeys, const ModelRun& run, const ChannelTable& table, Context& context) {
  const auto tell = [&](const char* code, Severity severity, std::map<std::string, double> numbers,
                        std::map<std::string, std::string> texts = {}) {
    context.notice({code, severity, std::move(numbers), std::move(texts)});
  };
  if (journeys.total_conversions < few_conversions)
    tell("few_conversions", Severity::warning, {{"conversions", journeys.total_conversions}});
  if (journeys.total_nulls == 0) tell("no_lost_journeys", Severity::warning, {});
  if (journeys.channels.size() == 1) tell("one_channel", Severity::warning, {}, {{"channel", journeys.channels[0]}});
  if (!journeys.has_value) tell("no_conversion_value", Severity::info, {});
  if (const double repeats = share_of_repeats(journeys); repeats > 0.5)
    tell("many_repeats", Severity::info, {{"share", repeats}});
  if (run.data_driven && run.data_driven->fitness().auc < weak_auc)
    tell("data_driven_weak", Severity::info, {{"auc", run.data_driven->fitness().auc}});
  for (const ModelCredits& m : run.models) {
    if (m.model != Model::linear || journeys.channels.size() < 2) continue;
    const auto most = std::max_element(m.share.begin(), m.share.end());
    if (*most > dominant)
      tell("dominant_channel", Severity::warning, {{"share", *most}},
           {{"channel", journeys.channels[static_cast<std::size_t>(most - m.share.begin())]}});
  }
  const auto negative =
      std::count_if(table.conversions.begin(), table.conversions.end(), [](double v) { return v < 0; });
  if (negative > 0) tell("negative_credits", Severity::info, {{"credits", static_cast<double>(negative)}});
}

void summarise(const Journeys& journeys, const ModelRun& run, Result& out) {
  out.conversions = journeys.total_conversions;
  out.value = journeys.total_value;
  out.nulls = journeys.total_nulls;
  out.journeys = out.conversions + out.nulls;
  out.conversion_rate = out.conversions / out.journeys;
  out.touches = journeys.touches;
  out.users = journeys.users;
  out.channel_count = static_cast<int>(journeys.channels.size());
  out.unique_paths = static_cast<double>(journeys.sequences());
  out.order = run.order;
  out.states = run.chain ? static_cast<int>(run.chain->states()) : 0;
  out.conversion_probability = run.chain ? run.removal.conversion_probability : NAN;
  out.expected_value = run.chain && journeys.has_value ? run.removal.expected_value : NAN;
  out.data_driven_auc = run.data_driven ? run.data_driven->fitness().auc : NAN;
  out.has_value = journeys.has_value;
  out.has_times = journeys.has_times;
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  check(params);
  context.progress(0, "paths: times");
  TouchChannels channels;
  const Journeys journeys = read_journeys(params, inputs, channels, context);
  const Spend spend = spend_of(journeys, inputs.find("spend"), context);
  const ModelRun models = run_models(journeys, options_of(params, journeys), context);

  Result out;
  summarise(journeys, models, out);
  out.has_spend = !spend.total.empty();
  context.progress(0.96, "tables");
  fill_channels(journeys, models, spend.total, out.channels);
  fill_credits(journeys, models, spend, out.credits);
  fill_removal(journeys, models, out.removal_effects);
  fill_transitions(models, out.transitions);
  fill_agreement(models, out.agreement);
  fill_orders(models, out.orders);
  fill_calibration(models, out.calibration);
  fill_accuracy(journeys, models, params.experiment, out.accuracy);
  fill_top_paths(journeys, params.top_paths, out.top_paths);
  fill_lengths(journeys, out.lengths);
  fill_lags(journeys, out.lags);
  fill_assists(journeys, out.assists);
  fill_synergy(journeys, params.confidence, out.synergy);
  fill_flows(journeys, out.flows);
  fill_rules(channels, out.rules);
  report(journeys, models, out.channels, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::attribution::paths
