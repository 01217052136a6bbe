// The run of scoring/adsets: from rows to the ranked list, its rollups and its coverage.
#include "analyses/scoring/adsets.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyses/scoring/action.h"
#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adset_tables.h"
#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/changes.h"
#include "analyses/scoring/confidence.h"
#include "analyses/scoring/estimate.h"
#include "analyses/scoring/uplift.h"
#include "analyses/scoring/uplift_monitor.h"
#include "math/order.h"

namespace outlay::scoring::adsets {
namespace {

// The factors of this week's run and of last week's.
struct Uplifts {
  UpliftByCode now, before;
};

constexpr double least_coverage = 0.95;  // the gates are meant to keep this share of the spend

void check(const Params& params) {
  if (params.max_weeks < params.min_weeks) {
    throw Error(ErrorCode::bad_param,
                "max_weeks is " + std::to_string(params.max_weeks) + ", less than min_weeks, which is " +
                    std::to_string(params.min_weeks) + ".",
                "Raise max_weeks or lower min_weeks.", {.parameter = "/max_weeks"});
  }
}

std::int32_t decision_week(const Params& params, const AdsetWeeks& weeks, const Table& table) {
  if (weeks.empty()) {
    throw Error(ErrorCode::not_enough_data, table.file + ": no row has both an adset and a date.",
                "Check which columns hold the adset id and the week.", {.file = table.file, .table = table.name});
  }
  if (!params.as_of_week) return weeks.last_week();
  const std::int32_t chosen = week_start(*params.as_of_week).days;
  if (chosen < weeks.first_week() || chosen > weeks.last_week()) {
    const std::string first = iso_text(Day{weeks.first_week()}), last = iso_text(Day{weeks.last_week()});
    throw Error(ErrorCode::not_enough_data,
                "as_of_week is " +
                    (chosen < weeks.first_week() ? "before the first week of the data, " + first
                                                 : "after the last week of the data, " + last) +
                    ".",
                "Choose a week between " + first + " and " + last + ".",
                {.file = table.file, .parameter = "/as_of_week"});
  }
  return chosen;
}

// Orders without dates are of no week in particular: then both weeks have the same factors.
Uplifts uplifts_of(const Params& params, const AdsetWeeks& weeks, const BoundTable* orders, std::int32_t as_of,
                   Context& context) {
  Uplifts out{uplift_by_code(weeks, params.uplift, orders, as_of, context), {}};
  Context silent;  // last week's doubts were told last week
  const bool is_dated = orders && orders->has("week_start");
  out.before = is_dated ? uplift_by_code(weeks, params.uplift, orders, as_of - 7, silent) : out.now;
  return out;
}

// Every adset's estimate, and what it would have been a week before; the weeks of both are read once.
Lists estimate_all(const Params& params, const AdsetWeeks& weeks, const Uplifts& uplifts, std::int32_t as_of,
                   std::vector<Before>& before, Context& context) {
  Lists lists;
  before.assign(weeks.adsets(), {});
  const bool compares = as_of - 7 >= weeks.first_week(), same_uplift = uplifts.now == uplifts.before;
  std::vector<Week> buffer(static_cast<std::size_t>(weeks_needed(params)) + 1);
  for (std::size_t adset = 0; adset < weeks.adsets(); ++adset) {
    if (adset % 1024 == 0)
      context.progress(0.3 + 0.4 * static_cast<double>(adset) / static_cast<double>(weeks.adsets()), "estimating");
    const std::int64_t latest = weeks.weeks_of(adset, as_of, uplifts.now, buffer);
    if (latest < 0) continue;
    Estimate e = estimate(params, buffer);
    e.adset = adset;
    e.latest_row = static_cast<std::size_t>(latest);
    (e.dropped() ? lists.dropped : lists.kept).push_back(e);
    if (!compares || weeks.first_week_of(adset) > as_of - 7) continue;
    if (!same_uplift) weeks.weeks_of(adset, as_of, uplifts.before, buffer);
    before[adset] = before_of(estimate(params, std::span(buffer).subspan(1), Bounds::needed));
  }
  return lists;
}

// By id first, so that ties never depend on the order of the file.
void sort_by_id(std::vector<Estimate>& list, const AdsetNames& names) {
  std::sort(list.begin(), list.end(), [&](const Estimate& a, const Estimate& b) {
    return names.adset_id->at(a.latest_row) < names.adset_id->at(b.latest_row);
  });
}

void sort_best_first(std::vector<Estimate>& kept) {
  const auto distance = [](const Estimate& e) {
    const double d = e.pltv - e.cac;
    return std::isnan(d) ? -std::numeric_limits<double>::infinity() : d;
  };
  std::stable_sort(kept.begin(), kept.end(),
                   [&](const Estimate& a, const Estimate& b) { return distance(a) > distance(b); });
}

// How sure each kept adset is, with what its channel tells of it.
std::vector<Confidence> confidence_of(const Params& params, const AdsetNames& names, const UpliftByCode& uplift,
                                      const Lists& lists, Result& out) {
  const Priors priors = fit_priors(params, names, {&lists.kept, &lists.dropped});
  for (const auto& [channel, prior] : priors) {
    if (prior.is_of_channel) out.channel_priors[channel] = prior.shape;
  }
  std::vector<Confidence> all;
  for (const Estimate& e : lists.kept) {
    const std::int32_t code = AdsetNames::code(names.channel, e.latest_row);
    const auto prior = priors.find(code);
    all.push_back(confidence(params, e, prior == priors.end() ? Prior{} : prior->second, code < 0 ? 1 : uplift[code]));
  }
  return all;
}

void summarise(const Lists& lists, Result& out) {
  out.adsets_scored = static_cast<int>(lists.kept.size());
  out.adsets_dropped = static_cast<int>(lists.dropped.size());
  out.adsets_seen = out.adsets_scored + out.adsets_dropped;
  double whole = 0;
  double covered = 0;
  for (const Estimate& e : lists.dropped) whole += e.coverage_spend;
  for (std::size_t i = 0; i < lists.kept.size(); ++i) {
    const Estimate& e = lists.kept[i];
    covered += e.coverage_spend;
    out.weekly_spend += e.weekly_spend;
    ++(e.is_lookback ? out.lb_count : out.binomial_count);
    if (e.cac > e.pltv) out.weekly_spend_above_break_even += e.weekly_spend;
    if (e.cac > e.pltv) out.weekly_loss -= money_at_stake(e);
    if (lists.confidence[i].is_undecided) {
      ++out.undecided_count;
      out.weekly_spend_undecided += e.weekly_spend;
      if (e.cac > e.pltv) out.weekly_spend_above_undecided += e.weekly_spend;
    }
    out.pause_count += out.adsets.action.at(i) == "pause";
    const double bucket = out.adsets.score.bucket[i];
    if (std::isnan(bucket)) {
      ++out.unscored_count;
      continue;
    }
    ++(bucket > 0 ? out.scale_count : bucket < 0 ? out.reduce_count : out.hold_count);
    (bucket > 0   ? out.weekly_spend_scale
     : bucket < 0 ? out.weekly_spend_reduce
                  : out.weekly_spend_hold) += e.weekly_spend;
  }
  out.spend_coverage = ratio(covered, whole + covered);
  out.changed_count = static_cast<int>(out.changes.bucket_after.size());
}

// How far the largest distance is beyond the usual one: a single extreme adset makes all others look like break-even.
double largest_over_median(const NumberColumn& distances) {
  NumberColumn sizes;
  for (double d : distances) sizes.push_back(std::abs(d));
  const double median = math::quantile(sizes, 0.5);
  return median > 0 ? math::quantile(std::move(sizes), 1) / median : 0;
}

void report_doubts(const Params& params, const Lists& lists, const Result& result, Context& context) {
  const auto count = [&](auto applies) {
    return static_cast<double>(std::count_if(lists.kept.begin(), lists.kept.end(), applies));
  };
  const auto tell = [&](const char* code, double adsets, Severity severity) {
    if (adsets > 0) context.notice({code, severity, {{"adsets", adsets}}, {}});
  };
  tell("count_clamped", count([](const Estimate& e) { return e.count_above_clicks; }), Severity::info);
  tell("window_without_orders", count([](const Estimate& e) { return e.window_without_orders; }), Severity::info);
  tell("no_cac", count([](const Estimate& e) { return std::isnan(e.cac); }), Severity::warning);
  tell("no_pltv", count([](const Estimate& e) { return std::isnan(e.pltv); }), Severity::warning);
  const double dominance = largest_over_median(result.adsets.score.signed_distance);
  if (dominance > 10 && params.scale == Scale::max) {
    context.notice({"scale_dominated", Severity::warning, {{"ratio", dominance}}, {}});
  }
  if (result.spend_coverage < least_coverage) {
    context.notice({"low_coverage", Severity::warning, {{"coverage", result.spend_coverage}}, {}});
  }
  for (std::size_t row = 0; row < result.channels.spend_coverage.size(); ++row) {
    const double share = result.channels.spend_coverage[row];
    if (!(share < least_coverage)) continue;
    context.notice({"low_coverage",
                    Severity::warning,
                    {{"coverage", share}},
                    {{"channel", std::string(result.channels.channel.at(row))}}});
  }
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  check(params);
  const BoundTable& table = inputs.get("performance");
  const BoundTable* const orders = inputs.find("orders");
  context.progress(0, "grouping");
  const AdsetWeeks weeks(table);
  const std::int32_t as_of = decision_week(params, weeks, table.table());
  weeks.report(context, as_of);
  Result out;
  out.as_of_week = Day{as_of};
  if (as_of - 7 >= weeks.first_week()) out.previous_week = Day{as_of - 7};
  const Uplifts uplifts = uplifts_of(params, weeks, orders, as_of, context);
  out.uplift_by_code = uplifts.now;

  std::vector<Before> before;
  Lists lists = estimate_all(params, weeks, uplifts, as_of, before, context);
  const AdsetNames names(table);
  context.progress(0.7, "ranking");
  for (std::vector<Estimate>* list : {&lists.kept, &lists.dropped}) sort_by_id(*list, names);
  sort_best_first(lists.kept);
  lists.confidence = confidence_of(params, names, uplifts.now, lists, out);
  std::stable_sort(lists.dropped.begin(), lists.dropped.end(),
                   [](const Estimate& a, const Estimate& b) { return a.recent_spend > b.recent_spend; });

  out.weeks_in_data = (weeks.last_week() - weeks.first_week()) / 7 + 1;
  fill_adsets(params, table, names, lists, out.adsets);
  fill_dropped(names, lists.dropped, out.dropped);
  fill_campaigns(params, names, lists.kept, out.campaigns);
  out.target_cac = fill_channels(params, names, uplifts.now, lists, out);
  if (out.previous_week)
    fill_changes(params, names, {&lists.kept, &lists.dropped}, out.adsets.score, before, out.changes);
  fill_monitoring(params, weeks, orders, as_of, context, out.monitoring);
  summarise(lists, out);
  report_doubts(params, lists, out, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::scoring::adsets
