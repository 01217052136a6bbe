// Steps 8 and 9 of the method in README.md.
#include "analyses/scoring/rollup.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analyses/scoring/break_even.h"

namespace outlay::scoring::adsets {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

struct Sums {
  std::int32_t group = -1;
  double adsets = 0, lookback = 0, spend = 0, clicks = 0, redistributed_ihc = 0;
  double cac_spend = 0, ihc_final = 0, weekly_spend = 0;
  double pltv_by_orders = 0, pltv_orders = 0;

  double cac() const { return ihc_final > 0 && cac_spend >= 0 ? cac_spend / ihc_final : nan_value; }
  double pltv() const { return pltv_orders > 0 ? pltv_by_orders / pltv_orders : nan_value; }
};

void add(Sums& sums, const Estimate& e) {
  sums.adsets += 1;
  sums.lookback += e.is_lookback;
  sums.spend += e.window.spend;
  sums.clicks += e.window.clicks;
  sums.redistributed_ihc += e.window.redistributed_ihc;
  sums.cac_spend += e.cac_spend;
  sums.ihc_final += e.ihc_final;
  sums.weekly_spend += e.weekly_spend;
  if (std::isnan(e.pltv)) return;
  sums.pltv_by_orders += e.ihc_final * e.pltv;
  sums.pltv_orders += e.ihc_final;
}

using NameOf = std::function<std::string_view(std::int32_t)>;

std::vector<Sums> sums_by_group(const std::vector<Estimate>& kept, const std::vector<std::int32_t>& groups,
                                const NameOf& name_of) {
  std::map<std::int32_t, Sums> by_group;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Sums& sums = by_group[groups[i]];
    sums.group = groups[i];
    add(sums, kept[i]);
  }
  std::vector<Sums> all;
  for (const auto& [group, sums] : by_group) all.push_back(sums);
  // Best first by the distance from break-even, unknown ones last; ties by name, since codes follow the order of the
  // file.
  const auto distance = [](const Sums& s) {
    const double d = s.pltv() - s.cac();
    return std::isnan(d) ? -std::numeric_limits<double>::infinity() : d;
  };
  std::sort(all.begin(), all.end(), [&](const Sums& a, const Sums& b) {
    const double da = distance(a), db = distance(b);
    return da != db ? da > db : name_of(a.group) < name_of(b.group);
  });
  return all;
}

}  // namespace

std::vector<std::int32_t> roll_up(const Params& params, const std::vector<Estimate>& kept,
                                  const std::vector<std::int32_t>& groups, const NameOf& name_of, RollupTable& out) {
  std::vector<std::int32_t> codes;
  for (const Sums& sums : sums_by_group(kept, groups, name_of)) {
    codes.push_back(sums.group);
    out.adsets.push_back(sums.adsets);
    out.adsets_lb.push_back(sums.lookback);
    out.adsets_binomial.push_back(sums.adsets - sums.lookback);
    out.spend.push_back(sums.spend);
    out.clicks.push_back(sums.clicks);
    out.redistributed_ihc.push_back(sums.redistributed_ihc);
    out.cac_spend.push_back(sums.cac_spend);
    out.ihc_final.push_back(sums.ihc_final);
    out.estimated_cac.push_back(sums.cac());
    out.pltv.push_back(sums.pltv());
    out.weekly_spend.push_back(sums.weekly_spend);
  }
  out.score = score(out.estimated_cac, out.pltv, params.scale, params.dead_zone);
  return codes;
}

std::vector<CoveragePoint> coverage_curve(const std::vector<Estimate>& kept, std::vector<std::size_t> order) {
  const auto cac = [&](std::size_t i) {
    return std::isnan(kept[i].cac) ? std::numeric_limits<double>::infinity() : kept[i].cac;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cac(a) < cac(b); });
  double total = 0;
  for (std::size_t i : order) total += kept[i].coverage_spend;
  std::vector<CoveragePoint> curve;
  double spend = 0;
  double ihc = 0;
  for (std::size_t i : order) {
    spend += kept[i].coverage_spend;
    ihc += kept[i].coverage_ihc;
    curve.push_back({i, spend, ihc, total > 0 ? spend / total : nan_value, ihc > 0 ? spend / ihc : nan_value});
  }
  return curve;
}

double target_cac(const std::vector<CoveragePoint>& curve, double share) {
  for (const CoveragePoint& point : curve) {
    if (point.coverage >= share) return point.cum_cac;
  }
  return nan_value;
}

}  // namespace outlay::scoring::adsets
