// Building the chain and solving it: with the fundamental matrix N = (I - Q)^-1, the probability to convert without
// ever visiting a set S of states is p N r - (p N)_S (N_SS)^-1 (N r)_S (Schur complement; Kemeny and Snell, Finite
// Markov Chains, 1960, for N).
#include "analyses/attribution/markov.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "math/linear.h"

namespace outlay::attribution {
namespace {

using math::Matrix;

constexpr double most_direct_states = 4000;

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

std::vector<double> times(const Matrix& m, const std::vector<double>& v) {
  std::vector<double> out(m.rows, 0.0);
  for (std::size_t r = 0; r < m.rows; ++r) {
    for (std::size_t c = 0; c < m.columns; ++c) out[r] += m.at(r, c) * v[c];
  }
  return out;
}

std::vector<double> shared_out(const std::vector<double>& effects, double total) {
  double sum = 0;
  for (double e : effects) sum += e;
  std::vector<double> out;
  for (double e : effects) out.push_back(sum != 0 ? e / sum * total : 0);
  return out;
}

}  // namespace

// Moves by the state they leave, as probabilities. Staying in a state changes no probability of ending, so that self
// loops are left out and the rest is scaled up.
struct Chain::Equations {
  std::vector<std::size_t> first;  // state -> first of its entries
  std::vector<std::uint32_t> to;
  std::vector<double> probability;
  std::vector<double> start, conversion, value;  // by state
};

Chain::Chain(const Journeys& journeys, int order, bool use_nulls)
    : journeys_(journeys), order_(static_cast<std::size_t>(order)), use_nulls_(use_nulls) {
  states_.channels = journeys.channels;
  for (std::size_t s = 0; s < journeys.sequences(); ++s) add_sequence(s);
  // What stands for start and the two ends is numbered after the states, which are all known only now.
  constexpr std::uint32_t marks = 0xFFFFFFFC;
  for (std::size_t m = 0; m < pairs_.sequences(); ++m) {
    const auto state = [&](std::uint32_t code) { return code >= marks ? start() + (code - marks) : code; };
    moves_.push_back({state(pairs_.at(m)[0]), state(pairs_.at(m)[1])});
  }
  counts_.resize(moves_.size(), 0);
  conversions_.resize(moves_.size(), 0);
  value_.resize(states(), 0);
  for (std::size_t s = 0; s < journeys.sequences(); ++s) {
    const auto moves = trail(s);
    const double nulls = use_nulls_ ? journeys.nulls[s] : 0;
    for (std::size_t i = 0; i + 2 < moves.size(); ++i) counts_[moves[i]] += journeys.conversions[s] + nulls;
    for (std::size_t i = 0; i + 2 < moves.size(); ++i) conversions_[moves[i]] += journeys.conversions[s];
    counts_[moves[moves.size() - 2]] += journeys.conversions[s];
    conversions_[moves[moves.size() - 2]] += journeys.conversions[s];
    counts_[moves.back()] += nulls;
    value_[moves_[moves.back()].from] += journeys.value[s];
  }
  states_of_channel_.resize(journeys.channels.size());
  for (std::uint32_t s = 0; s < states(); ++s) {
    for (std::uint32_t channel : distinct_channels(states_.at(s))) states_of_channel_[channel].push_back(s);
  }
  total_conversions_ = journeys.total_conversions;
  total_value_ = journeys.total_value;
}

void Chain::add_sequence(std::size_t sequence) {
  constexpr std::uint32_t start_mark = 0xFFFFFFFC;
  const Steps steps = journeys_.at(sequence);
  const std::size_t width = std::min(order_, steps.size());
  const auto move = [&](std::uint32_t from, std::uint32_t to) {
    const std::uint32_t pair[] = {from, to};
    trails_.push_back(move_index_.number_of(pair));
  };
  std::uint32_t at = start_mark;
  for (std::size_t i = 0; i + width <= steps.size(); ++i) {
    const std::uint32_t next = state_index_.number_of(steps.subspan(i, width));
    move(at, next);
    at = next;
  }
  move(at, start_mark + 1);
  move(at, start_mark + 2);
  trail_offsets_.push_back(trails_.size());
}

std::string Chain::name_of(std::uint32_t state) const {
  if (state == start()) return "(start)";
  if (state == conversion()) return "(conversion)";
  if (state == lost()) return "(lost)";
  return path_text(states_, states_.at(state));
}

Chain::Equations Chain::equations(const std::vector<double>& counts, const std::vector<double>& value_by_state) const {
  const std::size_t n = states();
  Equations eq;
  eq.first.assign(n + 1, 0);
  eq.start.assign(n, 0);
  eq.conversion.assign(n, 0);
  eq.value = value_by_state.empty() ? std::vector<double>(n, 0) : value_by_state;
  std::vector<double> out(n, 0);
  double started = 0;
  const auto inner = [&](const Move& move) { return move.from < n && move.to < n && move.from != move.to; };
  for (std::size_t m = 0; m < moves_.size(); ++m) {
    if (moves_[m].from == start()) started += counts[m];
    if (moves_[m].from < n && moves_[m].from != moves_[m].to) out[moves_[m].from] += counts[m];
    if (inner(moves_[m]) && counts[m] > 0) ++eq.first[moves_[m].from + 1];
  }
  for (std::size_t s = 0; s < n; ++s) eq.first[s + 1] += eq.first[s];
  eq.to.resize(eq.first[n]);
  eq.probability.resize(eq.first[n]);
  std::vector<std::size_t> next(eq.first.begin(), eq.first.end() - 1);
  for (std::size_t m = 0; m < moves_.size(); ++m) {
    const Move& move = moves_[m];
    if (!(counts[m] > 0)) continue;
    if (move.from == start()) {
      eq.start[move.to] = counts[m] / started;
    } else if (move.to == conversion()) {
      eq.conversion[move.from] = counts[m] / out[move.from];
    } else if (inner(move)) {
      eq.to[next[move.from]] = move.to;
      eq.probability[next[move.from]++] = counts[m] / out[move.from];
    }
  }
  for (std::size_t s = 0; s < n; ++s) eq.value[s] = out[s] > 0 ? eq.value[s] / out[s] : 0;
  return eq;
}

void Chain::solve_directly(const Equations& eq, Removal& out) const {
  const std::size_t n = states();
  Matrix system(n, n);
  for (std::size_t s = 0; s < n; ++s) {
    system.at(s, s) = 1;
    for (std::size_t e = eq.first[s]; e < eq.first[s + 1]; ++e) system.at(s, eq.to[e]) -= eq.probability[e];
  }
  const Matrix fundamental = math::inverse(system);
  if (fundamental.rows == 0) {
    out.converged = false;
    return;
  }
  const std::vector<double> converting = times(fundamental, eq.conversion), earning = times(fundamental, eq.value);
  std::vector<double> visits(n, 0.0);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = 0; eq.start[s] != 0 && t < n; ++t) visits[t] += eq.start[s] * fundamental.at(s, t);
  }
  out.conversion_probability = dot(eq.start, converting);
  out.expected_value = dot(eq.start, earning);
  for (const std::vector<std::uint32_t>& removed : states_of_channel_) {
    Matrix block(removed.size(), removed.size()), right(removed.size(), 2);
    for (std::size_t r = 0; r < removed.size(); ++r) {
      for (std::size_t c = 0; c < removed.size(); ++c) block.at(r, c) = fundamental.at(removed[r], removed[c]);
      right.at(r, 0) = converting[removed[r]];
      right.at(r, 1) = earning[removed[r]];
    }
    const Matrix lost = math::solve(std::move(block), std::move(right));
    double conversions = 0, value = 0;
    for (std::size_t r = 0; r < lost.rows; ++r) {
      conversions += visits[removed[r]] * lost.at(r, 0);
      value += visits[removed[r]] * lost.at(r, 1);
    }
    out.effect.push_back(conversions);
    out.effect_value.push_back(value);
  }
}

