// Totals, their intervals, and the verdict on which figure to trust.
#include "analyses/impact/headline.h"

#include <cmath>
#include <limits>
#include <map>

#include "analyses/impact/thresholds.h"
#include "math/resample.h"

namespace outlay::impact::decisions {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double pretrend_level = 0.95;

double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : nan_value; }

bool is_win(const Judged& j) { return j.tag == Tag::offensive_win || j.tag == Tag::defensive_win; }

void count(const Judged& j, Result& out) {
  out.mature += j.mature;
  out.validated += j.validated;
  out.validated_mature += j.validated && j.mature;
  out.counted += j.counted();
  out.excluded_immature += j.excluded == Exclusion::immature;
  out.excluded_unverified += j.excluded == Exclusion::unverified;
  out.excluded_not_implemented += j.excluded == Exclusion::not_implemented;
  out.excluded_market_drag += j.excluded == Exclusion::market_drag;
  out.capped_actions += j.capped;
  if (j.verdict == Verdict::confirmed_blocked && j.mature) {
    out.capital_protected += j.before.spend;
    if (!j.action.isolation) out.capital_protected_without_isolation += j.before.spend;
  }
}

void fill_source(const Findings& f, Result& out) {
  int wins = 0, nonzero = 0, wins_nonzero = 0;
  for (const Judged& j : f.judgement.actions) {
    count(j, out);
    if (!j.counted()) continue;
    wins += is_win(j);
    const bool is_other = std::abs(j.impact) > rounding_of(j.after.sales);
    nonzero += is_other;
    wins_nonzero += is_win(j) && is_other;
  }
  out.actions = static_cast<int>(f.judgement.actions.size());
  out.excluded = out.actions - out.counted;
  out.win_rate_pct = percent(wins, out.counted);
  out.win_rate_nonzero_pct = percent(wins_nonzero, nonzero);
}

void fill_account(const Findings& f, Result& out) {
  const Performance& p = f.performance;
  out.latest_data_date = Day{p.last_day()};
  out.first_data_date = Day{p.first_day()};
  out.dates_with_data = static_cast<int>(p.dates().size());
  out.performance_rows = static_cast<int>(p.rows());
  out.managed_spend = p.total().spend;
  out.total_sales = p.total().sales;
  out.efficient_spend = efficient_spend(p, f.params.aims.efficient_roas);
  out.decision_roi_pct = percent(out.net_impact, out.managed_spend);
  out.spend_efficiency_pct = percent(out.efficient_spend, out.managed_spend);
  const RoasCap& cap = f.judgement.cap;
  out.roas_cap = cap.cap;
  out.roas_cap_median = cap.median;
  out.roas_cap_sample_sd = cap.sample_sd;
  out.roas_cap_targets = cap.targets;
}

// What was compared must mostly have been compared a horizon earlier too.
bool is_checked(const Result& out) {
  return 2 * out.pretrend_actions >= out.controlled_actions && !std::isnan(out.pretrend_low);
}

// The controlled figure, unless it cannot be had or was off already before anything was done. A bound that is not known
// compares as false: that is asked for by itself.
void decide_trust(Result& out) {
  const int comparable = out.controlled_actions;
  const double gap = out.source_same_actions - out.controlled_net;
  if (comparable < 10 || 3 * comparable < out.mature || std::isnan(out.controlled_low)) {
    out.trust = "neither";
    out.trust_reason = "too_few_controls";
  } else if (out.pretrend_low > 0 || out.pretrend_high < 0) {
    out.trust = "neither";
    out.trust_reason = "trends_differed";
  } else if (!is_checked(out)) {
    out.trust = "unchecked";
    out.trust_reason = "not_checked";
  } else if (out.source_same_actions >= out.controlled_low && out.source_same_actions <= out.controlled_high) {
    out.trust = "controlled";
    out.trust_reason = "they_agree";
  } else {
    out.trust = "controlled";
    out.trust_reason = out.placebo_net * gap > 0 && 2 * std::abs(out.placebo_net) >= std::abs(gap) ? "pays_for_nothing"
                                                                                                   : "they_differ";
  }
}

