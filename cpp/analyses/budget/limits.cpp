// Gathering limits from parameters, columns and edits: the strictest of each side counts.
#include "analyses/budget/limits.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace outlay::budget::reallocate {
namespace {

struct Builder {
  const Params& params;
  const Campaigns& campaigns;
  const Scope& scope;
  Limits out;

  void set_total() {
    const double today = std::accumulate(campaigns.cost.begin(), campaigns.cost.end(), 0.0);
    const double base = params.total_budget.value_or(today);
    out.total_low = out.total_high = base;
    if (params.min_total || params.max_total) {
      out.total_low = params.min_total.value_or(0);
      out.total_high = params.max_total.value_or(std::max(base, out.total_low));
    }
    if (scope.total >= 0) out.total_low = out.total_high = scope.total;
    out.total_low = scope.scale(Family::total, out.total_low);
    out.total_high = scope.scale(Family::total, out.total_high);
    out.reference = out.total_high;
    if (!scope.has(Family::total)) {
      out.total_low = 0;
      out.total_high = scope.most;
    }
  }

  void raise(double& low, Family family, const std::optional<double>& value, double unit = 1) const {
    if (value && scope.has(family)) low = std::max(low, scope.scale(family, *value * unit));
  }
  void lower(double& high, Family family, const std::optional<double>& value, double unit = 1) const {
    if (value && scope.has(family)) high = std::min(high, scope.scale(family, *value * unit));
  }
  static std::optional<double> known(double value) {
    return std::isnan(value) ? std::optional<double>() : std::optional<double>(value);
  }

  const Edit* edit_of(std::size_t i, const std::vector<const Edit*>& by_code) const {
    return by_code.empty() ? nullptr : by_code[campaigns.name.codes[i]];
  }

  // An amount that is given, or today's for what is locked or shows no evidence; NaN when the plan may choose.
  double kept_amount(std::size_t i, const Edit* edit) const {
    if (!scope.has(Family::kept)) return std::nan("");
    if (edit && edit->budget) return scope.scale(Family::kept, *edit->budget);
    const bool locked = campaigns.locked[i] || (edit && edit->locked) || !campaigns.has_evidence[i];
    return locked ? scope.scale(Family::kept, campaigns.cost[i]) : std::nan("");
  }

  void set_stretch(std::size_t i, const Edit* edit) {
    const double kept = kept_amount(i, edit);
    out.kept.push_back(!std::isnan(kept));
    if (out.kept.back()) {
      out.stretch.push_back({kept, kept, kept});
      return;
    }
    double low = 0, high = out.total_high;
    const double cost = campaigns.cost[i];
    const auto changed = [](const std::optional<double>& c) { return c ? std::optional<double>(1 + *c) : c; };
    raise(low, Family::min_share, params.min_share, out.reference);
    raise(low, Family::min_change, changed(params.min_change), cost);
    raise(low, Family::min_budget, known(campaigns.min_budget[i]));
    if (edit) raise(low, Family::edit_min, edit->min);
    lower(high, Family::max_share, params.max_share, out.reference);
    lower(high, Family::max_change, changed(params.max_change), cost);
    lower(high, Family::max_budget, known(campaigns.max_budget[i]));
    if (edit) lower(high, Family::edit_max, edit->max);
    double viable = 0;
    const bool knows_viable = params.method == Method::linear || params.method == Method::diminishing;
    if (knows_viable) raise(viable, Family::min_viable, params.min_viable_spend);
    if (low > 0) low = std::max(low, viable);
    if (low <= 0 && high < viable) high = 0;  // nothing at all is left
    // A lower limit beyond the total is a conflict of sums, and told as such.
    if (low > high && high == out.total_high) high = low;
    if (low > high + 1e-9 * std::max(1.0, high) && out.crossed_campaign < 0) out.crossed_campaign = static_cast<int>(i);
    high = std::max(low, high);
    out.stretch.push_back({low, std::min(std::max(low, viable), high), high});
  }

  void set_groups() {
    out.groups = math::Groups::whole(campaigns.size(), out.total_low, out.total_high);
    out.group_of_node = {""};
    std::vector<int> node_of_code(campaigns.group.dictionary.size(), 0);
    for (std::size_t code = 0; code < node_of_code.size(); ++code) {
      const auto bounds = params.group_bounds.find(campaigns.group.dictionary[code]);
      if (bounds == params.group_bounds.end()) continue;
      double low = 0, high = std::numeric_limits<double>::infinity();
      raise(low, Family::group_min, bounds->second.min);
      lower(high, Family::group_max, bounds->second.max);
      node_of_code[code] = static_cast<int>(out.groups.lower.size());
      out.groups.parent.push_back(0);
      out.groups.lower.push_back(low);
      out.groups.upper.push_back(high);
      out.group_of_node.push_back(bounds->first);
    }
    for (std::size_t i = 0; i < campaigns.size(); ++i) {
      if (campaigns.group.codes[i] >= 0) out.groups.node_of[i] = node_of_code[campaigns.group.codes[i]];
    }
  }
};

}  // namespace

Limits build_limits(const Params& params, const Campaigns& campaigns, const Scope& scope) {
  Builder builder{params, campaigns, scope, {}};
  builder.set_total();
  std::vector<const Edit*> by_code;
  if (!params.edits.empty()) {
    for (const std::string& name : campaigns.name.dictionary) {
      const auto edit = params.edits.find(name);
      by_code.push_back(edit == params.edits.end() ? nullptr : &edit->second);
    }
  }
  for (std::size_t i = 0; i < campaigns.size(); ++i) builder.set_stretch(i, builder.edit_of(i, by_code));
  builder.set_groups();
  return std::move(builder.out);
}

bool are_feasible(const Limits& limits) {
  if (limits.crossed_campaign >= 0) return false;
  const math::Groups& groups = limits.groups;
  std::vector<double> low(groups.lower.size(), 0), high(groups.lower.size(), 0);
  for (std::size_t i = 0; i < limits.stretch.size(); ++i) {
    low[groups.node_of[i]] += limits.stretch[i].low;
    high[groups.node_of[i]] += limits.stretch[i].high;
  }
  for (std::size_t node = low.size(); node-- > 0;) {
    low[node] = std::max(low[node], groups.lower[node]);
    high[node] = std::min(high[node], groups.upper[node]);
    if (low[node] > high[node] + 1e-9 * std::max(1.0, high[node])) return false;
    if (node == 0) break;
    low[groups.parent[node]] += low[node];
    high[groups.parent[node]] += high[node];
  }
  return true;
}

bool keeps(const Limits& limits, const std::vector<double>& amount) {
  const double slack = 1e-9 * std::max(1.0, limits.reference);
  std::vector<double> sum(limits.groups.lower.size(), 0);
  for (std::size_t i = 0; i < amount.size(); ++i) {
    const math::Stretch& s = limits.stretch[i];
    const bool is_off = s.on > s.low && std::abs(amount[i] - s.low) <= slack;
    if (!is_off && (amount[i] < s.on - slack || amount[i] > s.high + slack)) return false;
    for (int node = limits.groups.node_of[i];; node = limits.groups.parent[node]) {
      sum[node] += amount[i];
      if (node == 0) break;
    }
  }
  for (std::size_t node = 0; node < sum.size(); ++node) {
    if (sum[node] < limits.groups.lower[node] - slack || sum[node] > limits.groups.upper[node] + slack) return false;
  }
  return true;
}

}  // namespace outlay::budget::reallocate
