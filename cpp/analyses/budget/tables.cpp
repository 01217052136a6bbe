// One row a campaign, a group, a metric, a total.
#include "analyses/budget/tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "math/order.h"

namespace outlay::budget::reallocate {
namespace {

const double none = std::nan("");

double ratio(double over, double under) { return under > 0 ? over / under : none; }

double inverse(double slope) { return slope > 0 ? 1 / slope : none; }

enum Bound { free_amount, at_min, at_max, off, locked, unproven, group_min, group_max };
const std::vector<std::string> bound_words = {"",       "min",         "max",       "off",
                                              "locked", "no evidence", "group min", "group max"};

bool near(double a, double b, double scale) { return std::abs(a - b) <= 1e-9 * std::max(1.0, scale); }

// The groups whose limits hold the plan back, by node.
std::vector<Bound> bounds_of_groups(const Limits& limits, const std::vector<double>& budget) {
  std::vector<double> sum(limits.groups.lower.size(), 0);
  for (std::size_t i = 0; i < budget.size(); ++i) sum[limits.groups.node_of[i]] += budget[i];
  std::vector<Bound> out(sum.size(), free_amount);
  for (std::size_t node = 1; node < sum.size(); ++node) {
    if (near(sum[node], limits.groups.upper[node], limits.reference)) out[node] = group_max;
    if (limits.groups.lower[node] > 0 && near(sum[node], limits.groups.lower[node], limits.reference))
      out[node] = group_min;
  }
  return out;
}

Bound bound_of(const Campaigns& campaigns, const Limits& limits, const Plan& plan, const std::vector<Bound>& groups,
               std::size_t i) {
  const math::Stretch& s = limits.stretch[i];
  if (!campaigns.has_evidence[i]) return unproven;
  if (limits.kept[i]) return locked;
  const double x = plan.budget[i];
  if (s.on > s.low && near(x, s.low, limits.reference)) return off;
  if (near(x, s.on, limits.reference)) return at_min;
  if (near(x, s.high, limits.reference)) return at_max;
  return groups[limits.groups.node_of[i]];
}

TextColumn words(const std::vector<Bound>& bounds) {
  TextColumn out{{}, bound_words};
  for (Bound bound : bounds) out.codes.push_back(bound == free_amount ? -1 : static_cast<std::int32_t>(bound));
  out.dictionary[0] = "free";
  return out;
}

void fill_ratios(const Campaigns& campaigns, double total, CampaignTable& out) {
  NumberColumn falling;
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    const bool counted = campaigns.has_clicks && campaigns.clicks[i] > 0 && campaigns.cost[i] > 0;
    out.conversion_rate.push_back(counted ? campaigns.conversions[i] / campaigns.clicks[i] : none);
    out.cpc.push_back(counted ? campaigns.cost[i] / campaigns.clicks[i] : none);
    const bool rated = campaigns.has_evidence[i] && campaigns.has_conversions && campaigns.cost[i] > 0;
    out.conversions_per_dollar.push_back(rated ? campaigns.conversions[i] / campaigns.cost[i] : none);
    out.spend_share.push_back(ratio(campaigns.cost[i], total));
    falling.push_back(-out.conversions_per_dollar[i]);
  }
  out.efficiency_rank = math::average_ranks(falling);
}

struct Totals {
  double campaigns = 0, cost = 0, budget = 0, before = 0, after = 0;
};

}  // namespace

void fill_campaigns(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                    const Plan& plan, Result& result) {
  CampaignTable& out = result.campaign_table;
  out.campaign = campaigns.name;
  out.group = campaigns.group;
  out.cost = campaigns.cost;
  out.optimized_budget = plan.budget;
  fill_ratios(campaigns, result.baseline_budget, out);
  const std::vector<Bound> groups = bounds_of_groups(limits, plan.budget);
  const bool bounded = params.method != Method::proportional;
  std::vector<Bound> bounds;
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    const double budget = plan.budget[i];
    const bool evident = campaigns.has_evidence[i];
    out.budget_change.push_back(budget - campaigns.cost[i]);
    out.optimized_spend_share.push_back(ratio(budget, result.optimized_budget));
    out.expected_conversions.push_back(evident ? model.observed[i].value(campaigns.cost[i]) : campaigns.conversions[i]);
    out.expected_conversions_optimized.push_back(evident ? model.observed[i].value(budget) : campaigns.conversions[i]);
    const double slope = evident ? model.response[i].slope(budget) : none;
    out.marginal_cpa.push_back(inverse(slope));
    out.marginal_value.push_back(std::isinf(slope) ? none : model.worth[i] * slope - model.unit_cost);
    out.min_budget.push_back(bounded ? limits.stretch[i].low : none);
    out.max_budget.push_back(bounded && std::isfinite(limits.stretch[i].high) ? limits.stretch[i].high : none);
    out.shrunk_rate.push_back(model.shrunk_rate[i]);
    out.elasticity.push_back(
        evident && !campaigns.has_curve[i] && params.method == Method::diminishing ? model.elasticity[i] : none);
    bounds.push_back(bounded || !evident ? bound_of(campaigns, limits, plan, groups, i) : free_amount);
  }
  result.at_bounds =
      static_cast<int>(std::count_if(bounds.begin(), bounds.end(), [](Bound b) { return b != free_amount; }));
  out.at_bound = words(bounds);
  NumberColumn free_cpa;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (bounds[i] == free_amount && bounded) free_cpa.push_back(out.marginal_cpa[i]);
  }
  result.marginal_cpa = math::quantile(std::move(free_cpa), 0.5);
}

