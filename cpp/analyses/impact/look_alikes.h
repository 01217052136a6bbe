// Choosing look-alikes for an action, and what they say would have happened.
#pragma once

#include <vector>

#include "analyses/impact/control.h"
#include "math/few_columns.h"

namespace outlay::impact::decisions {

/// An untouched unit with how much it counts, by how near it is: from 1 down to 0 at the distance of the farthest.
struct LookAlike {
  const Unit* unit;
  double weight;
};

/// The nearest untouched units by spend, cost per click and ROAS before; those of the same campaign first among
/// equals, and never `except`. At most `most`, and of a small pool only the nearer half, but no fewer than `least`.
/// Weights are the tricube of Cleveland, "Robust locally weighted regression", JASA 74 (1979). O(most log pool).
std::vector<LookAlike> look_alikes(const Pool& pool, const Unit& acted_on, std::size_t least, std::size_t most,
                                   const Unit* except = nullptr);

/// An action and what it is compared with, for whoever explains it.
struct Compared {
  Universe universe;
  Pool pool;
  Unit unit;
  std::vector<LookAlike> units;  // nearest first
};

/// `action` is the place of one that has a controlled figure. O(rows + untouched units).
Compared compared_with(const Params& params, const Performance& performance, const Judgement& judgement,
                       std::size_t action);

/// A window that look-alikes went through untouched, foretold from the one before the action and an earlier one.
enum class Span { after, pre };

/// What would have been expected of a unit: the regression, over look-alikes, of a window's sales (and spend) on what
/// came before. For `after` on the windows `before` and `pre`, for `pre` (when nothing had been done to anybody, so
/// that it can be checked) on `before` and `earlier`.
class Forecast {
 public:
  Forecast(const std::vector<LookAlike>& units, double usual_sales_per_click, Span span);

  double sales(const Unit& unit) const { return sales_.predict(sales_row(unit)); }
  double spend(const Unit& unit) const { return spend_.predict(spend_row(unit)); }
  const Sums& seen(const Unit& unit) const { return span_ == Span::after ? unit.around.after : unit.around.pre; }

  /// Calls `take(look-alike, by_sales, by_spend)` with how far the forecasts for `unit` follow each look-alike.
  template <class Take>
  void leans(const Unit& unit, const std::vector<LookAlike>& units, Take take) const {
    const math::FewColumns::Row of_sales = sales_.reach(sales_row(unit)), of_spend = spend_.reach(spend_row(unit));
    for (const auto& [other, weight] : units) {
      take(*other, weight * sales_weight(*other) * math::dot(of_sales, sales_row(*other)),
           weight * spend_weight(*other) * math::dot(of_spend, spend_row(*other)));
    }
  }

  /// Calls `take(look-alike, sales, spend)` with how far each look-alike's own surprise moves the two forecasts for
  /// `unit`. They add up to nothing, and are what makes the forecast uncertain.
  template <class Take>
  void surprises(const Unit& unit, const std::vector<LookAlike>& units, Take take) const {
    leans(unit, units, [&](const Unit& other, double by_sales, double by_spend) {
      const double exposed = exposure(other);
      const Sums& found = seen(other);
      take(other, by_sales * (found.sales / exposed - sales(other)), by_spend * (found.spend / exposed - spend(other)));
    });
  }

 private:
  const Sums& start(const Unit& unit) const { return span_ == Span::after ? unit.around.pre : unit.around.earlier; }
  double exposure(const Unit& unit) const { return span_ == Span::after ? unit.exposure : 1; }
  math::FewColumns::Row sales_row(const Unit& unit) const;
  math::FewColumns::Row spend_row(const Unit& unit) const;
  double sales_weight(const Unit& unit) const;
  double spend_weight(const Unit& unit) const;

  Span span_;
  double usual_;
  math::FewColumns sales_, spend_;
};

/// What the source's formula would have paid these units for being left alone, brought to as many clicks as the action
/// had before; market drag is left out as the source leaves it out. NaN without clicks.
double source_placebo(const Params& params, const Judged& action, const std::vector<LookAlike>& units,
                      double clicks_before, double account_fall);

}  // namespace outlay::impact::decisions
