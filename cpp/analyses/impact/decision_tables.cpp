// Filling the tables of actions, totals and dates.
#include "analyses/impact/decision_tables.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analyses/impact/formula.h"
#include "analyses/impact/headline.h"
#include "core/letters.h"

namespace outlay::impact::decisions {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

std::string_view yes_or_no(bool value) { return value ? "true" : "false"; }

// A column of the log as it was written, without outer space.
TextColumn written(const BoundTable& table, const char* role) {
  TextBuilder out;
  const TextColumn* column = table.has(role) ? &table.text(role) : nullptr;
  for (std::size_t row = 0; row < table.rows(); ++row)
    out.add(column ? without_outer_space(column->at(row)) : std::string_view());
  return out.take();
}

template <class Text>
TextColumn texts(const Findings& f, Text text) {
  TextBuilder out;
  for (const Judged& j : f.judgement.actions) out.add(text(j));
  return out.take();
}

template <class Number>
NumberColumn numbers(const Findings& f, Number number) {
  NumberColumn out;
  for (const Judged& j : f.judgement.actions) out.push_back(number(j));
  return out;
}

void fill_sums(const Findings& f, ActionTable& out) {
  out.before_spend = numbers(f, [](const Judged& j) { return j.before.spend; });
  out.before_sales = numbers(f, [](const Judged& j) { return j.before.sales; });
  out.before_clicks = numbers(f, [](const Judged& j) { return j.before.clicks; });
  out.after_spend = numbers(f, [](const Judged& j) { return j.after.spend; });
  out.after_sales = numbers(f, [](const Judged& j) { return j.after.sales; });
  out.after_clicks = numbers(f, [](const Judged& j) { return j.after.clicks; });
  out.before_cpc = numbers(f, [](const Judged& j) { return j.before_cpc; });
  out.after_cpc = numbers(f, [](const Judged& j) { return j.after_cpc; });
  out.baseline_spc = numbers(f, [](const Judged& j) { return j.baseline_spc; });
  out.expected_sales = numbers(f, [](const Judged& j) { return j.expected_sales; });
  out.raw_impact = numbers(f, [](const Judged& j) { return j.raw_impact; });
  out.weight = numbers(f, [](const Judged& j) { return j.weight; });
  out.impact = numbers(f, [](const Judged& j) { return j.impact; });
  out.before_days = numbers(f, [](const Judged& j) { return j.before_days; });
  out.after_days = numbers(f, [](const Judged& j) { return j.after_days; });
  out.scale = numbers(f, [](const Judged& j) { return j.scale; });
  out.before_clicks_unscaled = numbers(f, [](const Judged& j) { return j.unscaled_clicks(); });
  out.before_impressions = numbers(f, [](const Judged& j) { return j.before.impressions; });
  out.after_impressions = numbers(f, [](const Judged& j) { return j.after.impressions; });
  out.baseline_spc_uncapped = numbers(f, [](const Judged& j) { return j.spc_uncapped; });
  const auto of_term = [](const Judged& j, double value) {
    return j.action.type == ActionType::harvest ? value : nan_value;
  };
  out.term_before_sales = numbers(f, [&](const Judged& j) { return of_term(j, j.join.term.before.sales * j.scale); });
  out.term_after_sales = numbers(f, [&](const Judged& j) { return of_term(j, j.join.term.after.sales); });
}

void fill_judgement(const Findings& f, ActionTable& out) {
  out.match_level = texts(f, [](const Judged& j) { return name_of(j.join.level); });
  out.status = texts(f, [](const Judged& j) { return j.status(); });
  out.validated = texts(f, [](const Judged& j) { return yes_or_no(j.validated); });
  out.mature = texts(f, [](const Judged& j) { return yes_or_no(j.mature); });
  out.tag = texts(f, [](const Judged& j) { return name_of(j.tag); });
  out.counted = texts(f, [](const Judged& j) { return yes_or_no(j.counted()); });
  out.excluded_for = texts(f, [](const Judged& j) { return name_of(j.excluded); });
  out.formula = texts(f, [&](const Judged& j) { return formula_of(f.params, j); });
  out.direction = texts(f, [](const Judged& j) { return name_of(j.direction); });
  out.capped = texts(f, [](const Judged& j) { return yes_or_no(j.capped); });
}

// Sales that went with the spend: what a negative gave up, by the look-alikes' account.
double forgone(const Judged& j, const Controlled& c) {
  return j.action.type == ActionType::negative && c.has() ? c.expected_sales - j.after.sales : nan_value;
}

void fill_controlled(const Findings& f, ActionTable& out) {
  TextBuilder finding;
  for (std::size_t i = 0; i < f.controls.actions.size(); ++i) {
    const Controlled& c = f.controls.actions[i];
    out.shrunk_spc.push_back(c.shrunk_spc);
    out.shrunk_impact.push_back(c.shrunk_impact);
    out.forgone_sales.push_back(forgone(f.judgement.actions[i], c));
    out.controls.push_back(c.controls);
    out.control_sales.push_back(c.expected_sales);
    out.control_spend.push_back(c.expected_spend);
    out.spend_price.push_back(c.has() ? c.contrast.price : nan_value);
    out.controlled_impact.push_back(c.effect);
    out.controlled_low.push_back(c.low);
    out.controlled_high.push_back(c.high);
    out.pretrend_impact.push_back(c.pretrend);
    out.placebo_impact.push_back(c.placebo);
    out.p_value.push_back(c.p_value);
    out.q_value.push_back(c.q_value);
    finding.add(name_of(c.finding));
  }
  out.finding = finding.take();
}

// One row of the totals, gathered action by action.
struct Gathered {
  const char* group;
  std::string name, action_type, tag;
  double actions = 0, mature = 0, validated = 0, counted = 0, market_drag = 0, impact = 0, wins = 0;
  double controlled_actions = 0, source_same = 0, controlled = 0, placebo = 0, placebos = 0;