// Gauss-Seidel: every entry is a probability or an average, so that the sweeps only ever rise to the solution.
void Chain::solve_by_sweeps(const Equations& eq, Removal& out) const {
  constexpr int most_sweeps = 20000;
  const std::size_t n = states();
  std::vector<char> is_removed(n, 0);
  const auto reach = [&](const std::vector<double>& reward) {
    std::vector<double> x(n, 0.0);
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      double change = 0, size = 0;
      for (std::size_t s = n; s-- > 0;) {
        if (is_removed[s]) continue;
        double sum = reward[s];
        for (std::size_t e = eq.first[s]; e < eq.first[s + 1]; ++e) sum += eq.probability[e] * x[eq.to[e]];
        change = std::max(change, std::abs(sum - x[s]));
        size = std::max(size, std::abs(sum));
        x[s] = sum;
      }
      if (change <= 1e-15 * size) return dot(eq.start, x);
    }
    out.converged = false;
    return dot(eq.start, x);
  };
  out.conversion_probability = reach(eq.conversion);
  out.expected_value = reach(eq.value);
  for (const std::vector<std::uint32_t>& removed : states_of_channel_) {
    for (std::uint32_t state : removed) is_removed[state] = 1;
    out.effect.push_back(out.conversion_probability - reach(eq.conversion));
    out.effect_value.push_back(out.expected_value - reach(eq.value));
    for (std::uint32_t state : removed) is_removed[state] = 0;
  }
}

double Chain::direct_effort() const {
  const auto n = static_cast<double>(states());
  return n <= most_direct_states ? 2 * n * n * n : std::numeric_limits<double>::infinity();
}

double Chain::sweep_effort(std::size_t entries) const {
  return 200.0 * static_cast<double>(journeys_.channels.size() * (entries + states()));
}

Removal Chain::remove_each(const std::vector<double>& counts, const std::vector<double>& value_by_state,
                           double conversions, double value) const {
  const Equations eq = equations(counts, value_by_state);
  Removal out;
  if (is_small() || direct_effort() <= sweep_effort(eq.to.size())) {
    solve_directly(eq, out);
  } else {
    solve_by_sweeps(eq, out);
  }
  for (double& e : out.effect) e = out.conversion_probability > 0 ? e / out.conversion_probability : 0;
  for (double& e : out.effect_value) e = out.expected_value != 0 ? e / out.expected_value : 0;
  out.credits = {shared_out(out.effect, conversions), shared_out(out.effect_value, value)};
  return out;
}

}  // namespace outlay::attribution
