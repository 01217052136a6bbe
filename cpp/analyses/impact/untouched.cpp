// Which rows each action touched, and therefore which units.
#include "analyses/impact/untouched.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlay::impact {
namespace {

// The rows that an action touched, as a key; rows say which of these keys they carry. A term is marked by `match`.
constexpr std::int32_t by_term = -2;

bool touched_rows(const LoggedAction& a, const Joined& join, Key& key) {
  if (a.day == missing_day || join.falls_back || join.level == Level::none) return false;
  if (join.level == Level::campaign) {
    key = {a.campaign, no_name, no_name, no_name};
    return true;
  }
  key = {a.campaign, a.group, a.text, join.narrowed ? a.match : no_name};
  if (join.level == Level::search_term) key.match = by_term;
  return true;
}

template <class Emit>
void touch_keys_of(const Leaf& leaf, Emit emit) {
  emit(Key{leaf.campaign, no_name, no_name, no_name});
  const auto both_groups = [&emit, &leaf](std::int32_t text, std::int32_t kind) {
    emit(Key{leaf.campaign, no_name, text, kind});
    if (leaf.group != no_name) emit(Key{leaf.campaign, leaf.group, text, kind});
  };
  if (leaf.target != no_name) {
    both_groups(leaf.target, no_name);
    if (leaf.match != no_name) both_groups(leaf.target, leaf.match);
  }
  if (leaf.term != no_name) both_groups(leaf.term, by_term);
}

double spread(std::vector<double>& values) {
  double mean = 0, squares = 0;
  for (double v : values) mean += v / static_cast<double>(values.size());
  for (double v : values) squares += (v - mean) * (v - mean);
  const double sd = std::sqrt(squares / static_cast<double>(std::max<std::size_t>(values.size(), 1)));
  return sd > 1e-9 ? sd : 1;
}

void measure_spreads(Pool& pool) {
  std::vector<double> spend, cpc, roas;
  for (const Unit& unit : pool.units) {
    spend.push_back(unit.log_spend);
    cpc.push_back(unit.log_cpc);
    roas.push_back(unit.log_roas);
  }
  pool.spread_spend = spread(spend);
  pool.spread_cpc = spread(cpc);
  pool.spread_roas = spread(roas);
}

}  // namespace

void describe_unit(Unit& unit, const math::Credibility& usual) {
  const Sums& before = unit.around.before;
  const double per_click = std::max(usual.rate(before.sales, before.clicks), 1e-9);
  unit.log_spend = std::log(before.spend);
  unit.log_cpc = std::log(before.spend / before.clicks);
  unit.log_roas = std::log(per_click * before.clicks / before.spend);
}

template <class Emit>
void Untouched::units_of_leaf(const Leaf& leaf, Emit emit) const {
  const std::int32_t campaign = leaf.campaign, group = leaf.group, target = leaf.target, term = leaf.term;
  switch (universe_) {
    case Universe::campaign:
      return emit(Key{campaign, no_name, no_name, no_name});
    case Universe::target:
      if (target != no_name) emit(Key{campaign, group, target, leaf.match});
      return;
    case Universe::term:
      if (term != no_name) emit(Key{campaign, group, term, no_name});
      return;
    case Universe::account_term: {
      if (term != no_name) emit(Key{no_name, no_name, term, no_name});
      const bool exact = exact_ != no_name && leaf.match == exact_;
      if (exact && target != no_name && target != term) emit(Key{no_name, no_name, target, no_name});
    }
  }
}

Untouched::Untouched(const Performance& performance, const std::vector<LoggedAction>& actions,
                     const std::vector<Joined>& joined, const Windows& windows, Universe universe)
    : performance_(performance), windows_(windows), universe_(universe), exact_(performance.matches.find("exact")) {
  std::vector<Series::Hit> hits;
  for (std::size_t k = 0; k < performance.leaves().size(); ++k) {
    const Leaf& leaf = performance.leaves()[k];
    units_of_leaf(leaf, [&](const Key& key) {
      hits.push_back({units_.add(key), static_cast<std::uint32_t>(k)});
      if (units_.size() > campaigns_.size()) campaigns_.push_back(leaf.campaign);
    });
  }
  series_.emplace_back(performance, units_.size(), hits);
  touch(actions, joined);
}

