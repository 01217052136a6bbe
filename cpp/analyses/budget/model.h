// What a plan is judged by: the response of each campaign, what a conversion is worth, and how sure its rate is.
#pragma once

#include <vector>

#include "analyses/budget/campaigns.h"
#include "math/rates.h"

namespace outlay::budget::reallocate {

struct Model {
  std::vector<math::Curve> response;  // conversions by spend, at the rates the plan is made with
  std::vector<math::Curve> observed;  // the same at the rates as observed
  std::vector<double> worth;          // of a conversion, in units of the objective
  std::vector<double> revenue;        // of a conversion; 0 without a revenue column
  double unit_cost = 0;               // what a dollar spent takes from the objective

  // Evidence: counts and exposure (spend) behind the rate, after dispersion; 0 exposure for a curve that is given.
  std::vector<double> count, exposure, rate, shrunk_rate, elasticity, elasticity_deviation;
  std::vector<int> pool;  // which posterior is the campaign's
  std::vector<math::RatePosterior> posteriors;

  double conversions(const std::vector<math::Curve>& curves, const std::vector<double>& budget) const;
  /// In units of the objective.
  double value(const std::vector<math::Curve>& curves, const std::vector<double>& budget) const;
  /// What `value` adds up, before costs: the scale of its rounding errors.
  double size(const std::vector<double>& budget) const;
};

Model make_model(const Params& params, const Campaigns& campaigns, Context& context);

}  // namespace outlay::budget::reallocate
