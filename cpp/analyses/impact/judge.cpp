// The source's rules, action by action.
#include "analyses/impact/judge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "analyses/impact/thresholds.h"
#include "math/order.h"

namespace outlay::impact::decisions {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

Sums scaled(const Sums& sums, double scale) {
  return {sums.impressions * scale, sums.clicks * scale, sums.spend * scale,
          sums.sales * scale,       sums.orders * scale, sums.rows};
}

bool known(double value) { return !std::isnan(value); }

Direction direction_of(const LoggedAction& a, double before_cpc) {
  const auto compare = [](double to, double from) {
    return to > from ? Direction::up : to < from ? Direction::down : Direction::none;
  };
  if (a.type == ActionType::pause) return Direction::down;
  if (!is_bid(a.type)) return Direction::none;
  if (known(a.new_bid) && known(a.old_bid) && a.new_bid != a.old_bid) return compare(a.new_bid, a.old_bid);
  if (a.type == ActionType::bid_up || a.type == ActionType::visibility_boost) return Direction::up;
  if (a.type == ActionType::bid_down) return Direction::down;
  if (known(a.old_bid) || !known(a.new_bid) || !known(before_cpc)) return Direction::none;
  return compare(a.new_bid, before_cpc);
}

// Share of daily spend that is gone; NaN when there was none.
double fall(double before, int before_days, double after, int after_days) {
  return before > 0 ? 1 - (after / after_days) / (before / before_days) : nan_value;
}

Verdict judge_bid(const Params& p, const Judged& j) {
  const bool down = j.direction == Direction::down;
  if (j.after.spend == 0) return down && j.before.spend > 0 ? Verdict::spend_eliminated : Verdict::unverified;
  if (j.action.type == ActionType::pause) return Verdict::not_implemented;
  const bool has_bid = known(j.action.new_bid) && known(j.after_cpc);
  if (has_bid && reaches(p.cpc_tolerance, std::abs(j.after_cpc / j.action.new_bid - 1))) return Verdict::cpc_validated;
  const bool can_move = j.direction != Direction::none && known(j.after_cpc) && known(j.before_cpc) && j.before_cpc > 0;
  if (can_move) {
    const double moved = j.after_cpc / j.before_cpc - 1;
    if (exceeds(down ? -moved : moved, p.direction_threshold)) return Verdict::directional_match;
  }
  return has_bid || can_move ? Verdict::not_implemented : Verdict::unverified;
}

void validate(const Params& p, const Performance& performance, const Windows& windows, Judged& j) {
  const Around& found = j.join.found;
  const double fell = fall(found.before.spend, j.before_days, j.after.spend, j.after_days);
  switch (j.action.type) {
    case ActionType::unknown:
      return;
    case ActionType::negative: {
      const double account = fall(performance.account_spend(windows.before_of(j.action.day)), j.before_days,
                                  performance.account_spend(windows.after_of(j.action.day)), j.after_days);
      j.verdict = j.after.spend == 0                                                       ? Verdict::confirmed_blocked
                  : known(fell) && reaches((fell - account) * 100, p.negative_drop_points) ? Verdict::normalized_match
                                                                                           : Verdict::not_implemented;
      break;
    }
    case ActionType::harvest:
      j.migrated_pct = known(fell) ? std::max(0.0, std::floor(100 * fell + 0.5 + rounding_of(100))) : 0;
      j.verdict = j.after.spend == 0                              ? Verdict::harvested
                  : known(fell) && reaches(fell, p.near_complete) ? Verdict::harvested_near
                                                                  : Verdict::not_implemented;
      break;
    default:
      j.verdict = judge_bid(p, j);
  }
  j.validated = j.verdict != Verdict::unverified && j.verdict != Verdict::not_implemented;
}

// One ROAS a target that validated actions touched, of the earliest with enough clicks.
RoasCap roas_cap(const Params& p, const std::vector<Judged>& actions) {
  using Target = std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>;
  std::vector<std::tuple<Target, std::int32_t, std::uint32_t, double>> found;
  for (const Judged& j : actions) {
    const Sums& before = j.join.found.before;
    if (!j.validated || j.join.level != Level::target || !(before.clicks > p.cap_clicks) || !(before.spend > 0))
      continue;
    const LoggedAction& a = j.action;
    found.emplace_back(Target{a.campaign, a.group, a.text, j.join.narrowed ? a.match : no_name}, a.day, a.row,
                       before.sales / before.spend);
  }
  std::sort(found.begin(), found.end());
  std::vector<double> roas;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == 0 || std::get<0>(found[i]) != std::get<0>(found[i - 1])) roas.push_back(std::get<3>(found[i]));
  }
  const auto n = static_cast<double>(roas.size());
  if (roas.size() < 3) return {nan_value, nan_value, nan_value, static_cast<int>(roas.size())};
  const double mean = std::accumulate(roas.begin(), roas.end(), 0.0) / n;
  double squares = 0;
  for (double r : roas) squares += (r - mean) * (r - mean);
  const double sd = std::sqrt(squares / (n - 1)), median = math::quantile(roas, 0.5);
  return {median + sd, median, sd, static_cast<int>(roas.size())};
}

void expect(const Params& p, const RoasCap& cap, Judged& j) {
  if (!is_bid(j.action.type) || !(j.before_cpc > 0)) return;
  const Around& found = j.join.found;
  const Sums& basis = found.baseline.clicks > 0 ? found.baseline : found.before;
  j.spc_uncapped = j.baseline_spc = basis.sales / basis.clicks;
  const double clicks = j.unscaled_clicks();
  if (clicks >= p.min_clicks && clicks <= p.cap_clicks && known(cap.cap)) {
    const double most = cap.cap * j.before_cpc;
    j.capped = j.baseline_spc > most;
    j.baseline_spc = std::min(j.baseline_spc, most);
  }
  j.expected_sales = j.after.spend / j.before_cpc * j.baseline_spc;
}

