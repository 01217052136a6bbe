// budget/reallocate: how to split a budget between campaigns, within limits, and what that can be expected to gain.
//
// Formulas, assumptions and sources: README.md in this folder.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/analysis.h"

namespace outlay::budget::reallocate {

enum class Method { proportional, projected, linear, diminishing };
enum class Objective { conversions, revenue, profit, pltv };
enum class Distance { squares, divergence };
enum class Rates { observed, shrunk };
enum class Curves { automatic, elasticity };
enum class Pool { all, group };

/// Limits on what a group of campaigns gets together, in money.
struct GroupBounds {
  std::optional<double> min, max;
  void describe(Archive& a);
};

/// What a person decided about one campaign.
struct Edit {
  std::optional<double> budget;  // exactly this much
  std::optional<double> min, max;
  bool locked = false;  // stays at today's spend
  void describe(Archive& a);
};

struct Params {
  Method method = Method::linear;
  Objective objective = Objective::conversions;
  double margin = 1;
  std::optional<double> total_budget, min_total, max_total;
  std::optional<double> min_share, max_share, min_change, max_change;
  std::optional<double> min_viable_spend;
  std::map<std::string, GroupBounds> group_bounds;
  std::map<std::string, Edit> edits;
  std::optional<double> target_cpa, target_roas;
  double round_to = 0;
  Curves curves = Curves::automatic;
  double elasticity = 0.7;
  Distance distance = Distance::squares;
  Rates rates = Rates::observed;
  Pool pool = Pool::all;
  int recent_weeks = 8;
  int frontier_points = 21;
  int draws = 1000;
  int seed = 1;

  void describe(Archive& a);
};

/// One row a campaign, in the order of the data. NaN where there is no evidence.
struct CampaignTable {
  TextColumn campaign, group;
  NumberColumn cost, optimized_budget, budget_change;
  NumberColumn conversion_rate, cpc, conversions_per_dollar, spend_share, optimized_spend_share;
  NumberColumn expected_conversions, expected_conversions_optimized, efficiency_rank;
  NumberColumn marginal_cpa, marginal_value, min_budget, max_budget;
  TextColumn at_bound;
  NumberColumn shrunk_rate, elasticity;

  void describe(Archive& a);
};

struct GroupTable {
  TextColumn group;
  NumberColumn campaigns, cost, optimized_budget, budget_change, expected_conversions, expected_conversions_optimized;
  NumberColumn min_budget, max_budget;
  TextColumn at_bound;

  void describe(Archive& a);
};

/// The best that each total can bring.
struct FrontierTable {
  NumberColumn part_of_today, total_budget, conversions, value, bound, price, feasible;

  void describe(Archive& a);
};

/// count, mean, sample deviation, least, quartiles and largest of each ratio over the campaigns.
struct SummaryTable {
  TextColumn metric;
  NumberColumn count, mean, std, min, lower_quartile, median, upper_quartile, max;

  void describe(Archive& a);
};

struct Result {
  int campaigns = 0, no_evidence = 0, winners = 0, losers = 0, at_bounds = 0;
  double baseline_budget = 0, optimized_budget = 0, moved = 0;
  double baseline_conversions = 0, optimized_conversions = 0;
  double baseline_value = 0, optimized_value = 0;  // in units of the objective
  double lift = 0, lift_share = 0;                 // of the objective, at the rates as observed
  std::string verdict;                             // gain | as_good | loss | unknown
  double shrunk_lift = 0, shrunk_lift_share = 0, lift_low = 0, lift_high = 0, p_gain = 0, p_equal_rates = 0;
  double left_on_table = 0;
  double marginal_cpa = 0, price = 0;
  double bound = 0, gap = 0;
  int nodes = 0;
  double average_cpa = 0, average_roas = 0;
  CampaignTable campaign_table;
  GroupTable groups;
  FrontierTable frontier;
  SummaryTable summary;

  void describe(Archive& a);
};

About about();

/// Throws `bad_column` for what is missing, `infeasible` with the smallest conflict and the nearest relaxations,
/// `not_enough_data` when no campaign has evidence. O(n log n), and O(n * draws) up to 2 million draws in all, beyond
/// which sums of draws are drawn instead.
Result run(const Params& params, const Inputs& inputs, Context& context);

/// Why a campaign gets what it gets; `row` names the campaign, and its group where a name stands in several. O(n).
Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& row);

}  // namespace outlay::budget::reallocate
