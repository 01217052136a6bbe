// How one channel's credit came about, step by step, for the side panel of the page.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analyses/attribution/journeys_input.h"
#include "analyses/attribution/models.h"
#include "analyses/attribution/spellings.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_paths = 8;

// The row of a table whose column holds a text; `none` when there is no such row.
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t row_with(const TextColumn& column, std::string_view text) {
  for (std::size_t row = 0; row < column.codes.size(); ++row) {
    if (column.at(row) == text) return row;
  }
  return none;
}

// One channel as the steps tell of it, with the model that is spoken of.
struct Told {
  const Params& params;
  const Journeys& journeys;
  const Result& result;
  std::string channel, model;

  // Its row by a model; `none` where that was not run.
  std::size_t row_by(std::string_view name) const {
    const ChannelTable& table = result.channels;
    for (std::size_t row = 0; row < table.share.size(); ++row) {
      if (table.channel.at(row) == channel && table.model.at(row) == name) return row;
    }
    return none;
  }
  std::size_t row() const { return row_by(model); }
  double at(const NumberColumn& column, std::size_t row) const { return row == none ? nan_value : column[row]; }
};

// The model asked for, else the chain, else the first that was run.
std::string model_of(const RowKey& key, const Result& result) {
  const auto asked = key.find("model");
  const TextColumn& models = result.channels.model;
  if (asked != key.end()) {
    if (row_with(models, asked->second) == none) refuse_row(key);
    return asked->second;
  }
  const std::size_t chain = row_with(models, name_of(Model::markov));
  return std::string(models.at(chain == none ? 0 : chain));
}

