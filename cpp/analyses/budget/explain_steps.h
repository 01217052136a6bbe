// The steps that explain a campaign's budget; explain.cpp puts them in order.
#pragma once

#include "analyses/budget/limits.h"
#include "analyses/budget/model.h"
#include "core/explanation.h"

namespace outlay::budget::reallocate {

/// One campaign as the steps tell of it. `model` holds posteriors whatever the parameters leave out.
struct Chosen {
  const Params& params;
  const Campaigns& campaigns;
  const Model& model;
  const Limits& limits;
  const Result& result;
  std::size_t at;  // its row in all of them

  const CampaignTable& table() const { return result.campaign_table; }
  double budget() const { return table().optimized_budget[at]; }
  double cost() const { return campaigns.cost[at]; }
};

ExplainedStep explain_evidence(const Chosen& chosen);
ExplainedStep explain_response(const Chosen& chosen);
ExplainedStep explain_limits(const Chosen& chosen);
ExplainedStep explain_price(const Chosen& chosen);
ExplainedStep explain_change(const Chosen& chosen);
ExplainedStep explain_certainty(const Chosen& chosen);

}  // namespace outlay::budget::reallocate
