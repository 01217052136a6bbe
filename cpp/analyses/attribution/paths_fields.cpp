// The words of attribution/paths: every parameter, input role and scalar, spelled once.
#include "analyses/attribution/paths.h"

namespace outlay::attribution::paths {
namespace {

void describe_data(Params& p, Archive& a) {
  a.field("lookback_days", p.lookback_days,
          {.label = "Lookback window, days",
           .help = "A touch older than this at the conversion earns nothing. 0: no limit. Only for logs.",
           .group = "Journeys",
           .min = 0,
           .max = 3650});
  a.field("session_minutes", p.session_minutes,
          {.label = "One visit, minutes",
           .help = "Touches of one channel no further apart than this are one touch; 30 is customary. 0: each counts.",
           .group = "Journeys",
           .min = 0,
           .max = 1440});
  a.field("collapse", p.collapse,
          {.label = "Count repeats in a row once",
           .help = "A > A > B is then A > B, whatever the time between.",
           .group = "Journeys"});
  a.choice(
      "channel_from", p.channel_from,
      {{"best", "Channel column, else the rules"},
       {"column", "Channel column"},
       {"rules", "Rules on source and medium"}},
      {.label = "Channel of a touch",
       .help = "The rules derive it from source, medium, campaign and referrer. With own rules they are used at once.",
       .group = "Journeys"});
  a.field("channel_rules", p.channel_rules,
          {.label = "Own channel rules",
           .help = "Tried before Google Analytics 4's, for example: Partners = source: acme*|beta, medium: referral; "
                   "Podcast = medium: podcast. The table of rules shows which took how many touches.",
           .group = "Journeys"});
  a.field("conversion_event", p.conversion_event,
          {.label = "Events that are conversions",
           .help = "Names with commas, looked up in the event column. Empty: the conversion column, or usual names.",
           .group = "Journeys"});
  a.field("separator", p.separator,
          {.label = "Mark between touches of a path",
           .help = "Empty: the mark that the paths use, such as > or ->. Only for path tables.",
           .group = "Journeys"});
}

void describe_models(Params& p, Archive& a) {
  a.field(
      "models", p.models,
      {.label = "Models",
       .help =
           "Names with commas: first, last, last_non_direct, linear, time_decay, position, w_shaped, participation, "
           "markov, shapley, shapley_rate, shapley_ordered, data_driven. Empty: all.",
       .group = "Models"});
  a.field("order", p.order,
          {.label = "Markov order",
           .help = "How many touches back the chain looks, 1 to 4. 0: the one that predicts best out of sample.",
           .group = "Models",
           .min = 0,
           .max = 4});
  a.field("use_nulls", p.use_nulls,
          {.label = "Markov counts lost journeys",
           .help = "Without them every journey converts, and only the order of channels tells.",
           .group = "Models"});
  a.field("half_life_days", p.half_life_days,
          {.label = "Half-life of a touch, days",
           .help = "Time decay: a touch this much older earns half. For logs.",
           .group = "Models",
           .min = 0.01,
           .max = 3650});
  a.field("half_life_steps", p.half_life_steps,
          {.label = "Half-life of a touch, steps",
           .help = "Time decay where no times are known: a touch this many steps earlier earns half.",
           .group = "Models",
           .min = 0.01,
           .max = 1000});
  a.field("position_first", p.position_first,
          {.label = "Position: first touch",
           .help = "Its share of the credit.",
           .unit = "share",
           .group = "Models",
           .min = 0,
           .max = 1});
  a.field("position_last", p.position_last,
          {.label = "Position: last touch",
           .help = "Its share of the credit; the touches between share what is left.",
           .unit = "share",
           .group = "Models",
           .min = 0,
           .max = 1});
  const auto w_weight = [&](const char* name, double& weight, const char* label, const char* help) {
    a.field(name, weight, {.label = label, .help = help, .unit = "share", .group = "Models", .min = 0, .max = 1});
  };
  w_weight("w_first", p.w_first, "W-shaped: first touch", "Its share of the credit.");
  w_weight("w_middle", p.w_middle, "W-shaped: middle touch", "Its share; of two in the middle, the earlier one's.");
  w_weight("w_last", p.w_last, "W-shaped: last touch", "Its share; the other touches split what is left.");
  a.field(
      "direct", p.direct,
      {.label = "Direct channels", .help = "Names with commas that last non-direct passes over.", .group = "Models"});
  a.field("mix", p.mix,
          {.label = "Own mix of models",
           .help = "Weights by model name; scaled to sum to 1. Shown as a further model.",
           .unit = "rate",
           .group = "Models",
           .min = 0,
           .max = 1000});
  a.field(
      "caution", p.caution,
      {.label = "Caution of the rates, journeys",
       .help = "Shapley on rates: every set of channels is taken to have seen this many journeys at the common rate "
               "besides its own, so that a set seen twice proves little.",
       .group = "Models",
       .min = 0.01,
       .max = 100000});
  a.field("permutations", p.permutations,
          {.label = "Random orders for Shapley",
           .help = "Where a journey has too many channels to look at every order of their joining.",
           .group = "Models",
           .min = 50,
           .max = 100000});
}

void describe_certainty(Params& p, Archive& a) {
  a.field(
      "bootstrap", p.bootstrap,
      {.label = "Resamples",
       .help =
           "For the intervals: users, or the journeys of a path table, are drawn again this often. 0: no intervals.",
       .group = "Certainty",
       .min = 0,
       .max = 5000});
  a.field("confidence", p.confidence,
          {.label = "Confidence of the intervals",
           .help = "At 80%, the interval holds the true share 80 times in 100.",
           .unit = "share",
           .group = "Certainty",
           .min = 0.5,
           .max = 0.999});
  a.field("seed", p.seed,
          {.label = "Seed",
           .help = "The same seed gives the same intervals.",
           .group = "Certainty",
           .min = 0,
           .max = 2000000000});
  a.field("experiment", p.experiment,
          {.label = "Conversions an experiment proved",
           .help = "By channel, for the period of the data; each model is then held against them.",
           .unit = "count",
           .group = "Certainty",
           .keys = "channel"});
  a.field("top_paths", p.top_paths,
          {.label = "Paths listed", .help = "The most frequent ones.", .group = "Certainty", .min = 1, .max = 10000});
}

}  // namespace

void Params::describe(Archive& a) {
  describe_data(*this, a);
  describe_models(*this, a);
  describe_certainty(*this, a);
}

void Result::describe(Archive& a) {
  a.field("journeys", journeys, {.label = "Journeys", .unit = "count"});
  a.field("conversions", conversions, {.label = "Conversions attributed", .unit = "count"});
  a.field("value", value, {.label = "Conversion value", .unit = "money"});
  a.field("nulls", nulls, {.label = "Lost journeys", .unit = "count"});
  a.field("conversion_rate", conversion_rate, {.label = "Conversion rate", .unit = "share"});
  a.field("touches", touches, {.label = "Touches", .unit = "count"});
  a.field("users", users, {.label = "Users", .unit = "count"});
  a.field("channel_count", channel_count, {.label = "Channels", .unit = "count"});
  a.field("unique_paths", unique_paths, {.label = "Different paths", .unit = "count"});
  a.field("order", order, {.label = "Markov order"});
  a.field("states", states, {.label = "Markov states", .unit = "count"});
  a.field("conversion_probability", conversion_probability,
          {.label = "Conversion probability of the chain", .help = "Equals the observed rate.", .unit = "share"});
  a.field("expected_value", expected_value, {.label = "Expected value of a journey", .unit = "money"});
  a.field("data_driven_auc", data_driven_auc,
          {.label = "AUC of the data-driven model",
           .help = "Out of sample: 0.5 is a coin toss, 1 perfect.",
           .unit = "rate"});
  a.field("has_value", has_value, {.label = "Has conversion values"});
  a.field("has_times", has_times, {.label = "Has times"});
  a.field("has_spend", has_spend, {.label = "Has spend"});
  a.table("channels", channels,
          {.label = "Channels by model", .help = "Attributed, not proven: a conversion may have come anyway."});
  a.table("removal_effects", removal_effects,
          {.label = "Removal effects", .help = "What share of the conversions the chain loses without a channel."});
  a.table("transitions", transitions, {.label = "Transitions", .help = "Moves of the Markov chain; the first 20,000."});
  a.table("top_paths", top_paths, {.label = "Top paths", .help = "Most conversions first."});
  a.table("lengths", lengths,
          {.label = "Path lengths", .help = "The last row holds all paths of 50 touches and more."});
  a.table("lags", lags,
          {.label = "Time to convert", .help = "Whole days from the first touch; the last row holds 366 and more."});
  a.table("assists", assists, {.label = "Assists", .help = "How often a channel opened, helped and closed."});
  a.table("synergy", synergy, {.label = "Channel pairs", .help = "Pairs that at least 30 journeys share."});
  a.table("flows", flows, {.label = "Flows", .help = "The first four touches and how journeys ended."});
  a.table("agreement", agreement,
          {.label = "Agreement of models", .help = "1: the same shares; 0: nothing in common."});
  a.table("orders", orders, {.label = "Markov orders", .help = "How well the last touches tell who converts."});
  a.table("calibration", calibration,
          {.label = "Data-driven: calibration", .help = "Predicted and observed rates of unseen journeys, by tenths."});
  a.table("accuracy", accuracy,
          {.label = "Against the experiment", .help = "Each model's error; empty without an experiment."});
  a.table("rules", rules,
          {.label = "Channel rules",
           .help = "In the order in which they are tried; empty when a column tells all channels."});
  a.table("credits", credits,
          {.label = "Credits by week",
           .help = "For scoring and reallocation: each model's credits on the weeks of the channel's touches."});
}

About about() {
  const auto number = [](const char* name, const char* label, bool required, const char* help) {
    return Role{name, label, Kind::number, required, help};
  };
  const auto text = [](const char* name, const char* label, bool required, const char* help) {
    return Role{name, label, Kind::text, required, help};
  };
  return {
      .id = "attribution/paths",
      .title = "Attribute",
      .question = "Which touchpoints earned the conversions?",
      .grade = Grade::attributed,
      .inputs =
          {{.name = "touches",
            .label = "Touchpoint log",
            .required = false,
            .help = "One row a touch: a user, a time, a channel (or source, medium and referrer), and whether it "
                    "converted.",
            .roles = {text("user_id", "User", true, "Any id that stays the same for one person."),
                      text("timestamp", "Time", true, "Date and time of the touch."),
                      text("channel", "Channel", false, "Without it, the rules derive it."),
                      text("utm_source", "Source", false, "utm_source."),
                      text("utm_medium", "Medium", false, "utm_medium."),
                      text("campaign_name", "Campaign", false, "utm_campaign."),
                      text("referrer", "Referrer", false, "Address of the page before."),
                      text("conversions", "Conversion", false, "1 or TRUE where the row is a conversion, or how many."),
                      text("conversion_type", "Event", false,
                           "Name of the event; which are conversions is a parameter."),
                      number("revenue", "Conversion value", false, "Money that the conversion is worth."),
                      number("spend", "Cost", false, "What the touch cost.")},
            .either = "journeys"},
           {.name = "paths",
            .label = "Path table",
            .required = false,
            .help =
                "One row a path such as Search > Email: how many conversions it had, what they were worth, how many "
                "were lost.",
            .roles = {text("path", "Path", true, "Channels in their order, with a mark between."),
                      number("conversions", "Conversions", true, "Journeys of this path that converted."),
                      number("revenue", "Conversion value", false, "Of all these conversions together."),
                      number("nulls", "Lost journeys", false, "Journeys of this path that did not convert.")},
            .either = "journeys"},
           {.name = "spend",
            .label = "Spend per channel",
            .required = false,
            .help = "For the cost per conversion and the return by each model.",
            .roles = {text("channel", "Channel", true, "Named as in the journeys."),
                      number("spend", "Spend", true, "Money spent."),
                      {"date", "Day", Kind::day, false, "With dates, spend outside the log's period is left out."}}}},
      .explains = {"channel", "model"}};
}

}  // namespace outlay::attribution::paths
