// Layers of best values by sum of steps: one a part (item or inner group), kept to find the way back.
#include "math/grid.h"

#include <algorithm>
#include <cmath>

namespace outlay::math {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

struct Range {
  double low = 0, high = 0;  // in steps
};

// The best value of each sum of steps; [1] where the odd amount is among them.
struct Layer {
  std::int64_t first = 0;
  std::vector<double> best[2];

  double at(int odd, std::int64_t steps) const {
    const std::int64_t place = steps - first;
    return place < 0 || place >= static_cast<std::int64_t>(best[odd].size()) ? never : best[odd][place];
  }
};

class GridSearch {
 public:
  GridSearch(const Grid& grid, const Groups& groups)
      : grid_(grid), groups_(groups), parts_(groups.lower.size()), base_(groups.lower.size(), 0) {
    for (std::size_t i = 0; i < grid.items.size(); ++i) {
      parts_[groups.node_of[i]].push_back(i);
      base_[groups.node_of[i]] += grid.items[i].base;
    }
    for (std::size_t node = base_.size(); node-- > 1;) {
      parts_[groups.parent[node]].push_back(grid.items.size() + node);
      base_[groups.parent[node]] += base_[node];
    }
    // What the limits and the parts' own choices leave, from the groups up, then from the whole down.
    for (std::size_t i = 0; i < grid.items.size(); ++i) range_.push_back(range_of_item(i));
    range_.resize(grid.items.size() + base_.size());
    for (std::size_t node = base_.size(); node-- > 0;) {
      Range inside;
      for (std::size_t part : parts_[node]) {
        inside.low += range_[part].low;
        inside.high += range_[part].high;
      }
      const Range limit = limit_of(node);
      range_[grid.items.size() + node] = {std::max(inside.low, limit.low), std::min(inside.high, limit.high)};
    }
  }

  // Calls `visit(node, part, window before the part, window after it)`, inner groups first.
  template <class Visit>
  bool walk(Visit visit) const {
    for (std::size_t node = base_.size(); node-- > 0;) {
      const Range goal = range_[grid_.items.size() + node];
      if (goal.low > goal.high) return false;
      Range rest;
      for (std::size_t part : parts_[node]) {
        rest.low += range_[part].low;
        rest.high += range_[part].high;
      }
      Range done, window;
      double centre = 0;
      for (std::size_t part : parts_[node]) {
        const Range own = range_[part];
        done = {done.low + own.low, done.high + own.high};
        rest = {rest.low - own.low, rest.high - own.high};
        centre += centre_of(part);
        Range next{std::max(done.low, goal.low - rest.high), std::min(done.high, goal.high - rest.low)};
        if (grid_.band >= 0) {
          const double band = static_cast<double>(grid_.band);
          next = {std::max(next.low, centre - band), std::min(next.high, centre + band)};
        }
        if (next.low > next.high) return false;
        visit(node, part, window, next);
        window = next;
      }
    }
    return true;
  }

  GridCost cost() const {
    GridCost out;
    const double planes = grid_.odd > 0 ? 3 : 1;
    walk([&](std::size_t, std::size_t part, const Range& before, const Range& after) {
      const bool is_item = part < grid_.items.size();
      const double choices =
          is_item ? static_cast<double>(grid_.items[part].steps[0].size()) : range_[part].high - range_[part].low + 1;
      out.work += planes * choices * (before.high - before.low + 1);
      out.cells += planes * (after.high - after.low + 1);
    });
    return out;
  }

  std::optional<GridPlan> run() {
    layers_.assign(base_.size(), {});
    for (auto& layers : layers_) {
      layers.emplace_back();
      layers[0].best[0] = {0};
      if (grid_.odd > 0) layers[0].best[1] = {never};
    }
    const bool has_room = walk([&](std::size_t node, std::size_t part, const Range&, const Range& window) {
      layers_[node].push_back(joined(layers_[node].back(), choices_of(part), window));
    });
    if (!has_room) return std::nullopt;
    const GridItem whole = choices_of(grid_.items.size());
    const int odd = grid_.odd > 0;
    std::size_t best = whole.steps[odd].size();
    for (std::size_t k = 0; k < whole.steps[odd].size(); ++k) {
      if (best == whole.steps[odd].size() || whole.value[odd][k] > whole.value[odd][best]) best = k;
    }
    if (best == whole.steps[odd].size()) return std::nullopt;
    out_.value = whole.value[odd][best];
    out_.amount.resize(grid_.items.size());
    take(grid_.items.size(), odd, whole.steps[odd][best]);
    return std::move(out_);
  }

 private:
  Range range_of_item(std::size_t i) const {
    Range out{std::numeric_limits<double>::infinity(), never};
    for (const auto& steps : grid_.items[i].steps) {
      if (steps.empty()) continue;
      out.low = std::min(out.low, static_cast<double>(*std::min_element(steps.begin(), steps.end())));
      out.high = std::max(out.high, static_cast<double>(*std::max_element(steps.begin(), steps.end())));
    }
    return out;
  }

