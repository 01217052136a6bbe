// The run of scoring/adsets: from rows to the ranked list, its rollups and its coverage.
#include "analyses/scoring/adsets.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/adset_tables.h"
#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/estimate.h"
#include "analyses/scoring/uplift.h"
#include "math/order.h"

namespace outlay::scoring::adsets {
namespace {

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

Lists estimate_all(const Params& params, const AdsetWeeks& weeks, const UpliftByCode& uplift, std::int32_t as_of,
                   Context& context) {
  Lists lists;
  std::vector<Week> buffer(static_cast<std::size_t>(weeks_needed(params)));
  for (std::size_t adset = 0; adset < weeks.adsets(); ++adset) {
    if (adset % 1024 == 0)
      context.progress(0.3 + 0.5 * static_cast<double>(adset) / static_cast<double>(weeks.adsets()), "estimating");
    const std::int64_t latest = weeks.weeks_of(adset, as_of, uplift, buffer);
    if (latest < 0) continue;
    Estimate e = estimate(params, buffer);
    e.latest_row = static_cast<std::size_t>(latest);
    (e.dropped() ? lists.dropped : lists.kept).push_back(e);
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
  context.progress(0, "grouping");
  const AdsetWeeks weeks(table);
  const std::int32_t as_of = decision_week(params, weeks, table.table());
  weeks.report(context, as_of);
  const UpliftByCode uplift = uplift_by_code(weeks, params.uplift, inputs.find("orders"), as_of, context);

  Lists lists = estimate_all(params, weeks, uplift, as_of, context);
  const AdsetNames names(table);
  context.progress(0.8, "ranking");
  for (std::vector<Estimate>* list : {&lists.kept, &lists.dropped}) sort_by_id(*list, names);
  sort_best_first(lists.kept);
  std::stable_sort(lists.dropped.begin(), lists.dropped.end(),
                   [](const Estimate& a, const Estimate& b) { return a.recent_spend > b.recent_spend; });

  Result out;
  out.as_of_week = Day{as_of};
  out.weeks_in_data = (weeks.last_week() - weeks.first_week()) / 7 + 1;
  fill_adsets(params, table, names, lists.kept, out.adsets);
  fill_dropped(names, lists.dropped, out.dropped);
  fill_campaigns(params, names, lists.kept, out.campaigns);
  out.target_cac = fill_channels(params, names, uplift, lists, out);
  summarise(lists, out);
  out.uplift_by_code = uplift;
  report_doubts(params, lists, out, context);
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::scoring::adsets
