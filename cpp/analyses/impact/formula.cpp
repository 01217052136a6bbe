// Words and two decimals.
#include "analyses/impact/formula.h"

#include <cmath>
#include <cstdio>

namespace outlay::impact::decisions {
namespace {

std::string two(double value) {
  char text[40];
  // Rounded first, so that no figure reads -0.00.
  std::snprintf(text, sizeof text, "%.2f", std::round(value * 100) / 100 + 0.0);
  return text;
}

std::string of_bid(const Judged& j) {
  if (std::isnan(j.expected_sales)) return "no clicks before";
  return two(j.after.sales) + " sales - " + two(j.after.spend) + " spend / " + two(j.before_cpc) + " a click x " +
         two(j.baseline_spc) + " sales a click";
}

std::string eliminated(const Judged& j) {
  return "(" + two(j.after.sales) + " - " + two(j.before.sales) + ") sales - (" + two(j.after.spend) + " - " +
         two(j.before.spend) + ") spend";
}

}  // namespace

std::string formula_of(const Params& params, const Judged& j) {
  if (!j.located() || j.action.type == ActionType::unknown) return "";
  std::string text;
  if (j.action.type == ActionType::negative) {
    text = j.action.isolation ? "isolates a harvest" : two(j.before.spend) + " spend before";
  } else if (j.action.type == ActionType::harvest) {
    text = two(params.harvest_lift) + " x (" + two(j.join.term.after.sales) + " - " +
           two(j.join.term.before.sales * j.scale) + ") sales of the term";
  } else if (j.uses_elimination) {
    text = eliminated(j);
  } else {
    text = j.action.type == ActionType::pause ? "still spends" : of_bid(j);
  }
  text += " = " + two(j.raw_impact);
  return j.weight == 1 ? text : text + ", x " + two(j.weight) + " weight = " + two(j.impact);
}

}  // namespace outlay::impact::decisions
