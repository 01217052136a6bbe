// The A/A test of impact/decisions: accounts where no action does anything, and accounts where each does something
// known.
#include <cmath>
#include <iomanip>
#include <limits>
#include <string>

#include "analyses/impact/decisions.h"
#include "made_up_account.h"
#include "study.h"

namespace outlay::calibration {
namespace {

using impact::decisions::Params;
using impact::decisions::Result;

// What an estimate does over many accounts, against a truth that may differ by account.
struct Tally {
  const char* name;
  double n = 0, sum = 0, squares = 0, truth = 0, covers = 0, finds = 0;

  void add(double value, double low, double high, double true_value) {
    const double miss = value - true_value;
    ++n;
    sum += miss;
    squares += miss * miss;
    truth += true_value;
    covers += low <= true_value && true_value <= high;
    finds += low > 0 || high < 0;
  }
  double bias() const { return sum / n; }
  double error() const { return std::sqrt((squares / n - bias() * bias()) / n); }
  double coverage() const { return 100 * covers / n; }
};

Result measure(const MadeUpAccount& account, std::uint64_t seed) {
  Params params;
  params.compare_horizons = false;
  params.draws = 1000;
  params.seed = static_cast<int>(seed);
  RoleColumns performance, actions{{"action_date", "date"}};
  for (const Column& column : account.performance.columns) performance[column.name] = column.name;
  for (const Column& column : account.actions.columns) {
    if (column.name != "date") actions[column.name] = column.name;
  }
  const std::vector<InputSpec> specs = impact::decisions::about().inputs;
  Inputs inputs;
  inputs.add("performance", BoundTable(specs[0], account.performance, performance));
  inputs.add("actions", BoundTable(specs[1], account.actions, actions));
  Context context;
  return run(params, inputs, context);
}

// The true effect of each action in the terms of the controlled estimate; NaN for one that has none.
std::vector<double> truths_of(const MadeUpAccount& account, const AccountPlan& plan, const Result& result) {
  std::vector<double> truths;
  for (std::size_t i = 0; i < account.truth.size(); ++i) {
    const double price = result.action_table.spend_price[i];
    truths.push_back(account.truth[i].sales * (plan.sales_effect - 1) -
                     price * account.truth[i].spend * (plan.spend_effect - 1));
  }
  return truths;
}

struct Outcome {
  Tally source{"decision formula"}, same{"decision formula, same actions"}, shrunk{"with steadied sales per click"};
  Tally placebo{"paid to look-alikes"}, controlled{"controlled"}, pretrend{"controlled, a horizon earlier"};
  Tally single{"controlled, a single action"};
  double actions = 0, counted = 0, compared = 0, spend = 0;
  double stand_out = 0, accounts_with_any = 0;  // single actions that are marked as more than chance
};

Outcome try_accounts(const AccountPlan& plan, int runs, std::uint64_t offset) {
  Outcome out;
  for (int r = 0; r < runs; ++r) {
    const std::uint64_t seed = offset + static_cast<std::uint64_t>(r);
    const MadeUpAccount account = make_up_account(plan, seed);
    const Result result = measure(account, seed);
    const std::vector<double> truths = truths_of(account, plan, result);
    double truth = 0;
    for (double of_action : truths) truth += std::isnan(of_action) ? 0 : of_action;
    const double none = std::numeric_limits<double>::quiet_NaN();
    const impact::decisions::ActionTable& table = result.action_table;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      if (!std::isnan(table.controlled_low[i]))
        out.single.add(table.controlled_impact[i], table.controlled_low[i], table.controlled_high[i], truths[i]);
    }
    out.source.add(result.net_impact, result.net_low, result.net_high, truth);
    out.same.add(result.source_same_actions, none, none, truth);
    out.shrunk.add(result.shrunk_net, result.shrunk_low, result.shrunk_high, truth);
    out.placebo.add(result.placebo_net, none, none, 0);
    out.controlled.add(result.controlled_net, result.controlled_low, result.controlled_high, truth);
    out.pretrend.add(result.pretrend_net, result.pretrend_low, result.pretrend_high, 0);
    out.actions += result.actions / static_cast<double>(runs);
    out.counted += result.counted / static_cast<double>(runs);
    out.compared += result.controlled_actions / static_cast<double>(runs);
    out.spend += result.managed_spend / runs;
    out.stand_out += result.discoveries / static_cast<double>(runs);
    out.accounts_with_any += (result.discoveries > 0) / static_cast<double>(runs);
  }
  return out;
}

void print(std::ostream& out, const char* title, const Outcome& o) {
  out << std::fixed << std::setprecision(1) << "### " << title << "\n\nPer account on average: " << o.actions
      << " actions, " << o.counted << " counted by the decision formula, " << o.compared << " with look-alikes; spend "
      << o.spend << "; true effect " << o.controlled.truth / o.controlled.n
      << ". Marked as standing out: " << o.stand_out << " actions, in " << 100 * o.accounts_with_any
      << "% of accounts.\n\n"
      << "| estimate | bias per account | its standard error | bias / error | interval holds the truth | interval "
         "leaves out 0 |\n|---|--:|--:|--:|--:|--:|\n";
  for (const Tally* t : {&o.source, &o.same, &o.shrunk, &o.placebo, &o.controlled, &o.pretrend, &o.single}) {
    const bool has_interval = t->covers > 0;
    out << "| " << t->name << " | " << t->bias() << " | " << t->error() << " | " << t->bias() / t->error() << " | ";
    if (has_interval) {
      out << t->coverage() << "% | " << 100 * t->finds / t->n << "% |\n";
    } else {
      out << "| |\n";
    }
  }
  out << "\n";
}

bool is_right(const Tally& t) { return std::abs(t.bias()) <= 2 * t.error(); }

}  // namespace

bool run_impact_study(std::ostream& out, int runs) {
  const AccountPlan nothing;
  AccountPlan always, something;
  always.act = 1;
  something.sales_effect = 1.3;
  something.spend_effect = 0.9;
  const Outcome aa = try_accounts(nothing, runs, 1);
  print(out, "No action does anything; half of what looks extreme is acted upon", aa);
  const Outcome all = try_accounts(always, runs, 100001);
  print(out, "No action does anything; all that looks extreme is acted upon", all);
  const Outcome known = try_accounts(something, runs, 200001);
  print(out, "Each action brings 30% more sales for 10% less spend", known);
  const bool source_is_biased = std::abs(aa.source.bias()) > 5 * aa.source.error();
  // A short run cannot tell a coverage that closely.
  const double slack = runs >= 1000 ? 4 : 4 + 200 * std::sqrt(0.16 / runs);
  const bool is_calibrated = std::abs(aa.controlled.coverage() - 80) <= slack;
  // Effects that differ between campaigns make the interval wider than the miss: it may hold the truth too often.
  const bool finds = known.controlled.finds / known.controlled.n > 0.5 && known.controlled.coverage() >= 80 - slack;
  // Where nothing was done every action that stands out is a false finding: in at most the share that is allowed.
  const bool is_sparing = aa.accounts_with_any <= Params{}.false_discovery;
  const bool single_holds = std::abs(aa.single.coverage() - 80) <= slack;
  return source_is_biased && is_right(aa.controlled) && is_calibrated && single_holds && is_right(known.controlled) && finds &&
         is_sparing;
}

}  // namespace outlay::calibration