  void add(const Judged& j, const Controlled& c) {
    ++actions;
    mature += j.mature;
    validated += j.validated;
    counted += j.counted();
    market_drag += j.excluded == Exclusion::market_drag;
    wins += j.counted() && (j.tag == Tag::offensive_win || j.tag == Tag::defensive_win);
    // The sum of Market Drag is shown in its own rows, and in no other.
    const bool drag_row = tag == name_of(Tag::market_drag);
    if (j.counted() || (drag_row && j.excluded == Exclusion::market_drag)) impact += j.impact;
    if (!c.has()) return;
    ++controlled_actions;
    controlled += c.effect;
    if (!std::isnan(c.placebo)) placebo += c.placebo;
    placebos += !std::isnan(c.placebo);
    if (j.counted()) source_same += j.impact;
  }
};

class Totals {
 public:
  void add(const char* group, std::string_view name, std::string_view type, std::string_view tag, const Judged& j,
           const Controlled& c) {
    if (name.empty()) return;
    const std::string key = std::string(group) + " " + std::string(name);
    const auto [entry, added] = places_.emplace(key, rows_.size());
    if (added) rows_.push_back({group, std::string(name), std::string(type), std::string(tag)});
    rows_[entry->second].add(j, c);
  }
  const std::vector<Gathered>& rows() const { return rows_; }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<Gathered> rows_;
};

Totals gather(const Findings& f) {
  Totals totals;
  const std::vector<Judged>& all = f.judgement.actions;
  // All rows of a group stand together.
  const auto each = [&](const char* group, auto name_of_action) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string_view type = group == std::string_view("type") || group == std::string_view("type_and_tag")
                                        ? name_of(all[i].action.type)
                                        : std::string_view();
      const bool by_tag = group == std::string_view("tag") || group == std::string_view("type_and_tag");
      const std::string_view tag = by_tag ? name_of(all[i].tag) : std::string_view();
      totals.add(group, name_of_action(all[i]), type, tag, all[i], f.controls.actions[i]);
    }
  };
  each("all", [](const Judged&) { return std::string("all"); });
  each("type", [](const Judged& j) { return std::string(name_of(j.action.type)); });
  each("tag", [](const Judged& j) { return std::string(j.mature ? name_of(j.tag) : ""); });
  each("type_and_tag", [](const Judged& j) {
    const bool shown = j.mature && j.tag != Tag::none;
    return shown ? std::string(name_of(j.action.type)) + " / " + std::string(name_of(j.tag)) : std::string();
  });
  each("status", [](const Judged& j) {
    return j.verdict == Verdict::not_implemented ? std::string("NOT IMPLEMENTED") : j.status();
  });
  each("match_level", [](const Judged& j) { return std::string(name_of(j.join.level)); });
  each("excluded", [](const Judged& j) { return std::string(name_of(j.excluded)); });
  return totals;
}

// Whether an action's impact is part of a row of the totals.
bool belongs(const Gathered& row, const Judged& j) {
  const bool drag_row = row.tag == name_of(Tag::market_drag);
  if (!row.action_type.empty() && row.action_type != name_of(j.action.type)) return false;
  if (!row.tag.empty() && row.tag != name_of(j.tag)) return false;
  return drag_row ? j.excluded == Exclusion::market_drag : j.counted();
}

