// Journeys for tests: from short texts, and at random.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyses/attribution/journeys.h"
#include "core/rng.h"

namespace outlay::attribution::support {

struct Line {
  std::string path;  // a letter a touch
  double conversions, nulls, value;
};

inline Journeys journeys_of(const std::vector<Line>& lines) {
  Journeys out;
  std::map<char, std::uint32_t> codes;
  for (const Line& line : lines) {
    for (char c : line.path) codes.emplace(c, 0);
  }
  for (auto& [name, code] : codes) {
    code = static_cast<std::uint32_t>(out.channels.size());
    out.channels.emplace_back(1, name);
  }
  SequenceIndex index(out);
  for (const Line& line : lines) {
    std::vector<std::uint32_t> steps;
    for (char c : line.path) steps.push_back(codes[c]);
    const std::uint32_t sequence = index.number_of(steps);
    const auto add = [&](double conversions, double value, double nulls) {
      if (conversions + nulls == 0) return;
      add_journey(out, {sequence, static_cast<std::uint32_t>(out.unit_draws.size()), conversions, value, nulls});
      out.unit_draws.push_back(conversions + nulls);
    };
    add(line.conversions, line.value, 0);
    add(0, 0, line.nulls);
  }
  out.has_value = true;
  return out;
}

inline std::vector<Line> random_lines(Rng& rng, std::uint32_t channels, int paths, std::uint32_t longest = 6) {
  std::vector<Line> lines;
  for (int p = 0; p < paths; ++p) {
    std::string path;
    for (std::uint32_t n = 1 + rng.below(longest); n > 0; --n) path += static_cast<char>('a' + rng.below(channels));
    const double conversions = rng.below(6);
    lines.push_back({path, conversions, static_cast<double>(rng.below(9)), conversions * 3.5 * rng.uniform()});
  }
  lines[0].conversions += 1;
  return lines;
}

inline double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (double v : values) sum += v;
  return sum;
}

}  // namespace outlay::attribution::support