ExplainedStep explain_shares(const Told& told) {
  ExplainedStep step{"shares", "Its share by each model", "", "", {}, {}, {}};
  const ChannelTable& t = told.result.channels;
  ExplainedTable table{{{"model", "Model"},
                        {"share", "Share", "share"},
                        {"low", "Low", "share"},
                        {"high", "High", "share"},
                        {"conversions", "Conversions", "count"},
                        {"value", "Value", "money"}},
                       {},
                       {}};
  double least = 1, most = 0;
  for (std::size_t row = 0; row < t.share.size(); ++row) {
    if (t.channel.at(row) != told.channel) continue;
    if (t.model.at(row) == told.model) table.marked.push_back(table.rows.size());
    table.rows.push_back({title_of(t.model.at(row)), t.share[row], t.share_low[row], t.share_high[row],
                          t.conversions[row], t.value[row]});
    if (t.model.at(row) == name_of(Model::participation)) continue;
    least = std::min(least, t.share[row]);
    most = std::max(most, t.share[row]);
  }
  const std::size_t own = told.row(), last = told.row_by(name_of(Model::last));
  const bool differ = most - least > 0.05;
  step.text = "The models give it {least} to {most} of the conversions. ";
  step.text += differ ? "What you believe of it depends on the model." : "Which one you choose hardly matters here.";
  step.numbers = {{"least", "least", least, "share"}, {"most", "most", most, "share"}};
  if (own != none && !std::isnan(t.share_low[own]))
    step.interval = ExplainedInterval{t.share_low[own],       t.share_high[own], told.params.confidence, t.share[own],
                                      told.at(t.share, last), "share",           "last touch",           "share"};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_part(const Told& told) {
  ExplainedStep step{"part", "The part it plays", "", "", {}, {}, {}};
  const AssistTable& t = told.result.assists;
  const std::size_t row = row_with(t.channel, told.channel);
  const double with = t.journeys[row], converted = t.conversions[row];
  const double without = told.result.journeys - with;
  const double rate_without = without > 0 ? (told.result.conversions - converted) / without : nan_value;
  step.text = "It took part in {conversions} of {all} conversions: opened {first}, closed {last}, helped in {assists}.";
  if (!std::isnan(rate_without) && told.result.nulls > 0)
    step.text +=
        " Of the journeys that touched it {rate_with} converted, of the others {rate_without}. That is not what it "
        "caused: "
        "who meets it may be nearer to buying.";
  step.numbers = {{"conversions", "conversions with it", converted, "count"},
                  {"all", "conversions", told.result.conversions, "count"},
                  {"first", "opened", t.first[row], "count"},
                  {"last", "closed", t.last[row], "count"},
                  {"assists", "helped in", t.assists[row], "count"},
                  {"rate_with", "rate with it", t.conversion_rate[row], "share"},
                  {"rate_without", "rate without it", rate_without, "share"}};
  return step;
}

ExplainedStep explain_paths(const Told& told) {
  ExplainedStep step{"paths", "The paths that carry it", "", "", {}, {}, {}};
  const Journeys& j = told.journeys;
  const auto code =
      static_cast<std::uint32_t>(std::find(j.channels.begin(), j.channels.end(), told.channel) - j.channels.begin());
  std::vector<std::uint32_t> carriers;
  double conversions = 0, shown_conversions = 0;
  for (std::uint32_t s = 0; s < j.sequences(); ++s) {
    const Steps steps = j.at(s);
    if (std::find(steps.begin(), steps.end(), code) == steps.end()) continue;
    carriers.push_back(s);
    conversions += j.conversions[s];
  }
  const std::size_t shown = std::min(carriers.size(), most_paths);
  std::partial_sort(carriers.begin(), carriers.begin() + static_cast<std::ptrdiff_t>(shown), carriers.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      if (j.conversions[a] != j.conversions[b]) return j.conversions[a] > j.conversions[b];
                      return path_text(j, j.at(a)) < path_text(j, j.at(b));
                    });
  ExplainedTable table{{{"path", "Path"},
                        {"conversions", "Conversions", "count"},
                        {"nulls", "Lost", "count"},
                        {"rate", "Conversion rate", "share"},
                        {"value", "Value", "money"}},
                       {},
                       {}};
  for (std::size_t k = 0; k < shown; ++k) {
    const std::uint32_t s = carriers[k];
    const double all = j.conversions[s] + j.nulls[s];
    shown_conversions += j.conversions[s];
    table.rows.push_back({path_text(j, j.at(s)), j.conversions[s], j.nulls[s],
                          all > 0 ? j.conversions[s] / all : nan_value, j.has_value ? j.value[s] : nan_value});
  }
  step.text = "{paths} different paths hold it. These bring {part} of the conversions in which it took part.";
  step.numbers = {
      {"paths", "paths with it", static_cast<double>(carriers.size()), "count"},
      {"part", "of its conversions", conversions > 0 ? shown_conversions / conversions : nan_value, "share"}};
  step.table = std::move(table);
  return step;
}

ExplainedStep explain_removal(const Told& told) {
  ExplainedStep step{"removal", "What the chain loses without it", "", "", {}, {}, {}};
  const RemovalTable& t = told.result.removal_effects;
  const std::size_t row = row_with(t.channel, told.channel);
  if (row == none) {
    step.text = "The Markov chain was not run.";
    return step;
  }
  const double effect = t.removal_effect[row], with = told.result.conversion_probability;
  const double sum = std::accumulate(t.removal_effect.begin(), t.removal_effect.end(), 0.0);
  step.text =
      "With it, {with} of the journeys of the chain convert; were every visit to it the end of the journey, {without} "
      "would. "
      "Journeys that would find another way are not seen, so that this is a bound, not a forecast. The effects of all "
      "channels overlap and sum to {sum}; its part of that sum is its credit.";
  step.formula =
      "{effect} = 1 - {without} / {with}\n"
      "{credit} = {effect} / {sum} x {conversions}";
  step.numbers = {
      {"effect", "removal effect", effect, "share"}, {"without", "rate without it", with * (1 - effect), "share"},
      {"with", "rate with it", with, "share"},       {"credit", "credit of the chain", t.conversions[row], "count"},
      {"sum", "sum of all effects", sum, "share"},   {"conversions", "conversions", told.result.conversions, "count"}};
  return step;
}

