// Each set's game over all of its parts, or over random orders of joining.
#include "analyses/attribution/rate_game.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/rng.h"
#include "math/coalitions.h"

namespace outlay::attribution {
namespace {

constexpr std::size_t most_players = 20;
constexpr std::size_t most_parts = std::size_t{1} << 23;
constexpr std::size_t no_parts = static_cast<std::size_t>(-1);

}  // namespace

RateGame::RateGame(const Journeys& journeys, bool is_ordered, double caution, int orders, std::uint64_t seed)
    : channels_(journeys.channels.size()), caution_(caution), orders_(orders), seed_(seed) {
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    std::vector<std::uint32_t> members = distinct_channels(journeys.at(s));
    if (!is_ordered) std::sort(members.begin(), members.end());
    const std::uint32_t set = index_.number_of(members);
    set_of_.push_back(set);
    for (std::vector<double>* counts : {&counts_.conversions, &counts_.value, &counts_.journeys})
      counts->resize(sets(), 0);
    counts_.conversions[set] += journeys.conversions[s];
    counts_.value[set] += journeys.value[s];
    counts_.journeys[set] += journeys.conversions[s] + journeys.nulls[s];
  }
  first_part_.assign(sets(), no_parts);
  // Small sets first: the large ones are what a bound on the effort must leave to sampling.
  std::vector<std::uint32_t> by_size(sets());
  std::iota(by_size.begin(), by_size.end(), 0u);
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sets_.at(a).size() < sets_.at(b).size(); });
  for (std::uint32_t set : by_size) {
    if (counts_.conversions[set] == 0 && counts_.value[set] == 0) continue;
    list_parts(set);
  }
}

void RateGame::list_parts(std::size_t set) {
  const Steps members = sets_.at(set);
  const std::size_t players = members.size();
  if (players > most_players || parts_.size() + (std::size_t{1} << players) > most_parts) {
    ++sampled_;
    effort_ += static_cast<double>(orders_) * static_cast<double>(players * players);
    return;
  }
  first_part_[set] = parts_.size();
  effort_ += static_cast<double>(players + 1) * std::exp2(static_cast<double>(players));
  std::vector<std::uint32_t> part;
  for (std::size_t bits = 0; bits < std::size_t{1} << players; ++bits) {
    part.clear();
    for (std::size_t i = 0; i < players; ++i) {
      if (bits >> i & 1) part.push_back(members[i]);
    }
    parts_.push_back(index_.find(part).value_or(unseen));
  }
}

double RateGame::rate_of(std::uint32_t set, const Counts& counts, double common) const {
  if (set == unseen) return common;
  return (counts.conversions[set] + caution_ * common) / (counts.journeys[set] + caution_);
}

std::vector<double> RateGame::exact_shares(std::size_t set, const Counts& counts, double common) const {
  const std::size_t players = sets_.at(set).size();
  std::vector<double> worth(std::size_t{1} << players, 0);
  for (std::size_t bits = 1; bits < worth.size(); ++bits)
    worth[bits] = rate_of(parts_[first_part_[set] + bits], counts, common);
  std::vector<double> shares = math::shapley_values(worth, players);
  for (double& share : shares) share /= worth.back();
  return shares;
}

std::vector<double> RateGame::sampled_shares(std::size_t set, const Counts& counts, double common,
                                             std::vector<double>& variance) const {
  const Steps members = sets_.at(set);
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> sum(members.size(), 0), square(members.size(), 0);
  Rng rng(seed_, "attribution/rate_game", set);
  std::vector<std::size_t> joined;
  std::vector<std::uint32_t> part;
  const double whole = rate_of(static_cast<std::uint32_t>(set), counts, common);
  for (int i = 0; i < orders_; ++i) {
    rng.shuffle(order);
    joined.clear();
    double before = 0;
    for (std::size_t player : order) {
      joined.insert(std::lower_bound(joined.begin(), joined.end(), player), player);
      part.clear();
      for (std::size_t j : joined) part.push_back(members[j]);
      const double worth = rate_of(index_.find(part).value_or(unseen), counts, common);
      const double gain = (worth - before) / whole;
      sum[player] += gain;
      square[player] += gain * gain;
      before = worth;
    }
  }
  variance.clear();
  for (std::size_t p = 0; p < sum.size(); ++p) {
    sum[p] /= orders_;
    variance.push_back(std::max(0.0, square[p] / orders_ - sum[p] * sum[p]) / std::max(1, orders_ - 1));
  }
  return sum;
}

RateGame::Solution RateGame::solve(const Counts& counts) const {
  const double conversions = std::accumulate(counts.conversions.begin(), counts.conversions.end(), 0.0);
  const double journeys = std::accumulate(counts.journeys.begin(), counts.journeys.end(), 0.0);
  const double common = journeys > 0 ? conversions / journeys : 0;
  Solution out;
  out.credits = {std::vector<double>(channels_, 0), std::vector<double>(channels_, 0)};
  std::vector<double> error(channels_, 0), variance;
  if (!(common > 0)) return out;
  for (std::size_t set = 0; set < sets(); ++set) {
    const double value = counts.value.empty() ? 0 : counts.value[set];
    if (counts.conversions[set] == 0 && value == 0) continue;
    const bool sampled = first_part_[set] == no_parts;
    const std::vector<double> shares =
        sampled ? sampled_shares(set, counts, common, variance) : exact_shares(set, counts, common);
    const Steps members = sets_.at(set);
    for (std::size_t i = 0; i < members.size(); ++i) {
      out.credits.conversions[members[i]] += shares[i] * counts.conversions[set];
      out.credits.value[members[i]] += shares[i] * value;
      if (sampled) error[members[i]] += variance[i] * counts.conversions[set] * counts.conversions[set];
    }
  }
  if (sampled_ == 0) return out;
  for (double& e : error) e = std::sqrt(e);
  out.error = std::move(error);
  return out;
}

}  // namespace outlay::attribution
