// impact/bridge: why ROAS changed between two periods, without a residual.
#pragma once

#include <optional>

#include "analyses/impact/performance.h"
#include "core/analysis.h"

namespace outlay::impact::bridge {

enum class MixBy { campaign, match_type };

struct Params {
  std::optional<Day> as_of;  // the last day of the later period when that is not given
  int days = 28;             // length of both periods when they are not given
  std::optional<Day> earlier_from, earlier_to, later_from, later_to;
  MixBy mix_by = MixBy::campaign;

  void describe(Archive& a);
};

/// What each cause adds to ROAS. Effects of all rows add up to the change.
struct EffectTable {
  TextColumn effect;
  NumberColumn roas_points, sales_at_later_spend;  // the points times the spend of the later period

  void describe(Archive& a);
};

/// The same for each campaign (or match type); a row's effects add up to the change of its part of the account's ROAS.
struct PartTable {
  TextColumn name;
  NumberColumn spend_earlier, spend_later, roas_earlier, roas_later;
  NumberColumn mix, cost_per_click, conversion, order_value, unsplit, total;

  void describe(Archive& a);
};

struct Result {
  std::optional<Day> earlier_from, earlier_to, later_from, later_to;
  double roas_earlier = 0, roas_later = 0, roas_change = 0;
  double spend_earlier = 0, spend_later = 0, sales_earlier = 0, sales_later = 0;
  double mix = 0, cost_per_click = 0, conversion = 0, order_value = 0, unsplit = 0;
  EffectTable effects;
  PartTable parts;

  void describe(Archive& a);
};

About about();

/// Throws `bad_param` for periods that overlap or are reversed and `not_enough_data` when one has no spend. O(rows).
Result run(const Params& params, const Inputs& inputs, Context& context);

}  // namespace outlay::impact::bridge
