// attribution/sessions: how long visits last, where they come from, and what is odd about them.
//
// Definitions: README.md in this folder.
#pragma once

#include <string>

#include "analyses/attribution/touch_channel.h"
#include "core/analysis.h"

namespace outlay::attribution::sessions {

struct Params {
  ChannelFrom channel_from = ChannelFrom::best;
  std::string channel_rules;
  double fence = 1.5;
  int least_sessions = 5;
  int groups = 12;
  int bins = 30;
  int listed = 500;

  void describe(Archive& a);
};

/// One row a dimension and group; dimension "all" is one row. Durations in seconds.
struct GroupTable {
  TextColumn dimension, group;
  NumberColumn sessions, users, conversions, conversion_rate;
  NumberColumn mean, minimum, whisker_low, q1, median, q3, whisker_high, maximum;
  NumberColumn outliers, outlier_share;

  void describe(Archive& a);
};

/// The density of durations by dimension and group, for violins.
struct ViolinTable {
  TextColumn dimension, group;
  NumberColumn seconds, density;

  void describe(Archive& a);
};

struct HistogramTable {
  NumberColumn low, high, sessions, conversions;

  void describe(Archive& a);
};

struct OutlierTable {
  TextColumn session, user, start;
  NumberColumn seconds, times_median;
  TextColumn side, note, channel, source, medium, term, page, referrer;
  NumberColumn converted;

  void describe(Archive& a);
};

struct MismatchTable {
  TextColumn source, referrer, kind;
  NumberColumn sessions, conversions, share;

  void describe(Archive& a);
};

struct MissingTable {
  TextColumn field;
  NumberColumn missing, blank_words, share;

  void describe(Archive& a);
};

struct Result {
  double sessions = 0, users = 0, conversions = 0, conversion_rate = 0;
  double timed = 0;  // sessions with a duration
  double median = 0, mean = 0, p95 = 0, longest = 0;
  double fence_low = 0, fence_high = 0;
  double outliers = 0, outlier_share = 0, clock_changes = 0;
  double mismatches = 0, mismatch_share = 0;
  GroupTable groups;
  ViolinTable violins;
  HistogramTable histogram;
  OutlierTable outliers_listed;
  MismatchTable mismatched;
  MissingTable missing;
  void describe(Archive& a);
};

About about();

/// Throws `not_enough_data` when no session has a duration, `bad_column` for times that cannot be read. O(rows log rows
/// + groups x sessions-per-group).
Result run(const Params& params, const Inputs& inputs, Context& context);

}  // namespace outlay::attribution::sessions
