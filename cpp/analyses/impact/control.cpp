// Matched controls and their regression, date by date.
#include "analyses/impact/control.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "analyses/impact/yardstick.h"
#include "math/multiple_testing.h"

namespace outlay::impact::decisions {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t placebos_per_action = 8, placebos_per_date = 150;

Universe universe_of(const Judged& j) {
  if (j.action.type == ActionType::harvest) return Universe::account_term;
  if (j.join.level == Level::campaign) return Universe::campaign;
  return j.join.level == Level::search_term ? Universe::term : Universe::target;
}

const Around& around_of(const Judged& j) { return j.action.type == ActionType::harvest ? j.join.term : j.join.found; }

Contrast contrast_of(const Params& params, ActionType type, const Unit& unit) {
  if (type == ActionType::harvest) return {params.harvest_lift, 0};
  if (is_bid(type)) return {1, std::exp(unit.log_roas)};
  return {1, 1};
}

// Actions whose windows hold an earlier one on the same thing: their effects could not be told apart.
std::vector<char> follow_earlier(const Judgement& judgement) {
  const std::vector<Judged>& all = judgement.actions;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t i) {
    const LoggedAction& a = all[i].action;
    return std::make_tuple(a.campaign, a.text, static_cast<int>(universe_of(all[i])), a.day, a.row);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  std::vector<char> out(all.size(), 0);
  for (std::size_t k = 1; k < order.size(); ++k) {
    const Judged &now = all[order[k]], &last = all[order[k - 1]];
    if (now.action.day == missing_day || last.action.day == missing_day || !last.located()) continue;
    const bool same = now.action.campaign == last.action.campaign && now.action.text == last.action.text &&
                      universe_of(now) == universe_of(last);
    out[order[k]] = same && last.action.day >= judgement.windows.pre_of(now.action.day).first;
  }
  return out;
}

std::vector<Joined> joined_of(const Judgement& judgement) {
  std::vector<Joined> joined;
  for (const Judged& j : judgement.actions) joined.push_back(j.join);
  return joined;
}

Unit unit_of(const Judged& j, const Pool& pool) {
  Unit unit{.campaign = j.action.campaign, .text = j.action.text, .around = around_of(j)};
  describe_unit(unit, pool.before);
  return unit;
}

class Comparison {
 public:
  Comparison(const Params& params, const Performance& performance, const Judgement& judgement, Controls& out)
      : params_(params), performance_(performance), judgement_(judgement), out_(out), found_(judgement.actions.size()) {
    follows_ = follow_earlier(judgement);
  }

  void compare(std::size_t i, const Pool& pool) {
    const Judged& j = judgement_.actions[i];
    Controlled& c = out_.actions[i];
    shrink(j, pool, c);
    c.finding = hindrance(i);
    if (c.finding != Finding::within_chance) return;
    const Unit unit = unit_of(j, pool);
    const auto units = look_alikes(pool, unit, static_cast<std::size_t>(params_.min_controls),
                                   static_cast<std::size_t>(params_.controls));
    c.controls = static_cast<int>(units.size());
    if (c.controls < params_.min_controls) {
      c.finding = Finding::too_few_controls;
      return;
    }
    const Forecast forecast(units, pool.before.mean, Span::after);
    estimate(j, unit, forecast, c);
    const int past_days = performance_.days_covered(judgement_.windows.earlier_of(j.action.day));
    const bool has_past = 2 * past_days >= j.after_days;
    const Forecast past(units, pool.before.mean, Span::pre);
    if (has_past) c.pretrend = effect_of(unit, past, c.contrast);
    const double account_before =
        performance_.account_spend(judgement_.windows.before_of(j.action.day)) / j.before_days;
    const double account_after = performance_.account_spend(judgement_.windows.after_of(j.action.day)) / j.after_days;
    c.placebo = source_placebo(params_, j, units, unit.around.before.clicks,
                               account_before > 0 ? 1 - account_after / account_before : 0);
    share_out(j, unit, units, forecast, false, c);
    if (has_past) share_out(j, unit, units, past, true, c);
    const double noise = pool.before.mean > 0 ? pool.before.noise / pool.before.mean : 0;
    found_[i] = surprise_of(unit, units, forecast, c.contrast, noise);
    take_placebos(j, pool, units, noise);
  }

