// Filling the result tables column by column.
#include "analyses/scoring/adset_tables.h"

#include <cmath>
#include <limits>
#include <map>

#include "analyses/scoring/action.h"
#include "analyses/scoring/break_even.h"
#include "analyses/scoring/rollup.h"
#include "analyses/scoring/text_list.h"

namespace outlay::scoring::adsets {

double ratio(double part, double whole) { return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN(); }

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> latest_rows(const std::vector<Estimate>& list) {
  std::vector<std::size_t> rows;
  for (const Estimate& e : list) rows.push_back(e.latest_row);
  return rows;
}

// A column of one of few texts.
class Labels {
 public:
  explicit Labels(std::vector<std::string> texts) { column_.dictionary = std::move(texts); }
  void add(int code) { column_.codes.push_back(code); }
  TextColumn take() { return std::move(column_); }

 private:
  TextColumn column_;
};

TextColumn notes_of(const Lists& lists) {
  TextList out;
  for (std::size_t i = 0; i < lists.kept.size(); ++i) {
    const Estimate& e = lists.kept[i];
    std::string text;
    const auto note = [&](bool applies, const char* words) {
      if (applies) text += (text.empty() ? "" : "; ") + std::string(words);
    };
    note(lists.confidence[i].is_undecided, "not yet decidable");
    note(pays_only_at_best(e, lists.confidence[i]), "pays only at best");
    note(e.window_without_orders, "window without orders");
    note(e.count_above_clicks || e.basis().ihc > e.basis().clicks, "more orders than clicks");
    note(!e.is_lookback && e.fallback.clicks <= 0, "no clicks");
    note(std::isnan(e.pltv), "no pLTV");
    out.add(text);
  }
  return out.take();
}

// Sums of a measure that the table may lack are left empty rather than shown as zero.
NumberColumn window_sums(const std::vector<Estimate>& kept, double Week::*measure, bool known) {
  NumberColumn out;
  for (const Estimate& e : kept) out.push_back(known ? e.window.*measure : nan_value);
  return out;
}

template <class Get>
NumberColumn numbers(const std::vector<Estimate>& list, Get get) {
  NumberColumn out;
  out.reserve(list.size());
  for (const Estimate& e : list) out.push_back(get(e));
  return out;
}

}  // namespace

namespace {

// What rests on the intervals and the scores: the chance, the action, the money.
void fill_confidence(const Params& params, const Lists& lists, AdsetTable& out) {
  const std::vector<Confidence>& all = lists.confidence;
  const auto column = [&](auto get) {
    NumberColumn values;
    for (const Confidence& c : all) values.push_back(get(c));
    return values;
  };
  out.cac_lower = column([](const Confidence& c) { return c.cac_lower; });
  out.cac_upper = column([](const Confidence& c) { return c.cac_upper; });
  out.p_profitable = column([](const Confidence& c) { return c.p_profitable; });
  out.undecided = column([](const Confidence& c) { return std::isnan(c.p_profitable) ? nan_value : c.is_undecided; });
  out.clicks_needed = column([](const Confidence& c) { return c.clicks_needed; });
  out.money_at_stake = numbers(lists.kept, money_at_stake);
  Labels actions({"scale", "hold", "reduce", "pause"});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double bucket = out.score.bucket[i];
    actions.add(std::isnan(bucket) ? -1 : static_cast<int>(action_of(params, bucket, lists.kept[i], all[i])));
  }
  out.action = actions.take();
}

}  // namespace

