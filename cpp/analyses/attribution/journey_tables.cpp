// Tables about journeys, whatever the model: paths, lengths, lags, assists, pairs and flows.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "analyses/attribution/path_tables.h"
#include "analyses/attribution/text_labels.h"
#include "math/binomial.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t longest_length = 50;  // longer journeys are one row
constexpr std::size_t flow_steps = 4;       // later touches are one node

double per(double part, double whole) { return whole > 0 ? part / whole : nan_value; }

double journeys_in(const Journeys& journeys, std::size_t s) { return journeys.conversions[s] + journeys.nulls[s]; }

}  // namespace

void fill_top_paths(const Journeys& journeys, int most, PathTable& out) {
  std::vector<std::uint32_t> order(journeys.sequences());
  std::iota(order.begin(), order.end(), 0u);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (journeys.conversions[a] != journeys.conversions[b]) return journeys.conversions[a] > journeys.conversions[b];
    if (journeys.nulls[a] != journeys.nulls[b]) return journeys.nulls[a] > journeys.nulls[b];
    const Steps x = journeys.at(a), y = journeys.at(b);
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
  };
  const std::size_t shown = std::min<std::size_t>(order.size(), static_cast<std::size_t>(most));
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(), before);
  TextLabels path(out.path);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::uint32_t s = order[i];
    path.add(path_text(journeys, journeys.at(s)));
    out.touches.push_back(static_cast<double>(journeys.at(s).size()));
    out.conversions.push_back(journeys.conversions[s]);
    out.value.push_back(journeys.has_value ? journeys.value[s] : nan_value);
    out.nulls.push_back(journeys.nulls[s]);
    out.conversion_rate.push_back(per(journeys.conversions[s], journeys_in(journeys, s)));
  }
}

void fill_lengths(const Journeys& journeys, LengthTable& out) {
  std::vector<double> conversions(longest_length + 1, 0), value = conversions, nulls = conversions;
  std::size_t longest = 0;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const std::size_t length = std::min(longest_length, journeys.at(s).size());
    longest = std::max(longest, length);
    conversions[length] += journeys.conversions[s];
    value[length] += journeys.value[s];
    nulls[length] += journeys.nulls[s];
  }
  for (std::size_t length = 1; length <= longest; ++length) {
    out.touches.push_back(static_cast<double>(length));
    out.conversions.push_back(conversions[length]);
    out.value.push_back(journeys.has_value ? value[length] : nan_value);
    out.nulls.push_back(nulls[length]);
    out.conversion_rate.push_back(per(conversions[length], conversions[length] + nulls[length]));
  }
}

void fill_lags(const Journeys& journeys, LagTable& out) {
  double sum = 0;
  for (std::size_t days = 0; days < journeys.lag_conversions.size(); ++days) {
    sum += journeys.lag_conversions[days];
    out.days.push_back(static_cast<double>(days));
    out.conversions.push_back(journeys.lag_conversions[days]);
    out.value.push_back(journeys.has_value ? journeys.lag_value[days] : nan_value);
    out.cumulative_share.push_back(sum / journeys.total_conversions);
  }
}

void fill_assists(const Journeys& journeys, AssistTable& out) {
  const std::size_t n = journeys.channels.size();
  std::vector<double> seen(n, 0), converted(n, 0), first(n, 0), last(n, 0);
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const Steps steps = journeys.at(s);
    for (std::uint32_t c : distinct_channels(steps)) {
      seen[c] += journeys_in(journeys, s);
      converted[c] += journeys.conversions[s];
    }
    first[steps.front()] += journeys.conversions[s];
    last[steps.back()] += journeys.conversions[s];
  }
  TextLabels channel(out.channel);
  for (std::uint32_t c : listed_channels(journeys)) {
    channel.add(journeys.channels[c]);
    out.journeys.push_back(seen[c]);
    out.conversions.push_back(converted[c]);
    out.conversion_rate.push_back(per(converted[c], seen[c]));
    out.first.push_back(first[c]);
    out.last.push_back(last[c]);
    out.assists.push_back(converted[c] - last[c]);
    out.assist_ratio.push_back(per(converted[c] - last[c], last[c]));
  }
}

