// The words and numbers of each family of limits.
#include "analyses/budget/limit_words.h"

#include <algorithm>
#include <cmath>

#include "core/number.h"

namespace outlay::budget::reallocate {
namespace {

struct FamilyInfo {
  const char* name;
  const char* parameter;
  const char* label;
  bool maximum;
};

constexpr FamilyInfo info[families] = {
    {"total", "/total_budget", "the total budget", false},
    {"min_share", "/min_share", "the smallest share", false},
    {"max_share", "/max_share", "the largest share", true},
    {"min_change", "/min_change", "the floor on change", false},
    {"max_change", "/max_change", "the cap on change", true},
    {"min_budget", "", "the min_budget column", false},
    {"max_budget", "", "the max_budget column", true},
    {"edit_min", "/edits", "the minimums set by hand", false},
    {"edit_max", "/edits", "the maximums set by hand", true},
    {"kept", "/edits", "the budgets that are kept", false},
    {"group_min", "/group_bounds", "the groups' minimums", false},
    {"group_max", "/group_bounds", "the groups' maximums", true},
    {"min_viable", "/min_viable_spend", "the least viable spend", false},
    {"target_cpa", "/target_cpa", "the target CPA", true},
    {"target_roas", "/target_roas", "the target ROAS", false},
    {"round_to", "/round_to", "the rounding", false},
};

const FamilyInfo& of(Family family) { return info[static_cast<int>(family)]; }

enum class Rounding { nearest, down, up };
// To the cent; of less than a unit four digits, so that no small amount reads 0.
std::string money(double value, Rounding rounding = Rounding::nearest) {
  const double digits = value > 0 && value < 1 ? 4 - std::ceil(std::log10(value)) : 2;
  const double unit = std::pow(10, std::max(2.0, digits)), scaled = value * unit;
  const double whole = rounding == Rounding::nearest ? std::round(scaled)
                       : rounding == Rounding::up    ? std::ceil(scaled * (1 - 1e-11))
                                                     : std::floor(scaled * (1 + 1e-11));
  return number_text(whole / unit);
}
// Rounded towards room, so that the value as written is one that works.
std::string share(double value, bool up = false) {
  const double percent = value * 1e8;
  return number_text((up ? std::ceil(percent - 1e-4) : std::floor(percent + 1e-4)) / 1e6) + "%";
}

// How many campaigns a limit is for, and what it comes to over them.
struct Extent {
  double campaigns = 0, sum = 0, value = 0;
};

Extent extent_of(Family family, const Params& params, const Campaigns& campaigns, const Limits& limits) {
  Extent out;
  const auto add = [&](double amount) {
    if (std::isnan(amount)) return;
    ++out.campaigns;
    out.sum += amount;
  };
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    const auto edit = params.edits.find(std::string(campaigns.name.at(i)));
    const Edit* own = edit == params.edits.end() ? nullptr : &edit->second;
    const double none = std::nan("");
    if (family == Family::kept) add(limits.kept[i] ? limits.stretch[i].low : none);
    if (limits.kept[i]) continue;
    if (family == Family::min_share) add(*params.min_share * limits.reference);
    if (family == Family::max_share) add(*params.max_share * limits.reference);
    if (family == Family::min_change) add((1 + *params.min_change) * campaigns.cost[i]);
    if (family == Family::max_change) add((1 + *params.max_change) * campaigns.cost[i]);
    if (family == Family::min_budget) add(campaigns.min_budget[i]);
    if (family == Family::max_budget) add(campaigns.max_budget[i]);
    if (family == Family::edit_min) add(own && own->min ? *own->min : none);
    if (family == Family::edit_max) add(own && own->max ? *own->max : none);
    if (family == Family::min_viable) add(*params.min_viable_spend);
  }
  for (std::size_t node = 1; node < limits.groups.lower.size(); ++node) {
    if (family == Family::group_min) out.sum += limits.groups.lower[node];
    if (family == Family::group_max && std::isfinite(limits.groups.upper[node])) out.sum += limits.groups.upper[node];
  }
  return out;
}

std::string each_of(const Extent& extent) {
  const std::string count = number_text(extent.campaigns);
  return extent.campaigns == 1 ? "one campaign" : "each of " + count + " campaigns, " + money(extent.sum) + " together";
}

std::string group_list(const Limits& limits, bool maximum) {
  std::string out;
  int named = 0;
  for (std::size_t node = 1; node < limits.group_of_node.size(); ++node) {
    const double bound = maximum ? limits.groups.upper[node] : limits.groups.lower[node];
    if (!std::isfinite(bound) || (!maximum && bound <= 0)) continue;
    if (++named > 3) return out + " and others";
    out += (out.empty() ? "" : ", ") + money(bound) + " for " + limits.group_of_node[node];
  }
  return out;
}

double value_of(Family family, const Params& params, const Limits& limits, const Extent& extent) {
  switch (family) {
    case Family::total:
      return limits.total_high;
    case Family::min_share:
      return *params.min_share;
    case Family::max_share:
      return *params.max_share;
    case Family::min_change:
      return *params.min_change;
    case Family::max_change:
      return *params.max_change;
    case Family::min_viable:
      return *params.min_viable_spend;
    case Family::target_cpa:
      return *params.target_cpa;
    case Family::target_roas:
      return *params.target_roas;
    case Family::round_to:
      return params.round_to;
    default:
      return extent.sum;
  }
}

std::string sentence_of(Family family, const Params& params, const Limits& limits, const Extent& extent) {
  switch (family) {
    case Family::total:
      if (limits.total_low == limits.total_high) return "a total budget of " + money(limits.total_high);
      return "a total between " + money(limits.total_low) + " and " + money(limits.total_high);
    case Family::min_share:
      return "a minimum of " + share(*params.min_share) + " of the budget for " + each_of(extent) + " (" +
             share(extent.sum / limits.reference) + " of the budget)";
    case Family::max_share:
      return "a maximum of " + share(*params.max_share) + " of the budget for " + each_of(extent) + " (" +
             share(extent.sum / limits.reference) + " of the budget)";
    case Family::min_change:
      return "a change of at least " + share(*params.min_change) + " for " + each_of(extent);
    case Family::max_change:
      return "a change of at most " + share(*params.max_change) + " for " + each_of(extent);
    case Family::group_min:
      return "a minimum of " + group_list(limits, false);
    case Family::group_max:
      return "a maximum of " + group_list(limits, true);
    case Family::kept:
      return "a budget that is kept for " + each_of(extent);
    case Family::min_viable:
      return "nothing or at least " + money(*params.min_viable_spend) + " for each campaign";
    case Family::target_cpa:
      return "a CPA of at most " + money(*params.target_cpa);
    case Family::target_roas:
      return "a ROAS of at least " + money(*params.target_roas);
    case Family::round_to:
      return "budgets in whole steps of " + money(params.round_to);
    default:
      return std::string(of(family).label) + " for " + each_of(extent);
  }
}

}  // namespace

