// Filling the result tables from a plan.
#pragma once

#include "analyses/budget/plan.h"

namespace outlay::budget::reallocate {

void fill_campaigns(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                    const Plan& plan, Result& out);
void fill_groups(const Campaigns& campaigns, const Model& model, const Limits& limits, const Plan& plan,
                 GroupTable& out);
void fill_summary(const CampaignTable& campaigns, SummaryTable& out);
/// A total without a plan within the limits has no figures.
void add_frontier_point(const Model& model, double part, double total, const Plan* plan, FrontierTable& out);

}  // namespace outlay::budget::reallocate
