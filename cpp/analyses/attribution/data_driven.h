// The data-driven model: a logistic regression of conversion on the touches of a journey; a channel's credit is what
// the predicted chance loses without it.
#pragma once

#include <cstdint>
#include <vector>

#include "analyses/attribution/journeys.h"
#include "analyses/attribution/touch_rules.h"
#include "math/logistic.h"

namespace outlay::attribution {

inline constexpr std::size_t most_data_driven_channels = 100;

/// How the predicted chance fares on journeys that the fit did not see (5 folds).
struct Fitness {
  double auc = 0;
  std::vector<double> predicted, observed, journeys;  // by tenth of the journeys, in rising chance
};

class DataDriven {
 public:
  /// Fits on all journeys (on a part of the sequences when there are more than 100,000).
  DataDriven(const Journeys& journeys, std::uint64_t seed);

  const Credits& credits() const { return credits_; }
  const Fitness& fitness() const { return fitness_; }
  bool converged() const { return fit_.converged; }
  std::size_t features() const { return 1 + 3 * channels_; }

  /// The share of each distinct channel of a sequence in its conversions, in the order of `distinct_channels`.
  std::span<const double> shares(std::size_t sequence) const {
    return {shares_.data() + share_offsets_[sequence], share_offsets_[sequence + 1] - share_offsets_[sequence]};
  }

  /// Adds conversions x (feature - expected feature) of some journeys of a sequence to a sum over features.
  template <class Add>
  void score(std::size_t sequence, double conversions, double nulls, Add add) const {
    const double residual = conversions - (conversions + nulls) * chance_[sequence];
    for (std::size_t i = rows_.offsets[sequence]; i < rows_.offsets[sequence + 1]; ++i)
      add(rows_.features[i], residual * rows_.values[i]);
  }

  /// How the credits (`value` only where there are values) move when the scores sum to `score` in place of what they
  /// sum to in the data: one Newton step, and the credits' derivatives.
  Credits shift(const std::vector<double>& score) const;

 private:
  void cross_validate(const std::vector<double>& positive, const std::vector<double>& negative, std::uint64_t seed);
  void share_out();
  void share_sequence(std::size_t sequence, std::vector<double>& slopes);
  void add_slopes(std::size_t sequence, const std::vector<std::uint32_t>& channels, const math::SparseRows& without,
                  const std::vector<double>& losses, double sum, std::vector<double>& slopes);
  /// Adds to d credit / d beta of a channel: `slope` a conversion.
  void add_slope(std::size_t sequence, std::uint32_t channel, std::uint32_t feature, double slope);

  const Journeys& journeys_;
  std::size_t channels_;
  math::SparseRows rows_;
  std::vector<double> ridge_;
  math::LogisticFit fit_;
  std::vector<double> chance_;  // by sequence
  std::vector<double> shares_;
  std::vector<std::size_t> share_offsets_{0};
  math::Matrix slopes_, value_slopes_;  // d credit / d beta, channels x features
  std::vector<double> data_score_;
  Credits credits_;
  Fitness fitness_;
};

}  // namespace outlay::attribution
