// A market without chance for tests: 48 targets that all grow alike, and logs of what was done to them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyses/impact/decisions.h"

namespace outlay::impact::decisions::support {

inline constexpr int first_day = 20000, days = 80, action_day = 50;

/// 48 targets in 12 campaigns; sizes differ, all grow by half over the period. `stopped` has nothing from `action_day`.
inline Table market(int stopped, double factor) {
  Table table;
  DayColumn date;
  TextColumn campaign, target;
  NumberColumn clicks, spend, sales;
  for (int t = 0; t < 48; ++t) {
    if (t % 4 == 0) campaign.dictionary.push_back("c" + std::to_string(t / 4));
    target.dictionary.push_back("t" + std::to_string(t));
    for (int day = 0; day < days; ++day) {
      const double acted = t == stopped && day >= action_day ? factor : 1;
      const double size = (5 + t % 7) * (1 + 0.5 * day / days) * acted;
      date.days.push_back(first_day + day);
      campaign.codes.push_back(t / 4);
      target.codes.push_back(t);
      clicks.push_back(size);
      spend.push_back(size * (0.5 + 0.1 * (t % 3)));
      sales.push_back(size * (2 + t % 5));
    }
  }
  table.rows = date.days.size();
  table.columns.push_back({"date", std::move(date), {}});
  table.columns.push_back({"campaign_name", std::move(campaign), {}});
  table.columns.push_back({"keyword", std::move(target), {}});
  table.columns.push_back({"clicks", std::move(clicks), {}});
  table.columns.push_back({"spend", std::move(spend), {}});
  table.columns.push_back({"revenue", std::move(sales), {}});
  return table;
}

inline Table log_of(std::vector<std::pair<int, std::string>> actions) {
  Table table;
  DayColumn date;
  TextColumn type, campaign, target;
  for (const auto& [t, name] : actions) {
    date.days.push_back(first_day + action_day);
    const auto code = static_cast<std::int32_t>(type.codes.size());
    for (TextColumn* column : {&type, &campaign, &target}) column->codes.push_back(code);
    type.dictionary.push_back(name);
    campaign.dictionary.push_back("C" + std::to_string(t / 4));
    target.dictionary.push_back(" T" + std::to_string(t));
  }
  table.rows = actions.size();
  table.columns.push_back({"action_date", std::move(date), {}});
  table.columns.push_back({"action_type", std::move(type), {}});
  table.columns.push_back({"campaign_name", std::move(campaign), {}});
  table.columns.push_back({"keyword", std::move(target), {}});
  return table;
}

inline Inputs inputs_of(const Table& performance, const Table& actions) {
  const std::vector<InputSpec> specs = about().inputs;
  const auto own_roles = [](const Table& table) {
    RoleColumns roles;
    for (const Column& column : table.columns) roles[column.name] = column.name;
    return roles;
  };
  Inputs inputs;
  inputs.add("performance", BoundTable(specs[0], performance, own_roles(performance)));
  inputs.add("actions", BoundTable(specs[1], actions, own_roles(actions)));
  return inputs;
}

inline Result measure(const Table& performance, const Table& actions, const Params& params = {}) {
  Context context;
  return run(params, inputs_of(performance, actions), context);
}

}  // namespace outlay::impact::decisions::support
