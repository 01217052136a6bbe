// Steps given, taken and exchanged, with the best item of each group at the top of a heap.
#include "math/exchange.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace outlay::math {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

struct Offer {
  double gain;
  std::size_t item;
  int stamp;
  bool operator<(const Offer& other) const { return gain != other.gain ? gain < other.gain : item > other.item; }
};

class Exchange {
 public:
  Exchange(const RoundingTask& task, double slack)
      : task_(task),
        groups_(task.groups),
        step_(task.step),
        slack_(slack),
        sum_(groups_.lower.size()),
        stamp_(task.amount.size()) {
    out.amount = task.amount;
    low_.resize(out.amount.size());
    high_.resize(out.amount.size());
    for (std::size_t i = 0; i < out.amount.size(); ++i) place(i, task.stretch[i]);
    for (std::size_t node = sum_.size(); node-- > 1;) sum_[groups_.parent[node]] += sum_[node];
    for (auto* heaps : {&gives_, &takes_}) heaps->resize(sum_.size());
    for (std::size_t i = 0; i < out.amount.size(); ++i) offer(i);
    find_switches();
  }

  // `low` and `high` bound the total; where they agree up to less than a step, the rest is odd.
  bool run(double low, double high) {
    for (std::size_t node = sum_.size(); node-- > 1;) {
      while (sum_[node] < groups_.lower[node] - slack_) {
        if (!raise(static_cast<int>(node))) return false;
      }
      while (sum_[node] > groups_.upper[node] + slack_) {
        if (!lower(static_cast<int>(node))) return false;
      }
      while (sum_[node] < groups_.lower[node] - slack_) {
        if (!give(best_giver(static_cast<int>(node)))) break;
      }
      // No whole sum may lie within the limits.
      if (sum_[node] < groups_.lower[node] - slack_ || sum_[node] > groups_.upper[node] + slack_) return false;
    }
    const auto is_short = [&] {
      return sum_[0] + step_ <= low + slack_ || (sum_[0] < low - slack_ && sum_[0] + step_ <= high + slack_);
    };
    while (is_short()) {
      if (!raise(0)) return false;
    }
    while (sum_[0] > high + slack_) {
      if (!lower(0)) return false;
    }
    while (is_short()) {
      if (!give(best_giver(0))) return false;
    }
    improve(low, high);
    return carry_odd(std::max(0.0, low - sum_[0]));
  }

  Rounded out;

 private:
  // Items that can be turned on (or off) as a whole, those first that bring most (or least) for their money.
  struct Switch {
    double rate;
    std::size_t item;
    double step;  // what turning it on or off adds to the sum
  };

  void find_switches() {
    starts_.resize(sum_.size());
    stops_.resize(sum_.size());
    for (std::size_t i = 0; i < out.amount.size(); ++i) {
      const Stretch& s = task_.stretch[i];
      if (!(s.on > s.low) || s.low > 0) continue;
      const double x = out.amount[i];
      const double least = std::ceil(s.on / step_ - 1e-9) * step_;
      const double to = x > 0 ? x : least;
      if (to > s.high + slack_) continue;
      (x > 0 ? stops_ : starts_)[groups_.node_of[i]].push_back({task_.value(i, to) / to, i, x > 0 ? -x : to});
    }
    for (auto& list : starts_) {
      std::stable_sort(list.begin(), list.end(), [](const Switch& a, const Switch& b) { return a.rate < b.rate; });
    }
    for (auto& list : stops_) {
      std::stable_sort(list.begin(), list.end(), [](const Switch& a, const Switch& b) { return a.rate > b.rate; });
    }
  }

  // Turns one item of the node on or off, the last of its list; each at most once.
  bool turn(std::vector<std::vector<Switch>>& lists, int outer, double sign) {
    std::vector<Switch>* best = nullptr;
    for (std::size_t node = 0; node < lists.size(); ++node) {
      auto& list = lists[node];
      if (!lies_in(static_cast<int>(node), outer)) continue;
      while (!list.empty() && !has_room(static_cast<int>(node), outer, current(list.back()))) list.pop_back();
      if (!list.empty() && (!best || sign * list.back().rate > sign * best->back().rate)) best = &list;
    }
    if (!best) return false;
    const Switch chosen = best->back();
    const double step = current(chosen);
    best->pop_back();
    const std::size_t i = chosen.item;
    if (step > 0) {
      low_[i] = step;
      high_[i] = std::floor(task_.stretch[i].high / step_ + 1e-9) * step_;
    } else {
      low_[i] = high_[i] = 0;
    }
    return move(i, step);
  }

  // An item that is on may have got or lost steps since the list was made.
  double current(const Switch& entry) const { return entry.step > 0 ? entry.step : -out.amount[entry.item]; }

  bool raise(int node) { return give(best_giver(node)) || turn(starts_, node, 1); }
  bool lower(int node) { return take(best_taker(node)) || turn(stops_, node, -1); }

  void place(std::size_t i, const Stretch& s) {
    double& x = out.amount[i];
    const bool off = s.on > s.low && x <= s.low;
    low_[i] = std::ceil(std::max(s.low, s.on > s.low ? s.on : s.low) / step_ - 1e-9) * step_;
    high_[i] = std::floor(s.high / step_ + 1e-9) * step_;
    if (off || s.low >= s.high || low_[i] > high_[i]) {
      low_[i] = high_[i] = x;
    } else {
      x = std::min(std::max(std::floor(x / step_ + 1e-9) * step_, low_[i]), high_[i]);
    }
    sum_[groups_.node_of[i]] += x;
  }