void fill_adsets(const Params& params, const BoundTable& table, const AdsetNames& names, const Lists& lists,
                 AdsetTable& out) {
  const std::vector<Estimate>& kept = lists.kept;
  names.fill(latest_rows(kept), out);
  out.clicks = window_sums(kept, &Week::clicks, true);
  out.impressions = window_sums(kept, &Week::impressions, table.has("impressions"));
  out.sessions = window_sums(kept, &Week::sessions, table.has("sessions"));
  out.spend = window_sums(kept, &Week::spend, true);
  out.redistributed_ihc = window_sums(kept, &Week::redistributed_ihc, true);
  out.influenced_trials = window_sums(kept, &Week::influenced_trials, table.has("influenced_trials"));
  out.hvc_male = window_sums(kept, &Week::hvc_male, table.has("hvc_male_influenced"));
  out.hvc_female = window_sums(kept, &Week::hvc_female, table.has("hvc_female_influenced"));
  for (std::size_t i = 0; i < kept.size(); ++i) {
    out.share_hvc_male.push_back(ratio(out.hvc_male[i], out.influenced_trials[i]));
    out.share_hvc_female.push_back(ratio(out.hvc_female[i], out.influenced_trials[i]));
  }
  out.pltv = numbers(kept, [](const Estimate& e) { return e.pltv; });
  out.estimated_cac = numbers(kept, [](const Estimate& e) { return e.cac; });
  out.binomial_lower = numbers(kept, [](const Estimate& e) { return e.order_rate.lower; });
  out.binomial_upper = numbers(kept, [](const Estimate& e) { return e.order_rate.upper; });
  out.weeks_used = numbers(kept, [](const Estimate& e) { return e.weeks_used; });
  Labels reasons({"LB", "Binomial optimistic"});
  for (const Estimate& e : kept) reasons.add(e.is_lookback ? 0 : 1);
  out.selection_reason = reasons.take();
  out.ihc_final = numbers(kept, [](const Estimate& e) { return e.ihc_final; });
  out.score = score(out.estimated_cac, out.pltv, params.scale, params.dead_zone);
  fill_confidence(params, lists, out);
  out.notes = notes_of(lists);
  out.cac_spend = numbers(kept, [](const Estimate& e) { return e.cac_spend; });
  out.weekly_spend = numbers(kept, [](const Estimate& e) { return e.weekly_spend; });
  out.fallback_spend = numbers(kept, [](const Estimate& e) { return e.fallback.spend; });
  out.fallback_clicks = numbers(kept, [](const Estimate& e) { return e.fallback.clicks; });
  out.fallback_ihc = numbers(kept, [](const Estimate& e) { return e.fallback_ihc; });
}

void fill_dropped(const AdsetNames& names, const std::vector<Estimate>& dropped, DroppedTable& out) {
  names.fill(latest_rows(dropped), out);
  Labels gates({"spend", "engagement", "spend and engagement"});
  for (const Estimate& e : dropped) gates.add(!e.dropped_by_engagement ? 0 : !e.dropped_by_spend ? 1 : 2);
  out.gate = gates.take();
  out.recent_spend = numbers(dropped, [](const Estimate& e) { return e.recent_spend; });
  out.recent_clicks = numbers(dropped, [](const Estimate& e) { return e.recent_clicks; });
  out.recent_ihc = numbers(dropped, [](const Estimate& e) { return e.recent_ihc; });
  out.weekly_spend = numbers(dropped, [](const Estimate& e) { return e.weekly_spend; });
}

namespace {

// A campaign is known by its id, a row without one by its name; -1 when it has neither.
std::vector<std::int32_t> campaign_codes(const AdsetNames& names, const std::vector<Estimate>& kept) {
  const auto ids = static_cast<std::int32_t>(names.campaign_id ? names.campaign_id->dictionary.size() : 0);
  std::vector<std::int32_t> codes;
  for (const Estimate& e : kept) {
    const std::int32_t id = AdsetNames::code(names.campaign_id, e.latest_row);
    const std::int32_t name = AdsetNames::code(names.campaign_name, e.latest_row);
    codes.push_back(id >= 0 ? id : name >= 0 ? ids + name : -1);
  }
  return codes;
}

}  // namespace

void fill_campaigns(const Params& params, const AdsetNames& names, const std::vector<Estimate>& kept,
                    RollupTable& out) {
  if (!names.campaign_id && !names.campaign_name) return;
  const std::vector<std::int32_t> groups = campaign_codes(names, kept);
  // A campaign is named after its adset with the largest spend.
  std::map<std::int32_t, const Estimate*> largest;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Estimate*& best = largest[groups[i]];
    if (!best || kept[i].cac_spend > best->cac_spend) best = &kept[i];
  }
  const auto ids = static_cast<std::int32_t>(names.campaign_id ? names.campaign_id->dictionary.size() : 0);
  const auto name_of = [&](std::int32_t code) -> std::string_view {
    if (code < 0) return {};
    return code < ids ? names.campaign_id->dictionary[code] : names.campaign_name->dictionary[code - ids];
  };
  std::vector<std::size_t> named;
  for (std::int32_t code : roll_up(params, kept, groups, name_of, out)) named.push_back(largest[code]->latest_row);
  out.campaign_name = AdsetNames::take(names.campaign_name, named);
  out.campaign_id = AdsetNames::take(names.campaign_id, named);
  out.channel = AdsetNames::take(names.channel, named);
}

