// The run of impact/decisions: join, judge, compare, add up.
#include "analyses/impact/decisions.h"

#include <cmath>
#include <set>

#include "analyses/impact/headline.h"

namespace outlay::impact::decisions {
namespace {

constexpr int compared_horizons[] = {14, 30, 60};

// A campaign is what shares budgets, products and luck; with few of them each target stands for itself.
Clusters clusters_for(const std::vector<LoggedAction>& actions) {
  std::set<std::int32_t> campaigns;
  for (const LoggedAction& a : actions) {
    if (a.campaign != no_name) campaigns.insert(a.campaign);
  }
  return Clusters(campaigns.size() >= fewest_campaigns);
}

void add_horizon(int horizon, const Result& figures, HorizonTable& out) {
  out.horizon_days.push_back(horizon);
  out.mature.push_back(figures.mature);
  out.counted.push_back(figures.counted);
  out.net_impact.push_back(figures.net_impact);
  out.net_low.push_back(figures.net_low);
  out.net_high.push_back(figures.net_high);
  out.win_rate_pct.push_back(figures.win_rate_pct);
  out.controlled_actions.push_back(figures.controlled_actions);
  out.controlled_impact.push_back(figures.controlled_net);
  out.controlled_low.push_back(figures.controlled_low);
  out.controlled_high.push_back(figures.controlled_high);
}

// The headline figures at another horizon; what is doubtful there is not told again.
Result headline_at(int horizon, const Params& params, const Performance& performance, const BoundTable& table,
                   const ActionLog& log) {
  Context quiet;
  const Judgement judgement = judge(params, performance, log.actions, horizon);
  const Controls controls =
      compare_with_untouched(params, performance, log.actions, judgement, clusters_for(log.actions), quiet);
  Result figures;
  fill_headline({params, performance, table, judgement, controls}, figures);
  return figures;
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  const BoundTable& table = inputs.get("actions");
  context.progress(0, "reading");
  Performance performance(inputs.get("performance"), params.as_of, params.grain);
  const ActionLog log = read_log(table, performance);
  performance.report(context);
  performance.report_grain(context);
  report(log.doubts, table.table(), performance, context);
  context.progress(0.1, "joining");
  const Judgement judgement = judge(params, performance, log.actions, params.horizon_days);
  context.progress(0.3, "comparing");
  const Controls controls =
      compare_with_untouched(params, performance, log.actions, judgement, clusters_for(log.actions), context);
  const Findings findings{params, performance, table, judgement, controls};

  Result out;
  fill_headline(findings, out);
  fill_actions(findings, out.action_table);
  fill_totals(findings, out.totals);
  fill_timeline(findings, out.timeline);
  out.segments = segments_of(performance, SegmentBy::match_type);
  out.quadrants = quadrants_of(performance, params.aims, context);
  for (const int horizon : compared_horizons) {
    const bool is_own = horizon == params.horizon_days;
    if (!params.compare_horizons && !is_own) continue;
    context.progress(0.9, "other horizons");
    add_horizon(horizon, is_own ? out : headline_at(horizon, params, performance, table, log), out.horizons);
  }
  report_doubts(findings, out, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::impact::decisions
