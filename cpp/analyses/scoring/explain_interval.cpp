// Step 7 of the method with an adset's numbers: the interval, and what would decide.
#include <cmath>

#include "analyses/scoring/explain_steps.h"

namespace outlay::scoring::adsets {
namespace {

std::string words_of_prior(const Prior& prior) {
  if (!prior.is_of_channel)
    return "Its own {clicks} clicks with {ihc} attributed orders speak alone (Jeffreys' prior): too few adsets share "
           "its "
           "channel, or that was chosen.";
  return "Its {clicks} clicks brought {ihc} attributed orders. In its channel about {prior_rate} of clicks bring an "
         "order; that counts like {prior_clicks} more clicks.";
}

std::string words_of_decision(const Confidence& c, double pltv) {
  if (std::isnan(c.p_profitable)) return "";
  if (c.cac_lower > pltv) return " An order costs more than it is worth, also at the favourable end.";
  if (!c.is_undecided) return " An order is worth more than it costs, also at the unfavourable end.";
  return std::isnan(c.clicks_needed) ? " Cannot tell: it is so close to break-even that no number of clicks would do."
                                     : " Cannot tell yet: about {clicks_needed} more clicks at today's rate would.";
}

}  // namespace

ExplainedStep explain_interval(const Params& params, const Adset& adset) {
  ExplainedStep step{"interval", "How sure the cost is", "", "", {}, {}, {}};
  const Confidence& c = adset.confidence;
  const Estimate& e = adset.estimate;
  const Week& basis = e.basis();
  if (std::isnan(c.cac_lower)) {
    step.text = basis.ihc > basis.clicks ? "More orders than clicks: they cannot all come from clicks, so that no "
                                           "interval can be stated."
                                         : "Without clicks and a CAC there is no interval.";
    return step;
  }
  step.text = words_of_prior(adset.prior) + words_of_decision(c, e.pltv);
  if (!e.is_lookback && e.cac < c.cac_lower)
    step.text += " The CAC of the score is the optimistic one and lies below this interval.";
  if (e.is_lookback && (e.cac < c.cac_lower || e.cac > c.cac_upper))
    step.text += " Its own CAC lies outside: figures that stand out this far from their channel are partly chance.";
  const double full = basis.clicks * c.uplift;
  step.formula =
      "{cac_lower} = {spend} / ({clicks} x {rate_high} x {uplift})\n"
      "{cac_upper} = {spend} / ({clicks} x {rate_low} x {uplift})";
  const double prior_clicks = adset.prior.shape.a + adset.prior.shape.b;
  step.numbers = {
      {"cac_lower", "CAC, low", c.cac_lower, "money"},
      {"cac_upper", "CAC, high", c.cac_upper, "money"},
      {"spend", "spend", e.cac_spend, "money"},
      {"clicks", "clicks", basis.clicks, "count"},
      {"ihc", "attributed orders", basis.ihc, "count"},
      {"rate_low", "lowest likely order rate", e.cac_spend > 0 ? e.cac_spend / full / c.cac_upper : NAN, "share"},
      {"rate_high", "highest likely order rate", e.cac_spend > 0 ? e.cac_spend / full / c.cac_lower : NAN, "share"},
      {"uplift", "uplift", c.uplift, "rate"},
      {"prior_rate", "usual order rate of the channel", adset.prior.shape.a / prior_clicks, "share"},
      {"prior_clicks", "clicks it counts like", prior_clicks, "count"},
      {"p_profitable", "chance of profit", c.p_profitable, "chance"},
      {"clicks_needed", "clicks that would decide", c.clicks_needed, "about"}};
  step.interval = ExplainedInterval{c.cac_lower, c.cac_upper, 1 - params.alpha, e.cac, e.pltv, "CAC", "pLTV"};
  return step;
}

}  // namespace outlay::scoring::adsets