void fill_controlled(const Findings& f, Result& out) {
  bool has_placebo = false;
  for (std::size_t i = 0; i < f.controls.actions.size(); ++i) {
    const Controlled& c = f.controls.actions[i];
    const Judged& j = f.judgement.actions[i];
    if (!c.has()) {
      out.without_control += j.mature;
      continue;
    }
    ++out.controlled_actions;
    out.discoveries += c.finding == Finding::stands_out;
    if (j.counted()) out.source_same_actions += j.impact;
    if (!std::isnan(c.placebo)) {
      out.placebo_net += c.placebo;
      has_placebo = true;
    }
    if (std::isnan(c.pretrend)) continue;
    out.pretrend_net += c.pretrend;
    ++out.pretrend_actions;
  }
  const bool has_past = out.pretrend_actions > 0;
  if (!has_placebo) out.placebo_net = nan_value;
  const Uncertain net = uncertain(f.params, f.controls.clusters.effects(all_types), f.params.confidence, "controlled");
  const Uncertain pre = uncertain(f.params, f.controls.clusters.pretrends(), pretrend_level, "pretrend");
  const bool any = out.controlled_actions > 0;
  out.controlled_net = any ? net.value : nan_value;
  out.controlled_low = any ? net.low : nan_value;
  out.controlled_high = any ? net.high : nan_value;
  out.controlled_p_value = any ? net.p_value : nan_value;
  if (!has_past) out.pretrend_net = nan_value;
  out.pretrend_low = has_past ? pre.low : nan_value;
  out.pretrend_high = has_past ? pre.high : nan_value;
  out.clusters = static_cast<int>(f.controls.clusters.size());
  out.cluster_by = f.controls.clusters.by_campaign() ? "campaign" : "target";
}

}  // namespace

Uncertain uncertain(const Params& params, const std::vector<double>& clusters, double level, const char* stream) {
  Uncertain out;
  for (double cluster : clusters) out.value += cluster;
  const std::string name = std::string("impact/decisions ") + stream;
  Rng draws(static_cast<std::uint64_t>(params.seed), name, 0), signs(static_cast<std::uint64_t>(params.seed), name, 1);
  const math::Range range = math::bootstrap_total(clusters, level, params.draws, draws);
  out.low = range.low;
  out.high = range.high;
  out.p_value = math::sign_flip_p(clusters, params.draws, signs);
  return out;
}

void fill_headline(const Findings& f, Result& out) {
  fill_source(f, out);
  Clusters clusters(f.controls.clusters.by_campaign());
  const auto impact =
      by_cluster(f, clusters, [](const Judged& j, const Controlled&) { return j.counted() ? j.impact : 0; });
  const Uncertain net = uncertain(f.params, impact, f.params.confidence, "net");
  // In file order, as the rows add up, not by cluster.
  for (const Judged& j : f.judgement.actions) out.net_impact += j.counted() ? j.impact : 0;
  out.net_low = net.low;
  out.net_high = net.high;
  out.net_p_value = net.p_value;
  const auto shrunk = by_cluster(f, clusters, [](const Judged& j, const Controlled& c) {
    return !j.counted() ? 0 : std::isnan(c.shrunk_impact) ? j.impact : c.shrunk_impact;
  });
  const Uncertain shrunk_net = uncertain(f.params, shrunk, f.params.confidence, "shrunk");
  out.shrunk_net = shrunk_net.value;
  out.shrunk_low = shrunk_net.low;
  out.shrunk_high = shrunk_net.high;
  fill_account(f, out);
  fill_controlled(f, out);
  decide_trust(out);
}

void report_doubts(const Findings& f, const Result& r, Context& context) {
  const auto tell = [&](const char* code, Severity severity, std::map<std::string, double> numbers) {
    context.notice({code, severity, std::move(numbers), {}});
  };
  int unmatched = 0, fell_back = 0, scaled = 0;
  for (const Judged& j : f.judgement.actions) {
    unmatched += j.join.level == Level::none;
    fell_back += j.join.falls_back;
    scaled += j.located() && j.scale != 1;
  }
  if (unmatched > 0) tell("actions_unmatched", Severity::warning, {{"actions", unmatched}, {"of", r.actions}});
  if (fell_back > 0) tell("actions_at_campaign", Severity::info, {{"actions", fell_back}});
  if (scaled > 0) tell("windows_scaled", Severity::info, {{"actions", scaled}});
  if (std::isnan(r.roas_cap)) tell("no_roas_cap", Severity::info, {{"targets", r.roas_cap_targets}});
  if (r.mature == 0) tell("no_mature_action", Severity::warning, {{"actions", r.actions}});
  if (r.trust_reason == "too_few_controls")
    tell("too_few_controls", Severity::warning, {{"actions", r.controlled_actions}, {"of", r.mature}});
  if (r.trust_reason == "trends_differed")
    tell("trends_differed", Severity::warning, {{"low", r.pretrend_low}, {"high", r.pretrend_high}});
  if (r.trust == "unchecked")
    tell("control_unchecked", Severity::warning, {{"actions", r.pretrend_actions}, {"of", r.controlled_actions}});
  const bool differ = r.trust_reason == "pays_for_nothing" || r.trust_reason == "they_differ";
  if (differ) {
    std::map<std::string, double> numbers{{"source", r.source_same_actions}, {"controlled", r.controlled_net}};
    if (!std::isnan(r.placebo_net)) numbers["placebo"] = r.placebo_net;
    tell("estimates_disagree", Severity::warning, std::move(numbers));
  }
  if (r.clusters > 0 && r.clusters < static_cast<int>(fewest_campaigns))
    tell("few_clusters", Severity::warning, {{"clusters", r.clusters}});
}

}  // namespace outlay::impact::decisions
