// The studies there are: one line each.
#include "study.h"

namespace outlay::calibration {

const std::vector<Study>& studies() {
  static const std::vector<Study> all = {};
  return all;
}

}  // namespace outlay::calibration