namespace {

// Recent spend by channel code: what passed the gates, and all of it.
struct Coverage {
  std::map<std::int32_t, double> kept, whole;
  double share(std::int32_t code) const {
    const auto found = kept.find(code);
    return ratio(found == kept.end() ? 0 : found->second, whole.at(code));
  }
};

Coverage spend_by_channel(const AdsetNames& names, const Lists& lists) {
  Coverage out;
  const auto add = [&](const std::vector<Estimate>& list, std::map<std::int32_t, double>& sums) {
    for (const Estimate& e : list) sums[AdsetNames::code(names.channel, e.latest_row)] += e.coverage_spend;
  };
  add(lists.kept, out.kept);
  add(lists.kept, out.whole);
  add(lists.dropped, out.whole);
  return out;
}

void append_curve(const char* name, const std::vector<CoveragePoint>& curve, CoverageTable& out) {
  out.curve.dictionary.emplace_back(name);
  for (std::size_t rank = 0; rank < curve.size(); ++rank) {
    out.curve.codes.push_back(static_cast<std::int32_t>(out.curve.dictionary.size()) - 1);
    out.rank.push_back(static_cast<double>(rank + 1));
    out.cum_spend.push_back(curve[rank].cum_spend);
    out.cum_ihc.push_back(curve[rank].cum_ihc);
    out.coverage.push_back(curve[rank].coverage);
    out.cum_cac.push_back(curve[rank].cum_cac);
  }
}

}  // namespace

double fill_channels(const Params& params, const AdsetNames& names, const UpliftByCode& uplift, const Lists& lists,
                     Result& out) {
  const std::vector<Estimate>& kept = lists.kept;
  std::map<std::int32_t, std::vector<std::size_t>> members;
  std::vector<std::int32_t> groups;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    groups.push_back(AdsetNames::code(names.channel, kept[i].latest_row));
    members[groups[i]].push_back(i);
    all.push_back(i);
  }
  std::vector<std::size_t> rows;  // of the input, behind the rows of the coverage table
  const auto add_curve = [&](const char* name, std::vector<std::size_t> of) {
    const std::vector<CoveragePoint> curve = coverage_curve(kept, std::move(of));
    append_curve(name, curve, out.coverage);
    for (const CoveragePoint& point : curve) rows.push_back(kept[point.adset].latest_row);
    return target_cac(curve, params.target_coverage);
  };
  const double target = add_curve("ALL", std::move(all));
  if (names.channel) {
    const auto name_of = [&](std::int32_t code) {
      return code < 0 ? std::string_view() : std::string_view(names.channel->dictionary[code]);
    };
    const Coverage spend = spend_by_channel(names, lists);
    out.channels.channel.dictionary = names.channel->dictionary;
    out.channels.channel.codes = roll_up(params, kept, groups, name_of, out.channels);
    for (std::int32_t code : out.channels.channel.codes) {
      const std::string name(code < 0 ? std::string_view("no channel") : name_of(code));
      out.channels.target_cac.push_back(add_curve(name.c_str(), std::move(members[code])));
      out.channels.uplift.push_back(code < 0 ? 1 : uplift[code]);
      out.channels.spend_coverage.push_back(spend.share(code));
      const auto prior = out.channel_priors.find(code);
      const bool is_fitted = prior != out.channel_priors.end();
      const double clicks = is_fitted ? prior->second.a + prior->second.b : nan_value;
      out.channels.prior_rate.push_back(is_fitted ? prior->second.a / clicks : nan_value);
      out.channels.prior_clicks.push_back(clicks);
    }
  }
  out.coverage.adset_id = AdsetNames::take(names.adset_id, rows);
  out.coverage.adset_name = AdsetNames::take(names.adset_name, rows);
  return target;
}

}  // namespace outlay::scoring::adsets
