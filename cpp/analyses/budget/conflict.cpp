// Searching subsets of limits by size, and relaxing one at a time.
#include "analyses/budget/conflict.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/budget/limit_words.h"
#include "analyses/budget/targets.h"

namespace outlay::budget::reallocate {
namespace {

// How far a problem is looked into: limits that are intervals and sums, then what needs a search.
enum class Depth { limits, viable, targets, rounding };

struct Case {
  const Params& params;
  const Campaigns& campaigns;
  const Model& model;
  Depth depth = Depth::limits;
  bool looks_on = false;  // what keeps the limits at this depth must keep those beyond it too

  bool holds(const Scope& scope) const {
    for (int d = static_cast<int>(depth); d <= static_cast<int>(looks_on ? Depth::rounding : depth); ++d) {
      if (!holds_at(static_cast<Depth>(d), scope)) return false;
    }
    return true;
  }

  /// Whether a plan keeps the limits of the scope, as far as this depth looks.
  bool holds_at(Depth depth, Scope scope) const {
    if (depth >= Depth::targets) scope.most = 4 * room_of(scope);
    const Limits limits = build_limits(params, campaigns, scope);
    if (!are_feasible(limits)) return false;
    if (depth == Depth::limits ||
        (depth == Depth::viable && !(scope.has(Family::min_viable) && scope.has(Family::total))))
      return true;
    Params plain = params;
    plain.round_to = 0;
    plain.target_cpa = plain.target_roas = std::nullopt;
    if (depth == Depth::targets) {
      const auto aimed = [&](const std::optional<double>& target, Family family) {
        return target && scope.has(family) ? std::optional<double>(scope.scale(family, *target)) : std::nullopt;
      };
      plain.target_cpa = aimed(params.target_cpa, Family::target_cpa);
      plain.target_roas = aimed(params.target_roas, Family::target_roas);
      return TargetSearch(campaigns, model, limits, {.nodes = 200}).can_meet(targets_of(plain, model));
    } else {
      plain.method = Method::linear;
      if (depth == Depth::rounding && scope.has(Family::round_to))
        plain.round_to = scope.scale(Family::round_to, params.round_to);
    }
    const auto plan = make_plan(plain, campaigns, model, limits, {.nodes = 200});
    return plan && !plan->rounding_failed;
  }

  // What a search without a total may go up to, so that no least amount conflicts with that end.
  double room_of(const Scope& scope) const {
    const Limits limits = build_limits(params, campaigns, scope);
    double least = build_limits(params, campaigns).reference;
    for (const math::Stretch& s : limits.stretch) least += s.low;
    for (std::size_t node = 1; node < limits.groups.lower.size(); ++node) least += limits.groups.lower[node];
    return least;
  }

