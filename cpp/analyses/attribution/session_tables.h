// Filling the result tables of attribution/sessions.
#pragma once

#include "analyses/attribution/session_rows.h"
#include "analyses/attribution/sessions.h"

namespace outlay::attribution::sessions {

/// Tukey's fences: this many times the middle half beyond its ends.
struct Fences {
  double low = 0, high = 0;
};
Fences fences_of(const std::vector<double>& seconds, double factor);

void fill_groups(const Params& params, const BoundTable& log, const Sessions& sessions, const Fences& fences,
                 Result& out);
void fill_histogram(const Params& params, const Sessions& sessions, const Fences& fences, HistogramTable& out);
/// Whether a session lies across 2 o'clock of a night on which clocks go forward: the second Sunday of March (USA) or
/// the last (Europe). Local times then show an hour that did not pass.
bool spans_clock_change(const Session& session);

void fill_outliers(const Params& params, const BoundTable& log, const Sessions& sessions, const Fences& fences,
                   double median, OutlierTable& out);
/// Returns how many sessions have a source and a referrer that do not fit.
double fill_mismatches(const BoundTable& log, const Sessions& sessions, MismatchTable& out);
void fill_missing(const BoundTable& log, MissingTable& out);

}  // namespace outlay::attribution::sessions
