// The steps that explain an action's figures; decision_explain.cpp puts them in order.
#pragma once

#include <string>

#include "analyses/impact/look_alikes.h"
#include "core/explanation.h"

namespace outlay::impact::decisions {

/// One action as the steps tell of it. What was shown is taken from the result; what led to it is worked out again.
struct Told {
  const Params& params;
  const Performance& performance;
  const Judgement& judgement;
  const Result& result;
  std::size_t row;  // in the log and in the result's table of actions

  const Judged& action() const { return judgement.actions[row]; }
  const ActionTable& shown() const { return result.action_table; }
  Finding finding() const;
  bool has_control() const { return finding() >= Finding::within_chance; }
};

ExplainedStep explain_rows(const Told& told);
ExplainedStep explain_carried_out(const Told& told);
ExplainedStep explain_formula(const Told& told);
ExplainedStep explain_guardrails(const Told& told);
ExplainedStep explain_look_alikes(const Told& told);
ExplainedStep explain_controlled(const Told& told);
ExplainedStep explain_placebo(const Told& told);
ExplainedStep explain_trust(const Told& told);

}  // namespace outlay::impact::decisions