  void begin_date() { tried_.clear(); }

  void judge_findings() {
    for (Yardstick& family : yardsticks_) family.fit();
    std::vector<double> p(out_.actions.size(), nan_value);
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (!out_.actions[i].has()) continue;
      const Yardstick& yardstick = yardsticks_[family_of(judgement_.actions[i])];
      p[i] = yardstick.p_value(found_[i]);
      const double margin = yardstick.margin(found_[i], params_.confidence);
      out_.actions[i].low = out_.actions[i].effect - margin;
      out_.actions[i].high = out_.actions[i].effect + margin;
    }
    const std::vector<double> q = math::benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
      out_.actions[i].p_value = p[i];
      out_.actions[i].q_value = q[i];
      if (q[i] <= params_.false_discovery) out_.actions[i].finding = Finding::stands_out;
    }
  }

 private:
  static std::size_t family_of(const Judged& j) {
    const std::size_t contrast = j.action.type == ActionType::harvest ? 2 : is_bid(j.action.type) ? 1 : 0;
    return static_cast<std::size_t>(universe_of(j)) * 3 + contrast;
  }

  // Finding::within_chance: nothing is in the way.
  Finding hindrance(std::size_t i) const {
    const Judged& j = judgement_.actions[i];
    if (j.action.type == ActionType::unknown) return Finding::unknown_type;
    if (!j.located()) return Finding::not_located;
    if (!j.mature) return Finding::immature;
    const Sums& before = around_of(j).before;
    if (!(before.clicks > 0) || !(before.spend > 0)) return Finding::nothing_before;
    const int history = performance_.days_covered(judgement_.windows.pre_of(j.action.day));
    if (2 * history < j.after_days) return Finding::too_little_history;
    return follows_[i] ? Finding::earlier_action : Finding::within_chance;
  }

  // The source's formula with sales per click drawn towards what is usual.
  void shrink(const Judged& j, const Pool& pool, Controlled& c) const {
    if (!is_bid(j.action.type) || std::isnan(j.expected_sales) || j.uses_elimination) return;
    const Around& found = j.join.found;
    c.shrunk_spc = found.baseline.clicks > 0 ? pool.baseline.rate(found.baseline.sales, found.baseline.clicks)
                                             : pool.before.rate(found.before.sales, found.before.clicks);
    c.shrunk_impact = (j.after.sales - j.after.spend / j.before_cpc * c.shrunk_spc) * j.weight;
  }

  static double effect_of(const Unit& unit, const Forecast& forecast, const Contrast& contrast) {
    const Sums& seen = forecast.seen(unit);
    return contrast.of(seen.sales - forecast.sales(unit), seen.spend - forecast.spend(unit));
  }

  void estimate(const Judged& j, const Unit& unit, const Forecast& forecast, Controlled& c) const {
    c.contrast = contrast_of(params_, j.action.type, unit);
    c.expected_sales = forecast.sales(unit);
    c.expected_spend = forecast.spend(unit);
    c.effect = effect_of(unit, forecast, c.contrast);
  }

  // The effect belongs to the action's cluster; what the look-alikes lend to it, by chance, to theirs. The latter adds
  // up to nothing, but varies: leaving it out would make the interval too narrow.
  void share_out(const Judged& j, const Unit& unit, const std::vector<LookAlike>& units, const Forecast& forecast,
                 bool is_past, const Controlled& c) {
    const auto type = static_cast<std::size_t>(j.action.type);
    Clusters& clusters = out_.clusters;
    const auto add = [&](const Unit& owner, double effect) {
      clusters.add(clusters.of(owner.campaign, owner.text), type, is_past ? 0 : effect, is_past ? effect : 0);
    };
    add(unit, is_past ? c.pretrend : c.effect);
    forecast.surprises(
        unit, units, [&](const Unit& other, double sales, double spend) { add(other, -c.contrast.of(sales, spend)); });
  }

  // The nearest look-alikes as if they had been acted on, each forecast from others than itself: what the same estimate
  // says where nothing was done.
  void take_placebos(const Judged& j, const Pool& pool, const std::vector<LookAlike>& units, double noise) {
    for (std::size_t k = 0; k < std::min(units.size(), placebos_per_action); ++k) {
      const Unit& unit = *units[k].unit;
      const auto tried = std::make_pair(family_of(j), unit.number);
      if (unit.exposure < 1 || tried_.size() >= placebos_per_date || !tried_.insert(tried).second) continue;
      const auto others = look_alikes(pool, unit, static_cast<std::size_t>(params_.min_controls),
                                      static_cast<std::size_t>(params_.controls), &unit);
      if (static_cast<int>(others.size()) < params_.min_controls) continue;
      const Forecast forecast(others, pool.before.mean, Span::after);
      const Contrast contrast = contrast_of(params_, j.action.type, unit);
      yardsticks_[family_of(j)].add(surprise_of(unit, others, forecast, contrast, noise));
    }
  }

  const Params& params_;
  const Performance& performance_;
  const Judgement& judgement_;
  Controls& out_;
  std::vector<char> follows_;
  std::vector<Surprise> found_;
  std::set<std::pair<std::size_t, std::int32_t>> tried_;  // placebos of the date at hand
  std::array<Yardstick, 12> yardsticks_;
};

}  // namespace