ExplainedStep explain_last_touch(const Told& told) {
  ExplainedStep step{"last_touch", "Last touch against the model", "", "", {}, {}, {}};
  const ChannelTable& t = told.result.channels;
  const std::size_t own = told.row(), last = told.row_by(name_of(Model::last));
  if (last == none || own == last) {
    step.text = last == none ? "Last touch was not run." : "The model spoken of is last touch itself.";
    return step;
  }
  const bool in_money = told.result.has_value;
  const NumberColumn& column = in_money ? t.value : t.conversions;
  const char* unit = in_money ? "money" : "count";
  const double difference = column[own] - column[last];
  const bool apart = t.share_low[own] > t.share_high[last] || t.share_high[own] < t.share_low[last];
  step.text = "Last touch credits it with {last}, " + sentence_of(told.model) + " with {own}: {difference} " +
              (difference < 0 ? "less." : "more.");
  step.text += std::isnan(t.share_low[own]) || std::isnan(t.share_low[last]) ? ""
               : apart ? " Their intervals lie apart: that is more than chance."
                       : " Their intervals overlap: chance may make such a difference.";
  step.formula = difference < 0 ? "{difference} = {last} - {own}" : "{difference} = {own} - {last}";
  step.numbers = {{"difference", "difference", std::abs(difference), unit},
                  {"own", "by the model", column[own], unit},
                  {"last", "by last touch", column[last], unit}};
  if (!std::isnan(t.spend[own])) {
    step.text += " It cost {spend}: {cpa} a conversion, not {last_cpa}.";
    step.numbers.push_back({"spend", "spend", t.spend[own], "money"});
    step.numbers.push_back({"cpa", "cost per conversion", t.cpa[own], "money"});
    step.numbers.push_back({"last_cpa", "by last touch", t.cpa[last], "money"});
  }
  return step;
}

ExplainedStep explain_trust(const Told& told) {
  ExplainedStep step{"trust", "How far to trust it", "", "", {}, {}, {}};
  const auto experiment = std::find_if(told.params.experiment.begin(), told.params.experiment.end(),
                                       [&](const auto& entry) { return same_name(entry.first, told.channel); });
  if (experiment != told.params.experiment.end()) {
    step.text =
        "An experiment found {proven} conversions that it caused; the model credits {credited}. Trust the experiment.";
    step.numbers = {{"proven", "proven", experiment->second, "count"},
                    {"credited", "credited", told.at(told.result.channels.conversions, told.row()), "count"}};
    return step;
  }
  step.text =
      "Attributed is not incremental: each model shares out conversions that happened, and none knows which would have "
      "come "
      "anyway. Only an experiment does; give its result in the parameters to hold the models against it.";
  if (told.result.nulls == 0)
    step.text += " There are no lost journeys: no model can tell what raises the chance to convert.";
  return step;
}

// A channel that no journey has can still be in the list of rules.
Explanation untouched(const std::string& channel) {
  return {channel, {{"none", "No credit", "No journey holds a touch of this channel.", "", {}, {}, {}}}};
}

}  // namespace

Explanation explain(const Params& params, const Inputs& inputs, const Result& result, const RowKey& key) {
  const auto channel = key.find("channel");
  if (channel == key.end()) refuse_row(key);
  if (row_with(result.channels.channel, channel->second) == none) {
    if (row_with(result.rules.channel, channel->second) == none) refuse_row(key);
    return untouched(channel->second);
  }
  Context quiet;
  TouchChannels channels;
  const Journeys journeys = read_journeys(params, inputs, channels, quiet);
  const Told told{params, journeys, result, channel->second, model_of(key, result)};
  return {told.channel,
          {explain_shares(told), explain_part(told), explain_paths(told), explain_removal(told),
           explain_last_touch(told), explain_trust(told)}};
}

}  // namespace outlay::attribution::paths
