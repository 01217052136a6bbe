// How one adset's score came about, step by step, for the side panel of the page.
#include <algorithm>

#include "analyses/scoring/adset_names.h"
#include "analyses/scoring/explain_steps.h"

namespace outlay::scoring::adsets {
namespace {

// The row of a text column that holds the text; its size when none does.
std::size_t row_of(const TextColumn& column, const std::string& text) {
  std::size_t row = 0;
  while (row < column.codes.size() && column.at(row) != text) ++row;
  return row;
}

Adset find_adset(const Params& params, const BoundTable& table, const Result& result, const RowKey& key) {
  const auto id = key.find("adset_id");
  const std::vector<std::string>& ids = table.text("adset_id").dictionary;
  const auto found = id == key.end() ? ids.end() : std::find(ids.begin(), ids.end(), id->second);
  if (found == ids.end()) refuse_row(key);
  const auto code = static_cast<std::int32_t>(found - ids.begin());
  const AdsetWeeks only(table, code);
  Adset out;
  out.id = out.name = *found;
  out.as_of = result.as_of_week->days;
  out.weeks.resize(static_cast<std::size_t>(weeks_needed(params)));
  const std::int64_t latest =
      only.weeks_of(static_cast<std::size_t>(code), out.as_of, result.uplift_by_code, out.weeks);
  if (latest < 0) refuse_row(key);
  const AdsetNames names(table);
  const auto row = static_cast<std::size_t>(latest);
  if (AdsetNames::code(names.adset_name, row) >= 0) out.name = names.adset_name->at(row);
  const std::int32_t channel = AdsetNames::code(names.channel, row);
  if (channel >= 0) out.uplift = result.uplift_by_code[static_cast<std::size_t>(channel)];
  out.estimate = estimate(params, out.weeks);
  const auto prior = result.channel_priors.find(channel);
  if (prior != result.channel_priors.end()) out.prior = {prior->second, true};
  if (!out.estimate.dropped()) out.confidence = confidence(params, out.estimate, out.prior, out.uplift);
  return out;
}

}  // namespace

Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& key) {
  const Adset adset = find_adset(params, inputs.get("performance"), result, key);
  Explanation out{adset.name, {}};
  out.steps = {explain_weeks(params, adset), explain_gates(params, adset)};
  if (adset.estimate.dropped()) return out;
  const std::size_t row = row_of(result.adsets.adset_id, adset.id);
  out.steps.push_back(explain_window(params, adset));
  out.steps.push_back(explain_cac(params, adset));
  out.steps.push_back(explain_pltv(adset));
  out.steps.push_back(explain_interval(params, adset));
  out.steps.push_back(explain_score(params, adset, result, row));
  out.steps.push_back(explain_action(params, adset, result, row));
  return out;
}

}  // namespace outlay::scoring::adsets
