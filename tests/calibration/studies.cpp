// The studies there are: one line each.
#include "studies.h"

#include "study.h"

namespace outlay::calibration {

extern const Study attribution_study;
extern const Study budget_lift;
bool run_impact_study(std::ostream& out, int runs);

const std::vector<Study>& studies() {
  static const std::vector<Study> all = {
      {"cac_interval", "80% intervals of the CAC hold the true one in 76% to 84% of adsets, window search and gates included",
       2000, study_cac_interval},
      {"chance_of_profit", "of the adsets called 75% to 85% likely to be profitable, 76% to 84% are", 2000,
       study_chance_of_profit},
      attribution_study,
      budget_lift,
      {"impact", "Where actions do nothing the decision formula pays for chance and the controlled estimate does not.",
       1000, run_impact_study},
  };
  return all;
}

}  // namespace outlay::calibration