  // The sums of steps that a group's limits allow, with or without the odd amount.
  Range limit_of(std::size_t node) const {
    return {std::ceil((groups_.lower[node] - base_[node] - grid_.odd - grid_.slack) / grid_.step),
            std::floor((groups_.upper[node] - base_[node] + grid_.slack) / grid_.step)};
  }

  bool is_within(std::size_t node, int odd, std::int64_t steps) const {
    const double sum = base_[node] + static_cast<double>(steps) * grid_.step + odd * grid_.odd;
    return sum >= groups_.lower[node] - grid_.slack && sum <= groups_.upper[node] + grid_.slack;
  }

  double centre_of(std::size_t part) const {
    if (part < grid_.items.size()) return static_cast<double>(grid_.items[part].centre);
    double sum = 0;
    for (std::size_t inner : parts_[part - grid_.items.size()]) sum += centre_of(inner);
    return sum;
  }

  // An inner group is to the outer one what an item is: sums of steps, each with what it is worth at best.
  GridItem choices_of(std::size_t part) const {
    if (part < grid_.items.size()) return grid_.items[part];
    const std::size_t node = part - grid_.items.size();
    const Layer& layer = layers_[node].back();
    GridItem out;
    for (int odd : {0, 1}) {
      for (std::size_t k = 0; k < layer.best[odd].size(); ++k) {
        const std::int64_t steps = layer.first + static_cast<std::int64_t>(k);
        if (layer.best[odd][k] == never || !is_within(node, odd, steps)) continue;
        out.steps[odd].push_back(steps);
        out.value[odd].push_back(layer.best[odd][k]);
      }
    }
    return out;
  }

  Layer joined(const Layer& from, const GridItem& part, const Range& window) const {
    Layer out;
    out.first = static_cast<std::int64_t>(window.low);
    const std::size_t width = static_cast<std::size_t>(window.high - window.low) + 1;
    for (int odd = 0; odd <= (grid_.odd > 0); ++odd) out.best[odd].assign(width, never);
    for (int before = 0; before < 2; ++before) {
      for (int own = 0; own + before <= (grid_.odd > 0); ++own) {
        for (std::size_t k = 0; k < part.steps[own].size(); ++k) {
          raise(from.best[before], part.steps[own][k] + from.first - out.first, part.value[own][k],
                out.best[before + own]);
        }
      }
    }
    return out;
  }

  static void raise(const std::vector<double>& from, std::int64_t shift, double value, std::vector<double>& best) {
    const std::int64_t first = std::max<std::int64_t>(0, -shift);
    const std::int64_t end =
        std::min<std::int64_t>(static_cast<std::int64_t>(from.size()), static_cast<std::int64_t>(best.size()) - shift);
    for (std::int64_t k = first; k < end; ++k) {
      const double with = from[k] + value;
      best[k + shift] = best[k + shift] < with ? with : best[k + shift];
    }
  }

  // The way back through the layers of a group that ends at this sum.
  void take(std::size_t part, int odd, std::int64_t steps) {
    if (part < grid_.items.size()) {
      out_.amount[part] = grid_.items[part].base + static_cast<double>(steps) * grid_.step + odd * grid_.odd;
      return;
    }
    const std::size_t node = part - grid_.items.size();
    for (std::size_t k = parts_[node].size(); k-- > 0;) {
      const Layer& before = layers_[node][k];
      const double reached = layers_[node][k + 1].at(odd, steps);
      const GridItem choices = choices_of(parts_[node][k]);
      const auto [own, own_steps] = step_back(before, choices, odd, steps, reached);
      take(parts_[node][k], own, own_steps);
      odd -= own;
      steps -= own_steps;
    }
  }

  static std::pair<int, std::int64_t> step_back(const Layer& before, const GridItem& choices, int odd,
                                                std::int64_t steps, double reached) {
    for (int own = 0; own <= odd; ++own) {
      for (std::size_t c = 0; c < choices.steps[own].size(); ++c) {
        const double at = before.at(odd - own, steps - choices.steps[own][c]);
        if (at != never && at + choices.value[own][c] == reached) return {own, choices.steps[own][c]};
      }
    }
    return {0, 0};
  }

  const Grid& grid_;
  const Groups& groups_;
  std::vector<std::vector<std::size_t>> parts_;  // of each group: items, then inner groups after them
  std::vector<double> base_;
  std::vector<Range> range_;  // of each part
  std::vector<std::vector<Layer>> layers_;
  GridPlan out_;
};

}  // namespace

GridCost cost_of(const Grid& grid, const Groups& groups) { return GridSearch(grid, groups).cost(); }

std::optional<GridPlan> best_on_grid(const Grid& grid, const Groups& groups) { return GridSearch(grid, groups).run(); }

}  // namespace outlay::math
