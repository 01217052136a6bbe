// Telling bounds that do not hold, limits without effect, and plans that rest on little.
#include "analyses/budget/notices.h"

#include <algorithm>
#include <cmath>

namespace outlay::budget::reallocate {
namespace {

double count(std::size_t n) { return static_cast<double>(n); }

// The notebook's rule divides after clipping, so shares may leave the bounds: say so, and why.
void report_bounds(const Params& params, const Limits& limits, const Plan& plan, Context& context) {
  std::size_t below = 0, above = 0, chosen = 0;
  double least = 1, most = 0;
  for (std::size_t i = 0; i < plan.budget.size(); ++i) {
    if (limits.kept[i]) continue;
    const double share = plan.budget[i] / limits.reference;
    ++chosen;
    below += params.min_share && share < *params.min_share * (1 - 1e-12);
    above += params.max_share && share > *params.max_share * (1 + 1e-12);
    least = std::min(least, share);
    most = std::max(most, share);
  }
  const auto tell = [&](const char* code, std::size_t outside, double bound) {
    if (outside == 0) return;
    context.notice({code,
                    Severity::warning,
                    {{"bound", bound},
                     {"campaigns", count(chosen)},
                     {"outside", count(outside)},
                     {"needs", bound * count(chosen)},
                     {"least_share", least},
                     {"most_share", most},
                     {"equal_split", most - least <= 1e-12 ? 1.0 : 0.0}},
                    {}});
  };
  tell("min_share_not_held", below, params.min_share.value_or(0));
  tell("max_share_not_held", above, params.max_share.value_or(1));
}

// Limits that the method does not know.
void report_unused_limits(const Params& params, const Campaigns& campaigns, Context& context) {
  const bool proportional = params.method == Method::proportional;
  if (!proportional && params.method != Method::projected) return;
  const auto tell = [&](bool given, const char* limit) {
    if (given) context.notice({"limit_not_used", Severity::warning, {}, {{"limit", limit}}});
  };
  tell(params.target_cpa.has_value(), "target_cpa");
  tell(params.target_roas.has_value(), "target_roas");
  tell(params.min_viable_spend.has_value(), "min_viable_spend");
  if (!proportional) return;
  const auto any = [](const NumberColumn& c) {
    return std::any_of(c.begin(), c.end(), [](double v) { return v == v; });
  };
  const bool edited = std::any_of(params.edits.begin(), params.edits.end(),
                                  [](const auto& edit) { return edit.second.min || edit.second.max; });
  tell(params.min_change || params.max_change, "min_change");
  tell(!params.group_bounds.empty(), "group_bounds");
  tell(any(campaigns.min_budget), "min_budget");
  tell(any(campaigns.max_budget), "max_budget");
  tell(edited, "edits");
}

// A total inside a range says nothing that the range does not.
void report_unused_total(const Params& params, Context& context) {
  if (!params.total_budget || !params.max_total) return;
  context.notice({"total_not_used",
                  Severity::warning,
                  {{"total", *params.total_budget}, {"min", params.min_total.value_or(0)}, {"max", *params.max_total}},
                  {}});
}

void report_unknown_names(const Params& params, const Campaigns& campaigns, Context& context) {
  const auto known = [](const TextColumn& column, const std::string& name) {
    return std::find(column.dictionary.begin(), column.dictionary.end(), name) != column.dictionary.end();
  };
  for (const auto& [name, edit] : params.edits) {
    if (!known(campaigns.name, name)) context.notice({"edit_unused", Severity::warning, {}, {{"campaign", name}}});
  }
  for (const auto& [name, bounds] : params.group_bounds) {
    if (!known(campaigns.group, name)) context.notice({"group_unknown", Severity::warning, {}, {{"group", name}}});
  }
}

// A linear plan without caps puts everything on one card.
void report_concentration(const Params& params, const Plan& plan, const Result& result, Context& context) {
  if (params.method != Method::linear || result.campaigns < 5) return;
  const double most = *std::max_element(plan.budget.begin(), plan.budget.end());
  const auto running = std::count_if(plan.budget.begin(), plan.budget.end(), [](double x) { return x > 0.005; });
  if (most <= 0.5 * result.optimized_budget) return;
  context.notice({"plan_concentrated",
                  Severity::warning,
                  {{"share", most / result.optimized_budget}, {"running", static_cast<double>(running)}},
                  {}});
}

// Limits that hold no whole step leave their campaigns an amount between steps.
void report_rounding(const Params& params, const Limits& limits, const Plan& plan, Context& context) {
  if (!(params.round_to > 0)) return;
  std::size_t uneven = 0;
  for (std::size_t i = 0; i < plan.budget.size(); ++i) {
    const double steps = plan.budget[i] / params.round_to;
    uneven += !limits.kept[i] && std::abs(steps - std::round(steps)) > 1e-9 * std::max(1.0, steps);
  }
  const bool is_odd = plan.odd > 1e-7;
  if (is_odd) context.notice({"rounding_odd", Severity::info, {{"amount", plan.odd}, {"step", params.round_to}}, {}});
  if (uneven <= (is_odd ? 1 : 0)) return;
  context.notice({"rounding_between",
                  Severity::warning,
                  {{"campaigns", count(uneven - (is_odd ? 1 : 0))}, {"step", params.round_to}},
                  {}});
}

void report_targets(const Params& params, const Plan& plan, const Result& result, Context& context) {
  const bool cpa_missed = params.target_cpa && result.average_cpa > *params.target_cpa * (1 + 1e-9);
  const bool roas_missed = params.target_roas && result.average_roas < *params.target_roas * (1 - 1e-9);
  if (!cpa_missed && !roas_missed) return;
  context.notice({"target_missed",
                  Severity::warning,
                  {{"target", cpa_missed ? *params.target_cpa : *params.target_roas},
                   {"reached", cpa_missed ? result.average_cpa : result.average_roas},
                   {"rounded", params.round_to > 0 && !std::isnan(plan.bound) ? 1.0 : 0.0}},
                  {{"target", cpa_missed ? "CPA" : "ROAS"}}});
}

}  // namespace

void report_doubts(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                   const Plan& plan, const Result& result, Context& context) {
  if (params.method == Method::proportional) report_bounds(params, limits, plan, context);
  report_unused_limits(params, campaigns, context);
  report_unused_total(params, context);
  report_unknown_names(params, campaigns, context);
  report_concentration(params, plan, result, context);
  report_targets(params, plan, result, context);
  if (result.no_evidence > 0) {
    context.notice({"no_evidence", Severity::warning, {{"campaigns", static_cast<double>(result.no_evidence)}}, {}});
  }
  report_rounding(params, limits, plan, context);
  if (result.gap > 1e-6) {
    context.notice({"gap_left",
                    Severity::warning,
                    {{"gap", result.gap},
                     {"nodes", static_cast<double>(result.nodes)},
                     {"rounded", params.round_to > 0 ? 1.0 : 0.0}},
                    {}});
  }
  const bool counted = std::any_of(model.exposure.begin(), model.exposure.end(), [](double e) { return e > 0; });
  if (!counted) context.notice({"curves_taken_as_given", Severity::info, {}, {}});
}

}  // namespace outlay::budget::reallocate
