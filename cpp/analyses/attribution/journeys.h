// Journeys: what users touched before they converted or were lost, compressed to unique sequences of channels with
// counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/context.h"

namespace outlay::attribution {

using Steps = std::span<const std::uint32_t>;  // channel codes in the order of the touches

/// Some journeys of one sequence and one resampling unit, that either converted or were lost.
struct Journey {
  std::uint32_t sequence = 0;
  std::uint32_t unit = 0;
  double conversions = 0;
  double value = 0;
  double nulls = 0;
};

/// Touches of a converted journey weighted by their age (2^(-days / half-life), scaled to 1 a journey), summed by
/// channel. Only a log knows the days.
struct AgedCredits {
  std::vector<double> conversions, value;  // by channel
  std::vector<double> by_unit;             // units x channels, conversions
  std::vector<double> value_by_unit;       // the same of value; empty without values
};

/// What happened by week (from Monday on) and channel; no weeks where no times are known, or they span centuries.
struct WeeklyTouches {
  std::int32_t first = 0;  // Monday of the first week
  std::size_t weeks = 0;
  std::vector<double> touches, cost;  // weeks x channels; cost empty without such a column
  std::vector<double> parts;          // equal parts of the conversions, on the weeks of their touches

  std::int32_t monday(std::size_t week) const { return first + 7 * static_cast<std::int32_t>(week); }
};

struct Journeys {
  std::vector<std::string> channels;  // in alphabetical order
  std::vector<std::uint32_t> steps;   // of all sequences, one after the other
  std::vector<std::size_t> offsets{0};
  std::vector<double> conversions, value, nulls;  // by sequence
  std::vector<Journey> journeys;                  // in the order of their units
  std::vector<double>
      unit_draws;  // how many independent draws a unit stands for: 1 for a user, n for a path seen n times
  bool has_times = false;
  bool has_value = false;
  AgedCredits aged;                     // when has_times
  std::vector<double> lag_conversions;  // by whole days from first touch to conversion; the last holds all longer ones
  std::vector<double> lag_value;
  WeeklyTouches weekly;
  std::vector<double> cost;                  // by channel, from the log; empty without such a column
  std::int32_t first_day = 0, last_day = 0;  // of the log
  double touches = 0, users = 0;
  double total_conversions = 0, total_value = 0, total_nulls = 0;

  std::size_t sequences() const { return conversions.size(); }
  Steps at(std::size_t sequence) const {
    return {steps.data() + offsets[sequence], offsets[sequence + 1] - offsets[sequence]};
  }
};

/// Gives equal sequences one number.
class SequenceIndex {
 public:
  explicit SequenceIndex(Journeys& journeys) : journeys_(journeys), slots_(1024, 0) {}
  /// Adds the sequence when it is new.
  std::uint32_t number_of(Steps steps);
  std::optional<std::uint32_t> find(Steps steps) const;

 private:
  /// The slot that holds the sequence, or the free one where it belongs.
  std::size_t slot_of(Steps steps, std::uint64_t hash) const;
  void grow();

  Journeys& journeys_;
  std::vector<std::uint32_t> slots_;  // sequence + 1, 0 when free
  std::vector<std::uint64_t> hashes_;
};

/// Adds a journey to its sequence, to the totals and to the list.
void add_journey(Journeys& journeys, const Journey& journey);

/// Makes a total value of 0 of what rounding leaves where values cancel out (0.1 + 0.2 - 0.3).
void settle_value(Journeys& journeys);

/// Orders the list by unit, keeping the order within one.
void sort_by_unit(Journeys& journeys);

/// Renumbers channels in alphabetical order and leaves out those that no journey has.
void order_channels(Journeys& journeys);

/// The channels of a sequence in the order of their first touch, each once.
std::vector<std::uint32_t> distinct_channels(Steps steps);

/// "A > B > C"; the middle of a long one is left out.
std::string path_text(const Journeys& journeys, Steps steps);

}  // namespace outlay::attribution
