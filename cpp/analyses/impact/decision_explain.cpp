// How the figures of one action came about, step by step, for the side panel of the page.
#include <cmath>

#include "analyses/impact/explain_steps.h"
#include "core/number.h"

namespace outlay::impact::decisions {
namespace {

std::size_t row_of(const RowKey& key, const Result& result) {
  const auto row = key.find("row");
  const std::optional<double> number = row == key.end() ? std::nullopt : parse_number(row->second);
  const bool is_there = number && *number >= 1 && *number <= static_cast<double>(result.action_table.row.size()) &&
                        *number == std::floor(*number);
  if (!is_there) refuse_row(key);
  return static_cast<std::size_t>(*number) - 1;
}

std::string title_of(const Told& told) {
  constexpr const char* types[] = {"Negative", "Harvest",          "Bid change", "Bid up",
                                   "Bid down", "Visibility boost", "Pause",      "Unknown type"};
  const ActionTable& shown = told.shown();
  const std::string target(shown.target_text.at(told.row)), campaign(shown.campaign_name.at(told.row));
  const std::string on = target.empty() ? campaign : target;
  return types[static_cast<int>(told.action().action.type)] + (on.empty() ? std::string() : ": " + on);
}

}  // namespace

Finding Told::finding() const {
  const std::string_view name = shown().finding.at(row);
  int finding = 0;
  while (name_of(static_cast<Finding>(finding)) != name) ++finding;
  return static_cast<Finding>(finding);
}

Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& key) {
  const std::size_t row = row_of(key, result);
  Performance performance(inputs.get("performance"), params.as_of, params.grain);
  const ActionLog log = read_log(inputs.get("actions"), performance);
  const Judgement judgement = judge(params, performance, log.actions, params.horizon_days);
  const Told told{params, performance, judgement, result, row};
  Explanation out{title_of(told), {explain_rows(told)}};
  if (told.action().located() && told.action().action.type != ActionType::unknown)
    out.steps.insert(out.steps.end(), {explain_carried_out(told), explain_formula(told), explain_guardrails(told)});
  out.steps.push_back(explain_look_alikes(told));
  if (told.has_control()) {
    out.steps.push_back(explain_controlled(told));
    out.steps.push_back(explain_placebo(told));
  }
  out.steps.push_back(explain_trust(told));
  return out;
}

}  // namespace outlay::impact::decisions
