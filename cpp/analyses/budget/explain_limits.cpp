// The limits of one campaign as a table, the binding ones marked, and what its price says beside the common one.
#include <algorithm>
#include <cmath>

#include "analyses/budget/explain_steps.h"

namespace outlay::budget::reallocate {
namespace {

const double none = std::nan("");

// Rows of the table of limits, each with the ends that it sets.
class LimitRows {
 public:
  explicit LimitRows(double budget, double scale) : budget_(budget), tolerance_(1e-9 * std::max(1.0, scale)) {}

  void add(const char* name, double least, double most, bool binds) {
    if (std::isnan(least) && std::isnan(most)) return;
    if (binds) marked.push_back(rows.size());
    rows.push_back({name, amount(least), amount(most)});
  }
  void add(const char* name, double least, double most) { add(name, least, most, near(least) || near(most)); }

  std::vector<std::vector<Json>> rows;
  std::vector<std::size_t> marked;

 private:
  static Json amount(double value) { return std::isnan(value) ? Json() : Json(value); }
  bool near(double end) const { return std::abs(budget_ - end) <= tolerance_; }
  double budget_, tolerance_;
};

double of(const std::optional<double>& value, double unit = 1, double base = 0) {
  return value ? base + *value * unit : none;
}

void add_group(const Chosen& chosen, LimitRows& rows) {
  const int node = chosen.limits.groups.node_of[chosen.at];
  if (node == 0) return;
  const std::string_view held = chosen.table().at_bound.at(chosen.at);
  const double least = chosen.limits.groups.lower[node], most = chosen.limits.groups.upper[node];
  rows.add("Its group together", least > 0 ? least : none, std::isfinite(most) ? most : none,
           held == "group min" || held == "group max");
}

LimitRows rows_of(const Chosen& chosen) {
  const auto& [params, campaigns, model, limits, result, at] = chosen;
  LimitRows rows(chosen.budget(), limits.reference);
  const auto edit = params.edits.find(std::string(campaigns.name.at(at)));
  const Edit* own = edit == params.edits.end() ? nullptr : &edit->second;
  if (limits.kept[at]) {
    const double kept = limits.stretch[at].low;
    rows.add(own && own->budget ? "Budget set by hand" : "Locked at today's spend", kept, kept);
    add_group(chosen, rows);
    return rows;
  }
  const double cost = chosen.cost();
  rows.add("Share of the total", of(params.min_share, limits.reference), of(params.max_share, limits.reference));
  rows.add("Change from today", of(params.min_change, cost, cost), of(params.max_change, cost, cost));
  rows.add("Columns of the table", campaigns.min_budget[at], campaigns.max_budget[at]);
  if (own) rows.add("Set by hand", of(own->min), of(own->max));
  rows.add("Least viable spend, or nothing", of(params.min_viable_spend), none);
  add_group(chosen, rows);
  return rows;
}

}  // namespace

ExplainedStep explain_limits(const Chosen& chosen) {
  ExplainedStep step{"limits", "What limits it", "", "", {}, {}, {}};
  LimitRows limits = rows_of(chosen);
  const bool unknown = chosen.params.method == Method::proportional;
  step.numbers = {{"budget", "new budget", chosen.budget(), "money"}};
  if (limits.rows.empty()) {
    step.text = "No limit is set for it; only the total is given.";
    return step;
  }
  step.text = unknown                 ? "This method divides shares after clipping them, so they need not hold."
              : limits.marked.empty() ? "None of its limits holds its new budget of {budget}."
                                      : "The marked limit holds its new budget of {budget}.";
  if (limits.marked.size() > 1 && !unknown) step.text = "The marked limits hold its new budget of {budget}.";
  ExplainedTable table{{{"limit", "Limit"}, {"least", "At least", "money"}, {"most", "At most", "money"}},
                       std::move(limits.rows),
                       unknown ? std::vector<std::size_t>() : std::move(limits.marked)};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_price(const Chosen& chosen) {
  ExplainedStep step{"price", "What the next conversion costs", "", "", {}, {}, {}};
  const double own = chosen.table().marginal_cpa[chosen.at], common = chosen.result.marginal_cpa;
  const std::string_view held = chosen.table().at_bound.at(chosen.at);
  step.numbers = {{"marginal_cpa", "next conversion here", own, "money"}};
  step.formula = "{marginal_cpa} = 1000 / {per_thousand}";
  step.numbers.push_back(
      {"per_thousand", "conversions of the next 1000, at this slope", own > 0 ? 1000 / own : none, "count"});
  if (chosen.params.method == Method::proportional || chosen.params.method == Method::projected) {
    step.text = "This method splits in proportion to efficiency; it does not even out what the next conversion costs.";
    return step;
  }
  if (std::isnan(common)) {
    step.text = "Limits hold every campaign, so there is no common price to compare with.";
    return step;
  }
  step.numbers.push_back({"common", "next conversion where no limit holds", common, "money"});
  const bool is_free = held.empty() || held == "free";
  if (is_free) {
    step.text =
        "No limit holds it. Where none does the next conversion costs {common} at the optimum: money moved here from "
        "another such campaign would gain nothing.";
    if (std::abs(own - common) > 1e-6 * common) {
      step.text =
          "No limit holds it: it carries what is left of the total. Other such campaigns pay {common} for the next "
          "conversion.";
    }
    return step;
  }
  step.text = own < common * (1 - 1e-9)
                  ? "The next conversion is cheaper here than the {common} elsewhere: it would get more if it might."
              : own > common * (1 + 1e-9)
                  ? "The next conversion is dearer here than the {common} elsewhere: it would get less if it might."
                  : "The next conversion costs here what it costs elsewhere.";
  return step;
}

}  // namespace outlay::budget::reallocate