std::vector<int> families_present(const Params& params, const Campaigns& campaigns) {
  const auto any = [](const NumberColumn& column) {
    return std::any_of(column.begin(), column.end(), [](double v) { return !std::isnan(v); });
  };
  const auto edited = [&](std::optional<double> Edit::*field) {
    return std::any_of(params.edits.begin(), params.edits.end(),
                       [&](const auto& e) { return (e.second.*field).has_value(); });
  };
  const auto bounded = [&](std::optional<double> GroupBounds::*field) {
    return std::any_of(params.group_bounds.begin(), params.group_bounds.end(),
                       [&](const auto& e) { return (e.second.*field).has_value(); });
  };
  const bool present[families] = {true,
                                  params.min_share.has_value(),
                                  params.max_share.has_value(),
                                  params.min_change.has_value(),
                                  params.max_change.has_value(),
                                  any(campaigns.min_budget),
                                  any(campaigns.max_budget),
                                  edited(&Edit::min),
                                  edited(&Edit::max),
                                  true,
                                  bounded(&GroupBounds::min),
                                  bounded(&GroupBounds::max),
                                  params.min_viable_spend.has_value(),
                                  params.target_cpa.has_value(),
                                  params.target_roas.has_value(),
                                  params.round_to > 0};
  std::vector<int> out;
  for (int k = 0; k < families; ++k) {
    if (present[k]) out.push_back(k);
  }
  return out;
}

bool is_maximum(Family family) { return of(family).maximum; }

LimitWords words_of(Family family, const Params& params, const Campaigns& campaigns, const Limits& limits) {
  const Extent extent = extent_of(family, params, campaigns, limits);
  LimitWords out{sentence_of(family, params, limits, extent), {"conflict", Severity::warning, {}, {}}};
  out.detail.texts = {{"limit", of(family).name}, {"parameter", of(family).parameter}};
  out.detail.numbers = {{"value", value_of(family, params, limits, extent)}};
  if (extent.campaigns > 0) out.detail.numbers["campaigns"] = extent.campaigns;
  if (extent.sum > 0) out.detail.numbers["sum"] = extent.sum;
  if (limits.crossed_campaign >= 0) {
    const std::string name(campaigns.name.at(static_cast<std::size_t>(limits.crossed_campaign)));
    out.detail.texts["campaign"] = name;
    out.sentence += " (as for \"" + name + "\")";
  }
  return out;
}

LimitWords relaxed_words(Family family, double factor, const Params& params, const Campaigns& campaigns,
                         const Limits& limits) {
  const Extent extent = extent_of(family, params, campaigns, limits);
  const double from = value_of(family, params, limits, extent);
  const bool is_change = family == Family::min_change || family == Family::max_change;
  const bool is_share = family == Family::min_share || family == Family::max_share;
  const double to = is_change ? factor * (1 + from) - 1 : factor * from;
  const bool up = factor > 1;
  LimitWords out{"", {"relaxation", Severity::info, {{"from", from}, {"to", to}, {"factor", factor}}, {}}};
  out.detail.texts = {{"limit", of(family).name}, {"parameter", of(family).parameter}};
  const std::string value = is_change || is_share ? share(to, up) : money(to, up ? Rounding::up : Rounding::down);
  out.sentence = (up ? "Raise " : "Lower ") + std::string(of(family).label);
  const bool by_factor = family >= Family::min_budget && family <= Family::group_max;
  out.sentence += by_factor ? " to " + share(factor, up) + " of what they are" : " to " + value;
  return out;
}

}  // namespace outlay::budget::reallocate
