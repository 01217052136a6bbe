// Running the models and resampling them together.
#include "analyses/attribution/models.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "analyses/attribution/resample.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

constexpr const char* names[] = {
    "first",         "last",   "last_non_direct", "linear",       "time_decay",      "position",    "w_shaped",
    "participation", "markov", "shapley",         "shapley_rate", "shapley_ordered", "data_driven", "mix"};
constexpr const char* titles[] = {"First touch",     "Last touch",     "Last non-direct touch",
                                  "Linear",          "Time decay",     "Position",
                                  "W-shaped",        "Participation",  "Markov chain",
                                  "Shapley, counts", "Shapley, rates", "Shapley, ordered rates",
                                  "Data-driven",     "Your mix"};
constexpr const char* in_sentences[] = {"first touch",           "last touch",        "last non-direct touch",
                                        "the linear model",      "time decay",        "the position model",
                                        "the W-shaped model",    "participation",     "the Markov chain",
                                        "Shapley on counts",     "Shapley on rates",  "Shapley on ordered rates",
                                        "the data-driven model", "your mix of models"};
constexpr int all_models = static_cast<int>(Model::mix) + 1;

int model_named(std::string_view name) {
  for (int m = 0; m < all_models; ++m) {
    if (name == names[m]) return m;
  }
  return -1;
}

[[noreturn]] void refuse(const std::string& name, const char* parameter) {
  std::string known;
  for (int m = 0; m < static_cast<int>(Model::mix); ++m) known += (m ? ", " : "") + std::string(names[m]);
  throw Error(ErrorCode::bad_param, "There is no model \"" + name + "\".", "The models are " + known + ".",
              {.text = name, .parameter = parameter});
}

bool has(const std::vector<Model>& models, Model model) {
  return std::find(models.begin(), models.end(), model) != models.end();
}

// The mix's weights by model, summing to 1; empty without a mix.
std::map<Model, double> weights_of(const std::map<std::string, double>& mix) {
  std::map<Model, double> weights;
  double sum = 0;
  for (const auto& [name, weight] : mix) {
    const int model = model_named(name);
    if (model < 0 || model == static_cast<int>(Model::mix)) refuse(name, "/mix");
    weights[static_cast<Model>(model)] = weight;
    sum += weight;
  }
  if (!weights.empty() && !(sum > 0)) {
    throw Error(ErrorCode::bad_param, "The weights of the mix sum to 0.", "Give at least one model a weight above 0.",
                {.parameter = "/mix"});
  }
  for (auto& [model, weight] : weights) weight /= sum;
  return weights;
}

// The weighted shares, so that a model whose credits do not sum to the conversions (participation) can take part.
Credits mixed(const std::map<Model, double>& weights, const std::map<Model, Credits>& of, double conversions,
              double value) {
  Credits out;
  for (const auto& [model, weight] : weights) {
    const std::vector<double> share = shares_of(of.at(model).conversions), worth = shares_of(of.at(model).value);
    out.conversions.resize(share.size(), 0);
    out.value.resize(worth.size(), 0);
    for (std::size_t c = 0; c < share.size(); ++c) out.conversions[c] += weight * share[c] * conversions;
    for (std::size_t c = 0; c < worth.size(); ++c) out.value[c] += weight * worth[c] * value;
  }
  return out;
}

class Run {
 public:
  Run(const Journeys& journeys, const ModelOptions& options, Context& context)
      : journeys_(journeys),
        options_(options),
        context_(context),
        weights_(weights_of(options.mix)),
        wanted_(options.models) {
    for (const auto& [model, weight] : weights_) {
      if (!has(wanted_, model)) wanted_.push_back(model);
    }
    parts_.journeys = &journeys;
    parts_.rules = options.rules;
    parts_.seed = options.seed;
  }

  ModelRun run() {
    choose_order();
    for (Model model : wanted_) {
      context_.progress(0.35 + 0.25 * static_cast<double>(credits_.size()) / all_models,
                        names[static_cast<int>(model)]);
      if (model != Model::mix) run_one(model);
    }
    if (!weights_.empty() && can_mix()) {
      credits_[Model::mix] = mixed(weights_, credits_, journeys_.total_conversions, journeys_.total_value);
      if (!has(options_.models, Model::mix)) extra_.push_back(Model::mix);
    }
    resample();
    collect();
    return std::move(out_);
  }

