// Trying orders by the windows with which journeys end.
#include "analyses/attribution/order_choice.h"

#include <algorithm>
#include <cmath>

#include "analyses/attribution/folds.h"
#include "math/ranking.h"

namespace outlay::attribution {
namespace {

// The windows of up to `order` last touches of every sequence, numbered: [k - 1] is that of k touches.
struct Endings {
  std::vector<std::uint32_t> window[highest_order];
  std::size_t windows[highest_order] = {};
};

Endings endings_of(const Journeys& journeys) {
  Endings out;
  for (std::size_t k = 0; k < highest_order; ++k) {
    Journeys windows;
    SequenceIndex index(windows);
    for (std::size_t s = 0; s < journeys.sequences(); ++s) {
      const Steps steps = journeys.at(s);
      out.window[k].push_back(index.number_of(steps.last(std::min(steps.size(), k + 1))));
    }
    out.windows[k] = windows.sequences();
  }
  return out;
}

struct Rates {
  std::vector<double> conversions, journeys;
};

Rates seen_rates(const Journeys& journeys, const HeldOut& held, int fold, const std::vector<std::uint32_t>& window,
                 std::size_t windows) {
  Rates rates{std::vector<double>(windows, 0), std::vector<double>(windows, 0)};
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const double conversions = journeys.conversions[s] - held.conversions[fold][s];
    rates.conversions[window[s]] += conversions;
    rates.journeys[window[s]] += conversions + journeys.nulls[s] - held.nulls[fold][s];
  }
  return rates;
}

double auc_of(const Journeys& journeys, const HeldOut& held, const Endings& endings, int order) {
  std::vector<math::ScoredCases> cases;
  for (int f = 0; f < folds; ++f) {
    std::vector<Rates> rates;
    for (int k = 0; k < order; ++k)
      rates.push_back(seen_rates(journeys, held, f, endings.window[k], endings.windows[k]));
    for (std::size_t s = 0; s < journeys.sequences(); ++s) {
      const double conversions = held.conversions[f][s], nulls = held.nulls[f][s];
      if (conversions + nulls == 0) continue;
      double score = 0;
      for (int k = order; k-- > 0;) {
        const std::uint32_t window = endings.window[k][s];
        if (!(rates[k].journeys[window] > 0)) continue;
        score = rates[k].conversions[window] / rates[k].journeys[window];
        break;
      }
      cases.push_back({score, conversions, nulls});
    }
  }
  return math::area_under_curve(std::move(cases));
}

}  // namespace

std::vector<OrderTrial> try_orders(const Journeys& journeys, std::uint64_t seed) {
  const HeldOut held = deal(journeys.conversions, journeys.nulls, seed);
  const Endings endings = endings_of(journeys);
  const double n = journeys.total_conversions + journeys.total_nulls;
  std::vector<OrderTrial> trials;
  for (int order = 1; order <= highest_order; ++order) {
    OrderTrial trial;
    trial.order = order;
    trial.states = static_cast<double>(endings.windows[order - 1]);
    trial.auc = auc_of(journeys, held, endings, order);
    trial.penalised = n > trial.states + 1 ? 1 - (1 - trial.auc) * (n - 1) / (n - trial.states - 1) : NAN;
    trials.push_back(trial);
  }
  return trials;
}

int best_order(const std::vector<OrderTrial>& trials) {
  int best = 1;
  double highest = -INFINITY;
  for (const OrderTrial& trial : trials) {
    if (!(trial.penalised > highest)) continue;
    highest = trial.penalised;
    best = trial.order;
  }
  return best;
}

}  // namespace outlay::attribution
