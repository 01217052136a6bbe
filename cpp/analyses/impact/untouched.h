// The units that nobody acted on around a date: what they did then tells what the market did.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analyses/impact/join.h"
#include "math/shrinkage.h"

namespace outlay::impact {

/// What a unit is: the same kind of thing as the action acted on.
enum class Universe { target, term, campaign, account_term };

/// A unit around a date.
struct Unit {
  std::int32_t number = 0, campaign = no_name, text = no_name;
  Around around;
  double exposure = 1;  // share of the window after that it was still untouched; `around.after` ends there
  double log_spend = 0, log_cpc = 0, log_roas = 0;  // of the window before; ROAS as far as it is to be believed
};

/// The untouched units at one date, by rising spend before it, and what is usual among all units then.
struct Pool {
  std::vector<Unit> units;
  double spread_spend = 1, spread_cpc = 1, spread_roas = 1;
  math::Credibility before, baseline;  // sales per click
};

/// All units of one universe, and when each was acted upon.
class Untouched {
 public:
  Untouched(const Performance& performance, const std::vector<LoggedAction>& actions, const std::vector<Joined>& joined,
            const Windows& windows, Universe universe);

  /// Units with clicks and spend before `day` that no action touched from the start of the window `pre` to `day`. One
  /// that is touched later counts until then: leaving it out would leave out what went badly afterwards. At most
  /// `most_units`, taken evenly.
  Pool pool(std::int32_t day) const;

  static constexpr std::size_t most_units = 4000;

 private:
  void touch(const std::vector<LoggedAction>& actions, const std::vector<Joined>& joined);
  /// The first day on or after `day` on which the unit was touched; the largest number when none.
  std::int32_t next_touch(std::int32_t unit, std::int32_t day) const;
  template <class Emit>
  void units_of_leaf(const Leaf& leaf, Emit emit) const;

  const Performance& performance_;
  const Windows windows_;
  const Universe universe_;
  const std::int32_t exact_;
  KeyIndex units_;
  std::vector<std::int32_t> campaigns_;  // by unit: that of its first row
  std::vector<Series> series_;           // one; made once the units are known
  std::vector<std::size_t> touch_offsets_;
  std::vector<std::int32_t> touch_days_;  // by unit, in rising order
};

/// The features of a unit by which look-alikes are chosen, from the window before alone.
void describe_unit(Unit& unit, const math::Credibility& usual);

}  // namespace outlay::impact
