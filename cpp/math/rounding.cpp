// Which amounts in whole steps each item may have, and which search is affordable.
#include "math/rounding.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "math/exchange.h"
#include "math/grid.h"

namespace outlay::math {
namespace {

constexpr double most_work = 2e7, most_cells = 4e6, most_choices = 3e5;

struct Span {
  double first = 0, last = -1;  // in steps
  double size() const { return std::max(0.0, last - first + 1); }
};

class Rounding {
 public:
  Rounding(const RoundingTask& task, double slack) : task_(task), slack_(slack) {
    near_ = task.amount.size() > 2000 ? 2 : 8;
    is_concave_ = task.is_concave;
    for (std::size_t i = 0; i < task.amount.size(); ++i) is_concave_ = is_concave_ && !has_gap(i);
  }

  std::optional<Rounded> run() {
    std::optional<Rounded> found;
    if (is_concave_) {
      found = exchange_steps(task_, slack_);
      if (found && found->odd == 0) {
        found->is_best = true;
        return found;
      }
    }
    for (const bool keeps_odd_ones : {false, true}) {
      bool all_tried = false;
      std::optional<Rounded> best = search(keeps_odd_ones, false, all_tried);
      if (best) return best;
      if (!all_tried) return nearby(std::move(found));
    }
    return found;
  }

 private:
  // Too much to try everything: the better of exchanges and of a search near the amounts.
  std::optional<Rounded> nearby(std::optional<Rounded> found) {
    if (found) return found;
    found = exchange_steps(task_, slack_);
    for (const bool keeps_odd_ones : {false, true}) {
      bool all_tried = false;
      std::optional<Rounded> other = search(keeps_odd_ones, true, all_tried);
      if (other && (!found || worth(*other) > worth(*found))) found = std::move(other);
      if (found) break;
    }
    return found;
  }

  double worth(const Rounded& rounded) const {
    double sum = 0;
    for (std::size_t i = 0; i < rounded.amount.size(); ++i) sum += task_.value(i, rounded.amount[i]);
    return sum;
  }

  bool has_gap(std::size_t i) const { return task_.stretch[i].on > task_.stretch[i].low; }

  // The numbers of steps with `extra` on top that lie within the item's bounds; nothing at all is told apart.
  Span span_of(std::size_t i, double extra) const {
    const Stretch& s = task_.stretch[i];
    const double least = has_gap(i) ? s.on : s.low;
    return {std::max(0.0, std::ceil((least - extra) / task_.step - 1e-9)),
            std::floor((s.high - extra) / task_.step + 1e-9)};
  }

  // Whether the item keeps its amount, which need not be a whole number of steps.
  bool stays(std::size_t i, bool keeps_odd_ones) const {
    const Stretch& s = task_.stretch[i];
    if (s.low >= s.high) return true;
    if (span_of(i, 0).size() > 0) return false;
    return !has_gap(i) || s.low > 0 || (keeps_odd_ones && task_.amount[i] >= s.on);
  }

  // With `odd_ones`, items that may be off but on only between two steps keep their amount too. `all_tried` tells
  // whether an empty answer proves that there is none.
  std::optional<Rounded> search(bool keeps_odd_ones, bool narrow, bool& all_tried) const {
    Grid grid;
    grid.step = task_.step;
    grid.slack = slack_;
    grid.items.resize(task_.amount.size());
    double base = 0;
    for (std::size_t i = 0; i < grid.items.size(); ++i) {
      if (stays(i, keeps_odd_ones)) base += grid.items[i].base = task_.amount[i];
    }
    const double low = task_.groups.lower[0], high = task_.groups.upper[0];
    const double below = std::floor((high - base + slack_) / task_.step) * task_.step + base;
    if (below < low - slack_) grid.odd = low - below;
    double choices = 0;
    for (std::size_t i = 0; i < grid.items.size(); ++i) choices += 2 + (narrow ? 0 : span_of(i, 0).size());
    if (!narrow && choices > most_choices) return std::nullopt;
    for (std::size_t i = 0; i < grid.items.size(); ++i) add_choices(i, stays(i, keeps_odd_ones), narrow, grid);
    if (narrow) {
      const double each = static_cast<double>(grid.items.size()) * (2 * near_ + 4) * (grid.odd > 0 ? 3 : 1);
      grid.band = static_cast<std::int64_t>(std::max(2.0 * near_, std::min(most_work, 16 * most_cells) / each));
    } else {
      const GridCost cost = cost_of(grid, task_.groups);
      if (cost.work > most_work || cost.cells > most_cells) return std::nullopt;
    }
    for (std::size_t i = 0; i < grid.items.size(); ++i) set_values(i, grid);
    all_tried = !narrow;
    auto best = best_on_grid(grid, task_.groups);
    if (!best) return std::nullopt;
    return Rounded{std::move(best->amount), grid.odd, !narrow};
  }

  void add_choices(std::size_t i, bool stays, bool narrow, Grid& grid) const {
    GridItem& item = grid.items[i];
    const Stretch& s = task_.stretch[i];
    if (stays) {
      item.steps[0] = {0};
      if (grid.odd <= 0 || s.low >= s.high) return;
      const double least = has_gap(i) ? s.on : s.low;
      for (const int steps : {-1, 0}) {
        const double amount = item.base + steps * task_.step + grid.odd;
        if (amount >= least - slack_ && amount <= s.high + slack_) item.steps[1].push_back(steps);
      }
      return;
    }
    item.centre = static_cast<std::int64_t>(std::floor(task_.amount[i] / task_.step + 1e-9));
    for (const int odd : {0, 1}) {
      if (odd == 1 && grid.odd <= 0) continue;
      const Span span = span_of(i, odd * grid.odd);
      if (odd == 0 && has_gap(i) && s.low <= 0 && span.first > 0) item.steps[odd].push_back(0);
      const double middle = static_cast<double>(item.centre);
      const double first = narrow ? std::max(span.first, middle - near_) : span.first;
      const double last = narrow ? std::min(span.last, middle + near_) : span.last;
      if (narrow && span.size() > 0 && (first > last || first > span.first)) {
        item.steps[odd].push_back(static_cast<std::int64_t>(span.first));
      }
      for (double k = first; k <= last; ++k) item.steps[odd].push_back(static_cast<std::int64_t>(k));
    }
  }

  void set_values(std::size_t i, Grid& grid) const {
    GridItem& item = grid.items[i];
    for (const int odd : {0, 1}) {
      for (const std::int64_t steps : item.steps[odd]) {
        item.value[odd].push_back(task_.value(i, item.base + static_cast<double>(steps) * task_.step + odd * grid.odd));
      }
    }
  }

  const RoundingTask& task_;
  double slack_;
  int near_;
  bool is_concave_;
};

}  // namespace

std::optional<Rounded> round_keeping_total(const RoundingTask& task) {
  const double total = std::accumulate(task.amount.begin(), task.amount.end(), 0.0);
  return Rounding(task, std::max(1e-7, 1e-13 * total)).run();
}

}  // namespace outlay::math
