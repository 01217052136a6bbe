// Markov chains over channels: what share of the conversions would be lost without each of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "analyses/attribution/journeys.h"
#include "analyses/attribution/touch_rules.h"

namespace outlay::attribution {

/// What removing each channel would cost, as a share of all, and the credit that follows from it.
struct Removal {
  double conversion_probability = 0;
  double expected_value = 0;  // per journey
  std::vector<double> effect, effect_value;
  Credits credits;
  bool converged = true;
};

/// The chain of order k: its states are the windows of k consecutive touches (a shorter path is one state).
class Chain {
 public:
  /// Without `use_nulls`, lost journeys are left out. O(all steps of the unique sequences).
  Chain(const Journeys& journeys, int order, bool use_nulls);

  struct Move {
    std::uint32_t from, to;
  };
  std::size_t states() const { return states_.sequences(); }
  std::uint32_t start() const { return static_cast<std::uint32_t>(states()); }
  std::uint32_t conversion() const { return start() + 1; }
  std::uint32_t lost() const { return start() + 2; }
  std::string name_of(std::uint32_t state) const;

  const std::vector<Move>& moves() const { return moves_; }
  const std::vector<double>& counts() const { return counts_; }            // by move, over all journeys
  const std::vector<double>& conversions() const { return conversions_; }  // by move into conversion
  /// The moves that journeys of a sequence make from start to their last state; the last two numbers are the moves from
  /// there to conversion and to loss.
  std::span<const std::uint32_t> trail(std::size_t sequence) const {
    return {trails_.data() + trail_offsets_[sequence], trail_offsets_[sequence + 1] - trail_offsets_[sequence]};
  }
  bool uses_nulls() const { return use_nulls_; }

  /// Whether the chain is so small that the direct solution is always the faster one.
  bool is_small() const { return states() <= 150; }
  /// About how many steps one `remove_each` takes.
  double effort() const { return std::min(direct_effort(), sweep_effort(moves_.size())); }

  /// The removal effects at the given counts of moves and values by last state; `total`s are what the credits sum to.
  Removal remove_each(const std::vector<double>& counts, const std::vector<double>& value_by_state, double conversions,
                      double value) const;
  Removal remove_each() const { return remove_each(counts_, value_, total_conversions_, total_value_); }

 private:
  struct Equations;
  double direct_effort() const;
  double sweep_effort(std::size_t entries) const;
  void add_sequence(std::size_t sequence);
  std::uint32_t move_number(std::uint32_t from, std::uint32_t to);
  Equations equations(const std::vector<double>& counts, const std::vector<double>& value_by_state) const;
  void solve_directly(const Equations& equations, Removal& out) const;
  void solve_by_sweeps(const Equations& equations, Removal& out) const;

  const Journeys& journeys_;
  std::size_t order_;
  bool use_nulls_;
  Journeys states_;  // its sequences are the windows
  SequenceIndex state_index_{states_};
  Journeys pairs_;  // its sequences are the moves
  SequenceIndex move_index_{pairs_};
  std::vector<Move> moves_;
  std::vector<double> counts_, conversions_;
  std::vector<double> value_;  // by last state
  std::vector<std::uint32_t> trails_;
  std::vector<std::size_t> trail_offsets_{0};
  std::vector<std::vector<std::uint32_t>> states_of_channel_;
  double total_conversions_ = 0, total_value_ = 0;
};

}  // namespace outlay::attribution
