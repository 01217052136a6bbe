// The studies there are: one line each.
#include "study.h"

namespace outlay::calibration {

extern const Study budget_lift;

const std::vector<Study>& studies() {
  static const std::vector<Study> all = {budget_lift};
  return all;
}

}  // namespace outlay::calibration
