// Drawing a channel of adsets and handing it to the scoring as a table.
#include "adset_market.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace outlay::calibration {
namespace {

constexpr double uplift = 1.25;
constexpr int weeks = 8;
constexpr double highest_rate = 0.6;

struct Adset {
  double rate, clicks, cpc, pltv;
};

// Successes among n trials, by the gaps between them.
double binomial(Rng& rng, double n, double rate) {
  double count = 0;
  for (double at = 0;; ++count) {
    at += std::floor(std::log1p(-rng.uniform()) / std::log1p(-rate)) + 1;
    if (at > n) return count;
  }
}

std::vector<Adset> draw_adsets(const Market& market, Rng& rng) {
  const double channel_rate = 0.005 * std::pow(20, rng.uniform());
  const double cpc = 1.5 * std::exp(0.3 * rng.normal());
  const double worth = cpc / channel_rate / uplift;  // of an order, where the channel breaks even
  std::vector<Adset> out;
  for (int i = 0; i < market.adsets; ++i) {
    Adset adset;
    const bool converts = market.spread == Spread::two_groups && rng.uniform() < 0.3;
    const double factor = market.spread == Spread::lognormal ? std::exp(0.5 * rng.normal()) : converts ? 2.5 : 0.5;
    adset.rate = std::min(channel_rate * factor, highest_rate);
    adset.clicks = market.weekly_clicks * std::exp(0.5 * rng.normal());
    adset.cpc = cpc * std::exp(0.2 * rng.normal());
    adset.pltv = worth * std::exp(0.4 * rng.normal());
    out.push_back(adset);
  }
  return out;
}

class Weeks {
 public:
  void add(std::int32_t day, std::int32_t adset, double spend, double clicks, double ihc, double pltv) {
    days_.days.push_back(day);
    id_.codes.push_back(adset);
    channel_.codes.push_back(0);
    const double values[] = {spend, clicks, ihc, pltv};
    for (int i = 0; i < 4; ++i) numbers_[i].push_back(values[i]);
  }

  Table table(std::size_t adsets) {
    for (std::size_t i = 0; i < adsets; ++i) id_.dictionary.push_back("A" + std::to_string(i));
    channel_.dictionary = {"C"};
    Table out;
    out.name = out.file = "made up";
    out.rows = days_.days.size();
    out.columns = {{"week_start", days_, {}}, {"adset_id", id_, {}}, {"channel", channel_, {}}};
    const char* const names[] = {"spend", "clicks", "ihc", "pltv"};
    for (int i = 0; i < 4; ++i) out.columns.push_back({names[i], numbers_[i], {}});
    return out;
  }

 private:
  DayColumn days_;
  TextColumn id_, channel_;
  NumberColumn numbers_[4];
};

Table draw_table(const Market& market, const std::vector<Adset>& adsets, Rng& rng) {
  Weeks rows;
  for (std::size_t i = 0; i < adsets.size(); ++i) {
    const Adset& adset = adsets[i];
    for (int week = 0; week < weeks; ++week) {
      const double clicks = std::round(adset.clicks * std::exp(0.3 * rng.normal()));
      const double rate = std::min(adset.rate * std::exp(market.weekly_wander * rng.normal()), highest_rate);
      rows.add(7 * week + 4, static_cast<std::int32_t>(i), clicks * adset.cpc, clicks, binomial(rng, clicks, rate),
               adset.pltv);
    }
  }
  return rows.table(adsets.size());
}

}  // namespace

std::vector<Scored> score_market(const Market& market, std::uint64_t seed, scoring::adsets::IntervalPrior prior) {
  Rng rng(seed, market.name);
  const std::vector<Adset> adsets = draw_adsets(market, rng);
  const Table table = draw_table(market, adsets, rng);
  const About about = scoring::adsets::about();
  RoleColumns roles;
  for (const Column& column : table.columns) roles[column.name] = column.name;
  Inputs inputs;
  inputs.add("performance", BoundTable(about.inputs[0], table, roles));
  scoring::adsets::Params params;
  params.uplift = {{"C", uplift}};
  params.interval_prior = prior;
  Context context;
  const scoring::adsets::Result result = scoring::adsets::run(params, inputs, context);
  std::vector<Scored> out;
  const scoring::adsets::AdsetTable& scored = result.adsets;
  for (std::size_t row = 0; row < scored.cac_lower.size(); ++row) {
    if (std::isnan(scored.p_profitable[row])) continue;
    const Adset& adset = adsets[std::stoul(std::string(scored.adset_id.at(row)).substr(1))];
    out.push_back({adset.rate, adset.cpc / adset.rate / uplift, adset.pltv, scored.selection_reason.at(row) == "LB",
                   scored.cac_lower[row], scored.cac_upper[row], scored.p_profitable[row]});
  }
  return out;
}

}  // namespace outlay::calibration
