// The action log: what was done, when, to what; names numbered as in the performance table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyses/impact/performance.h"

namespace outlay::impact {

enum class ActionType { negative, harvest, bid_change, bid_up, bid_down, visibility_boost, pause, unknown };
inline constexpr int known_types = 7;

std::string_view name_of(ActionType type);
/// Case, blanks and hyphens do not matter; `unknown` for anything else.
ActionType action_type_of(std::string_view text);
/// Whether the counterfactual of clicks and sales per click applies.
bool is_bid(ActionType type);

struct LoggedAction {
  std::uint32_t row = 0;  // in the table, from 0
  std::int32_t day = 0;   // `missing_day` when blank
  ActionType type = ActionType::unknown;
  std::int32_t campaign = no_name, group = no_name, text = no_name, match = no_name;
  bool names_group = false, names_text = false;
  double old_bid = 0, new_bid = 0;  // NaN when missing
  bool isolation = false;           // a negative that accompanies a harvest
};

/// What is doubtful in the log, found while reading it.
struct LogDoubts {
  std::size_t unknown_types = 0, without_date = 0, in_future = 0, before_data = 0, repeated = 0, unreadable_bids = 0,
              other_currency = 0;
  std::string_view first_unknown_type, first_unreadable_bid;
  std::uint32_t first_unknown_row = 0, first_unreadable_row = 0;
  std::string_view bid_currency, usual_currency;  // the first that differs, and what most bids state
};

struct ActionLog {
  std::vector<LoggedAction> actions;  // one a row, in file order
  LogDoubts doubts;
};

/// Names that the performance table does not have are added to its lists and match no row.
ActionLog read_log(const BoundTable& table, Performance& performance);

void report(const LogDoubts& doubts, const Table& table, const Performance& performance, Context& context);

InputSpec actions_input();

}  // namespace outlay::impact