void add_intervals(const Findings& f, const Gathered& row, TotalTable& out) {
  const std::string_view group = row.group;
  Uncertain source{nan_value, nan_value, nan_value, nan_value}, controlled = source;
  if (group == "all" || group == "type" || group == "tag") {
    Clusters clusters(f.controls.clusters.by_campaign());
    const auto sums =
        by_cluster(f, clusters, [&](const Judged& j, const Controlled&) { return belongs(row, j) ? j.impact : 0; });
    source = uncertain(f.params, sums, f.params.confidence, group == "all" ? "net" : row.name.c_str());
  }
  const auto type = static_cast<std::size_t>(action_type_of(row.name));
  if ((group == "all" || (group == "type" && type < known_types)) && row.controlled_actions > 0) {
    const std::size_t column = group == "all" ? static_cast<std::size_t>(all_types) : first_type + type;
    const std::string stream = group == "all" ? "controlled" : "controlled " + row.name;
    controlled = uncertain(f.params, f.controls.clusters.effects(column), f.params.confidence, stream.c_str());
  }
  out.impact_low.push_back(source.low);
  out.impact_high.push_back(source.high);
  out.controlled_low.push_back(controlled.low);
  out.controlled_high.push_back(controlled.high);
}

}  // namespace

void fill_actions(const Findings& f, ActionTable& out) {
  out.row = numbers(f, [](const Judged& j) { return j.action.row + 1.0; });
  for (const Judged& j : f.judgement.actions) out.action_date.days.push_back(j.action.day);
  out.action_type = texts(f, [](const Judged& j) { return name_of(j.action.type); });
  out.campaign_name = written(f.log_table, "campaign_name");
  out.ad_group_name = written(f.log_table, "adset_name");
  out.target_text = written(f.log_table, "keyword");
  out.match_type = written(f.log_table, "match_type");
  fill_sums(f, out);
  fill_judgement(f, out);
  fill_controlled(f, out);
}

void fill_totals(const Findings& f, TotalTable& out) {
  TextBuilder key, group, name, action_type, tag;
  const Totals totals = gather(f);
  for (const Gathered& row : totals.rows()) {
    key.add(std::string(row.group) + " " + row.name);
    group.add(row.group);
    name.add(row.name);
    action_type.add(row.action_type);
    tag.add(row.tag);
    out.actions.push_back(row.actions);
    out.mature.push_back(row.mature);
    out.validated.push_back(row.validated);
    out.counted.push_back(row.counted);
    out.market_drag.push_back(row.market_drag);
    out.impact.push_back(row.impact);
    out.win_rate_pct.push_back(row.counted > 0 ? 100 * row.wins / row.counted : nan_value);
    out.controlled_actions.push_back(row.controlled_actions);
    const bool any = row.controlled_actions > 0;
    out.source_same.push_back(any ? row.source_same : nan_value);
    out.controlled_impact.push_back(any ? row.controlled : nan_value);
    out.placebo_impact.push_back(row.placebos > 0 ? row.placebo : nan_value);
    add_intervals(f, row, out);
  }
  out.key = key.take();
  out.group = group.take();
  out.name = name.take();
  out.action_type = action_type.take();
  out.tag = tag.take();
}

void fill_timeline(const Findings& f, TimelineTable& out) {
  const Performance& p = f.performance;
  std::vector<std::int32_t>& dates = out.date.days;
  for (std::size_t k = 0; k < p.dates().size(); ++k) {
    const std::int32_t date = p.dates()[k];
    // Weeks of campaigns that begin theirs on different days are one.
    const auto week = [&](std::int32_t day) { return (day - p.first_day()) / 7; };
    const bool same = p.weekly() && !dates.empty() && week(date) == week(dates.back());
    if (!same) dates.push_back(date);
    for (NumberColumn* column : {&out.spend, &out.sales, &out.clicks}) column->resize(dates.size(), 0);
    out.spend.back() += p.of_date(k).spend;
    out.sales.back() += p.of_date(k).sales;
    out.clicks.back() += p.of_date(k).clicks;
  }
  for (NumberColumn* column : {&out.actions, &out.counted, &out.impact}) column->assign(dates.size(), 0);
  for (const Judged& j : f.judgement.actions) {
    if (j.action.day == missing_day || j.action.day > p.last_day() || j.action.day < p.first_day()) continue;
    // The date it falls on, or the last one before it where that day has no rows.
    const auto next = std::upper_bound(dates.begin(), dates.end(), j.action.day);
    const auto k = static_cast<std::size_t>(next - dates.begin()) - 1;
    ++out.actions[k];
    out.counted[k] += j.counted();
    if (j.counted()) out.impact[k] += j.impact;
  }
}

}  // namespace outlay::impact::decisions
