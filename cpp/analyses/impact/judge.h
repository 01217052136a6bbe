// Judges each action by the source's rules: was it carried out, what did it bring, what kind of outcome is it.
#pragma once

#include <string>
#include <vector>

#include "analyses/impact/decisions.h"
#include "analyses/impact/join.h"

namespace outlay::impact::decisions {

enum class Direction { none, up, down };
enum class Tag { none, offensive_win, defensive_win, gap, market_drag };
enum class Verdict {
  unverified,
  not_implemented,
  confirmed_blocked,
  normalized_match,
  harvested,
  harvested_near,
  spend_eliminated,
  cpc_validated,
  directional_match
};
enum class Exclusion { none, immature, unverified, not_implemented, market_drag };

/// As tables and notices write them; empty for none.
std::string_view name_of(Direction direction);
std::string_view name_of(Tag tag);
std::string_view name_of(Exclusion exclusion);

/// An action with its sums (before: scaled to the days after, except in `join.found`) and everything judged of it.
struct Judged {
  LoggedAction action;
  Joined join;
  int before_days = 0, after_days = 0;
  double scale = 1;
  Sums before, after;
  double before_cpc, after_cpc;  // NaN without clicks
  Direction direction = Direction::none;
  Verdict verdict = Verdict::unverified;
  double migrated_pct = 0;
  bool validated = false, mature = false, has_windows = false;
  bool uses_elimination = false;                      // the spend eliminated formula
  double spc_uncapped, baseline_spc, expected_sales;  // NaN when they do not apply
  bool capped = false;
  double raw_impact = 0, weight = 0, impact = 0;
  Tag tag = Tag::none;
  Exclusion excluded = Exclusion::none;

  bool counted() const { return excluded == Exclusion::none; }
  /// Whether it may be judged at all: located, and days of data on both sides.
  bool located() const { return has_windows && join.level != Level::none && !join.falls_back; }
  double unscaled_clicks() const { return join.found.before.clicks; }
  std::string status() const;
};

struct RoasCap {
  double cap, median, sample_sd;  // NaN when there are too few targets
  int targets = 0;
};

struct Judgement {
  std::vector<Judged> actions;  // in file order
  RoasCap cap;
  Windows windows;
};

Judgement judge(const Params& params, const Performance& performance, const std::vector<LoggedAction>& actions,
                int horizon_days);

}  // namespace outlay::impact::decisions
