// Shapley on conversion rates: the channels of a journey share its conversion by what each adds to the rate.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/attribution/journeys.h"
#include "analyses/attribution/touch_rules.h"

namespace outlay::attribution {

/// A game for each set T of channels that some journeys touched: the worth of a part S of it is the conversion rate of
/// the journeys that touched just S, (conversions + caution p) / (journeys + caution) with p the rate of all journeys;
/// nothing is worth 0. In the ordered game, sets are kept in the order of first touches, so that A then B and B then A
/// differ. The conversions of T are shared by the Shapley values of its game (Shapley 1953), which sum to T's rate.
class RateGame {
 public:
  /// `caution`: how many journeys at the common rate each set is taken to have seen besides its own; above 0. Sets
  /// whose parts are too many to look at all (beyond 8 million in total) are shared by `orders` random orders of
  /// joining.
  RateGame(const Journeys& journeys, bool is_ordered, double caution, int orders, std::uint64_t seed);

  /// Counts by set.
  struct Counts {
    std::vector<double> conversions, value, journeys;
  };
  const Counts& counts() const { return counts_; }
  std::size_t sets() const { return sets_.sequences(); }
  std::uint32_t set_of(std::size_t sequence) const { return set_of_[sequence]; }

  bool is_exact() const { return sampled_ == 0; }
  int orders() const { return orders_; }
  /// Steps that one `solve` takes.
  double effort() const { return effort_; }

  struct Solution {
    Credits credits;
    std::vector<double> error;  // standard error of credits.conversions where orders were sampled, else empty
  };
  /// `counts.value` may be empty.
  Solution solve(const Counts& counts) const;

 private:
  static constexpr std::uint32_t unseen = 0xFFFFFFFF;
  void list_parts(std::size_t set);
  double rate_of(std::uint32_t set, const Counts& counts, double common) const;
  std::vector<double> exact_shares(std::size_t set, const Counts& counts, double common) const;
  std::vector<double> sampled_shares(std::size_t set, const Counts& counts, double common,
                                     std::vector<double>& variance) const;

  std::size_t channels_;
  double caution_;
  int orders_;
  std::uint64_t seed_;
  Journeys sets_;  // its sequences are the sets
  SequenceIndex index_{sets_};
  std::vector<std::uint32_t> set_of_;
  Counts counts_;
  std::vector<std::uint32_t> parts_;  // of each exact set, by bits of its members: the number of the part, or `unseen`
  std::vector<std::size_t> first_part_;  // by set; no_parts where orders are sampled
  std::size_t sampled_ = 0;
  double effort_ = 0;
};

}  // namespace outlay::attribution
