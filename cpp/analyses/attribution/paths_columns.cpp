// The words of the result tables of attribution/paths.
#include "analyses/attribution/paths.h"

namespace outlay::attribution::paths {
namespace {

constexpr FieldInfo channel_info{.label = "Channel"};
constexpr FieldInfo model_info{.label = "Model"};
constexpr FieldInfo conversions_info{.label = "Conversions", .unit = "count"};
constexpr FieldInfo value_info{.label = "Value", .help = "Conversion value.", .unit = "money"};
constexpr FieldInfo nulls_info{.label = "Lost", .help = "Journeys that did not convert.", .unit = "count"};
constexpr FieldInfo journeys_info{.label = "Journeys", .unit = "count"};
constexpr FieldInfo touches_info{.label = "Touches", .unit = "count"};
constexpr FieldInfo rate_info{.label = "Conversion rate", .help = "Conversions per journey.", .unit = "share"};

}  // namespace

void ChannelTable::describe(Archive& a) {
  a.column("channel", channel, channel_info);
  a.column("model", model, model_info);
  a.column("conversions", conversions,
           {.label = "Conversions", .help = "Credited by the model. Attributed, not proven.", .unit = "count"});
  a.column("value", value, {.label = "Value", .help = "Conversion value credited by the model.", .unit = "money"});
  a.column("share", share, {.label = "Share", .help = "Of the conversions that the model credits.", .unit = "share"});
  a.column("share_low", share_low, {.label = "Share, low", .help = "Lower bound from resamples.", .unit = "share"});
  a.column("share_high", share_high, {.label = "Share, high", .help = "Upper bound from resamples.", .unit = "share"});
  a.column("value_low", value_low,
           {.label = "Value, low",
            .help = "Lower bound from resamples, for the period's total value; only a log knows single orders.",
            .unit = "money"});
  a.column("value_high", value_high,
           {.label = "Value, high",
            .help = "Upper bound from resamples, for the period's total value; only a log knows single orders.",
            .unit = "money"});
  a.column("value_share", value_share, {.label = "Share of value", .unit = "share"});
  a.column("spend", spend, {.label = "Spend", .unit = "money"});
  a.column("cpa", cpa, {.label = "Cost per conversion", .help = "Spend per credited conversion.", .unit = "money"});
  a.column("roas", roas, {.label = "Return on spend", .help = "Credited value per money spent.", .unit = "rate"});
  a.column(
      "difference_to_last", difference_conversions,
      {.label = "Conversions against last touch", .help = "More or fewer than last touch credits.", .unit = "count"});
  a.column("value_difference_to_last", difference_value,
           {.label = "Value against last touch", .help = "More or less than last touch credits.", .unit = "money"});
  a.column("sampling_error", sampling_error,
           {.label = "Error of random orders",
            .help = "Standard error of the share where Shapley looked at random orders only.",
            .unit = "share"});
}

void CreditTable::describe(Archive& a) {
  a.column("model", model, model_info);
  a.column("week_start", week_start, {.label = "Week", .help = "Its Monday; missing where no times are known."});
  a.column("channel", channel, channel_info);
  // The channel once more under the name that scoring knows its rows by.
  a.column("adset_id", channel, {.label = "Scored as"});
  a.column("spend", spend, {.label = "Spend", .help = "Undated spend is spread over the days.", .unit = "money"});
  a.column("clicks", clicks, {.label = "Touches", .help = "Stand for clicks.", .unit = "count"});
  a.column("ihc", ihc,
           {.label = "Attributed conversions",
            .help = "The model's credit, on the weeks of the touches that led to conversions.",
            .unit = "count"});
  a.column("pltv", pltv, {.label = "Worth of one", .help = "Credited value per credited conversion.", .unit = "money"});
  a.column("revenue", revenue, {.label = "Value", .help = "Attributed value of these conversions.", .unit = "money"});
}

void RemovalTable::describe(Archive& a) {
  a.column("channel", channel, channel_info);
  a.column("removal_effect", removal_effect,
           {.label = "Removal effect", .help = "Share of the conversions lost without the channel.", .unit = "share"});
  a.column("removal_effect_value", removal_effect_value,
           {.label = "Removal effect, value", .help = "Share of the value lost without the channel.", .unit = "share"});
  a.column("conversions", conversions, conversions_info);
  a.column("value", value, value_info);
}

void TransitionTable::describe(Archive& a) {
  a.column("from", from, {.label = "From", .help = "State of the chain."});
  a.column("to", to, {.label = "To", .help = "Next state."});
  a.column("journeys", journeys, {.label = "Moves", .help = "How often.", .unit = "count"});
  a.column("conversions", conversions, {.label = "Moves of converted journeys", .unit = "count"});
  a.column("probability", probability, {.label = "Probability", .help = "Of all moves from there.", .unit = "share"});
}

void PathTable::describe(Archive& a) {
  a.column("path", path, {.label = "Path"});
  a.column("touches", touches, touches_info);
  a.column("conversions", conversions, conversions_info);
  a.column("value", value, value_info);
  a.column("nulls", nulls, nulls_info);
  a.column("conversion_rate", conversion_rate, rate_info);
}

void LengthTable::describe(Archive& a) {
  a.column("touches", touches, touches_info);
  a.column("conversions", conversions, conversions_info);
  a.column("value", value, value_info);
  a.column("nulls", nulls, nulls_info);
  a.column("conversion_rate", conversion_rate, rate_info);
}

void LagTable::describe(Archive& a) {
  a.column("days", days, {.label = "Days", .help = "Whole days from the first touch to the conversion."});
  a.column("conversions", conversions, conversions_info);
  a.column("value", value, value_info);
  a.column("cumulative_share", cumulative_share,
           {.label = "Converted by then", .help = "Share of the conversions.", .unit = "share"});
}

void AssistTable::describe(Archive& a) {
  a.column("channel", channel, channel_info);
  a.column("journeys", journeys, {.label = "Journeys", .help = "That touched the channel.", .unit = "count"});
  a.column("conversions", conversions,
           {.label = "Took part", .help = "Conversions with the channel.", .unit = "count"});
  a.column("conversion_rate", conversion_rate, rate_info);
  a.column("first", first, {.label = "Opened", .help = "Conversions whose first touch it was.", .unit = "count"});
  a.column("last", last, {.label = "Closed", .help = "Conversions whose last touch it was.", .unit = "count"});
  a.column("assists", assists,
           {.label = "Assisted", .help = "Conversions it took part in and did not close.", .unit = "count"});
  a.column("assist_ratio", assist_ratio,
           {.label = "Assists per close", .help = "Above 1 it helps more often than it closes.", .unit = "rate"});
}

void SynergyTable::describe(Archive& a) {
  a.column("channel_a", channel_a, {.label = "Channel"});
  a.column("channel_b", channel_b, {.label = "With"});
  a.column("journeys", journeys, {.label = "Journeys with both", .unit = "count"});
  a.column("conversions", conversions, conversions_info);
  a.column("rate", rate, rate_info);
  a.column("rate_low", rate_low, {.label = "Rate, low", .help = "Wilson's bound.", .unit = "share"});
  a.column("rate_high", rate_high, {.label = "Rate, high", .help = "Wilson's bound.", .unit = "share"});
  a.column("expected_rate", expected_rate,
           {.label = "Expected rate", .help = "Were the two independent of each other.", .unit = "share"});
  a.column("synergy", synergy, {.label = "Synergy", .help = "Observed less expected rate.", .unit = "share"});
}

void FlowTable::describe(Archive& a) {
  a.column("step", step, {.label = "Step"});
  a.column("source", source, {.label = "From"});
  a.column("target", target, {.label = "To"});
  a.column("journeys", journeys, journeys_info);
  a.column("conversions", conversions, conversions_info);
  a.column("value", value, value_info);
}

void AgreementTable::describe(Archive& a) {
  a.column("model_a", model_a, model_info);
  a.column("model_b", model_b, {.label = "With"});
  a.column(
      "agreement", agreement,
      {.label = "Agreement", .help = "The part of the shares that both give to the same channels.", .unit = "share"});
  a.column("rank_correlation", rank_correlation,
           {.label = "Rank correlation", .help = "Spearman: 1 is the same order of channels.", .unit = "score"});
}

void OrderTable::describe(Archive& a) {
  a.column("order", order, {.label = "Order"});
  a.column("states", states,
           {.label = "Endings", .help = "Different windows that journeys end with.", .unit = "count"});
  a.column("auc", auc, {.label = "AUC", .help = "Out of sample, five folds.", .unit = "rate"});
  a.column("penalised_auc", penalised_auc,
           {.label = "Penalised AUC", .help = "Less for more endings.", .unit = "rate"});
  a.column("chosen", chosen, {.label = "Used", .help = "1: the order of this run."});
}

void CalibrationTable::describe(Archive& a) {
  a.column("tenth", tenth, {.label = "Tenth", .help = "Of the journeys, in rising predicted rate."});
  a.column("predicted", predicted, {.label = "Predicted rate", .unit = "share"});
  a.column("observed", observed, {.label = "Observed rate", .unit = "share"});
  a.column("journeys", journeys, journeys_info);
}

void AccuracyTable::describe(Archive& a) {
  a.column("model", model, model_info);
  a.column("channels", channels, {.label = "Channels", .help = "That the experiment tells of.", .unit = "count"});
  a.column("mean_absolute_error", mean_absolute_error,
           {.label = "Mean error", .help = "Whatever its sign.", .unit = "count"});
  a.column("bias", bias, {.label = "Bias", .help = "Above 0 the model credits too much.", .unit = "count"});
  a.column("relative_error", relative_error,
           {.label = "Error share", .help = "Of the proven conversions.", .unit = "share"});
}

void RuleTable::describe(Archive& a) {
  a.column("rank", rank, {.label = "Rank"});
  a.column("channel", channel, channel_info);
  a.column("rule", rule, {.label = "Rule"});
  a.column("touches", touches, {.label = "Touches", .help = "Rows that the rule took.", .unit = "count"});
}

}  // namespace outlay::attribution::paths
