// Whether the scoring's intervals cover as often as they say, and its chances of profit come true as often.
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>

#include "adset_market.h"
#include "studies.h"

namespace outlay::calibration {
namespace {

using scoring::adsets::IntervalPrior;

constexpr Market volumes[] = {{"low", 25}, {"middle", 80}, {"high", 500}};
// Beyond what is assumed, or what the channel's prior was made for: told, but no part of the claim.
constexpr Market others[] = {{"low, two groups", 25, 40, Spread::two_groups},
                             {"low, channel of 12", 25, 12},
                             {"low, channel of 6", 25, 6},
                             {"middle, rates wander 20% a week", 80, 40, Spread::lognormal, 0.2},
                             {"high, rates wander 20% a week", 500, 40, Spread::lognormal, 0.2}};

std::string text(const char* format, double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}
std::string percent(double share) { return std::isnan(share) ? "-" : text("%.1f%%", 100 * share); }

struct Share {
  double hits = 0, all = 0;
  void add(bool hit) {
    hits += hit;
    all += 1;
  }
  double value() const { return all > 0 ? hits / all : std::nan(""); }
  bool within(double low, double high) const { return value() >= low && value() <= high; }
};

void for_each_scored(const Market& market, int runs, IntervalPrior prior, const std::function<void(const Scored&)>& take) {
  for (int run = 0; run < runs; ++run) {
    for (const Scored& scored : score_market(market, static_cast<std::uint64_t>(run), prior)) take(scored);
  }
}

// Coverage over all, by true rate, and how wide the interval is.
struct Coverage {
  Share all, by_rate[3], lookback;
  double log_width = 0;
};

Coverage coverage_of(const Market& market, int runs, IntervalPrior prior) {
  Coverage out;
  for_each_scored(market, runs, prior, [&](const Scored& s) {
    const bool covers = s.cac_lower <= s.true_cac && s.true_cac <= s.cac_upper;
    out.all.add(covers);
    out.by_rate[s.true_rate < 0.01 ? 0 : s.true_rate < 0.03 ? 1 : 2].add(covers);
    out.lookback.add(s.is_lookback);
    out.log_width += std::log(s.cac_upper / s.cac_lower);
  });
  return out;
}

Coverage print_coverage(std::ostream& out, const Market& market, int runs, IntervalPrior prior) {
  const Coverage c = coverage_of(market, runs, prior);
  out << "| " << market.name << " | " << (prior == IntervalPrior::channel ? "channel" : "Jeffreys") << " | "
      << text("%.0f", c.all.all) << " | " << percent(c.lookback.value()) << " | **" << percent(c.all.value()) << "** | "
      << percent(c.by_rate[0].value()) << " | " << percent(c.by_rate[1].value()) << " | "
      << percent(c.by_rate[2].value()) << " | " << text("%.2f", std::exp(c.log_width / c.all.all)) << " |\n";
  return c;
}

constexpr double bins[] = {0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1};
constexpr int bin_count = 11, bin_of_80 = 8;

struct Reliability {
  Share bins[bin_count];
};

Reliability reliability_of(const Market& market, int runs, IntervalPrior prior) {
  Reliability out;
  for_each_scored(market, runs, prior, [&](const Scored& s) {
    int bin = 0;
    while (bin + 1 < bin_count && s.p_profitable >= bins[bin + 1]) ++bin;
    out.bins[bin].add(s.true_cac < s.pltv);
  });
  return out;
}

std::string cell(const Share& share) { return percent(share.value()) + " of " + text("%.0f", share.all); }

}  // namespace

bool study_cac_interval(std::ostream& out, int runs) {
  out << "| weekly clicks | prior | adsets | by window | covered | rate < 1% | 1-3% | > 3% | high / low |\n"
         "|---|---|--:|--:|--:|--:|--:|--:|--:|\n";
  bool holds = true;
  for (const Market& market : volumes) {
    print_coverage(out, market, runs, IntervalPrior::jeffreys);
    holds = print_coverage(out, market, runs, IntervalPrior::channel).all.within(0.76, 0.84) && holds;
  }
  for (const Market& market : others) {
    print_coverage(out, market, runs / 4, IntervalPrior::jeffreys);
    print_coverage(out, market, runs / 4, IntervalPrior::channel);
  }
  return holds;
}

bool study_chance_of_profit(std::ostream& out, int runs) {
  out << "| called | low, channel | low, Jeffreys | middle, channel | middle, Jeffreys | high, channel | high, Jeffreys |\n"
         "|---|--:|--:|--:|--:|--:|--:|\n";
  Reliability by_market[3][2];
  bool holds = true;
  for (int m = 0; m < 3; ++m) {
    by_market[m][0] = reliability_of(volumes[m], runs, IntervalPrior::channel);
    by_market[m][1] = reliability_of(volumes[m], runs, IntervalPrior::jeffreys);
    holds = by_market[m][0].bins[bin_of_80].within(0.76, 0.84) && holds;
  }
  for (int bin = 0; bin < bin_count; ++bin) {
    out << "| " << text("%.0f", 100 * bins[bin]) << "-" << text("%.0f%%", 100 * bins[bin + 1]);
    for (const auto& market : by_market) out << " | " << cell(market[0].bins[bin]) << " | " << cell(market[1].bins[bin]);
    out << " |\n";
  }
  return holds;
}

}  // namespace outlay::calibration
