// Multipliers for targets around the rounding, and branch and bound around both.
#include "analyses/budget/round_targets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "math/rounding.h"

namespace outlay::budget::reallocate {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int halvings = 24;
constexpr double alike = 1e-9;  // values that differ by less, relatively, differ by ties and rounding errors

// A rounded plan with what no other is worth more than, both for the goal that it was made for.
struct Found {
  std::vector<double> amount;
  double odd = 0, bound = infinite;
};

class RoundSearch {
 public:
  RoundSearch(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
              const std::vector<Target>& targets, bool is_concave, const std::vector<double>& before)
      : params_(params),
        campaigns_(campaigns),
        model_(model),
        limits_(limits),
        targets_(targets),
        is_concave_(is_concave),
        before_(before),
        stretch_(limits.stretch) {
    tolerance_ = 1e-9 * std::max(1.0, limits.reference);
  }

  void run(Plan& plan) {
    const double bound = std::min(plan.bound, explore(nodes()));
    plan.rounding_failed = !nearest_;
    if (!nearest_) return;
    const Found& chosen = best_ ? *best_ : *nearest_;
    plan.budget = chosen.amount;
    plan.odd = chosen.odd;
    plan.value = model_.value(model_.response, plan.budget);
    plan.bound = bound <= plan.value + alike * std::abs(plan.value) ? plan.value : bound;
  }

 private:
  // How many parts of the problem may be looked at, by what a rounding costs.
  int nodes() const {
    const double n = static_cast<double>(before_.size()), steps = limits_.total_high / params_.round_to;
    const bool is_odd = std::abs(steps - std::round(steps)) > 1e-9;
    const double cost = is_concave_ && !params_.min_viable_spend && !is_odd ? 10 * (n + steps) : n * steps * steps;
    return static_cast<int>(std::min(300.0, std::max(1.0, 2e8 / (cost * std::pow(halvings, targets_.size())))));
  }

  Goal goal() const { return {model_.worth, model_.unit_cost}; }

  // The best within the stretches as they stand; what is proven of it comes back.
  double explore(int nodes) {
    const std::optional<Found> found = solve(goal(), targets_.size());
    if (!found) return -infinite;
    const double worth = best_ ? worth_of(goal(), best_->amount) : -infinite;
    const double none = alike * std::abs(worth);
    if ((best_ && found->bound <= worth + none) || nodes <= 1 || below_.empty()) return found->bound;
    std::size_t at = 0;
    const auto apart = [&](std::size_t i) { return limits_.kept[i] ? 0 : std::abs(below_[i] - above_[i]); };
    for (std::size_t i = 1; i < below_.size(); ++i) {
      if (apart(i) > apart(at)) at = i;
    }
    if (apart(at) <= 0.5 * params_.round_to) return found->bound;
    const double step = params_.round_to, middle = 0.5 * (below_[at] + above_[at]);
    const double split = (std::floor(middle / step + 1e-9) + 0.5) * step;
    const math::Stretch whole = stretch_[at];
    const double least = std::max(whole.on, split);
    const math::Stretch parts[] = {split < whole.on ? math::Stretch{whole.low, whole.low, whole.low}
                                                    : math::Stretch{whole.low, whole.on, std::min(whole.high, split)},
                                   {least, least, whole.high}};
    // Which part the one odd amount is in cannot be told where a part has no whole step.
    if (found->odd > 0 && !(holds_step(parts[0]) && holds_step(parts[1]))) return found->bound;
    double bound = -infinite;
    for (const math::Stretch& part : parts) {
      if (!holds_step(part)) continue;
      stretch_[at] = part;
      bound = std::max(bound, explore((nodes - 1) / 2));
    }
    stretch_[at] = whole;
    return std::min(found->bound, bound);
  }

  bool holds_step(const math::Stretch& part) const {
    if (part.low > part.high) return false;
    if (part.low <= 0) return true;
    const double first = std::ceil(std::max(part.low, part.on) / params_.round_to - 1e-9);
    return first * params_.round_to <= part.high * (1 + 1e-9);
  }

