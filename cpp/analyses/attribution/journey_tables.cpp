// Tables about journeys, whatever the model: paths, lengths, lags, assists, and the rules behind their channels.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "analyses/attribution/path_tables.h"
#include "analyses/attribution/text_labels.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t longest_length = 50;  // longer journeys are one row

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
