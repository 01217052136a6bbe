// The steps that explain an adset's score; adset_explain.cpp puts them in order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyses/scoring/adset_weeks.h"
#include "analyses/scoring/adsets.h"
#include "analyses/scoring/confidence.h"
#include "analyses/scoring/estimate.h"
#include "core/explanation.h"

namespace outlay::scoring::adsets {

/// One adset as the steps tell of it.
struct Adset {
  std::string id, name;
  std::int32_t as_of = 0;
  double uplift = 1;        // of the channel of its latest row
  std::vector<Week> weeks;  // latest first
  Estimate estimate;
  Prior prior;
  Confidence confidence;
};

ExplainedStep explain_weeks(const Params& params, const Adset& adset);
ExplainedStep explain_gates(const Params& params, const Adset& adset);
ExplainedStep explain_window(const Params& params, const Adset& adset);
ExplainedStep explain_cac(const Params& params, const Adset& adset);
ExplainedStep explain_pltv(const Adset& adset);
ExplainedStep explain_interval(const Params& params, const Adset& adset);
/// `row` is the adset's in the result's table of adsets.
ExplainedStep explain_score(const Params& params, const Adset& adset, const Result& result, std::size_t row);
ExplainedStep explain_action(const Params& params, const Adset& adset, const Result& result, std::size_t row);

}  // namespace outlay::scoring::adsets
