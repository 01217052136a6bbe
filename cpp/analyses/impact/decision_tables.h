// The result tables of impact/decisions, filled from what was judged and compared.
#pragma once

#include "analyses/impact/control.h"
#include "analyses/impact/decisions.h"

namespace outlay::impact::decisions {

/// Everything that the tables are made from.
struct Findings {
  const Params& params;
  const Performance& performance;
  const BoundTable& log_table;
  const Judgement& judgement;
  const Controls& controls;
};

void fill_actions(const Findings& findings, ActionTable& out);
void fill_totals(const Findings& findings, TotalTable& out);
void fill_timeline(const Findings& findings, TimelineTable& out);

}  // namespace outlay::impact::decisions
