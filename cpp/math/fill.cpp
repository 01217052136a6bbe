// Filling best first, and among equals.
#include "math/fill.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace outlay::math {
namespace {

// Gives every tie that shares the same part of what `want` asks; returns what is left.
template <class Want>
double share_out(double amount, std::vector<Tie>& ties, Want want) {
  double sum = 0;
  for (const Tie& tie : ties) sum += tie.shares ? want(tie) : 0;
  if (!(amount > 0) || !(sum > 0)) return amount;
  const double part = std::min(1.0, amount / sum);
  for (Tie& tie : ties) {
    if (tie.shares) tie.given += part * want(tie);
  }
  return amount > sum ? amount - sum : 0;
}

}  // namespace

void fill_ties(double amount, std::vector<Tie>& ties) {
  const auto give = [&](Tie& tie, double upto) {
    const double more = std::min(std::max(0.0, amount), upto - tie.given);
    tie.given += more;
    amount -= more;
  };
  for (Tie& tie : ties) {
    if (!tie.shares) give(tie, std::min(tie.wish, tie.room));
  }
  amount = share_out(amount, ties, [](const Tie& tie) { return std::min(tie.wish, tie.room); });
  for (Tie& tie : ties) {
    if (!tie.shares && tie.given > 0) give(tie, tie.room);
  }
  amount = share_out(amount, ties, [](const Tie& tie) { return tie.room - tie.given; });
  for (Tie& tie : ties) {
    if (!tie.shares) give(tie, tie.room);
  }
}

void merge_ties(std::vector<double>& rates, double mark) {
  const auto is_same = [](double rate, double other) { return std::abs(rate - other) <= 1e-12 * std::abs(other); };
  std::vector<std::size_t> order(rates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return rates[i] < rates[j]; });
  double level = mark;
  for (std::size_t i : order) {
    if (!is_same(rates[i], level)) level = is_same(rates[i], mark) ? mark : rates[i];
    rates[i] = level;
  }
}

std::optional<Filled> fill_by_rate(const std::vector<double>& rate, const std::vector<double>& lower,
                                   const std::vector<double>& upper, const std::vector<double>& preferred,
                                   double total) {
  double left = total - std::accumulate(lower.begin(), lower.end(), 0.0);
  const double slack = 1e-9 * std::max(1.0, std::abs(total));
  if (left < -slack || total > std::accumulate(upper.begin(), upper.end(), 0.0) + slack) return std::nullopt;
  std::vector<std::size_t> order(rate.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return rate[i] > rate[j]; });
  Filled out{lower, 0};
  if (!(left > 0)) {
    const auto next = std::find_if(order.begin(), order.end(), [&](std::size_t i) { return upper[i] > lower[i]; });
    out.price = next == order.end() ? 0 : rate[*next];
  }
  for (std::size_t first = 0; first < order.size() && left > 0;) {
    std::size_t end = first;
    std::vector<Tie> ties;
    double room = 0;
    for (; end < order.size() && rate[order[end]] == rate[order[first]]; ++end) {
      const std::size_t i = order[end];
      ties.push_back({upper[i] - lower[i], std::max(0.0, std::min(preferred[i], upper[i]) - lower[i]), true, 0});
      room += ties.back().room;
    }
    if (room > 0) out.price = rate[order[first]];
    fill_ties(left, ties);
    // What is filled to the brim gets its bound to the last digit.
    for (std::size_t k = first; k < end; ++k) {
      const std::size_t i = order[k];
      out.amount[i] = left >= room ? upper[i] : lower[i] + ties[k - first].given;
    }
    left -= room;
    first = end;
  }
  return out;
}

}  // namespace outlay::math
