// Envelopes as demand: what each item takes at the logarithm of a price.
#include "math/allocate.h"

#include <algorithm>
#include <cmath>

namespace outlay::math {
namespace {

class EnvelopeDemand : public Demand {
 public:
  EnvelopeDemand(const std::vector<Envelope>& items, const std::vector<double>& preferred)
      : items_(items), preferred_(preferred) {}

  std::size_t size() const override { return items_.size(); }
  double low(std::size_t i) const override { return items_[i].stretch.low; }
  double high(std::size_t i) const override { return items_[i].stretch.high; }

  double at(std::size_t i, double price, double& change) const override {
    const Envelope& e = items_[i];
    change = 0;
    if (e.has_chord() && price >= e.log_chord) return e.stretch.low;
    if (price >= e.log_touch) return e.touch;
    if (price <= e.log_high) return e.stretch.high;
    const double amount = e.curve.inverse_slope(price);
    if (amount <= e.touch) return e.touch;
    if (amount >= e.stretch.high) return e.stretch.high;
    change = 1 / e.curve.log_slope_change(amount);
    return amount;
  }

  double jump(std::size_t i) const override { return items_[i].has_chord() ? items_[i].log_chord : std::nan(""); }
  double above_jump(std::size_t i) const override { return items_[i].touch; }
  bool shares(std::size_t i) const override { return !items_[i].is_above(); }
  double preferred(std::size_t i) const override {
    if (preferred_.empty() || preferred_[i] < items_[i].stretch.on) return low(i);
    // An S-shaped curve lies below its chord: no amount between the ends is worth a wish.
    const bool is_straight = items_[i].curve.is_linear();
    return is_straight || preferred_[i] >= items_[i].touch ? std::min(preferred_[i], items_[i].touch) : low(i);
  }
  bool in_factors() const override { return true; }

 private:
  const std::vector<Envelope>& items_;
  const std::vector<double>& preferred_;
};

// How much more the item's best answer to its price is worth than what it got: its part of the gap to the dual bound.
double shortfall(const Envelope& e, double amount, double best, double price) {
  if (amount == best) return 0;
  return std::max(0.0, e.value(best) - e.value(amount) - price * (best - amount));
}

}  // namespace

std::optional<Allocation> allocate(const std::vector<Envelope>& items, const Groups& groups, double unit_cost,
                                   const std::vector<double>& preferred, double start) {
  const EnvelopeDemand demand(items, preferred);
  const double least = unit_cost > 0 ? std::log(unit_cost) : -std::numeric_limits<double>::infinity();
  std::optional<Cleared> cleared = clear(demand, groups, least, start);
  if (!cleared) return std::nullopt;
  Allocation out{std::move(cleared->amount), std::move(cleared->price), std::exp(cleared->whole_price), 0, 0};
  for (std::size_t i = 0; i < items.size(); ++i) {
    double change = 0;
    const double best = demand.at(i, out.price[i], change);
    out.price[i] = std::exp(out.price[i]);
    const double cost = unit_cost * out.amount[i];
    out.value += items[i].curve.value(out.amount[i]) - cost;
    out.bound += items[i].value(out.amount[i]) - cost + shortfall(items[i], out.amount[i], best, out.price[i]);
  }
  return out;
}

}  // namespace outlay::math
