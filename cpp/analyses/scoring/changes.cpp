// Scores both weeks, then tells what moved each adset that changed.
#include "analyses/scoring/changes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "analyses/scoring/break_even.h"
#include "analyses/scoring/text_list.h"

namespace outlay::scoring::adsets {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

// Both weeks of an adset; scores are NaN in a week in which it was not kept or could not be scored.
struct Pair {
  const Estimate* now;
  const Before* before;
  double bucket_now = nan_value, bucket_before = nan_value;
  double score_now = nan_value, score_before = nan_value;

  bool changed() const {
    if (now->dropped() && !before->kept()) return false;
    if (now->dropped() == before->kept()) return true;
    const bool both = !std::isnan(bucket_now) && !std::isnan(bucket_before);
    return both ? bucket_now != bucket_before : std::isnan(bucket_now) != std::isnan(bucket_before);
  }
};

// What moved the score, in its own points: the three add up to the move, clipping aside.
struct Moves {
  double by_cac = nan_value, by_pltv = nan_value, by_scale = nan_value;
};

Moves moves_of(const Pair& pair, double unit_before, double unit_now) {
  const double root = std::sqrt(2.0);
  const double distance = (pair.now->pltv - pair.now->cac) / root;
  if (!(unit_before > 0 && unit_now > 0) || std::isnan(pair.score_now) || std::isnan(pair.score_before)) return {};
  return {(pair.before->cac - pair.now->cac) / root / unit_before,
          (pair.now->pltv - pair.before->pltv) / root / unit_before, distance / unit_now - distance / unit_before};
}

const char* gate_words(bool spend, bool engagement) {
  return spend && engagement ? "both gates" : spend ? "spend gate" : engagement ? "engagement gate" : "";
}

// The largest of the moves that go the way of the change.
std::string main_mover(const Pair& pair, const Moves& moves) {
  if (std::isnan(pair.bucket_before)) return "score known now";
  if (std::isnan(pair.bucket_now)) return "no score now";
  const double way = pair.bucket_now > pair.bucket_before ? 1 : -1;
  const double cac = way * moves.by_cac, pltv = way * moves.by_pltv, scale = way * moves.by_scale;
  if (cac >= pltv && cac >= scale) return way > 0 ? "CAC fell" : "CAC rose";
  if (pltv >= scale) return way > 0 ? "pLTV rose" : "pLTV fell";
  return "scale of the list moved";
}

std::string why(const Pair& pair, const Moves& moves) {
  const Estimate& now = *pair.now;
  const Before& before = *pair.before;
  if (!before.existed) return "new";
  if (!before.kept()) return std::string("passed ") + gate_words(before.dropped_by_spend, before.dropped_by_engagement);
  if (now.dropped()) return std::string("left out by ") + gate_words(now.dropped_by_spend, now.dropped_by_engagement);
  std::string text = main_mover(pair, moves);
  if (now.weeks_used != before.weeks_used) {
    text += "; window " + std::to_string(before.weeks_used) + " to " + std::to_string(now.weeks_used) + " weeks";
  }
  if (now.is_lookback != before.is_lookback) {
    text += now.is_lookback ? "; enough data now" : "; too little data now, optimistic estimate";
  }
  return text;
}

ScoreColumns score_before(const Params& params, const std::vector<Before>& before) {
  NumberColumn cac, pltv;
  for (const Before& b : before) {
    cac.push_back(b.kept() ? b.cac : nan_value);
    pltv.push_back(b.kept() ? b.pltv : nan_value);
  }
  return score(cac, pltv, params.scale, params.dead_zone);
}

}  // namespace

Before before_of(const Estimate& e) {
  return {true, e.dropped_by_spend, e.dropped_by_engagement, e.is_lookback, e.weeks_used, e.cac, e.pltv};
}

void fill_changes(const Params& params, const AdsetNames& names, const std::vector<const std::vector<Estimate>*>& lists,
                  const ScoreColumns& now, const std::vector<Before>& before, ChangeTable& out) {
  const ScoreColumns then = score_before(params, before);
  std::vector<Pair> pairs;
  std::size_t kept = 0;  // the kept ones come first and are those that `now` scores
  for (const std::vector<Estimate>* list : lists) {
    for (const Estimate& e : *list) {
      Pair pair{&e, &before[e.adset]};
      pair.bucket_before = then.bucket[e.adset];
      pair.score_before = then.scaled_distance[e.adset];
      if (!e.dropped()) {
        pair.bucket_now = now.bucket[kept];
        pair.score_now = now.scaled_distance[kept++];
      }
      if (pair.changed()) pairs.push_back(pair);
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.now->weekly_spend > b.now->weekly_spend; });
  std::vector<std::size_t> rows;
  TextList reasons;
  for (const Pair& pair : pairs) {
    rows.push_back(pair.now->latest_row);
    const Moves moves = moves_of(pair, then.unit, now.unit);
    reasons.add(why(pair, moves));
    const bool is_kept = !pair.now->dropped(), was_kept = pair.before->kept();
    const auto weeks = [](bool known, int count) { return known ? static_cast<double>(count) : nan_value; };
    out.bucket_before.push_back(pair.bucket_before);
    out.bucket_after.push_back(pair.bucket_now);
    out.score_before.push_back(pair.score_before);
    out.score_after.push_back(pair.score_now);
    out.cac_before.push_back(was_kept ? pair.before->cac : nan_value);
    out.cac_after.push_back(is_kept ? pair.now->cac : nan_value);
    out.pltv_before.push_back(was_kept ? pair.before->pltv : nan_value);
    out.pltv_after.push_back(is_kept ? pair.now->pltv : nan_value);
    out.weeks_before.push_back(weeks(was_kept, pair.before->weeks_used));
    out.weeks_after.push_back(weeks(is_kept, pair.now->weeks_used));
    out.by_cac.push_back(moves.by_cac);
    out.by_pltv.push_back(moves.by_pltv);
    out.by_scale.push_back(moves.by_scale);
    out.weekly_spend.push_back(pair.now->weekly_spend);
  }
  names.fill(rows, out);
  out.why = reasons.take();
}

}  // namespace outlay::scoring::adsets
