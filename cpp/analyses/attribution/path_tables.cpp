// Tables about models: credits, removal effects, agreement, fitness.
#include "analyses/attribution/path_tables.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analyses/attribution/resample.h"
#include "analyses/attribution/spellings.h"
#include "analyses/attribution/text_labels.h"
#include "math/order.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

double entry(const std::vector<double>& values, std::size_t i) { return i < values.size() ? values[i] : nan_value; }

double per(double part, double whole) { return whole > 0 ? part / whole : nan_value; }

const ModelCredits* find(const ModelRun& run, Model model) {
  for (const ModelCredits& entry : run.models) {
    if (entry.model == model) return &entry;
  }
  return nullptr;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double mean_a = 0, mean_b = 0, ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    mean_a += a[i] / n;
    mean_b += b[i] / n;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : nan_value;
}

}  // namespace

std::vector<std::uint32_t> listed_channels(const Journeys& journeys) {
  std::vector<double> took_part(journeys.channels.size(), 0);
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    for (std::uint32_t c : distinct_channels(journeys.at(s))) took_part[c] += journeys.conversions[s];
  }
  std::vector<std::uint32_t> order(journeys.channels.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return took_part[a] > took_part[b]; });
  return order;
}

void fill_channels(const Journeys& journeys, const ModelRun& run, const std::vector<double>& spend, ChannelTable& out) {
  TextLabels channel(out.channel), model(out.model);
  const ModelCredits* last = find(run, Model::last);
  const bool has_total = journeys.has_value && journeys.total_value != 0;  // else there is nothing to share out
  const std::vector<std::uint32_t> order = listed_channels(journeys);
  for (const ModelCredits& m : run.models) {
    const std::vector<double> value_share = shares_of(m.credits.value);
    for (std::uint32_t c : order) {
      const double conversions = m.credits.conversions[c];
      const double value = journeys.has_value ? m.credits.value[c] : nan_value;
      const double cost = entry(spend, c);
      channel.add(journeys.channels[c]);
      model.add(name_of(m.model));
      out.conversions.push_back(conversions);
      out.value.push_back(value);
      out.share.push_back(m.share[c]);
      out.share_low.push_back(entry(m.share_low, c));
      out.share_high.push_back(entry(m.share_high, c));
      out.value_share.push_back(has_total ? value_share[c] : nan_value);
      out.value_low.push_back(entry(m.value_low, c));
      out.value_high.push_back(entry(m.value_high, c));
      out.spend.push_back(cost);
      out.cpa.push_back(cost > 0 ? per(cost, conversions) : nan_value);
      out.roas.push_back(per(value, cost));
      out.difference_conversions.push_back(last ? conversions - last->credits.conversions[c] : nan_value);
      out.difference_value.push_back(last ? value - last->credits.value[c] : nan_value);
      out.sampling_error.push_back(entry(m.sampling_error, c));
    }
  }
}

void fill_removal(const Journeys& journeys, const ModelRun& run, RemovalTable& out) {
  if (!run.chain || run.removal.effect.empty()) return;
  const bool has_total = journeys.has_value && journeys.total_value != 0;
  TextLabels channel(out.channel);
  for (std::uint32_t c : listed_channels(journeys)) {
    channel.add(journeys.channels[c]);
    out.removal_effect.push_back(run.removal.effect[c]);
    out.removal_effect_value.push_back(has_total ? run.removal.effect_value[c] : nan_value);
    out.conversions.push_back(run.removal.credits.conversions[c]);
    out.value.push_back(journeys.has_value ? run.removal.credits.value[c] : nan_value);
  }
}

void fill_transitions(const ModelRun& run, TransitionTable& out) {
  constexpr std::size_t most = 20000;
  if (!run.chain) return;
  const Chain& chain = *run.chain;
  std::vector<double> leaving(chain.states() + 1, 0);
  for (std::size_t m = 0; m < chain.moves().size(); ++m) leaving[chain.moves()[m].from] += chain.counts()[m];
  TextLabels from(out.from), to(out.to);
  for (std::size_t m = 0; m < chain.moves().size() && out.journeys.size() < most; ++m) {
    const double count = chain.counts()[m];
    if (count == 0) continue;
    from.add(chain.name_of(chain.moves()[m].from));
    to.add(chain.name_of(chain.moves()[m].to));
    out.journeys.push_back(count);
    out.conversions.push_back(chain.conversions()[m]);
    out.probability.push_back(count / leaving[chain.moves()[m].from]);
  }
}

void fill_agreement(const ModelRun& run, AgreementTable& out) {
  TextLabels a(out.model_a), b(out.model_b);
  for (const ModelCredits& first : run.models) {
    for (const ModelCredits& second : run.models) {
      double apart = 0;
      for (std::size_t c = 0; c < first.share.size(); ++c) apart += std::abs(first.share[c] - second.share[c]);
      a.add(name_of(first.model));
      b.add(name_of(second.model));
      out.agreement.push_back(1 - apart / 2);
      out.rank_correlation.push_back(correlation(math::average_ranks(first.share), math::average_ranks(second.share)));
    }
  }
}

void fill_orders(const ModelRun& run, OrderTable& out) {
  for (const OrderTrial& trial : run.orders) {
    out.order.push_back(trial.order);
    out.states.push_back(trial.states);
    out.auc.push_back(trial.auc);
    out.penalised_auc.push_back(trial.penalised);
    out.chosen.push_back(trial.order == run.order);
  }
}

void fill_calibration(const ModelRun& run, CalibrationTable& out) {
  if (!run.data_driven) return;
  const Fitness& fitness = run.data_driven->fitness();
  for (std::size_t tenth = 0; tenth < fitness.journeys.size(); ++tenth) {
    const double n = fitness.journeys[tenth];
    if (n == 0) continue;
    out.tenth.push_back(static_cast<double>(tenth + 1));
    out.predicted.push_back(fitness.predicted[tenth] / n);
    out.observed.push_back(fitness.observed[tenth] / n);
    out.journeys.push_back(n);
  }
}

void fill_accuracy(const Journeys& journeys, const ModelRun& run, const NumberByName& experiment, AccuracyTable& out) {
  std::vector<double> truth(journeys.channels.size(), nan_value);
  for (const auto& [name, conversions] : experiment) {
    std::size_t c = 0;
    while (c < truth.size() && !same_name(journeys.channels[c], name)) ++c;
    if (c == truth.size()) {
      throw Error(ErrorCode::bad_param, "The experiment names a channel \"" + name + "\" that no journey has.",
                  "Use the channel's name as it stands in the result.", {.text = name, .parameter = "/experiment"});
    }
    truth[c] = conversions;
  }
  TextLabels model(out.model);
  for (const ModelCredits& m : run.models) {
    double absolute = 0, bias = 0, whole = 0, n = 0;
    for (std::size_t c = 0; c < truth.size(); ++c) {
      if (std::isnan(truth[c])) continue;
      absolute += std::abs(m.credits.conversions[c] - truth[c]);
      bias += m.credits.conversions[c] - truth[c];
      whole += std::abs(truth[c]);
      ++n;
    }
    if (n == 0) return;
    model.add(name_of(m.model));
    out.channels.push_back(n);
    out.mean_absolute_error.push_back(absolute / n);
    out.bias.push_back(bias / n);
    out.relative_error.push_back(per(absolute, whole));
  }
}

}  // namespace outlay::attribution::paths