  std::optional<Found> solve(const Goal& goal, std::size_t targets) {
    if (targets > 0) return meet(goal, targets - 1);
    const auto value = [&](std::size_t i, double x) {
      return goal.worth[i] * model_.response[i].value(x) - goal.unit_cost * x;
    };
    double size = 0;
    for (std::size_t i = 0; i < before_.size(); ++i) size += std::abs(value(i, before_[i]));
    // Among equals the one nearer to today.
    const double tie = 1e-11 * size / std::max(1.0, limits_.reference);
    const std::function<double(std::size_t, double)> with_tie = [&](std::size_t i, double x) {
      return value(i, x) - tie * std::abs(x - campaigns_.cost[i]);
    };
    std::vector<double> before = before_;
    for (std::size_t i = 0; i < before.size(); ++i) {
      before[i] = std::min(std::max(before[i], stretch_[i].low), stretch_[i].high);
    }
    auto rounded =
        math::round_keeping_total({before, stretch_, limits_.groups, params_.round_to, is_concave_, with_tie});
    if (!rounded) return std::nullopt;
    Found out{std::move(rounded->amount), rounded->odd, infinite};
    if (rounded->is_best) out.bound = worth_of(goal, out.amount) + 1e-10 * size;
    remember(out);
    return out;
  }

  std::optional<Found> meet(const Goal& goal, std::size_t which) {
    const Target& target = targets_[which];
    std::optional<Found> found = solve(goal, which);
    if (!found || surplus(target, found->amount) >= -tolerance_) return found;
    std::vector<double> below = found->amount;
    const Goal only{std::vector<double>(goal.worth.size(), 0), 0};
    std::optional<Found> over = solve(with(only, target, 1), which);
    if (!over) return std::nullopt;
    // Nothing within these stretches meets it: there is nothing to look for.
    if (surplus(target, over->amount) < -tolerance_) {
      if (over->bound < -tolerance_) over->bound = -infinite;
      return over;
    }
    double bound = found->bound, left = 0, right = 1;
    for (int step = 0; step < halvings; ++step) {
      const double m = 0.5 * (left + right);
      Goal scaled = goal;
      for (double& worth : scaled.worth) worth *= 1 - m;
      scaled.unit_cost *= 1 - m;
      std::optional<Found> next = solve(with(scaled, target, m), which);
      if (!next) break;
      bound = std::min(bound, next->bound / (1 - m));
      const bool meets = surplus(target, next->amount) >= -tolerance_;
      (meets ? right : left) = m;
      if (meets)
        over = std::move(next);
      else
        below = std::move(next->amount);
    }
    below_ = std::move(below);
    above_ = over->amount;
    over->bound = bound;
    return over;
  }

  // Of all plans that were met on the way: the best that meets the targets, and the one nearest to them.
  void remember(const Found& found) {
    double missed = 0;
    for (const Target& target : targets_) missed = std::max(missed, -surplus(target, found.amount));
    if (!nearest_ || missed < missed_) {
      nearest_ = found;
      missed_ = missed;
    }
    if (missed > tolerance_) return;
    if (!best_ || worth_of(goal(), found.amount) > worth_of(goal(), best_->amount)) best_ = found;
  }

  static Goal with(Goal goal, const Target& target, double multiplier) {
    for (std::size_t i = 0; i < goal.worth.size(); ++i) goal.worth[i] += multiplier * target.gain[i];
    goal.unit_cost += multiplier * target.unit_cost;
    return goal;
  }

  double worth_of(const Goal& goal, const std::vector<double>& amount) const {
    double sum = 0;
    for (std::size_t i = 0; i < amount.size(); ++i) {
      sum += goal.worth[i] * model_.response[i].value(amount[i]) - goal.unit_cost * amount[i];
    }
    return sum;
  }
  double surplus(const Target& target, const std::vector<double>& amount) const {
    return worth_of({target.gain, target.unit_cost}, amount);
  }

  const Params& params_;
  const Campaigns& campaigns_;
  const Model& model_;
  const Limits& limits_;
  const std::vector<Target>& targets_;
  bool is_concave_;
  const std::vector<double> before_;
  std::vector<math::Stretch> stretch_;
  double tolerance_, missed_ = 0;
  std::optional<Found> best_, nearest_;
  std::vector<double> below_, above_;  // plans on either side of a target
};

}  // namespace

void round_to_targets(const Params& params, const Campaigns& campaigns, const Model& model, const Limits& limits,
                      const std::vector<Target>& targets, bool is_concave, Plan& plan) {
  RoundSearch(params, campaigns, model, limits, targets, is_concave, plan.budget).run(plan);
}

}  // namespace outlay::budget::reallocate
