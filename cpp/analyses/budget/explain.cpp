// How one campaign's budget came about, step by step, for the side panel of the page.
#include <algorithm>

#include "analyses/budget/explain_steps.h"

namespace outlay::budget::reallocate {
namespace {

std::size_t find_row(const CampaignTable& table, const RowKey& key) {
  const auto campaign = key.find("campaign"), group = key.find("group");
  if (campaign == key.end()) refuse_row(key);
  for (std::size_t row = 0; row < table.cost.size(); ++row) {
    if (table.campaign.at(row) != campaign->second) continue;
    if (group == key.end() || table.group.at(row) == group->second) return row;
  }
  refuse_row(key);
}

}  // namespace

Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& key) {
  const std::size_t row = find_row(result.campaign_table, key);
  Context context;
  const Campaigns campaigns = gather_campaigns(params, inputs.get("campaigns"), context);
  Params certain = params;
  certain.draws = std::max(1, params.draws);
  const Model model = make_model(certain, campaigns, context);
  const Limits limits = build_limits(params, campaigns);
  const Chosen chosen{params, campaigns, model, limits, result, row};
  Explanation out{std::string(campaigns.name.at(row)), {explain_change(chosen), explain_evidence(chosen)}};
  if (!campaigns.has_evidence[row]) return out;
  out.steps.push_back(explain_response(chosen));
  out.steps.push_back(explain_limits(chosen));
  out.steps.push_back(explain_price(chosen));
  if (model.exposure[row] > 0) out.steps.push_back(explain_certainty(chosen));
  return out;
}

}  // namespace outlay::budget::reallocate
