// Searching the clearing price, node by node from the whole down to the groups that bind.
#include "math/clearing.h"

#include <algorithm>
#include <cmath>

#include "math/fill.h"

namespace outlay::math {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double clamp(double value, double low, double high) { return std::min(std::max(value, low), high); }

struct Sum {
  double low = 0;     // at the price
  double above = 0;   // just below it: with what jumps there
  double wish = 0;    // between the two: what those that jump would like
  double change = 0;  // derivative of `low`
};

class Clearing {
 public:
  Clearing(const Demand& demand, const Groups& groups)
      : demand_(demand), groups_(groups), items_(groups.lower.size()), children_(groups.lower.size()) {
    for (std::size_t i = 0; i < demand.size(); ++i) items_[groups.node_of[i]].push_back(i);
    for (std::size_t node = 1; node < children_.size(); ++node) {
      children_[groups.parent[node]].push_back(static_cast<int>(node));
    }
    out.amount.resize(demand.size());
    out.price.resize(demand.size());
  }

  /// False when some node's limits cannot be met.
  bool find_limits() {
    low_.assign(items_.size(), 0);
    high_.assign(items_.size(), 0);
    for (std::size_t k = items_.size(); k-- > 0;) {
      for (std::size_t i : items_[k]) {
        low_[k] += demand_.low(i);
        high_[k] += demand_.high(i);
      }
      for (int child : children_[k]) {
        low_[k] += low_[child];
        high_[k] += high_[child];
      }
      low_[k] = std::max(low_[k], groups_.lower[k]);
      high_[k] = std::min(high_[k], groups_.upper[k]);
      // Sums of shares miss a total by a rounding error; that is no conflict.
      if (low_[k] > high_[k] + 1e-9 * std::max(1.0, std::abs(high_[k]))) return false;
      if (low_[k] > high_[k]) low_[k] = high_[k];
    }
    return true;
  }

  void run(double least_price, double start) {
    const Sum wanted = total(0, least_price);
    if (wanted.above >= low_[0] && wanted.low <= high_[0])
      return assign(0, least_price, clamp(wanted.wish, low_[0], high_[0]));
    solve(0, wanted.low > high_[0] ? high_[0] : low_[0], start);
  }

  Cleared out;

 private:
  Sum total(int node, double price) const {
    Sum sum;
    for (std::size_t i : items_[node]) {
      double change = 0;
      const double amount = demand_.at(i, price, change);
      const bool jumps = demand_.jump(i) == price;
      sum.low += amount;
      sum.above += jumps ? demand_.above_jump(i) : amount;
      sum.wish += jumps ? std::max(amount, demand_.preferred(i)) : amount;
      sum.change += change;
    }
    for (int child : children_[node]) {
      const Sum inner = limited(child, price);
      sum.low += inner.low;
      sum.above += inner.above;
      sum.wish += inner.wish;
      sum.change += inner.change;
    }
    return sum;
  }

  Sum limited(int node, double price) const {
    Sum sum = total(node, price);
    if (sum.low <= low_[node] || sum.low >= high_[node]) sum.change = 0;
    sum.low = clamp(sum.low, low_[node], high_[node]);
    sum.above = clamp(sum.above, low_[node], high_[node]);
    sum.wish = clamp(sum.wish, low_[node], high_[node]);
    return sum;
  }

  void gather_jumps(int node, std::vector<double>& prices) const {
    for (std::size_t i : items_[node]) {
      const double price = demand_.jump(i);
      if (!std::isnan(price)) prices.push_back(price);
    }
    for (int child : children_[node]) gather_jumps(child, prices);
  }

  // The first of the rising jumps at which the node wants no more than `target`; `jumps.size()` when it always does.
  // Steps of doubling length lead away from the guess.
  std::size_t first_affordable(int node, double target, const std::vector<double>& jumps, double guess) const {
    const auto affordable = [&](std::size_t j) { return total(node, jumps[j]).low <= target; };
    std::size_t left = 0;              // all before are too cheap
    std::size_t right = jumps.size();  // this one, and all after, are affordable
    std::size_t probe = static_cast<std::size_t>(std::lower_bound(jumps.begin(), jumps.end(), guess) - jumps.begin());
    std::size_t step = 1;
    while (left < right) {
      const std::size_t j = clamp_index(probe, left, right - 1);
      if (affordable(j)) {
        right = j;
        probe = j >= step ? j - step : 0;
      } else {
        left = j + 1;
        probe = j + step;
      }
      if (probe <= left || probe + 1 >= right) probe = left + (right - left) / 2;
      step *= 2;
    }
    return left;
  }

  static std::size_t clamp_index(std::size_t j, std::size_t left, std::size_t right) {
    return std::min(std::max(j, left), right);
  }

