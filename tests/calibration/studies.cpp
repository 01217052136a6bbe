// The studies there are: one line each.
#include "study.h"

namespace outlay::calibration {

extern const Study attribution_study;

const std::vector<Study>& studies() {
  static const std::vector<Study> all = {attribution_study};
  return all;
}

}  // namespace outlay::calibration