 private:
  void choose_order() {
    out_.order = options_.order;
    // Endings of very many sequences take long, and nobody asked.
    if (options_.order > 0 && journeys_.steps.size() > 3000000) return;
    context_.progress(0.32, "orders");
    out_.orders = try_orders(journeys_, options_.seed);
    if (options_.order == 0) out_.order = best_order(out_.orders);
  }

  bool can_mix() const {
    return std::all_of(weights_.begin(), weights_.end(),
                       [&](const auto& entry) { return credits_.count(entry.first); });
  }

  void run_one(Model model) {
    if (const auto rule = rule_of(model)) {
      const bool by_age = model == Model::time_decay && journeys_.has_times;
      credits_[model] = by_age ? Credits{journeys_.aged.conversions, journeys_.aged.value}
                               : rule_credits(*rule, journeys_, options_.rules);
    } else if (model == Model::markov) {
      run_markov();
    } else if (model == Model::data_driven) {
      run_data_driven();
    } else {
      run_game(model);
    }
  }

  void run_markov() {
    out_.chain = std::make_unique<Chain>(journeys_, out_.order, options_.use_nulls);
    out_.removal = out_.chain->remove_each();
    if (!out_.removal.converged) context_.notice({"markov_not_converged", Severity::warning, {}, {}});
    credits_[Model::markov] = out_.removal.credits;
    parts_.chain = out_.chain.get();
  }

  void run_game(Model model) {
    const bool ordered = model == Model::shapley_ordered;
    std::unique_ptr<RateGame>& game = ordered ? parts_.ordered : parts_.rate;
    game = std::make_unique<RateGame>(journeys_, ordered, options_.caution, options_.orders, options_.seed);
    RateGame::Solution solution = game->solve(game->counts());
    credits_[model] = std::move(solution.credits);
    if (game->is_exact()) return;
    for (double error : solution.error) errors_[model].push_back(error / journeys_.total_conversions);
    context_.notice({"orders_sampled",
                     Severity::info,
                     {{"orders", static_cast<double>(game->orders())}},
                     {{"model", name_of(model)}}});
  }

  void run_data_driven() {
    const bool is_open = journeys_.total_nulls > 0 && journeys_.channels.size() <= most_data_driven_channels;
    if (is_open) out_.data_driven = std::make_unique<DataDriven>(journeys_, options_.seed);
    if (!is_open || !out_.data_driven->converged()) {
      const char* reason = journeys_.total_nulls == 0 ? "nulls" : is_open ? "convergence" : "channels";
      context_.notice({"data_driven_skipped", Severity::info, {}, {{"reason", reason}}});
      out_.data_driven.reset();
      return;
    }
    credits_[Model::data_driven] = out_.data_driven->credits();
    parts_.data_driven = out_.data_driven.get();
  }

  void resample() {
    if (options_.bootstrap == 0) return;
    if (!have_two_converted()) {
      context_.notice({"interval_of_one", Severity::warning, {}, {}});
      return;
    }
    std::vector<Model> models;
    for (const auto& [model, credits] : credits_) {
      if (model != Model::mix) models.push_back(model);
    }
    const Resampling resampling(parts_, models, options_.bootstrap);
    for (Model model : models) {
      if (!resampling.includes(model))
        context_.notice({"interval_skipped", Severity::info, {}, {{"model", name_of(model)}}});
    }
    tell_fewer_draws(resampling);
    Rng rng(options_.seed, "attribution/paths", 4);
    for (int b = 0; b < options_.bootstrap; b += resampling.block()) {
      context_.progress(0.6 + 0.35 * b / options_.bootstrap, "resampling");
      const int count = std::min(resampling.block(), options_.bootstrap - b);
      for (std::map<Model, Credits>& drawn : resampling.draw(rng, b, count)) keep_all(drawn);
    }
    for (Model model : worth_nothing_) resampled_value_.erase(model);
  }

  // One resample, with the mix of its models.
  void keep_all(std::map<Model, Credits>& drawn) {
    if (credits_.count(Model::mix) &&
        std::all_of(weights_.begin(), weights_.end(), [&](const auto& entry) { return drawn.count(entry.first); })) {
      drawn[Model::mix] = mixed(weights_, drawn, 1, 1);
      const auto has_value = [&](const auto& entry) { return !drawn.at(entry.first).value.empty(); };
      if (!std::all_of(weights_.begin(), weights_.end(), has_value)) drawn[Model::mix].value.clear();
    }
    for (auto& [model, credits] : drawn) keep(model, credits);
  }