double raw_impact(const Params& p, const Judged& j) {
  switch (j.action.type) {
    case ActionType::negative:
      return j.action.isolation ? 0 : j.before.spend;
    case ActionType::harvest:
      return p.harvest_lift * (j.join.term.after.sales - j.join.term.before.sales * j.scale);
    case ActionType::unknown:
      return 0;
    default:
      if (j.uses_elimination) return (j.after.sales - j.before.sales) - (j.after.spend - j.before.spend);
      return known(j.expected_sales) ? j.after.sales - j.expected_sales : 0;
  }
}

double weight_of(const Params& p, const Judged& j) {
  if (j.action.type == ActionType::negative || j.action.type == ActionType::harvest) return 1;
  const double clicks = j.unscaled_clicks();
  return clicks < p.min_clicks || j.action.type == ActionType::unknown ? 0
                                                                       : std::min(1.0, clicks / p.full_weight_clicks);
}

Tag tag_of(const Judged& j) {
  if (!j.validated) return Tag::none;
  const bool positive = j.impact > 0;
  if (j.action.type == ActionType::harvest) return positive ? Tag::offensive_win : Tag::gap;
  if (j.action.type == ActionType::negative || j.verdict == Verdict::spend_eliminated)
    return positive ? Tag::defensive_win : Tag::gap;
  if (!(j.before.sales > 0) || !known(j.expected_sales)) return positive ? Tag::offensive_win : Tag::gap;
  const double trend = (j.expected_sales - j.before.sales) / j.before.sales;
  const double value = (j.after.sales - j.before.sales) / j.before.sales - trend;
  if (reaches(value, 0)) return reaches(trend, 0) ? Tag::offensive_win : Tag::defensive_win;
  return reaches(trend, 0) ? Tag::gap : Tag::market_drag;
}

Exclusion exclusion_of(const Judged& j) {
  if (!j.mature) return Exclusion::immature;
  if (j.verdict == Verdict::unverified) return Exclusion::unverified;
  if (!j.validated) return Exclusion::not_implemented;
  return j.tag == Tag::market_drag ? Exclusion::market_drag : Exclusion::none;
}

Judged with_windows(const Params& p, const Performance& performance, const Windows& windows, const LoggedAction& action,
                    const Joined& join) {
  Judged j{.action = action, .join = join};
  j.spc_uncapped = j.baseline_spc = j.expected_sales = nan_value;
  if (action.day != missing_day) {
    j.before_days = performance.days_covered(windows.before_of(action.day));
    j.after_days = performance.days_covered(windows.after_of(action.day));
    j.mature = performance.last_day() - action.day + 1 >= windows.after + p.attribution_buffer_days;
  }
  j.has_windows = j.before_days > 0 && j.after_days > 0 && !performance.coarse();
  if (j.has_windows) j.scale = static_cast<double>(j.after_days) / j.before_days;
  j.before = scaled(join.found.before, j.scale);
  j.after = join.found.after;
  j.before_cpc = join.found.before.cpc();
  j.after_cpc = j.after.cpc();
  j.direction = direction_of(action, j.before_cpc);
  return j;
}

}  // namespace

std::string_view name_of(Direction direction) {
  constexpr std::string_view names[] = {"", "up", "down"};
  return names[static_cast<int>(direction)];
}

std::string_view name_of(Tag tag) {
  constexpr std::string_view names[] = {"", "Offensive Win", "Defensive Win", "Gap", "Market Drag"};
  return names[static_cast<int>(tag)];
}

std::string_view name_of(Exclusion exclusion) {
  constexpr std::string_view names[] = {"", "immature", "unverified", "not_implemented", "market_drag"};
  return names[static_cast<int>(exclusion)];
}

std::string Judged::status() const {
  constexpr const char* names[] = {"Unverified",       "NOT IMPLEMENTED",      "Confirmed blocked",
                                   "Normalized match", "Harvested (complete)", "Harvested (90%+ blocked)",
                                   "Spend Eliminated", "CPC Validated",        "Directional match"};
  std::string text = names[static_cast<int>(verdict)];
  if (verdict == Verdict::not_implemented && action.type == ActionType::harvest)
    text += " (" + std::to_string(static_cast<int>(migrated_pct)) + "% migrated)";
  return text;
}

Judgement judge(const Params& params, const Performance& performance, const std::vector<LoggedAction>& actions,
                int horizon_days) {
  Judgement out;
  out.windows = {params.before_days, horizon_days, params.baseline_days};
  const std::vector<Joined> joined = join(performance, actions, out.windows);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    Judged j = with_windows(params, performance, out.windows, actions[i], joined[i]);
    if (j.located()) validate(params, performance, out.windows, j);
    out.actions.push_back(std::move(j));
  }
  out.cap = roas_cap(params, out.actions);
  for (Judged& j : out.actions) {
    if (j.located()) {
      const bool sinks = j.direction == Direction::down && j.after.spend == 0;
      j.uses_elimination = sinks && (is_bid(j.action.type) || j.action.type == ActionType::pause);
      expect(params, out.cap, j);
      j.raw_impact = raw_impact(params, j);
      j.weight = weight_of(params, j);
      j.impact = j.raw_impact * j.weight;
      j.tag = tag_of(j);
    }
    j.excluded = exclusion_of(j);
  }
  return out;
}

}  // namespace outlay::impact::decisions
