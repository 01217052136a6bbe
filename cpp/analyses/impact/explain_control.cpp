// What an action is held against: its look-alikes, the effect against them, the placebos, and which figure to trust.
#include <algorithm>
#include <cmath>

#include "analyses/impact/explain_steps.h"

namespace outlay::impact::decisions {
namespace {

constexpr std::size_t most_shown = 8;

const char* why_none(Finding finding) {
  switch (finding) {
    case Finding::immature:
      return "Its horizon and the attribution buffer have not passed: it is too early to compare.";
    case Finding::unknown_type:
      return "Its type is not known: there is nothing to compare.";
    case Finding::not_located:
      return "What it acted on was not found, or has no days on one side: there is nothing to compare.";
    case Finding::nothing_before:
      return "It had no clicks or no spend before: what resembles it cannot be told.";
    case Finding::too_little_history:
      return "The data begins too shortly before it to choose look-alikes by more than one window.";
    case Finding::earlier_action:
      return "Another action on the same thing falls in its windows: their effects could not be told apart.";
    default:
      return "Too few others were left untouched over these days to compare it with.";
  }
}

const char* kind_of(Universe universe) {
  constexpr const char* kinds[] = {"targets", "search terms", "campaigns", "terms of the account"};
  return kinds[static_cast<int>(universe)];
}

std::string written(const Names& names, std::int32_t name) { return name == no_name ? "" : names.written(name); }

void add_unit(const Told& told, const Compared& compared, const Unit& unit, Json weight, ExplainedTable& table) {
  const Names& campaigns = told.performance.campaigns;
  const bool is_campaign = compared.universe == Universe::campaign;
  const std::string name =
      written(is_campaign ? campaigns : told.performance.texts, is_campaign ? unit.campaign : unit.text);
  const Around& a = unit.around;
  const double whole = unit.exposure;
  table.rows.push_back({name, a.before.sales, a.after.sales / whole, a.before.spend, a.after.spend / whole,
                        a.before.roas(), a.before.cpc(), std::move(weight), written(campaigns, unit.campaign)});
}

std::string trust_words(const Told& told) {
  const std::string& reason = told.result.trust_reason;
  if (told.finding() == Finding::immature) return "Neither figure yet: wait until its days have passed.";
  if (!told.has_control()) {
    if (!told.action().located()) return "There is no figure for it.";
    return "Only the decision formula's {impact} is there. It pays also what would have come anyway: take it as an "
           "upper "
           "bound.";
  }
  if (reason == "trends_differed")
    return "Neither: over the whole log, what was acted upon differed from its look-alikes already before.";
  std::string text =
      "Trust {controlled}, against untouched look-alikes: they saw the same days without the action. The decision "
      "formula's {impact} compares with the days before, and pays what turned by itself.";
  text += told.finding() == Finding::stands_out
              ? " This action stands out by itself."
              : " By itself it does not stand out from chance: judge it together with the others.";
  if (reason == "not_checked")
    text += " But over the whole log it could not be checked on an earlier time, when nothing had been done.";
  if (reason == "too_few_controls") text += " Over the whole log, too few actions have look-alikes to trust the total.";
  return text;
}

}  // namespace

ExplainedStep explain_look_alikes(const Told& told) {
  ExplainedStep step{"look_alikes", "Look-alikes that nobody touched", "", "", {}, {}, {}};
  if (!told.has_control()) {
    step.text = why_none(told.finding());
    return step;
  }
  const Compared compared = compared_with(told.params, told.performance, told.judgement, told.row);
  step.text = std::string("Of {untouched} ") + kind_of(compared.universe) +
              " that no action touched, the {controls} nearest in spend, cost per click and ROAS before are what it is "
              "compared with; nearer ones count more. The nearest of them, below itself:";
  step.numbers = {{"untouched", "untouched", static_cast<double>(compared.pool.units.size()), "count"},
                  {"controls", "look-alikes", static_cast<double>(compared.units.size()), "count"}};
  ExplainedTable table{{{"name", "Name"},
                        {"before_sales", "Sales before", "money"},
                        {"after_sales", "after", "money"},
                        {"before_spend", "Spend before", "money"},
                        {"after_spend", "after", "money"},
                        {"before_roas", "ROAS before", "rate"},
                        {"before_cpc", "Cost per click", "money"},
                        {"weight", "Counts", "share"},
                        {"campaign", "Campaign"}},
                       {},
                       {0}};
  add_unit(told, compared, compared.unit, Json(), table);
  for (std::size_t k = 0; k < std::min(compared.units.size(), most_shown); ++k)
    add_unit(told, compared, *compared.units[k].unit, compared.units[k].weight, table);
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_controlled(const Told& told) {
  const Judged& j = told.action();
  const ActionTable& shown = told.shown();
  const std::size_t row = told.row;
  ExplainedStep step{"controlled", "Against them", "", "", {}, {}, {}};
  const bool harvest = j.action.type == ActionType::harvest;
  step.text = harvest
                  ? "Without it, says what they did, the term would have sold {control_sales}."
                  : "Without it, says what they did, it would have sold {control_sales} on {control_spend} of spend.";
  if (is_bid(j.action.type))
    step.text += " A unit of spend used to bring {price} there: that is what spend is charged.";
  step.text += told.finding() == Finding::stands_out
                   ? " Untouched ones miss their forecast as far in {p_value} of cases only: it stands out."
                   : " Untouched ones miss their forecast as far in {p_value} of cases: that is within chance.";
  step.formula = harvest ? "{effect} = {lift} x ({after_sales} - {control_sales})"
                         : "{effect} = ({after_sales} - {control_sales}) - {price} x ({after_spend} - {control_spend})";
  step.numbers = {{"effect", "effect", shown.controlled_impact[row], "money"},
                  {"lift", "part given", told.params.harvest_lift, "share"},
                  {"after_sales", "sales after", harvest ? j.join.term.after.sales : j.after.sales, "money"},
                  {"control_sales", "sales without it", shown.control_sales[row], "money"},
                  {"price", "worth of spend", shown.spend_price[row], "rate"},
                  {"after_spend", "spend after", j.after.spend, "money"},
                  {"control_spend", "spend without it", shown.control_spend[row], "money"},
                  {"low", "lower bound", shown.controlled_low[row], "money"},
                  {"high", "upper bound", shown.controlled_high[row], "money"},
                  {"p_value", "p-value", shown.p_value[row], "share"},
                  {"q_value", "q-value", shown.q_value[row], "share"}};
  if (!std::isnan(shown.controlled_low[row]))
    step.interval = ExplainedInterval{shown.controlled_low[row],
                                      shown.controlled_high[row],
                                      told.params.confidence,
                                      shown.controlled_impact[row],
                                      0,
                                      "effect",
                                      "no effect"};
  return step;
}

ExplainedStep explain_placebo(const Told& told) {
  const ActionTable& shown = told.shown();
  const double earlier = shown.pretrend_impact[told.row];
  ExplainedStep step{"placebo", "The same where nothing was done", "", "", {}, {}, {}};
  step.text = std::isnan(shown.placebo_impact[told.row])
                  ? "None of these look-alikes was left alone for all days after: what the decision formula pays for "
                    "nothing is not known."
                  : "The decision formula would pay {placebo} to these look-alikes, which nobody touched, at its size.";
  step.text += std::isnan(earlier)
                   ? " The data does not reach back far enough to compare a horizon earlier too."
                   : " A horizon earlier, when nothing had been done, the comparison says {earlier}: 0 would be right, "
                     "and one action's figure is rough.";
  step.numbers = {{"placebo", "paid for nothing", shown.placebo_impact[told.row], "money"},
                  {"earlier", "a horizon earlier", earlier, "money"}};
  return step;
}

ExplainedStep explain_trust(const Told& told) {
  ExplainedStep step{"trust", "Which figure to trust", trust_words(told), "", {}, {}, {}};
  step.numbers = {{"impact", "by the decision formula", told.action().impact, "money"},
                  {"controlled", "against look-alikes", told.shown().controlled_impact[told.row], "money"}};
  return step;
}

}  // namespace outlay::impact::decisions