  void offer(std::size_t i) {
    const double x = out.amount[i];
    const int node = groups_.node_of[i];
    const double now = task_.value(i, x);
    if (x + step_ <= high_[i] + slack_) gives_[node].push({task_.value(i, x + step_) - now, i, stamp_[i]});
    if (x - step_ >= low_[i] - slack_) takes_[node].push({task_.value(i, x - step_) - now, i, stamp_[i]});
  }

  const Offer* top(std::priority_queue<Offer>& heap) const {
    while (!heap.empty() && heap.top().stamp != stamp_[heap.top().item]) heap.pop();
    return heap.empty() ? nullptr : &heap.top();
  }

  // Whether a step more (or less) at `node` keeps the limits of all nodes from there up to, not with, `until`.
  bool has_room(int node, int until, double step) const {
    for (; node != until && node != 0; node = groups_.parent[node]) {
      if (sum_[node] + step > groups_.upper[node] + slack_ || sum_[node] + step < groups_.lower[node] - slack_)
        return false;
    }
    return true;
  }

  bool lies_in(int node, int outer) const {
    while (node > outer) node = groups_.parent[node];
    return node == outer;
  }

  int meeting(int a, int b) const {
    while (a != b) (a > b ? a : b) = groups_.parent[a > b ? a : b];
    return a;
  }

  std::size_t best_of(std::vector<std::priority_queue<Offer>>& heaps, int outer, double step) {
    const Offer* best = nullptr;
    for (std::size_t node = 0; node < heaps.size(); ++node) {
      const Offer* offer = top(heaps[node]);
      if (!offer || (best && !(*best < *offer)) || !lies_in(static_cast<int>(node), outer)) continue;
      if (has_room(static_cast<int>(node), outer, step)) best = offer;
    }
    return best ? best->item : nobody;
  }
  std::size_t best_giver(int node) { return best_of(gives_, node, step_); }
  std::size_t best_taker(int node) { return best_of(takes_, node, -step_); }

  bool move(std::size_t i, double step) {
    if (i == nobody) return false;
    out.amount[i] += step;
    for (int node = groups_.node_of[i];; node = groups_.parent[node]) {
      sum_[node] += step;
      if (node == 0) break;
    }
    ++stamp_[i];
    offer(i);
    return true;
  }
  bool give(std::size_t i) { return move(i, step_); }
  bool take(std::size_t i) { return move(i, -step_); }

  struct Pair {
    double gain = 0;
    std::size_t giver = nobody, taker = nobody;
  };

  Pair best_pair() {
    Pair best;
    for (std::size_t a = 0; a < gives_.size(); ++a) {
      const Offer* more = top(gives_[a]);
      for (std::size_t b = 0; more && b < takes_.size(); ++b) {
        const Offer* less = top(takes_[b]);
        if (!less || less->item == more->item || more->gain + less->gain <= best.gain) continue;
        const int until = meeting(static_cast<int>(a), static_cast<int>(b));
        if (!has_room(static_cast<int>(a), until, step_) || !has_room(static_cast<int>(b), until, -step_)) continue;
        best = {more->gain + less->gain, more->item, less->item};
      }
    }
    return best;
  }

  // Exchanges, and single steps where the total may change, while one brings more.
  void improve(double low, double high) {
    double scale = 0;
    for (std::size_t i = 0; i < out.amount.size(); ++i) scale += std::abs(task_.value(i, out.amount[i]));
    const double least = 1e-13 * scale;
    for (std::size_t swap = 0; swap < 2 * out.amount.size() + 1000; ++swap) {
      const std::size_t more = sum_[0] + step_ <= high + slack_ ? best_giver(0) : nobody;
      const std::size_t less = sum_[0] - step_ >= low - slack_ ? best_taker(0) : nobody;
      const Pair pair = best_pair();
      if (more != nobody && gain(more, step_) > std::max(pair.gain, least)) {
        give(more);
      } else if (less != nobody && gain(less, -step_) > std::max(pair.gain, least)) {
        take(less);
      } else if (pair.giver == nobody || pair.gain <= least) {
        break;
      } else {
        give(pair.giver);
        take(pair.taker);
      }
    }
  }

  double gain(std::size_t i, double step) const {
    return task_.value(i, out.amount[i] + step) - task_.value(i, out.amount[i]);
  }

  // To the item that it brings most; of equals to the largest.
  bool carry_odd(double odd) {
    out.odd = odd > slack_ ? odd : 0;
    if (out.odd == 0) return true;
    std::size_t carrier = nobody;
    double most = 0;
    for (std::size_t i = 0; i < out.amount.size(); ++i) {
      const bool fits = low_[i] < high_[i] && out.amount[i] + odd <= task_.stretch[i].high + slack_ &&
                        has_room(groups_.node_of[i], 0, odd);
      if (!fits) continue;
      const double brings = gain(i, odd);
      if (carrier != nobody && (brings < most || (brings == most && out.amount[i] <= out.amount[carrier]))) continue;
      carrier = i;
      most = brings;
    }
    if (carrier == nobody) return false;
    out.amount[carrier] += odd;
    return true;
  }

  const RoundingTask& task_;
  const Groups& groups_;
  double step_, slack_;
  std::vector<double> low_, high_, sum_;  // in whole steps
  std::vector<int> stamp_;
  std::vector<std::priority_queue<Offer>> gives_, takes_;
  std::vector<std::vector<Switch>> starts_, stops_;
};

}  // namespace

std::optional<Rounded> exchange_steps(const RoundingTask& task, double slack) {
  Exchange exchange(task, slack);
  if (!exchange.run(task.groups.lower[0], task.groups.upper[0])) return std::nullopt;
  return std::move(exchange.out);
}

}  // namespace outlay::math
