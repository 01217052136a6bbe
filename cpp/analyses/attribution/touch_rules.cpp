// Shares by position.
#include "analyses/attribution/touch_rules.h"

#include <cmath>
#include <numeric>

namespace outlay::attribution {
namespace {

void last_non_direct(Steps steps, const RuleOptions& options, std::vector<double>& shares) {
  std::size_t chosen = steps.size() - 1;
  for (std::size_t i = steps.size(); i-- > 0;) {
    if (options.is_direct[steps[i]]) continue;
    chosen = i;
    break;
  }
  shares[chosen] = 1;
}

void time_decay(double half_life, std::vector<double>& shares) {
  const std::size_t n = shares.size();
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += shares[i] = std::exp2(-static_cast<double>(n - 1 - i) / half_life);
  for (double& share : shares) share /= sum;
}

// Of two touches the ends keep their proportion; the middle shares what they leave.
void position(const RuleOptions& options, std::vector<double>& shares) {
  const std::size_t n = shares.size();
  const double first = options.position_first, last = options.position_last, ends = first + last;
  if (n == 1) {
    shares[0] = 1;
  } else if (n == 2) {
    shares[0] = ends > 0 ? first / ends : 0.5;
    shares[1] = 1 - shares[0];
  } else {
    const double each = (1 - ends) / static_cast<double>(n - 2);
    for (double& share : shares) share = each;
    shares[0] = first;
    shares[n - 1] = last;
  }
}

// The first, the middle (the earlier of two) and the last touch; up to three keep their proportion.
void w_shaped(const RuleOptions& options, std::vector<double>& shares) {
  const std::size_t n = shares.size();
  const double others = 1 - options.w_first - options.w_middle - options.w_last;
  if (n > 3) shares.assign(n, others / static_cast<double>(n - 3));
  if (n > 2) shares[(n - 1) / 2] = options.w_middle;
  shares[0] = options.w_first;
  if (n > 1) shares[n - 1] = options.w_last;
  if (n > 3) return;
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share = sum > 0 ? share / sum : 1 / static_cast<double>(n);
}

void by_channel(Steps steps, bool is_split, std::vector<double>& shares) {
  const std::vector<std::uint32_t> waiting = distinct_channels(steps);
  const double each = is_split ? 1 / static_cast<double>(waiting.size()) : 1;
  std::size_t next = 0;
  for (std::size_t i = 0; i < steps.size() && next < waiting.size(); ++i) {
    if (steps[i] != waiting[next]) continue;
    shares[i] = each;
    ++next;
  }
}

}  // namespace

void touch_shares(TouchRule rule, Steps steps, const RuleOptions& options, std::vector<double>& shares) {
  shares.assign(steps.size(), 0);
  switch (rule) {
    case TouchRule::first:
      shares.front() = 1;
      return;
    case TouchRule::last:
      shares.back() = 1;
      return;
    case TouchRule::last_non_direct:
      return last_non_direct(steps, options, shares);
    case TouchRule::linear:
      shares.assign(steps.size(), 1 / static_cast<double>(steps.size()));
      return;
    case TouchRule::time_decay:
      return time_decay(options.half_life_steps, shares);
    case TouchRule::position:
      return position(options, shares);
    case TouchRule::w_shaped:
      return w_shaped(options, shares);
    case TouchRule::participation:
      return by_channel(steps, false, shares);
    case TouchRule::equal_split:
      return by_channel(steps, true, shares);
  }
}

Credits rule_credits(TouchRule rule, const Journeys& journeys, const RuleOptions& options) {
  Credits credits;
  credits.conversions.assign(journeys.channels.size(), 0);
  credits.value.assign(journeys.channels.size(), 0);
  std::vector<double> shares;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    if (journeys.conversions[s] == 0 && journeys.value[s] == 0) continue;
    const Steps steps = journeys.at(s);
    touch_shares(rule, steps, options, shares);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (shares[i] == 0) continue;
      credits.conversions[steps[i]] += shares[i] * journeys.conversions[s];
      credits.value[steps[i]] += shares[i] * journeys.value[s];
    }
  }
  return credits;
}

}  // namespace outlay::attribution