void Untouched::touch(const std::vector<LoggedAction>& actions, const std::vector<Joined>& joined) {
  KeyIndex selected;
  std::vector<std::vector<std::int32_t>> days;
  Key key;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (!touched_rows(actions[i], joined[i], key)) continue;
    const auto number = static_cast<std::size_t>(selected.add(key));
    if (number == days.size()) days.emplace_back();
    days[number].push_back(actions[i].day);
  }
  KeyIndex pairs;  // of unit and selection, each once
  for (const Leaf& leaf : performance_.leaves()) {
    touch_keys_of(leaf, [&](const Key& touched) {
      const std::int32_t number = selected.find(touched);
      if (number < 0) return;
      units_of_leaf(leaf, [&](const Key& unit) { pairs.add({units_.find(unit), number, no_name, no_name}); });
    });
  }
  std::vector<std::pair<std::int32_t, std::int32_t>> all;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Key& pair = pairs[static_cast<std::int32_t>(i)];
    for (std::int32_t day : days[pair.group]) all.emplace_back(pair.campaign, day);
  }
  std::sort(all.begin(), all.end());
  touch_offsets_.assign(units_.size() + 1, 0);
  for (const auto& [unit, day] : all) {
    ++touch_offsets_[unit + 1];
    touch_days_.push_back(day);
  }
  for (std::size_t u = 1; u < touch_offsets_.size(); ++u) touch_offsets_[u] += touch_offsets_[u - 1];
}

std::int32_t Untouched::next_touch(std::int32_t unit, std::int32_t day) const {
  const auto first = touch_days_.begin() + static_cast<std::ptrdiff_t>(touch_offsets_[unit]);
  const auto last = touch_days_.begin() + static_cast<std::ptrdiff_t>(touch_offsets_[unit + 1]);
  const auto found = std::lower_bound(first, last, day);
  return found == last ? std::numeric_limits<std::int32_t>::max() : *found;
}

Pool Untouched::pool(std::int32_t day) const {
  const Series& series = series_.front();
  const std::size_t step = (units_.size() + most_units - 1) / most_units;
  const Window after = windows_.after_of(day);
  const double after_days = performance_.days_covered(after);
  Pool out;
  std::vector<double> sales, clicks, base_sales, base_clicks;
  for (std::size_t u = 0; u < units_.size(); u += std::max<std::size_t>(step, 1)) {
    const auto number = static_cast<std::int32_t>(u);
    const Sums base = series.sum(number, windows_.baseline_of(day));
    base_sales.push_back(base.sales);
    base_clicks.push_back(base.clicks);
    const Sums before = series.sum(number, windows_.before_of(day));
    sales.push_back(before.sales);
    clicks.push_back(before.clicks);
    if (!(before.clicks > 0) || !(before.spend > 0)) continue;
    const std::int32_t touched = next_touch(number, windows_.pre_of(day).first);
    if (touched <= day) continue;
    Unit unit{number, campaigns_[u], units_[number].text, sums_around(series, number, windows_, day)};
    if (touched <= after.last) {
      const Window until{day, touched - 1};
      unit.around.after = series.sum(number, until);
      unit.exposure = after_days > 0 ? performance_.days_covered(until) / after_days : 0;
    }
    if (unit.exposure > 0) out.units.push_back(std::move(unit));
  }
  out.before = math::credibility(sales, clicks);
  out.baseline = math::credibility(base_sales, base_clicks);
  for (Unit& unit : out.units) describe_unit(unit, out.before);
  std::sort(out.units.begin(), out.units.end(), [](const Unit& a, const Unit& b) {
    return a.log_spend != b.log_spend ? a.log_spend < b.log_spend : a.number < b.number;
  });
  measure_spreads(out);
  return out;
}

}  // namespace outlay::impact
