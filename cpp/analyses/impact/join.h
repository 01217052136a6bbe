// Finds what each action acted on in the performance table, and its sums before and after.
#pragma once

#include <vector>

#include "analyses/impact/action_log.h"
#include "analyses/impact/series.h"

namespace outlay::impact {

/// Where an action found its rows, the most exact first.
enum class Level { target, search_term, campaign, none };

std::string_view name_of(Level level);

/// How long the windows are, in days.
struct Windows {
  int before = 14, after = 14, baseline = 30;

  Window before_of(std::int32_t day) const { return {day - before, day - 1}; }
  Window after_of(std::int32_t day) const { return {day, day + after - 1}; }
  Window baseline_of(std::int32_t day) const { return {day - baseline, day - 1}; }
  /// The later half of `before`.
  Window recent_of(std::int32_t day) const { return {day - before / 2, day - 1}; }
  /// As long as `after` and right before `before`: its mirror image in time.
  Window pre_of(std::int32_t day) const { return {day - before - after, day - before - 1}; }
  /// As long again, before `pre`.
  Window earlier_of(std::int32_t day) const { return {day - before - 2 * after, day - before - after - 1}; }
};

/// The sums of one selection of rows around an action. All zeros for rows that are not there.
struct Around {
  bool exists = false;
  Sums before, recent, after, baseline, pre, earlier;
};

Around sums_around(const Series& series, std::int32_t number, const Windows& windows, std::int32_t day);

struct Joined {
  Level level = Level::none;
  bool narrowed = false;    // to the action's match type
  bool falls_back = false;  // names a target or term, but only its campaign has rows
  Around found;             // at `level`; of a harvest: its source
  Around term;              // of a harvest: the term in the whole account
};

/// One answer an action. Names compare without case; O(leaves * kinds of keys + actions * window).
std::vector<Joined> join(const Performance& performance, const std::vector<LoggedAction>& actions,
                         const Windows& windows);

}  // namespace outlay::impact
