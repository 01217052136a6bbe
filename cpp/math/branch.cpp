// Branch and bound: the node with the largest bound first, split where its envelope lies furthest above the curve.
#include "math/branch.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <queue>

namespace outlay::math {
namespace {

constexpr double node_work = 4e6;  // items times nodes that a search may cost

// A node differs from its parent by the stretch of one item.
struct Node {
  std::shared_ptr<const Node> parent;
  std::size_t item = 0;
  Stretch stretch;
  double bound = 0;  // of the parent: its own is known once it is solved
  double log_price = 0;
  int order = 0;
};

using Link = std::shared_ptr<const Node>;

struct Later {
  bool operator()(const Link& a, const Link& b) const {
    return a->bound != b->bound ? a->bound < b->bound : a->order > b->order;
  }
};

class Search {
 public:
  Search(const std::vector<Choice>& items, const Groups& groups, double unit_cost, const std::vector<double>& preferred)
      : items_(items), groups_(groups), unit_cost_(unit_cost), preferred_(preferred) {
    for (const Choice& item : items) envelopes_.push_back(envelope(item.curve, item.stretch));
  }

  bool run(const SearchLimits& limits, double start) {
    const double fits = node_work / static_cast<double>(items_.size() + 1);
    const int most = limits.nodes > 0 ? limits.nodes : static_cast<int>(std::min(50000.0, std::max(4.0, fits)));
    open_.push(
        std::make_shared<const Node>(Node{.bound = std::numeric_limits<double>::infinity(), .log_price = start}));
    while (!open_.empty() && best.nodes < most && !is_within(open_.top()->bound, limits.tolerance)) {
      const Link node = open_.top();
      open_.pop();
      visit(node);
    }
    best.bound = std::max(best.value, settled_);
    if (!open_.empty()) best.bound = std::max(best.bound, open_.top()->bound);
    return found_;
  }

  Best best;

 private:
  bool is_within(double bound, double tolerance) const {
    return found_ && bound - best.value <= tolerance * std::abs(best.value);
  }

  void visit(const Link& node) {
    ++best.nodes;
    std::vector<std::size_t> changed;
    for (const Node* step = node.get(); step->parent; step = step->parent.get()) {
      // The latest change of an item stands; earlier ones are met later on this way up.
      if (std::find(changed.begin(), changed.end(), step->item) != changed.end()) continue;
      changed.push_back(step->item);
      envelopes_[step->item] = envelope(items_[step->item].curve, step->stretch);
    }
    if (const auto relaxed = allocate(envelopes_, groups_, unit_cost_, preferred_, node->log_price)) {
      branch(node, *relaxed);
    }
    for (std::size_t i : changed) envelopes_[i] = envelope(items_[i].curve, items_[i].stretch);
  }

  void branch(const Link& node, const Allocation& relaxed) {
    const double bound = std::min(node->bound, relaxed.bound);
    const double log_price = relaxed.whole_price > 0 ? std::log(relaxed.whole_price) : node->log_price;
    if (best.nodes == 1) best.log_price = log_price;
    double most = 0;
    std::size_t widest = items_.size();
    bool allowed = true;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Envelope& e = envelopes_[i];
      const double x = relaxed.amount[i];
      if (!e.is_above() || x <= e.stretch.low || x >= e.touch) continue;
      allowed = allowed && x >= e.stretch.on;
      const double above = e.value(x) - e.curve.value(x);
      if (above > most || (widest == items_.size() && x < e.stretch.on)) {
        most = std::max(most, above);
        widest = i;
      }
    }
    if (allowed) keep(relaxed);
    if (widest == items_.size()) {
      settled_ = std::max(settled_, bound);
      return;
    }
    if (best.nodes < 32 || best.nodes % 8 == 0) round_off(relaxed, log_price);
    if (is_within(bound, 0)) return;
    split(node, widest, relaxed.amount[widest], bound, log_price);
  }

  void keep(const Allocation& found) {
    if (found_ && found.value <= best.value) return;
    found_ = true;
    best.value = found.value;
    best.amount = found.amount;
    best.price = found.price;
    best.whole_price = found.whole_price;
  }

  // Tries all items that are between two states at their lower, then at their upper one, and solves what is then
  // concave.
  void round_off(const Allocation& relaxed, double log_price) {
    for (const bool up : {true, false}) {
      std::vector<Envelope> fixed = envelopes_;
      for (std::size_t i = 0; i < fixed.size(); ++i) {
        const Envelope& e = envelopes_[i];
        if (!e.is_above()) continue;
        const double x = relaxed.amount[i];
        const bool on = x >= e.touch || (up && x > e.stretch.low);
        Stretch part{e.stretch.low, e.stretch.low, e.stretch.low};
        if (on) {
          const double from = std::max(e.stretch.on, std::min(e.curve.inflection(), e.touch));
          part = {from, from, e.stretch.high};
        }
        fixed[i] = envelope(e.curve, part);
      }
      if (const auto found = allocate(fixed, groups_, unit_cost_, preferred_, log_price)) keep(*found);
    }
  }

  void split(const Link& node, std::size_t item, double x, double bound, double log_price) {
    const Stretch& s = envelopes_[item].stretch;
    if (s.on > s.low && x < s.on) {  // in the gap: nothing, or at least the least
      push(node, item, {s.low, s.low, s.low}, bound, log_price);
      push(node, item, {s.on, s.on, s.high}, bound, log_price);
      return;
    }
    push(node, item, {s.low, s.on, x}, bound, log_price);
    push(node, item, {x, x, s.high}, bound, log_price);
  }

  void push(const Link& parent, std::size_t item, const Stretch& stretch, double bound, double log_price) {
    open_.push(std::make_shared<const Node>(Node{parent, item, stretch, bound, log_price, ++order_}));
  }

  const std::vector<Choice>& items_;
  const Groups& groups_;
  double unit_cost_;
  const std::vector<double>& preferred_;
  std::vector<Envelope> envelopes_;
  std::priority_queue<Link, std::vector<Link>, Later> open_;
  int order_ = 0;
  bool found_ = false;
  double settled_ = -std::numeric_limits<double>::infinity();  // the largest bound of a node that needed no split
};

}  // namespace

double Best::gap() const {
  const double rest = bound - value;
  return rest <= 1e-12 * std::abs(value) ? 0 : rest / std::abs(value);
}

std::optional<Best> maximise(const std::vector<Choice>& items, const Groups& groups, double unit_cost,
                             const std::vector<double>& preferred, const SearchLimits& limits, double start) {
  Search search(items, groups, unit_cost, preferred);
  if (!search.run(limits, start)) return std::nullopt;
  return std::move(search.best);
}

}  // namespace outlay::math