void fill_groups(const Campaigns& campaigns, const Model& model, const Limits& limits, const Plan& plan,
                 GroupTable& out) {
  if (!campaigns.has_group) return;
  std::vector<Totals> totals(campaigns.group.dictionary.size() + 1);
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    Totals& t = totals[campaigns.group.codes[i] + 1];
    ++t.campaigns;
    t.cost += campaigns.cost[i];
    t.budget += plan.budget[i];
    t.before += model.observed[i].value(campaigns.cost[i]);
    t.after += model.observed[i].value(plan.budget[i]);
  }
  const std::vector<Bound> by_node = bounds_of_groups(limits, plan.budget);
  std::vector<Bound> bounds;
  out.group.dictionary = campaigns.group.dictionary;
  for (std::size_t k = 0; k < totals.size(); ++k) {
    const Totals& t = totals[k];
    if (t.campaigns == 0) continue;
    out.group.codes.push_back(static_cast<std::int32_t>(k) - 1);
    out.campaigns.push_back(t.campaigns);
    out.cost.push_back(t.cost);
    out.optimized_budget.push_back(t.budget);
    out.budget_change.push_back(t.budget - t.cost);
    out.expected_conversions.push_back(t.before);
    out.expected_conversions_optimized.push_back(t.after);
    const std::string name = k > 0 ? campaigns.group.dictionary[k - 1] : std::string();
    const auto node = k > 0 ? std::find(limits.group_of_node.begin() + 1, limits.group_of_node.end(), name)
                            : limits.group_of_node.end();
    const bool bounded = node != limits.group_of_node.end();
    const std::size_t at = bounded ? static_cast<std::size_t>(node - limits.group_of_node.begin()) : 0;
    out.min_budget.push_back(bounded ? limits.groups.lower[at] : none);
    out.max_budget.push_back(bounded && std::isfinite(limits.groups.upper[at]) ? limits.groups.upper[at] : none);
    bounds.push_back(bounded ? by_node[at] : free_amount);
  }
  out.at_bound = words(bounds);
}

void fill_summary(const CampaignTable& campaigns, SummaryTable& out) {
  const auto add = [&](const char* metric, const NumberColumn& column) {
    NumberColumn known;
    for (double value : column) {
      if (!std::isnan(value)) known.push_back(value);
    }
    const double count = static_cast<double>(known.size());
    const double mean = ratio(std::accumulate(known.begin(), known.end(), 0.0), count);
    double squares = 0;
    for (double value : known) squares += (value - mean) * (value - mean);
    out.metric.codes.push_back(static_cast<std::int32_t>(out.metric.dictionary.size()));
    out.metric.dictionary.emplace_back(metric);
    out.count.push_back(count);
    out.mean.push_back(mean);
    out.std.push_back(count > 1 ? std::sqrt(squares / (count - 1)) : none);
    NumberColumn* const places[] = {&out.min, &out.lower_quartile, &out.median, &out.upper_quartile, &out.max};
    for (int k = 0; k < 5; ++k) places[k]->push_back(math::quantile(known, 0.25 * k));
  };
  add("conversion_rate", campaigns.conversion_rate);
  add("cpc", campaigns.cpc);
  add("conversions_per_dollar", campaigns.conversions_per_dollar);
  add("spend_share", campaigns.spend_share);
}

void add_frontier_point(const Model& model, double part, double total, const Plan* plan, FrontierTable& out) {
  out.part_of_today.push_back(part);
  out.total_budget.push_back(total);
  out.conversions.push_back(plan ? model.conversions(model.observed, plan->budget) : none);
  out.value.push_back(plan ? model.value(model.observed, plan->budget) : none);
  out.bound.push_back(plan ? plan->bound : none);
  out.price.push_back(plan ? plan->whole_price : none);
  out.feasible.push_back(plan ? 1 : 0);
}

}  // namespace outlay::budget::reallocate
