// Searching subsets of limits by size, and relaxing one at a time.
#include "analyses/budget/conflict.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/budget/limit_words.h"

namespace outlay::budget::reallocate {
namespace {

struct Case {
  const Params& params;
  const Campaigns& campaigns;
  const Model& model;

  // Without targets, whether any plan exists; "nothing or at least m" needs a search, which only few cases do.
  bool holds(const Scope& scope) const {
    const Limits limits = build_limits(params, campaigns, scope);
    if (!are_feasible(limits)) return false;
    if (!params.min_viable_spend || !scope.has(Family::min_viable) || !scope.has(Family::total)) return true;
    Params plain = params;
    plain.method = Method::linear;
    plain.target_cpa = plain.target_roas = std::nullopt;
    return make_plan(plain, campaigns, model, limits, {.nodes = 200}).has_value();
  }
};

Scope only(const std::vector<int>& members) {
  Scope scope;
  scope.counts.assign(families, 0);
  for (int member : members) scope.counts[member] = 1;
  return scope;
}

// The first conflicting subset of this size in the order of the families; empty when there is none.
std::vector<int> conflict_of_size(const Case& given, const std::vector<int>& present, std::size_t size) {
  std::vector<char> chosen(present.size(), 0);
  std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(std::min(size, chosen.size())), 1);
  do {
    std::vector<int> members;
    for (std::size_t k = 0; k < present.size(); ++k) {
      if (chosen[k]) members.push_back(present[k]);
    }
    if (!given.holds(only(members))) return members;
  } while (std::prev_permutation(chosen.begin(), chosen.end()));
  return {};
}

std::vector<int> smallest_conflict(const Case& given) {
  const std::vector<int> present = families_present(given.params, given.campaigns);
  for (std::size_t size = 1; size <= present.size(); ++size) {
    std::vector<int> found = conflict_of_size(given, present, size);
    if (!found.empty()) return found;
  }
  return present;
}

// The factor nearest to 1 at which the limit lets a plan exist, all others standing; NaN when none does.
double relaxing_factor(const Case& given, Family family) {
  Scope scope;
  scope.scaled = family;
  const auto holds = [&](double factor) {
    scope.factor = factor;
    return given.holds(scope);
  };
  const auto search = [&](double bad, double good) {
    for (int step = 0; step < 100 && std::abs(good - bad) > 1e-14 * std::max(good, bad); ++step) {
      const double middle = 0.5 * (bad + good);
      (holds(middle) ? good : bad) = middle;
    }
    return good;
  };
  const bool may_fall = !is_maximum(family), may_rise = is_maximum(family) || family == Family::total;
  double down = std::nan(""), up = std::nan("");
  for (double factor = may_fall ? 0.5 : 0; factor > 1e-3 && std::isnan(down); factor *= 0.5) {
    if (holds(factor)) down = search(factor * 2, factor);
  }
  if (may_fall && family != Family::total && std::isnan(down) && holds(0)) down = search(1e-3, 0);
  for (double factor = may_rise ? 2 : 1e18; factor < 1e12 && std::isnan(up); factor *= 2) {
    if (holds(factor)) up = search(factor / 2, factor);
  }
  if (std::isnan(up)) return down;
  return std::isnan(down) || up - 1 <= 1 - down ? up : down;
}

struct Relaxation {
  Family family;
  double factor;
};

std::vector<Relaxation> relaxations(const Case& given, const std::vector<int>& conflict) {
  std::vector<Relaxation> out;
  for (int member : conflict) {
    const double factor = relaxing_factor(given, static_cast<Family>(member));
    if (!std::isnan(factor)) out.push_back({static_cast<Family>(member), factor});
  }
  std::stable_sort(out.begin(), out.end(), [](const Relaxation& a, const Relaxation& b) {
    return std::abs(a.factor - 1) < std::abs(b.factor - 1);
  });
  return out;
}

std::string joined(const std::vector<std::string>& parts, const char* last) {
  std::string out;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    out += k == 0 ? parts[k] : (k + 1 == parts.size() ? last : "; ") + parts[k];
  }
  return out;
}

[[noreturn]] void explain_limits(const Case& given) {
  const std::vector<int> conflict = smallest_conflict(given);
  const Limits limits = build_limits(given.params, given.campaigns, only(conflict));
  std::vector<Notice> details;
  std::vector<std::string> sentences, remedies;
  for (int member : conflict) {
    const LimitWords words = words_of(static_cast<Family>(member), given.params, given.campaigns, limits);
    sentences.push_back(words.sentence);
    details.push_back(words.detail);
  }
  for (const Relaxation& relaxation : relaxations(given, conflict)) {
    const LimitWords words = relaxed_words(relaxation.family, relaxation.factor, given.params, given.campaigns, limits);
    remedies.push_back(words.sentence);
    details.push_back(words.detail);
  }
  if (remedies.empty()) remedies.push_back("Lift one of these limits; others conflict as well");
  Where where;
  // The field to look at: the total is seldom the limit that was set too tight.
  where.parameter = details[0].texts["parameter"];
  for (std::size_t k = 1; k < conflict.size() && where.parameter == "/total_budget"; ++k) {
    if (!details[k].texts["parameter"].empty()) where.parameter = details[k].texts["parameter"];
  }
  throw Error(ErrorCode::infeasible, "No plan keeps these limits together: " + joined(sentences, "; and ") + ".",
              joined(remedies, ", or: ") + ".", where, std::move(details));
}

// The limits hold together, so a target is out of reach.
[[noreturn]] void explain_target(const Case& given) {
  const Limits limits = build_limits(given.params, given.campaigns);
  const bool cpa = given.params.target_cpa.has_value();
  const auto ratio = best_ratio(given.params, given.campaigns, given.model, limits, !cpa);
  const double reach = ratio && *ratio > 0 ? (cpa ? 1 / *ratio : *ratio) : std::nan("");
  throw_target(given.params, cpa, reach);
}

}  // namespace

void explain_conflict(const Params& params, const Campaigns& campaigns, const Model& model) {
  const Case given{params, campaigns, model};
  if (given.holds({})) explain_target(given);
  explain_limits(given);
}

}  // namespace outlay::budget::reallocate