  // Of conversions or value that sum to nothing there are no shares.
  void keep(Model model, const Credits& credits) {
    const auto is_something = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0) > 0; };
    if (!is_something(credits.conversions)) return;
    resampled_[model].push_back(shares_of(credits.conversions));
    if (credits.value.empty()) return;
    if (!is_something(credits.value)) worth_nothing_.insert(model);
    resampled_value_[model].push_back(shares_of(credits.value));
  }

  // One user who converted, or one journey of a path table, says nothing about how others differ.
  bool have_two_converted() const {
    double draws = 0;
    std::uint32_t before = 0;
    for (const Journey& journey : journeys_.journeys) {
      if (journey.conversions == 0 || (draws > 0 && journey.unit == before)) continue;
      draws += journeys_.unit_draws[journey.unit];
      before = journey.unit;
    }
    return draws > 1;
  }

  void tell_fewer_draws(const Resampling& resampling) {
    const bool is_large = parts_.chain && !parts_.chain->is_small() && resampling.includes(Model::markov);
    if (!is_large || resampling.chain_draws() >= options_.bootstrap) return;
    context_.notice({"fewer_resamples",
                     Severity::info,
                     {{"resamples", static_cast<double>(resampling.chain_draws())}},
                     {{"model", name_of(Model::markov)}}});
  }

  void collect() {
    std::vector<Model> shown = options_.models;
    shown.insert(shown.end(), extra_.begin(), extra_.end());
    for (Model model : shown) {
      const auto found = credits_.find(model);
      if (found == credits_.end()) continue;
      ModelCredits entry{model, found->second, shares_of(found->second.conversions), {}, {}, {}, {}, {}};
      if (resampled_.count(model)) {
        Bounds bounds = percentile_bounds(resampled_[model], options_.confidence);
        entry.share_low = std::move(bounds.low);
        entry.share_high = std::move(bounds.high);
      }
      if (resampled_value_.count(model)) {
        Bounds bounds = percentile_bounds(resampled_value_[model], options_.confidence);
        const std::vector<double>& value = found->second.value;
        const double credited =
            std::accumulate(value.begin(), value.end(), 0.0);  // by participation more than there is
        for (double share : bounds.low) entry.value_low.push_back(share * credited);
        for (double share : bounds.high) entry.value_high.push_back(share * credited);
      }
      if (errors_.count(model)) entry.sampling_error = errors_[model];
      out_.models.push_back(std::move(entry));
    }
  }

  const Journeys& journeys_;
  const ModelOptions& options_;
  Context& context_;
  std::map<Model, double> weights_;
  std::vector<Model> wanted_, extra_;
  std::map<Model, Credits> credits_;
  std::map<Model, std::vector<double>> errors_;
  std::map<Model, std::vector<std::vector<double>>> resampled_, resampled_value_;
  std::set<Model> worth_nothing_;  // in a resample: refunds outweigh
  ModelParts parts_;
  ModelRun out_;
};

}  // namespace

const char* name_of(Model model) { return names[static_cast<int>(model)]; }

std::string title_of(std::string_view name) {
  const int model = model_named(name);
  return model < 0 ? std::string(name) : titles[model];
}

std::string sentence_of(std::string_view name) {
  const int model = model_named(name);
  return model < 0 ? std::string(name) : in_sentences[model];
}

std::vector<Model> models_named(const std::string& text) {
  std::vector<Model> models;
  std::string_view rest = text;
  while (!trim(rest).empty()) {
    const std::size_t comma = rest.find(',');
    const std::string name(trim(rest.substr(0, comma)));
    const int model = model_named(name);
    if (model < 0) refuse(name, "/models");
    if (!has(models, static_cast<Model>(model))) models.push_back(static_cast<Model>(model));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  if (!models.empty()) return models;
  for (int m = 0; m < static_cast<int>(Model::mix); ++m) models.push_back(static_cast<Model>(m));
  return models;
}

ModelRun run_models(const Journeys& journeys, const ModelOptions& options, Context& context) {
  return Run(journeys, options, context).run();
}

}  // namespace outlay::attribution
