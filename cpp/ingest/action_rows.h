// Conversions in rows, one for each action, brought to one row for each ad and day with a column for each action.
#pragma once

#include <optional>
#include <vector>

#include "ingest/platforms/actions.h"
#include "ingest/table_builder.h"

namespace outlay::ingest {

/// The columns of a table of conversion actions, by number.
struct ActionLayout {
  struct Measure {
    std::size_t column = 0;
    bool is_money = false;
    bool is_assumed = false;  // nothing but the figures tells whether they count or are money
  };
  std::size_t type = 0;
  std::vector<Measure> measures;
  std::vector<std::size_t> keys;     // texts and dates
  std::vector<std::size_t> windows;  // passed over: the measure again
  std::vector<std::size_t> figures;  // of the ad, repeated beside each of its actions
};

/// None when the table is not one row for each action.
std::optional<ActionLayout> action_layout(const ReadTable& read);

/// One row for each key, in the order of their first rows: the keys, `orders`, `revenue`, `leads` where a family of
/// actions has them, the ad's own figures, a column for each action and measure. Of actions that are the same events
/// one is taken for the role and none are added. A figure of the ad counts once where its action rows repeat it, and is
/// added up, with a notice, where they differ; rates are left out then. Notices: `actions_pivoted` {rows, actions}
/// {column, measure, left_out}, `action_taken` {unseen} {role, taken, passed_over}, `action_unknown`,
/// `action_measure_assumed` {column, measure}, `action_nameless` {rows}, `action_rows_added` {rows},
/// `action_figures_added` {column}, `actions_left_out` {actions}. O(rows x columns).
ReadTable pivot_actions(const ReadTable& read, const ActionLayout& layout);

}  // namespace outlay::ingest
