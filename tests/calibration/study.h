// A simulation study: a seeded experiment on made-up data whose truth is known, which shows how far a method may be trusted.
#pragma once

#include <ostream>
#include <vector>

namespace outlay::calibration {

struct Study {
  const char* name;   // as `npm run calibrate -- <name>` calls it
  const char* claim;  // what must hold
  int runs;           // how many seeds it takes by default
  /// Prints its table as Markdown; false when the claim does not hold.
  bool (*run)(std::ostream& out, int runs);
};

/// Every study; its own file defines each.
const std::vector<Study>& studies();

}  // namespace outlay::calibration
