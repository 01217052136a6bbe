// Compressing journeys: a hash table over sequences, kept flat for millions of them.
#include "analyses/attribution/journeys.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace outlay::attribution {
namespace {

// Codes are small and sequential: each is spread over all bits before it is mixed in (splitmix64).
std::uint64_t hash_of(Steps steps) {
  std::uint64_t h = steps.size();
  for (std::uint32_t step : steps) {
    h = (h ^ step) + 0x9E3779B97F4A7C15u;
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
    h ^= h >> 31;
  }
  return h;
}

std::vector<double> reordered(const std::vector<double>& values, const std::vector<std::uint32_t>& order) {
  std::vector<double> out;
  for (std::uint32_t code : order) out.push_back(values[code]);
  return out;
}

// The same for each row of a table of rows x channels.
std::vector<double> columns_of(const std::vector<double>& table, std::size_t channels,
                               const std::vector<std::uint32_t>& order) {
  std::vector<double> out;
  if (channels == 0) return out;
  out.reserve(table.size() / channels * order.size());
  for (std::size_t row = 0; row + channels <= table.size(); row += channels) {
    for (std::uint32_t code : order) out.push_back(table[row + code]);
  }
  return out;
}

}  // namespace

std::size_t SequenceIndex::slot_of(Steps steps, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot]; slot = (slot + 1) & mask) {
    const std::uint32_t number = slots_[slot] - 1;
    if (hashes_[number] != hash) continue;
    const Steps other = journeys_.at(number);
    if (std::equal(steps.begin(), steps.end(), other.begin(), other.end())) break;
  }
  return slot;
}

std::optional<std::uint32_t> SequenceIndex::find(Steps steps) const {
  const std::uint32_t held = slots_[slot_of(steps, hash_of(steps))];
  return held ? std::optional(held - 1) : std::nullopt;
}

std::uint32_t SequenceIndex::number_of(Steps steps) {
  const std::uint64_t hash = hash_of(steps);
  const std::size_t slot = slot_of(steps, hash);
  if (slots_[slot]) return slots_[slot] - 1;
  const auto number = static_cast<std::uint32_t>(journeys_.sequences());
  slots_[slot] = number + 1;
  hashes_.push_back(hash);
  journeys_.steps.insert(journeys_.steps.end(), steps.begin(), steps.end());
  journeys_.offsets.push_back(journeys_.steps.size());
  for (std::vector<double>* counts : {&journeys_.conversions, &journeys_.value, &journeys_.nulls}) counts->push_back(0);
  if (2 * journeys_.sequences() > slots_.size()) grow();
  return number;
}

void SequenceIndex::grow() {
  slots_.assign(slots_.size() * 4, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < hashes_.size(); ++number) {
    std::size_t slot = hashes_[number] & mask;
    while (slots_[slot]) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(number + 1);
  }
}

void add_journey(Journeys& journeys, const Journey& journey) {
  journeys.conversions[journey.sequence] += journey.conversions;
  journeys.value[journey.sequence] += journey.value;
  journeys.nulls[journey.sequence] += journey.nulls;
  journeys.total_conversions += journey.conversions;
  journeys.total_value += journey.value;
  journeys.total_nulls += journey.nulls;
  journeys.journeys.push_back(journey);
}

void settle_value(Journeys& journeys) {
  double gross = 0;
  for (const Journey& journey : journeys.journeys) gross += std::abs(journey.value);
  if (std::abs(journeys.total_value) <= 1e-12 * gross) journeys.total_value = 0;
}

void sort_by_unit(Journeys& journeys) {
  std::vector<std::size_t> next(journeys.unit_draws.size() + 1, 0);
  for (const Journey& journey : journeys.journeys) ++next[journey.unit + 1];
  for (std::size_t u = 1; u < next.size(); ++u) next[u] += next[u - 1];
  std::vector<Journey> sorted(journeys.journeys.size());
  for (const Journey& journey : journeys.journeys) sorted[next[journey.unit]++] = journey;
  journeys.journeys = std::move(sorted);
}

void order_channels(Journeys& journeys) {
  const std::size_t before = journeys.channels.size();
  std::vector<char> used(before, 0);
  for (std::uint32_t step : journeys.steps) used[step] = 1;
  std::vector<std::uint32_t> order;
  for (std::uint32_t code = 0; code < before; ++code) {
    if (used[code]) order.push_back(code);
  }
  const std::vector<std::string>& names = journeys.channels;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  std::vector<std::uint32_t> code_of(before, 0);
  for (std::size_t rank = 0; rank < order.size(); ++rank) code_of[order[rank]] = static_cast<std::uint32_t>(rank);
  for (std::uint32_t& step : journeys.steps) step = code_of[step];
  std::vector<std::string> sorted;
  for (std::uint32_t code : order) sorted.push_back(names[code]);
  journeys.channels = std::move(sorted);
  if (!journeys.cost.empty()) journeys.cost = reordered(journeys.cost, order);
  if (!journeys.has_times) return;
  WeeklyTouches& weekly = journeys.weekly;
  for (std::vector<double>* table : {&weekly.touches, &weekly.cost, &weekly.parts})
    *table = columns_of(*table, before, order);
  AgedCredits& aged = journeys.aged;
  aged.conversions = reordered(aged.conversions, order);
  aged.value = reordered(aged.value, order);
  aged.by_unit = columns_of(aged.by_unit, before, order);
  aged.value_by_unit = columns_of(aged.value_by_unit, before, order);
}

std::vector<std::uint32_t> distinct_channels(Steps steps) {
  std::vector<std::uint32_t> out;
  std::vector<std::uint32_t> seen;  // sorted
  for (std::uint32_t step : steps) {
    const auto place = std::lower_bound(seen.begin(), seen.end(), step);
    if (place != seen.end() && *place == step) continue;
    seen.insert(place, step);
    out.push_back(step);
  }
  return out;
}

std::string path_text(const Journeys& journeys, Steps steps) {
  constexpr std::size_t shown = 40;
  std::string out;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps.size() > shown && i == shown / 2) {
      out += " > ... (" + std::to_string(steps.size() - shown) + " more)";
      i = steps.size() - shown / 2;
    }
    out += (i ? " > " : "") + journeys.channels[steps[i]];
  }
  return out;
}

}  // namespace outlay::attribution
