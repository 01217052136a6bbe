// The studies there are: one line each.
#include "study.h"

namespace outlay::calibration {

bool run_impact_study(std::ostream& out, int runs);

const std::vector<Study>& studies() {
  static const std::vector<Study> all = {
      {"impact", "Where actions do nothing the decision formula pays for chance and the controlled estimate does not.",
       1000, run_impact_study},
  };
  return all;
}

}  // namespace outlay::calibration