  // Searches are dear with many campaigns: their number falls with it.
  double searches() const {
    return depth == Depth::limits ? 1e9 : std::max(16.0, 2e6 / static_cast<double>(campaigns.size() + 1));
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

std::vector<int> members_at(const Case& given) {
  std::vector<int> out;
  for (int member : families_present(given.params, given.campaigns)) {
    const Family family = static_cast<Family>(member);
    const bool is_target = family == Family::target_cpa || family == Family::target_roas;
    if (is_target ? given.depth == Depth::targets : family != Family::round_to || given.depth == Depth::rounding)
      out.push_back(member);
  }
  return out;
}

// None can be left out of it, though a smaller one may exist: what is affordable where a look costs a search.
std::vector<int> irreducible_conflict(const Case& given, std::vector<int> members) {
  for (std::size_t k = members.size(); k-- > 0;) {
    std::vector<int> fewer = members;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
    if (!given.holds(only(fewer))) members = std::move(fewer);
  }
  return members;
}

std::vector<int> smallest_conflict(const Case& given) {
  const std::vector<int> present = members_at(given);
  if (std::pow(2.0, static_cast<double>(present.size())) > given.searches())
    return irreducible_conflict(given, present);
  for (std::size_t size = 1; size <= present.size(); ++size) {
    std::vector<int> found = conflict_of_size(given, present, size);
    if (!found.empty()) return found;
  }
  return present;
}

// Steps of money are made finer by a whole number, so that they stay amounts that a person would choose.
double finer_steps(const Case& given) {
  Scope scope;
  scope.scaled = Family::round_to;
  for (const double part : {2.0, 4.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 1000.0}) {
    scope.factor = 1 / part;
    if (given.holds(scope)) return scope.factor;
  }
  return std::nan("");
}

// Where nothing else may move, one amount alone fits: what the campaigns' limits come to, or what is left to the kept.
double only_factor(const Case& given, Family family) {
  if (family != Family::total && family != Family::kept) return std::nan("");
  const Limits limits = build_limits(given.params, given.campaigns);
  double least = 0, most = 0, kept = 0;
  for (std::size_t i = 0; i < limits.stretch.size(); ++i) {
    least += limits.stretch[i].low;
    most += limits.stretch[i].high;
    kept += limits.kept[i] ? limits.stretch[i].low : 0;
  }
  Scope scope;
  scope.scaled = family;
  double nearest = std::nan("");
  for (const double end : {most, least}) {
    scope.factor = family == Family::total ? end / limits.reference : (limits.reference - end + kept) / kept;
    if (!(scope.factor > 1e-6) || !std::isfinite(scope.factor) || !given.holds(scope)) continue;
    if (!(std::abs(nearest - 1) <= std::abs(scope.factor - 1))) nearest = scope.factor;
  }
  return nearest;
}

// The factor nearest to 1 at which the limit lets a plan exist, all others standing; NaN when none does.
double relaxing_factor(const Case& given, Family family) {
  if (family == Family::round_to) return finer_steps(given);
  Scope scope;
  scope.scaled = family;
  const auto holds = [&](double factor) {
    scope.factor = factor;
    return given.holds(scope);
  };
  const auto search = [&](double bad, double good) {
    const double steps = std::min(100.0, given.searches() / 4);
    for (int step = 0; step < steps && std::abs(good - bad) > 1e-14 * std::max(good, bad); ++step) {
      const double middle = 0.5 * (bad + good);
      (holds(middle) ? good : bad) = middle;
    }
    return good;
  };
  const bool may_fall = !is_maximum(family), may_rise = is_maximum(family) || family == Family::total;
  double down = std::nan(""), up = std::nan("");
  // Whole steps and least viable spends fit some totals and not larger ones, so that the nearest is looked for in small
  // strides.
  const bool strides = given.looks_on || (given.depth == Depth::rounding && given.searches() > 500);
  for (int k = 1; strides && k < 32; ++k) {
    const double part = k / 32.0;
    if (may_fall && std::isnan(down) && holds(1 - part)) down = search(1 - part + 1 / 32.0, 1 - part);
    if (may_rise && std::isnan(up) && holds(1 + part)) up = search(1 + part - 1 / 32.0, 1 + part);
    if (!std::isnan(down) || !std::isnan(up)) break;
  }
  for (double factor = may_fall ? 0.5 : 0; factor > 1e-3 && std::isnan(down) && std::isnan(up); factor *= 0.5) {
    if (holds(factor)) down = search(factor * 2, factor);
  }
  if (may_fall && family != Family::total && std::isnan(down) && std::isnan(up) && holds(0))
    down = holds(1e-6) ? search(1e-3, 0) : 0;
  for (double factor = may_rise && !(strides && !std::isnan(down)) ? 2 : 1e18; factor < 1e12 && std::isnan(up);
       factor *= 2) {
    if (holds(factor)) up = search(factor / 2, factor);
  }
  if (std::isnan(up) && std::isnan(down)) return only_factor(given, family);
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
    // Where searches are few they go to the limits that need them.
    if (given.searches() < 200 && member < static_cast<int>(Family::min_viable)) continue;
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

constexpr std::size_t few_campaigns = 1000;  // where every limit is looked into at every depth

// What conflicts at the first depth that fails may conflict with fewer limits at a later one.
std::vector<int> smaller_beyond(const Case& given, std::vector<int> conflict) {
  for (int d = static_cast<int>(given.depth) + 1; d <= static_cast<int>(Depth::rounding); ++d) {
    const Case beyond{given.params, given.campaigns, given.model, static_cast<Depth>(d)};
    const std::vector<int> present = members_at(beyond);
    if (std::pow(2.0, static_cast<double>(present.size())) > beyond.searches()) continue;
    for (std::size_t size = 1; size < conflict.size(); ++size) {
      const std::vector<int> found = conflict_of_size(beyond, present, size);
      if (!found.empty()) conflict = found;
    }
  }
  return conflict;
}

[[noreturn]] void explain_limits(Case given) {
  std::vector<int> conflict = smallest_conflict(given);
  given.looks_on = given.campaigns.size() <= few_campaigns;
  if (given.looks_on) conflict = smaller_beyond(given, std::move(conflict));
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
  // The field to look at: the total is seldom the limit that was set too tight, a target or a step the first suspect.
  for (std::size_t k = 0; k < conflict.size(); ++k) {
    const std::string& parameter = details[k].texts["parameter"];
    const bool suspect = conflict[k] >= static_cast<int>(Family::target_cpa);
    if (where.parameter.empty() || where.parameter == "/total_budget" || suspect) {
      if (!parameter.empty() || where.parameter.empty()) where.parameter = parameter;
    }
  }
  throw Error(ErrorCode::infeasible, "No plan keeps these limits together: " + joined(sentences, "; and ") + ".",
              joined(remedies, ", or: ") + ".", where, std::move(details));
}

}  // namespace

void explain_conflict(const Params& params, const Campaigns& campaigns, const Model& model) {
  for (const Depth depth : {Depth::limits, Depth::viable, Depth::targets}) {
    const Case given{params, campaigns, model, depth};
    if (!given.holds({})) explain_limits(given);
  }
  explain_limits({params, campaigns, model, Depth::rounding});
}

}  // namespace outlay::budget::reallocate
