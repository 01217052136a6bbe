// The controlled estimate: what each action changed, against untouched look-alikes over the same days.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/impact/clusters.h"
#include "analyses/impact/judge.h"
#include "analyses/impact/untouched.h"

namespace outlay::impact::decisions {

/// Why an action has no controlled figure, or whether the one it has stands out from chance.
enum class Finding {
  immature,
  not_located,
  unknown_type,
  nothing_before,
  too_little_history,
  earlier_action,
  too_few_controls,
  within_chance,
  stands_out
};

std::string_view name_of(Finding finding);

/// How an action's sales and spend make its effect: `sales * (change in sales) - price * (change in spend)`.
struct Contrast {
  double sales = 1;
  double price = 1;  // what a unit of spend is worth elsewhere; of bids: what it brought there before

  double of(double sales_change, double spend_change) const { return sales * sales_change - price * spend_change; }
};

struct Controlled {
  Finding finding = Finding::not_located;
  int controls = 0;
  Contrast contrast;
  double expected_sales, expected_spend;  // of the window after, had nothing been done; NaN without controls
  double effect;                          // in money; NaN without controls
  double pretrend;                        // the same a horizon earlier, when nothing had been done: NaN when unknown
  double placebo;                         // what the source's formula pays look-alikes of its size
  double shrunk_spc, shrunk_impact;       // NaN when they do not apply
  double p_value, q_value;
  double low, high;  // of the effect, at Params::confidence, from what chance does to untouched units; NaN when unknown

  bool has() const { return finding >= Finding::within_chance; }
};

struct Controls {
  std::vector<Controlled> actions;  // in the order of the judged ones
  Clusters clusters;                // of all actions and of the look-alikes they lean on
};

/// `clusters` comes with its kind set. O(rows + dates * units + actions * controls).
Controls compare_with_untouched(const Params& params, const Performance& performance,
                                const std::vector<LoggedAction>& log, const Judgement& judgement, Clusters clusters,
                                Context& context);

}  // namespace outlay::impact::decisions
