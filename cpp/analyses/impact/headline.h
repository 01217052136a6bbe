// The headline figures of a run: what the source counts, what holds against a control, and which to trust.
#pragma once

#include "analyses/impact/decision_tables.h"

namespace outlay::impact::decisions {

/// Sums of the judged actions by cluster, an interval and a p-value for each. Streams of the generator differ by name.
struct Uncertain {
  double value = 0, low = 0, high = 0, p_value = 0;
};

Uncertain uncertain(const Params& params, const std::vector<double>& clusters, double level, const char* stream);

/// The sums by cluster of `value(action, controlled)` over all actions; what it leaves out it answers with 0.
template <class Value>
std::vector<double> by_cluster(const Findings& findings, Clusters& clusters, Value value) {
  std::vector<double> out;
  for (std::size_t i = 0; i < findings.judgement.actions.size(); ++i) {
    const Judged& j = findings.judgement.actions[i];
    const std::size_t cluster = clusters.of(j.action.campaign, j.action.text);
    if (cluster >= out.size()) out.resize(cluster + 1, 0.0);
    out[cluster] += value(j, findings.controls.actions[i]);
  }
  return out;
}

void fill_headline(const Findings& findings, Result& out);
void report_doubts(const Findings& findings, const Result& result, Context& context);

}  // namespace outlay::impact::decisions
