// The list of analyses, explicit because a linker drops objects that nothing names. One line each, and its include.
#include "analyses/registry.h"

#include <string>

#include "analyses/attribution/paths.h"
#include "analyses/attribution/sessions.h"
#include "analyses/budget/reallocate.h"
#include "analyses/impact/bridge.h"
#include "analyses/impact/decisions.h"
#include "analyses/impact/efficiency.h"
#include "analyses/scoring/adsets.h"

namespace outlay {

const std::vector<Analysis>& registry() {
  static const std::vector<Analysis> analyses = {
      make_analysis(scoring::adsets::about, scoring::adsets::run, scoring::adsets::explain),
      make_analysis(budget::reallocate::about, budget::reallocate::run, budget::reallocate::explain),
      make_analysis(impact::decisions::about, impact::decisions::run, impact::decisions::explain),
      make_analysis(impact::efficiency::about, impact::efficiency::run),
      make_analysis(impact::bridge::about, impact::bridge::run),
      make_analysis(attribution::paths::about, attribution::paths::run, attribution::paths::explain),
      make_analysis(attribution::sessions::about, attribution::sessions::run),
  };
  return analyses;
}

const Analysis& find_analysis(std::string_view id) {
  std::string names;
  for (const Analysis& analysis : registry()) {
    if (analysis.about.id == id) return analysis;
    names += (names.empty() ? "" : ", ") + std::string(analysis.about.id);
  }
  throw Error(ErrorCode::bad_param, "There is no analysis \"" + std::string(id) + "\".",
              "The analyses are " + names + ".");
}

}  // namespace outlay