std::string_view name_of(Finding finding) {
  constexpr std::string_view names[] = {"immature",         "not_located",        "unknown_type",
                                        "nothing_before",   "too_little_history", "earlier_action",
                                        "too_few_controls", "within_chance",      "stands_out"};
  return names[static_cast<int>(finding)];
}

Controls compare_with_untouched(const Params& params, const Performance& performance,
                                const std::vector<LoggedAction>& log, const Judgement& judgement, Clusters clusters,
                                Context& context) {
  Controls out{{}, std::move(clusters)};
  Controlled blank{.expected_sales = nan_value,
                   .expected_spend = nan_value,
                   .effect = nan_value,
                   .pretrend = nan_value,
                   .placebo = nan_value,
                   .shrunk_spc = nan_value,
                   .shrunk_impact = nan_value,
                   .p_value = nan_value,
                   .q_value = nan_value,
                   .low = nan_value,
                   .high = nan_value};
  out.actions.assign(judgement.actions.size(), blank);
  const std::vector<Joined> joined = joined_of(judgement);
  Comparison comparison(params, performance, judgement, out);
  for (const Universe universe : {Universe::target, Universe::term, Universe::campaign, Universe::account_term}) {
    std::vector<std::size_t> of_universe;
    for (std::size_t i = 0; i < judgement.actions.size(); ++i) {
      const Judged& j = judgement.actions[i];
      const bool known = j.action.type != ActionType::unknown;
      if (!known) out.actions[i].finding = Finding::unknown_type;
      if (known && j.located() && universe_of(j) == universe) of_universe.push_back(i);
    }
    if (of_universe.empty()) continue;
    std::stable_sort(of_universe.begin(), of_universe.end(), [&](std::size_t a, std::size_t b) {
      return judgement.actions[a].action.day < judgement.actions[b].action.day;
    });
    const Untouched untouched(performance, log, joined, judgement.windows, universe);
    Pool pool;
    for (std::size_t k = 0; k < of_universe.size(); ++k) {
      const std::int32_t day = judgement.actions[of_universe[k]].action.day;
      if (k == 0 || day != judgement.actions[of_universe[k - 1]].action.day) {
        context.progress(0.4 + 0.5 * static_cast<double>(k) / static_cast<double>(of_universe.size()), "comparing");
        pool = untouched.pool(day);
        comparison.begin_date();
      }
      comparison.compare(of_universe[k], pool);
    }
  }
  comparison.judge_findings();
  return out;
}

Compared compared_with(const Params& params, const Performance& performance, const Judgement& judgement,
                       std::size_t action) {
  const Judged& j = judgement.actions[action];
  std::vector<LoggedAction> log;
  for (const Judged& other : judgement.actions) log.push_back(other.action);
  Compared out{universe_of(j), {}, {}, {}};
  const Untouched untouched(performance, log, joined_of(judgement), judgement.windows, out.universe);
  out.pool = untouched.pool(j.action.day);
  out.unit = unit_of(j, out.pool);
  out.units = look_alikes(out.pool, out.unit, static_cast<std::size_t>(params.min_controls),
                          static_cast<std::size_t>(params.controls));
  return out;
}

}  // namespace outlay::impact::decisions
