// Was it carried out, what the decision formula makes of it, and which guardrails it met.
#include <cmath>

#include "analyses/impact/explain_steps.h"
#include "analyses/impact/thresholds.h"

namespace outlay::impact::decisions {
namespace {

const char* yes_or_no(bool value) { return value ? "yes" : "no"; }

class Checks {
 public:
  Checks(const char* what, const char* needed) {
    table_.columns = {{"check", what}, {"found", "Found", "row"}, {"needed", needed, "row"}, {"holds", "Met"}};
  }
  void add(const char* name, Json found, Json needed, const char* unit, bool holds) {
    table_.rows.push_back({name, std::move(found), std::move(needed), yes_or_no(holds)});
    table_.units.push_back(unit);
  }
  void mark(std::size_t row) { table_.marked.push_back(row); }
  std::size_t rows() const { return table_.rows.size(); }
  ExplainedTable take() { return std::move(table_); }

 private:
  ExplainedTable table_;
};

double daily_fall(double before, int before_days, double after, int after_days) {
  return before > 0 ? 1 - (after / after_days) / (before / before_days) : std::nan("");
}

double own_fall(const Judged& j) {
  return daily_fall(j.join.found.before.spend, j.before_days, j.after.spend, j.after_days);
}

void check_negative(const Told& told, Checks& checks, ExplainedStep& step) {
  const Judged& j = told.action();
  const Windows& w = told.judgement.windows;
  const double account = daily_fall(told.performance.account_spend(w.before_of(j.action.day)), j.before_days,
                                    told.performance.account_spend(w.after_of(j.action.day)), j.after_days);
  const double points = 100 * (own_fall(j) - account);
  checks.add("Spend after is nothing", j.after.spend, 0.0, "money", j.after.spend == 0);
  checks.add("Or its daily spend fell by this many points more than the account's, at least", points,
             told.params.negative_drop_points, "count", reaches(points, told.params.negative_drop_points));
  step.numbers = {{"fell", "fall of its daily spend", own_fall(j), "share"},
                  {"account_fell", "fall of the account's", account, "share"},
                  {"points", "points", points, "count"}};
}

void check_harvest(const Told& told, Checks& checks, ExplainedStep& step) {
  const Judged& j = told.action();
  const double fell = own_fall(j);
  checks.add("Spend of the source after is nothing", j.after.spend, 0.0, "money", j.after.spend == 0);
  checks.add("Or its daily spend fell by at least", fell, told.params.near_complete, "share",
             reaches(fell, told.params.near_complete));
  step.numbers = {{"fell", "fall of the source's daily spend", fell, "share"}};
}

void check_bid(const Told& told, Checks& checks, ExplainedStep& step) {
  const Judged& j = told.action();
  const Params& p = told.params;
  const bool down = j.direction == Direction::down;
  checks.add("Lowered or paused, and spend after is nothing", j.after.spend, 0.0, "money", down && j.after.spend == 0);
  const double off = std::abs(j.after_cpc / j.action.new_bid - 1);
  const double moved = j.before_cpc > 0 ? j.after_cpc / j.before_cpc - 1 : std::nan("");
  if (j.action.type != ActionType::pause) {
    checks.add("Or the cost per click is this close to the new bid", off, p.cpc_tolerance, "share",
               reaches(p.cpc_tolerance, off));
    checks.add(down ? "Or the cost per click fell by more than" : "Or the cost per click rose by more than",
               down ? -moved : moved, p.direction_threshold, "share",
               j.direction != Direction::none && exceeds(down ? -moved : moved, p.direction_threshold));
  }
  step.numbers = {{"new_bid", "new bid", j.action.new_bid, "money"},
                  {"before_cpc", "cost per click before", j.before_cpc, "money"},
                  {"after_cpc", "cost per click after", j.after_cpc, "money"}};
}

// The check of the table that decided.
std::size_t decisive(Verdict verdict) {
  if (verdict == Verdict::directional_match) return 2;
  return verdict == Verdict::normalized_match || verdict == Verdict::harvested_near ||
         verdict == Verdict::cpc_validated;
}

void formula_of_bid(const Judged& j, ExplainedStep& step) {
  step.text =
      "What the spend after would have brought at the cost per click and the sales per click from before is what was "
      "to "
      "be expected.";
  if (std::isnan(j.expected_sales)) {
    step.text = "It had no clicks before, so that nothing can be expected of it: its impact is 0.";
    return;
  }
  step.formula =
      "{expected_clicks} = {after_spend} / {before_cpc}\n"
      "{expected_sales} = {expected_clicks} x {baseline_spc}\n"
      "{raw_impact} = {after_sales} - {expected_sales}";
  step.numbers = {{"expected_clicks", "clicks expected", j.after.spend / j.before_cpc, "count"},
                  {"after_spend", "spend after", j.after.spend, "money"},
                  {"before_cpc", "cost per click before", j.before_cpc, "money"},
                  {"expected_sales", "sales expected", j.expected_sales, "money"},
                  {"baseline_spc", j.capped ? "sales per click, capped" : "sales per click of the baseline",
                   j.baseline_spc, "money"},
                  {"after_sales", "sales after", j.after.sales, "money"}};
}

void formula_of_rest(const Told& told, ExplainedStep& step) {
  const Judged& j = told.action();
  if (j.action.type == ActionType::negative) {
    step.text = j.action.isolation
                    ? "Its reason names a harvest: it only isolates that, and is given nothing itself."
                    : "It is given the spend that it stopped. The sales that went with it are not charged.";
    if (!j.action.isolation) step.formula = "{raw_impact} = {before_spend}";
    step.numbers = {{"before_spend", "spend before", j.before.spend, "money"}};
  } else if (j.action.type == ActionType::harvest) {
    step.text = "It is given a part of the term's extra sales in the whole account.";
    step.formula = "{raw_impact} = {lift} x ({after_sales} - {before_sales})";
    step.numbers = {{"lift", "part given", told.params.harvest_lift, "share"},
                    {"after_sales", "the term's sales after", j.join.term.after.sales, "money"},
                    {"before_sales", "before", j.join.term.before.sales * j.scale, "money"}};
  } else if (j.uses_elimination) {
    step.text = "Nothing is spent on it any more: it is given the spend saved and charged the sales lost.";
    step.formula = "{raw_impact} = ({after_sales} - {before_sales}) - ({after_spend} - {before_spend})";
    step.numbers = {{"after_sales", "sales after", j.after.sales, "money"},
                    {"before_sales", "sales before", j.before.sales, "money"},
                    {"after_spend", "spend after", j.after.spend, "money"},
                    {"before_spend", "spend before", j.before.spend, "money"}};
  } else {
    step.text = "It was paused, but still spends: its impact is 0.";
  }
}

const char* outcome_words(Tag tag) {
  switch (tag) {
    case Tag::offensive_win:
      return " Offensive Win: sales were to rise or hold, and did better.";
    case Tag::defensive_win:
      return " Defensive Win: sales were to fall and fell less, or waste was stopped.";
    case Tag::gap:
      return " Gap: sales were to rise and did not as far, or nothing came of it.";
    case Tag::market_drag:
      return " Market Drag: sales were to fall and fell further; that is the market's doing, and not counted.";
    default:
      return "";
  }
}

const char* counted_words(Exclusion excluded) {
  switch (excluded) {
    case Exclusion::none:
      return "It counts.";
    case Exclusion::immature:
      return "It does not count yet: its horizon and the attribution buffer have not passed.";
    case Exclusion::unverified:
      return "It does not count: the data cannot show whether it was carried out.";
    case Exclusion::not_implemented:
      return "It does not count: it does not look carried out.";
    default:
      return "It does not count.";
  }
}

}  // namespace

ExplainedStep explain_carried_out(const Told& told) {
  const Judged& j = told.action();
  ExplainedStep step{"carried_out", "Was it carried out?", "", "", {}, {}, {}};
  step.text = j.validated                        ? "It looks carried out: " + j.status() + "."
              : j.verdict == Verdict::unverified ? "That cannot be told: there is nothing to compare with."
                                                 : "It does not look carried out: " + j.status() + ".";
  Checks checks("Sign of it", "Asked for");
  if (j.action.type == ActionType::negative) {
    check_negative(told, checks, step);
  } else if (j.action.type == ActionType::harvest) {
    check_harvest(told, checks, step);
  } else {
    check_bid(told, checks, step);
  }
  if (j.validated) checks.mark(decisive(j.verdict));
  step.table = checks.take();
  return step;
}

ExplainedStep explain_formula(const Told& told) {
  const Judged& j = told.action();
  ExplainedStep step{"formula", "The decision formula", "", "", {}, {}, {}};
  if (is_bid(j.action.type) && !j.uses_elimination) {
    formula_of_bid(j, step);
  } else {
    formula_of_rest(told, step);
  }
  step.numbers.push_back({"raw_impact", "impact before weight", j.raw_impact, "money"});
  step.numbers.push_back({"impact", "impact", j.impact, "money"});
  step.numbers.push_back({"weight", "weight", j.weight, "share"});
  if (j.weight != 1)
    step.formula += (step.formula.empty() ? "" : "\n") + std::string("{impact} = {raw_impact} x {weight}");
  return step;
}

ExplainedStep explain_guardrails(const Told& told) {
  const Judged& j = told.action();
  const Params& p = told.params;
  ExplainedStep step{"guardrails", "Guardrails", counted_words(j.excluded), "", {}, {}, {}};
  step.text += outcome_words(j.tag);
  Checks checks("Guardrail", "Bound");
  const double age = told.performance.last_day() - j.action.day + 1;
  checks.add("Days since, at least", age, static_cast<double>(p.horizon_days + p.attribution_buffer_days), "count",
             j.mature);
  checks.add("Looks carried out", yes_or_no(j.validated), "yes", "", j.validated);
  const bool weighed = j.action.type != ActionType::negative && j.action.type != ActionType::harvest;
  if (weighed) {
    const double clicks = j.unscaled_clicks();
    checks.add("Clicks before, else impact 0", clicks, p.min_clicks, "count", clicks >= p.min_clicks);
    checks.add("Clicks before for full weight", clicks, p.full_weight_clicks, "count", clicks >= p.full_weight_clicks);
    const double most = told.judgement.cap.cap * j.before_cpc;
    const bool is_capped_range = clicks >= p.min_clicks && clicks <= p.cap_clicks;
    if (is_capped_range && !std::isnan(most) && !std::isnan(j.spc_uncapped))
      checks.add("Sales per click with few clicks, at most", j.spc_uncapped, most, "money", !j.capped);
    checks.add("Not Market Drag", yes_or_no(j.tag != Tag::market_drag), "yes", "", j.tag != Tag::market_drag);
  } else {
    step.text += " Negatives and harvests that look carried out count in full.";
  }
  step.table = checks.take();
  for (std::size_t row = 0; row < step.table->rows.size(); ++row) {
    if (*step.table->rows[row].back().text() == "no") step.table->marked.push_back(row);
  }
  step.numbers = {{"clicks", "clicks before", j.unscaled_clicks(), "count"},
                  {"weight", "weight", j.weight, "share"},
                  {"cap", "cap on ROAS", told.judgement.cap.cap, "rate"}};
  return step;
}

}  // namespace outlay::impact::decisions