// Were the two independent, a journey with both would convert with 1 - (1 - r_a)(1 - r_b), where r_a is the rate of
// journeys with a and without b.
void fill_synergy(const Journeys& journeys, double confidence, SynergyTable& out) {
  constexpr double least = 30;
  constexpr std::size_t most = 200, most_channels = 1000;
  struct Sums {
    double journeys = 0, conversions = 0;
  };
  if (journeys.channels.size() > most_channels) return;
  std::vector<Sums> alone(journeys.channels.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, Sums> both;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    std::vector<std::uint32_t> channels = distinct_channels(journeys.at(s));
    std::sort(channels.begin(), channels.end());
    const auto add = [&](Sums& sums) {
      sums.journeys += journeys_in(journeys, s);
      sums.conversions += journeys.conversions[s];
    };
    for (std::size_t a = 0; a < channels.size(); ++a) {
      add(alone[channels[a]]);
      for (std::size_t b = a + 1; b < channels.size(); ++b) add(both[{channels[a], channels[b]}]);
    }
  }
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, Sums>> pairs;
  for (const auto& pair : both) {
    if (pair.second.journeys >= least) pairs.push_back(pair);
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& a, const auto& b) { return a.second.journeys > b.second.journeys; });
  if (pairs.size() > most) pairs.resize(most);
  TextLabels name_a(out.channel_a), name_b(out.channel_b);
  for (const auto& [pair, sums] : pairs) {
    const auto without = [&, &sums = sums](std::uint32_t c) {
      return per(alone[c].conversions - sums.conversions, alone[c].journeys - sums.journeys);
    };
    const double expected = 1 - (1 - without(pair.first)) * (1 - without(pair.second));
    const math::Interval interval = math::wilson(sums.conversions, sums.journeys, 1 - confidence);
    name_a.add(journeys.channels[pair.first]);
    name_b.add(journeys.channels[pair.second]);
    out.journeys.push_back(sums.journeys);
    out.conversions.push_back(sums.conversions);
    out.rate.push_back(sums.conversions / sums.journeys);
    out.rate_low.push_back(interval.lower);
    out.rate_high.push_back(interval.upper);
    out.expected_rate.push_back(expected);
    out.synergy.push_back(sums.conversions / sums.journeys - expected);
  }
}

void fill_flows(const Journeys& journeys, FlowTable& out) {
  struct Sums {
    double journeys = 0, conversions = 0, value = 0;
  };
  using Node = std::pair<std::size_t, std::uint32_t>;  // step from 1, channel
  const auto n = static_cast<std::uint32_t>(journeys.channels.size());
  const std::uint32_t later = n, converted = n + 1, lost = n + 2;
  std::map<std::pair<Node, Node>, Sums> flows;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const Steps steps = journeys.at(s);
    const auto add = [&](Node from, Node to, double conversions, double nulls, double value) {
      if (conversions + nulls == 0) return;
      Sums& sums = flows[{from, to}];
      sums.journeys += conversions + nulls;
      sums.conversions += conversions;
      sums.value += value;
    };
    Node at{1, steps[0]};
    const std::size_t shown = std::min(flow_steps, steps.size());
    const auto move = [&](Node to) {
      add(at, to, journeys.conversions[s], journeys.nulls[s], journeys.value[s]);
      at = to;
    };
    for (std::size_t i = 1; i < shown; ++i) move({i + 1, steps[i]});
    if (steps.size() > shown) move({flow_steps + 1, later});
    add(at, {flow_steps + 2, converted}, journeys.conversions[s], 0, journeys.value[s]);
    add(at, {flow_steps + 2, lost}, 0, journeys.nulls[s], 0);
  }
  TextLabels source(out.source), target(out.target);
  const auto name = [&](const Node& node) {
    if (node.second == later) return std::string("More touches");
    if (node.second == converted) return std::string("Converted");
    if (node.second == lost) return std::string("Lost");
    return std::to_string(node.first) + ". " + journeys.channels[node.second];
  };
  for (const auto& [move, sums] : flows) {
    out.step.push_back(static_cast<double>(move.first.first));
    source.add(name(move.first));
    target.add(name(move.second));
    out.journeys.push_back(sums.journeys);
    out.conversions.push_back(sums.conversions);
    out.value.push_back(journeys.has_value ? sums.value : nan_value);
  }
}

void fill_rules(const TouchChannels& channels, RuleTable& out) {
  TextLabels channel(out.channel), rule(out.rule);
  for (std::size_t r = 0; r < channels.rule_channels.size(); ++r) {
    out.rank.push_back(static_cast<double>(r + 1));
    channel.add(channels.rule_channels[r]);
    rule.add(channels.rule_texts[r]);
    out.touches.push_back(channels.rule_touches[r]);
  }
}

}  // namespace outlay::attribution::paths
