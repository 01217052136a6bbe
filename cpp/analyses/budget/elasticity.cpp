// The regression of one campaign, and the shrinkage over many.
#include "analyses/budget/elasticity.h"

#include <algorithm>
#include <cmath>

namespace outlay::budget::reallocate {
namespace {

constexpr std::size_t fewest_weeks = 6;
constexpr double assumed_deviation = 0.2;  // how far a group's mean may well lie from the assumed elasticity
constexpr double least_spread = 0.05;      // between campaigns of one group
constexpr double least = 0.05, most = 0.95;

struct Fit {
  bool usable = false;
  double slope = 0, variance = 0;  // at dispersion 1
  double pearson = 0, freedom = 0;
};

// Newton's method for log(mean) = intercept + slope * z, z = log spend less its weighted mean of the start.
Fit fit_weeks(const std::vector<Week>& weeks, double start) {
  std::vector<double> z, y;
  double mean_z = 0, total = 0;
  for (const Week& week : weeks) {
    if (!(week.cost > 0)) continue;
    z.push_back(std::log(week.cost));
    y.push_back(std::max(0.0, week.conversions));
    mean_z += z.back();
    total += y.back();
  }
  Fit fit;
  if (z.size() < fewest_weeks || !(total > 0)) return fit;
  double intercept = std::log(total / static_cast<double>(z.size())), slope = start;
  for (double& value : z) value -= mean_z / static_cast<double>(z.size());
  double information = 0;
  for (int step = 0; step < 30; ++step) {
    double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
    for (std::size_t w = 0; w < z.size(); ++w) {
      const double mean = std::exp(std::min(700.0, intercept + slope * z[w]));
      g0 += y[w] - mean;
      g1 += (y[w] - mean) * z[w];
      h00 += mean;
      h01 += mean * z[w];
      h11 += mean * z[w] * z[w];
    }
    information = h11 - h01 * h01 / h00;
    if (!(information > 1e-9 * h00)) return fit;  // spend hardly varied
    const double change = (g1 - h01 / h00 * g0) / information;
    const double limited = std::min(1.0, std::max(-1.0, change));
    slope += limited;
    intercept += (g0 - h01 * limited) / h00;
    if (std::abs(change) < 1e-10) break;
  }
  fit = {std::isfinite(slope) && std::abs(slope) < 10, slope, 1 / information, 0, static_cast<double>(z.size()) - 2};
  for (std::size_t w = 0; w < z.size(); ++w) {
    const double mean = std::exp(intercept + slope * z[w]);
    fit.pearson += (y[w] - mean) * (y[w] - mean) / mean;
  }
  return fit;
}

struct GroupMean {
  double mean = 0, spread = 0;  // between campaigns, as a variance
};

// DerSimonian and Laird's estimate over the fits of one group, their mean then weighed against the assumed elasticity.
GroupMean group_mean(const std::vector<const Fit*>& fits, double dispersion, double assumed) {
  double w = 0, wy = 0, w2 = 0;
  for (const Fit* fit : fits) {
    const double weight = 1 / (fit->variance * dispersion);
    w += weight;
    w2 += weight * weight;
    wy += weight * fit->slope;
  }
  double q = 0;
  for (const Fit* fit : fits) q += (fit->slope - wy / w) * (fit->slope - wy / w) / (fit->variance * dispersion);
  const double room = w - w2 / w;
  const double between = room > 0 ? (q - (static_cast<double>(fits.size()) - 1)) / room : 0;
  GroupMean out{assumed, std::max(least_spread * least_spread, between)};
  double precision = 1 / (assumed_deviation * assumed_deviation);
  double sum = assumed * precision;
  for (const Fit* fit : fits) {
    const double weight = 1 / (fit->variance * dispersion + out.spread);
    precision += weight;
    sum += weight * fit->slope;
  }
  out.mean = sum / precision;
  return out;
}

}  // namespace

Elasticities estimate_elasticities(const Params& params, const Campaigns& campaigns) {
  const std::size_t n = campaigns.size();
  Elasticities out{std::vector<double>(n, params.elasticity), std::vector<double>(n, 0), 1, 0};
  if (campaigns.weeks.empty()) return out;
  std::vector<Fit> fits;
  std::vector<std::vector<const Fit*>> by_group(campaigns.group.dictionary.size() + 1);
  for (const std::vector<Week>& weeks : campaigns.weeks) fits.push_back(fit_weeks(weeks, params.elasticity));
  double pearson = 0, freedom = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!fits[i].usable) continue;
    ++out.fitted;
    pearson += fits[i].pearson;
    freedom += fits[i].freedom;
    by_group[campaigns.group.codes[i] + 1].push_back(&fits[i]);
  }
  if (freedom > 0) out.dispersion = std::max(1.0, pearson / freedom);
  if (params.curves == Curves::elasticity || out.fitted == 0) return out;
  std::vector<GroupMean> means;
  for (const auto& group : by_group) {
    means.push_back(group.empty() ? GroupMean{params.elasticity, least_spread * least_spread}
                                  : group_mean(group, out.dispersion, params.elasticity));
  }
  for (std::size_t i = 0; i < n; ++i) {
    const GroupMean& group = means[campaigns.group.codes[i] + 1];
    const double own = fits[i].usable ? 1 / (fits[i].variance * out.dispersion) : 0;
    const double pooled = 1 / group.spread;
    const double mean = (own * fits[i].slope + pooled * group.mean) / (own + pooled);
    out.value[i] = std::min(most, std::max(least, mean));
    out.deviation[i] = 1 / std::sqrt(own + pooled);
  }
  return out;
}

}  // namespace outlay::budget::reallocate
