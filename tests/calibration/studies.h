// The functions behind the studies, each in the file of its area.
#pragma once

#include <ostream>

namespace outlay::calibration {

bool study_cac_interval(std::ostream& out, int runs);
bool study_chance_of_profit(std::ostream& out, int runs);

}  // namespace outlay::calibration