  void solve(int node, double target, double guess) {
    std::vector<double> jumps;
    gather_jumps(node, jumps);
    std::sort(jumps.begin(), jumps.end());
    jumps.erase(std::unique(jumps.begin(), jumps.end()), jumps.end());
    const std::size_t j = first_affordable(node, target, jumps, guess);
    if (j < jumps.size() && total(node, jumps[j]).above >= target) return assign(node, jumps[j], target);
    const double left = j > 0 ? jumps[j - 1] : -infinite;
    const double right = j < jumps.size() ? jumps[j] : infinite;
    assign(node, root(node, target, left, right, guess), target);
  }

  // Newton's method between two prices, with halving or doubling steps where it would leave them.
  double root(int node, double target, double left, double right, double guess) const {
    double price = guess > left && guess < right ? guess : between(left, right, 1);
    double stride = 1;
    for (int step = 0; step < 200; ++step) {
      const Sum sum = total(node, price);
      if (std::abs(sum.low - target) <= 1e-15 * std::abs(target)) break;
      (sum.low > target ? left : right) = price;
      double next = price + newton_step(sum, target);
      if (!(next > left && next < right) || (step > 40 && std::isfinite(right - left))) {
        next = between(left, right, stride *= 2);
      }
      if (next == price || right - left <= 4e-16 * std::max(1.0, std::abs(price))) break;
      price = next;
    }
    return price;
  }

  double newton_step(const Sum& sum, double target) const {
    if (!(sum.change < 0)) return infinite;
    if (demand_.in_factors() && sum.low > 0 && target > 0) return std::log(target / sum.low) * sum.low / sum.change;
    return (target - sum.low) / sum.change;
  }

  static double between(double left, double right, double stride) {
    if (std::isfinite(left) && std::isfinite(right)) return 0.5 * (left + right);
    if (std::isfinite(left)) return left + stride;
    return std::isfinite(right) ? right - stride : 0;
  }

  // Gives the node's items what they want at the price, and shares what is left of the target among those tied there.
  void assign(int node, double price, double target) {
    std::vector<Tie> ties;
    double left = target;
    if (node == 0) out.whole_price = price;
    for (std::size_t i : items_[node]) {
      double change = 0;
      out.amount[i] = demand_.at(i, price, change);
      out.price[i] = price;
      left -= out.amount[i];
      if (demand_.jump(i) != price) continue;
      const double wish = std::max(0.0, demand_.preferred(i) - out.amount[i]);
      ties.push_back({demand_.above_jump(i) - out.amount[i], wish, demand_.shares(i), 0});
    }
    std::vector<Sum> inner;
    for (int child : children_[node]) {
      inner.push_back(limited(child, price));
      left -= inner.back().low;
      ties.push_back({inner.back().above - inner.back().low, inner.back().wish - inner.back().low, true, 0});
    }
    fill_ties(left, ties);
    std::size_t tie = 0;
    for (std::size_t i : items_[node]) {
      if (demand_.jump(i) == price) out.amount[i] += ties[tie++].given;
    }
    settle_rounding(node, target, inner, ties);
    for (std::size_t c = 0; c < inner.size(); ++c) pass_down(children_[node][c], price, inner[c], ties[tie++].given);
  }

  void pass_down(int child, double price, const Sum& wanted, double extra) {
    const double target = wanted.low + extra;
    const bool bound = wanted.low <= low_[child] || wanted.above >= high_[child] || wanted.above > wanted.low;
    if (bound && std::abs(total(child, price).low - target) > 1e-15 * std::abs(target)) {
      solve(child, clamp(target, low_[child], high_[child]), price);
    } else {
      assign(child, price, target);
    }
  }

  // The sum is made exact: what the last digits of the price left over goes to the item with most room both ways.
  void settle_rounding(int node, double target, const std::vector<Sum>& inner, const std::vector<Tie>& ties) {
    double sum = 0;
    for (std::size_t i : items_[node]) sum += out.amount[i];
    const std::size_t first = ties.size() - inner.size();
    for (std::size_t c = 0; c < inner.size(); ++c) sum += inner[c].low + ties[first + c].given;
    const double rest = target - sum;
    if (rest == 0 || std::abs(rest) > 1e-6 * std::max(1.0, std::abs(target))) return;
    double most = 0;
    std::size_t widest = demand_.size();
    for (std::size_t i : items_[node]) {
      const double room = std::min(out.amount[i] - demand_.low(i), demand_.high(i) - out.amount[i]);
      if (room <= most) continue;
      most = room;
      widest = i;
    }
    if (most > std::abs(rest)) out.amount[widest] += rest;
  }

  const Demand& demand_;
  const Groups& groups_;
  std::vector<std::vector<std::size_t>> items_;
  std::vector<std::vector<int>> children_;
  std::vector<double> low_, high_;  // of each node: what its items and limits allow
};

}  // namespace

Groups Groups::whole(std::size_t items, double lower, double upper) {
  return {{0}, {lower}, {upper}, std::vector<int>(items, 0)};
}

std::optional<Cleared> clear(const Demand& demand, const Groups& groups, double least_price, double start) {
  Clearing clearing(demand, groups);
  if (!clearing.find_limits()) return std::nullopt;
  clearing.run(least_price, start);
  return std::move(clearing.out);
}

}  // namespace outlay::math
