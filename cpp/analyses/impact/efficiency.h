// impact/efficiency: which parts of the account earn more than their share of spend.
#pragma once

#include <optional>

#include "analyses/impact/efficiency_tables.h"
#include "core/analysis.h"

namespace outlay::impact::efficiency {

struct Params {
  std::optional<Day> as_of;
  SegmentBy segment_by = SegmentBy::match_type;
  Aims aims;

  void describe(Archive& a);
};

struct Result {
  std::optional<Day> first_data_date, latest_data_date;
  double spend = 0, sales = 0, roas = 0;
  double efficient_spend = 0, spend_efficiency_pct = 0;
  double amplifier_spend = 0, balanced_spend = 0, review_spend = 0, drag_spend = 0;
  int stars = 0, scale_potential = 0, profit_potential = 0, cut = 0;
  double cut_spend = 0;
  SegmentTable segments;
  QuadrantTable quadrants;

  void describe(Archive& a);
};

About about();

/// Throws `not_enough_data` when no row is left. O(rows).
Result run(const Params& params, const Inputs& inputs, Context& context);

}  // namespace outlay::impact::efficiency
