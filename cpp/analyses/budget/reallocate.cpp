// The run of budget/reallocate: from rows to the plan, what it should gain, and how sure that is.
#include "analyses/budget/reallocate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/budget/conflict.h"
#include "analyses/budget/lift.h"
#include "analyses/budget/notices.h"
#include "analyses/budget/tables.h"
#include "core/number.h"

namespace outlay::budget::reallocate {
namespace {

constexpr double most_money = 1e15, most_steps = 1e12;

void check(const Params& params) {
  const auto refuse = [](const char* parameter, const std::string& message, const std::string& remedy) {
    throw Error(ErrorCode::bad_param, message, remedy, {.parameter = parameter});
  };
  const auto crossed = [&](const char* parameter, const std::optional<double>& low, const std::optional<double>& high) {
    if (low && high && *low > *high) {
      refuse(parameter, std::string(parameter + 1) + " is below the minimum that goes with it.",
             "Raise it or lower the minimum.");
    }
  };
  crossed("/max_share", params.min_share, params.max_share);
  crossed("/max_change", params.min_change, params.max_change);
  crossed("/max_total", params.min_total, params.max_total);
  if (params.total_budget && (*params.total_budget < params.min_total.value_or(0) ||
                              *params.total_budget > params.max_total.value_or(*params.total_budget))) {
    refuse("/total_budget", "total_budget lies outside of min_total and max_total, between which the plan may choose.",
           "Leave the total budget empty, or take away the range.");
  }
  if (params.target_cpa && !(*params.target_cpa > 0))
    refuse("/target_cpa", "target_cpa must be above 0: conversions cost something.", "Raise it, or leave it empty.");
  const std::pair<const char*, std::optional<double>> money[] = {{"/total_budget", params.total_budget},
                                                                 {"/min_total", params.min_total},
                                                                 {"/max_total", params.max_total},
                                                                 {"/min_viable_spend", params.min_viable_spend}};
  for (const auto& [parameter, value] : money) {
    if (value && *value > most_money)
      refuse(parameter, std::string(parameter + 1) + " is above 1e15, which no budget is.", "Lower it.");
  }
}

void check_steps(const Params& params, const Limits& limits) {
  if (!(params.round_to > 0) || limits.reference <= most_steps * params.round_to) return;
  throw Error(ErrorCode::bad_param,
              "Steps of " + number_text(params.round_to) + " are too fine for a total of " +
                  number_text(limits.reference) + ": that would be more than a million million of them.",
              "Round to a larger step, or not at all.", {.parameter = "/round_to"});
}

Plan best_plan(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits) {
  std::optional<Plan> plan = make_plan(params, campaigns, model, limits, {});
  if (!plan || plan->rounding_failed) explain_conflict(params, campaigns, model);
  return std::move(*plan);
}

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void summarise(const Campaigns& campaigns, const Model& model, const Plan& plan, Result& out) {
  out.campaigns = static_cast<int>(campaigns.size());
  out.no_evidence = static_cast<int>(std::count(campaigns.has_evidence.begin(), campaigns.has_evidence.end(), 0));
  out.baseline_budget = sum_of(campaigns.cost);
  out.optimized_budget = sum_of(plan.budget);
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    const double change = plan.budget[i] - campaigns.cost[i];
    out.moved += std::max(0.0, change);
    out.winners += change > 0.005;
    out.losers += change < -0.005;
  }
  out.baseline_conversions = model.conversions(model.observed, campaigns.cost);
  out.optimized_conversions = model.conversions(model.observed, plan.budget);
  out.baseline_value = model.value(model.observed, campaigns.cost);
  out.optimized_value = model.value(model.observed, plan.budget);
  out.lift = out.optimized_value - out.baseline_value;
  out.lift_share = out.baseline_value != 0 ? out.lift / std::abs(out.baseline_value) : std::nan("");
  out.price = plan.whole_price;
  out.bound = plan.bound;
  out.gap = plan.gap();
  out.nodes = plan.nodes;
  double revenue = 0;
  for (std::size_t i = 0; i < campaigns.size(); ++i)
    revenue += model.revenue[i] * model.observed[i].value(plan.budget[i]);
  const auto ratio = [](double a, double b) { return b > 0 ? a / b : std::nan(""); };
  out.average_cpa = ratio(out.optimized_budget, out.optimized_conversions);
  out.average_roas = campaigns.has_revenue ? ratio(revenue, out.optimized_budget) : std::nan("");
}

void judge(const Params& params, const Campaigns& campaigns, const Model& model, const Plan& plan, Result& out) {
  const Lift lift = expected_lift(params, campaigns, model, plan.budget);
  out.shrunk_lift = lift.expected;
  out.shrunk_lift_share = out.baseline_value != 0 ? lift.expected / std::abs(out.baseline_value) : std::nan("");
  out.lift_low = lift.low;
  out.lift_high = lift.high;
  out.p_gain = lift.p_gain;
  out.p_equal_rates = lift.p_equal;
  const double none = 1e-9 * std::max(1e-300, std::abs(out.baseline_value));
  if (std::isnan(lift.low)) {
    out.verdict = "unknown";
  } else {
    out.verdict = lift.low > none ? "gain" : lift.high < -none ? "loss" : "as_good";
  }
}

void draw_frontier(const Params& params, const Campaigns& campaigns, const Model& model, const Plan& plan,
                   Context& context, Result& out) {
  Params unrounded = params;
  unrounded.round_to = 0;
  double start = plan.log_price;
  for (int k = 0; k < params.frontier_points; ++k) {
    const double part = params.frontier_points > 1 ? 0.5 + k / (params.frontier_points - 1.0) : 1;
    context.progress(0.5 + 0.4 * k / params.frontier_points, "frontier");
    Scope scope;
    scope.total = part * out.baseline_budget;
    const Limits limits = build_limits(params, campaigns, scope);
    const auto point = make_plan(unrounded, campaigns, model, limits, {.nodes = 60}, start);
    if (point) start = point->log_price;
    add_frontier_point(model, part, scope.total, point ? &*point : nullptr, out.frontier);
  }
}

// What today's money could bring more, whatever total the plan has.
double left_on_table(const Params& params, const Campaigns& campaigns, const Model& model, const Plan& plan,
                     const Result& result) {
  const double moved = std::abs(result.optimized_budget - result.baseline_budget);
  if (moved <= 1e-9 * result.baseline_budget) return result.lift;
  Scope scope;
  scope.total = result.baseline_budget;
  const auto best =
      make_plan(params, campaigns, model, build_limits(params, campaigns, scope), {.nodes = 60}, plan.log_price);
  return best ? model.value(model.observed, best->budget) - result.baseline_value : std::nan("");
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  check(params);
  const BoundTable& table = inputs.get("campaigns");
  context.progress(0, "grouping");
  const Campaigns campaigns = gather_campaigns(params, table, context);
  if (std::count(campaigns.has_evidence.begin(), campaigns.has_evidence.end(), 1) == 0) {
    throw Error(ErrorCode::not_enough_data, table.table().file + ": no campaign has both spend and clicks, or a curve.",
                "Check which columns hold cost and clicks.", {.file = table.table().file, .table = table.table().name});
  }
  const Model model = make_model(params, campaigns, context);
  context.progress(0.2, "planning");
  const Limits limits = build_limits(params, campaigns);
  check_steps(params, limits);
  const Plan plan = best_plan(params, campaigns, model, limits);

  Result out;
  summarise(campaigns, model, plan, out);
  judge(params, campaigns, model, plan, out);
  fill_campaigns(params, campaigns, model, limits, plan, out);
  fill_groups(campaigns, model, limits, plan, out.groups);
  fill_summary(out.campaign_table, out.summary);
  draw_frontier(params, campaigns, model, plan, context, out);
  out.left_on_table = left_on_table(params, campaigns, model, plan, out);
  report_doubts(params, campaigns, model, limits, plan, out, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::budget::reallocate
