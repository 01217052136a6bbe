// From a table of paths with counts to journeys.
#pragma once

#include <string>
#include <vector>

#include "analyses/attribution/journeys.h"
#include "core/inputs.h"

namespace outlay::attribution {

/// Cuts "A > B > C" into its touches; "Direct x 2" is two. The mark between touches is the one that the paths use
/// (->, =>, an arrow, >, |, or failing these ; and ,) unless `separator` names it.
class PathCutter {
 public:
  PathCutter(const std::vector<std::string>& paths, const std::string& separator);

  /// The names of the touches of a path with how often each is repeated; empty for a blank path.
  struct Run {
    std::string_view name;
    std::size_t times;
  };
  std::vector<Run> cut(std::string_view path) const;

 private:
  std::string separator_;  // empty: a path is one touch
};

/// Throws `bad_column` with the line for a count below 0 and for a path too long for the memory. Rows of one path are
/// added up; rows without path are left out and told.
Journeys journeys_of_table(const BoundTable& table, const std::string& separator, bool collapse, Context& context);

}  // namespace outlay::attribution
