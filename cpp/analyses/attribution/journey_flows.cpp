// Tables about moves and meetings of channels: pairs within a journey, and the stream from first touches to the ends.
#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "analyses/attribution/path_tables.h"
#include "analyses/attribution/text_labels.h"
#include "math/binomial.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t flow_steps = 4;  // later touches are one node

double per(double part, double whole) { return whole > 0 ? part / whole : nan_value; }

struct Sums {
  double journeys = 0, conversions = 0, value = 0;

  void add(double converted, double lost, double worth) {
    journeys += converted + lost;
    conversions += converted;
    value += worth;
  }
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Journeys by channel and by pair of channels that they touched.
struct Meetings {
  std::vector<Sums> alone;
  std::map<Pair, Sums> both;

  explicit Meetings(const Journeys& journeys) : alone(journeys.channels.size()) {
    for (std::size_t s = 0; s < journeys.sequences(); ++s) {
      std::vector<std::uint32_t> channels = distinct_channels(journeys.at(s));
      std::sort(channels.begin(), channels.end());
      const auto add = [&](Sums& sums) { sums.add(journeys.conversions[s], journeys.nulls[s], journeys.value[s]); };
      for (std::size_t a = 0; a < channels.size(); ++a) {
        add(alone[channels[a]]);
        for (std::size_t b = a + 1; b < channels.size(); ++b) add(both[{channels[a], channels[b]}]);
      }
    }
  }

  /// Were the two independent, a journey with both would convert with 1 - (1 - r_a)(1 - r_b), where r_a is the rate of
  /// journeys with a and without b.
  double expected(const Pair& pair, const Sums& sums) const {
    const auto without = [&](std::uint32_t c) {
      return per(alone[c].conversions - sums.conversions, alone[c].journeys - sums.journeys);
    };
    return 1 - (1 - without(pair.first)) * (1 - without(pair.second));
  }
};

/// A touch at its step, or one of the three nodes that end the stream.
using Node = std::pair<std::size_t, std::uint32_t>;

class Stream {
 public:
  explicit Stream(const Journeys& journeys)
      : journeys_(journeys), later_(static_cast<std::uint32_t>(journeys.channels.size())) {
    for (std::size_t s = 0; s < journeys.sequences(); ++s) follow(s);
  }

  const std::map<std::pair<Node, Node>, Sums>& flows() const { return flows_; }

  std::string name_of(const Node& node) const {
    if (node.second < later_) return std::to_string(node.first) + ". " + journeys_.channels[node.second];
    return node.second == later_ ? "More touches" : node.second == later_ + 1 ? "Converted" : "Lost";
  }

 private:
  void follow(std::size_t s) {
    const Steps steps = journeys_.at(s);
    const double conversions = journeys_.conversions[s], nulls = journeys_.nulls[s], value = journeys_.value[s];
    const std::size_t shown = std::min(flow_steps, steps.size());
    Node at{1, steps[0]};
    const auto move = [&](const Node& to) {
      if (conversions + nulls > 0) flows_[{at, to}].add(conversions, nulls, value);
      at = to;
    };
    for (std::size_t i = 1; i < shown; ++i) move({i + 1, steps[i]});
    if (steps.size() > shown) move({flow_steps + 1, later_});
    if (conversions > 0) flows_[{at, {flow_steps + 2, later_ + 1}}].add(conversions, 0, value);
    if (nulls > 0) flows_[{at, {flow_steps + 2, later_ + 2}}].add(0, nulls, 0);
  }

  const Journeys& journeys_;
  std::uint32_t later_;  // its number, and those of the two ends, follow the channels
  std::map<std::pair<Node, Node>, Sums> flows_;
};

}  // namespace

void fill_synergy(const Journeys& journeys, double confidence, SynergyTable& out) {
  constexpr double least = 30;
  constexpr std::size_t most = 200, most_channels = 1000;
  if (journeys.channels.size() > most_channels) return;
  const Meetings meetings(journeys);
  std::vector<std::pair<Pair, Sums>> pairs;
  for (const auto& pair : meetings.both) {
    if (pair.second.journeys >= least) pairs.push_back(pair);
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& a, const auto& b) { return a.second.journeys > b.second.journeys; });
  if (pairs.size() > most) pairs.resize(most);
  TextLabels name_a(out.channel_a), name_b(out.channel_b);
  for (const auto& [pair, sums] : pairs) {
    const double rate = sums.conversions / sums.journeys, expected = meetings.expected(pair, sums);
    const math::Interval interval = math::wilson(sums.conversions, sums.journeys, 1 - confidence);
    name_a.add(journeys.channels[pair.first]);
    name_b.add(journeys.channels[pair.second]);
    out.journeys.push_back(sums.journeys);
    out.conversions.push_back(sums.conversions);
    out.rate.push_back(rate);
    out.rate_low.push_back(interval.lower);
    out.rate_high.push_back(interval.upper);
    out.expected_rate.push_back(expected);
    out.synergy.push_back(rate - expected);
  }
}

void fill_flows(const Journeys& journeys, FlowTable& out) {
  const Stream stream(journeys);
  TextLabels source(out.source), target(out.target);
  for (const auto& [move, sums] : stream.flows()) {
    out.step.push_back(static_cast<double>(move.first.first));
    source.add(stream.name_of(move.first));
    target.add(stream.name_of(move.second));
    out.journeys.push_back(sums.journeys);
    out.conversions.push_back(sums.conversions);
    out.value.push_back(journeys.has_value ? sums.value : nan_value);
  }
}

}  // namespace outlay::attribution::paths
