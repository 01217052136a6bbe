// Adset-weeks: the rows of each adset collapsed to ISO weeks, counted back from the week of the decision.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/context.h"
#include "core/inputs.h"

namespace outlay::scoring {

/// Sums over rows that state a pLTV, for its mean.
struct PltvSums {
  double by_trials = 0, trials = 0;
  double by_ihc = 0, ihc = 0;
  double plain = 0, rows = 0;

  void add(const PltvSums& other);
  /// Weighted by influenced trials; by ihc where those are all 0; unweighted where those are too. NaN without rows.
  double mean() const;
};

/// One adset's week, or several together. Blank cells of spend, clicks and ihc counted as 0; columns that the table
/// lacks stay 0.
struct Week {
  double spend = 0;
  double clicks = 0;
  double impressions = 0;
  double sessions = 0;
  double ihc = 0;
  double redistributed_ihc = 0;  // ihc times the channel's uplift
  double influenced_trials = 0;
  double hvc_male = 0;
  double hvc_female = 0;
  PltvSums pltv;

  void add(const Week& other);
};

/// Factor by which attributed orders are multiplied, per channel code of the table.
using UpliftByCode = std::vector<double>;

/// The rows of an adset-week table grouped by adset.
class AdsetWeeks {
 public:
  static constexpr std::int32_t every_adset = -1;

  /// `table` has the roles of scoring/adsets. Rows without adset or date are left out, and those of other adsets than
  /// the one whose code is given. O(rows log rows-per-adset).
  explicit AdsetWeeks(const BoundTable& table, std::int32_t only = every_adset);

  bool empty() const { return rows_.empty(); }
  std::int32_t first_week() const { return first_week_; }  // days since 1970-01-01, Mondays
  std::int32_t last_week() const { return last_week_; }
  std::size_t adsets() const { return offsets_.size() - 1; }

  /// An adset's weeks: out[0] is the week of `as_of`, out[1] the one before; weeks without rows are zeros. Returns the
  /// adset's latest row up to `as_of` (among several of that week the one with the largest spend), or -1 when it has
  /// none.
  std::int64_t weeks_of(std::size_t adset, std::int32_t as_of, const UpliftByCode& uplift,
                        std::vector<Week>& out) const;

  /// Sum of ihc per channel code over the weeks from `first` to `last` (Mondays).
  std::vector<double> ihc_by_channel(std::int32_t first, std::int32_t last) const;

  /// The same by week: [channel code][week] for `weeks` weeks from `first`.
  std::vector<std::vector<double>> ihc_by_channel_and_week(std::int32_t first, std::size_t weeks) const;

  /// The first week with rows of an adset; the largest value when it has none.
  std::int32_t first_week_of(std::size_t adset) const;

  /// The table's channel column, null when it has none.
  const TextColumn* channel() const { return channel_; }

  /// Says what was collapsed, counted as zero, left out or summed to weeks; `as_of` limits nothing here.
  void report(Context& context, std::int32_t as_of) const;

 private:
  void look_at_weeks();
  void report_weekdays(Context& context, std::int32_t as_of) const;
  void count_negatives();
  const NumberColumn* optional_number(const char* role) const;
  Week read(std::uint32_t row, const UpliftByCode& uplift) const;
  void sort_rows(std::size_t adset);

  const BoundTable& table_;
  const NumberColumn* numbers_[9];
  const TextColumn* channel_ = nullptr;
  std::vector<std::int32_t> week_of_row_;
  std::vector<std::uint32_t> rows_;   // grouped by adset, by day within
  std::vector<std::size_t> offsets_;  // adset -> first of its rows_
  std::int32_t first_week_ = 0;
  std::int32_t last_week_ = 0;
  std::int32_t week_before_last_ = 0;  // the latest week with rows before the last
  std::size_t days_in_last_week_ = 0;
  int weekday_ = 0;                 // of the dates, 0 for Monday
  bool has_other_weekday_ = false;  // not all dates are of it
  bool has_days_ = false;           // dates of one adset less than a week apart
  bool has_weeks_ = false;          // dates of one adset a week or more apart
  std::size_t negative_[3] = {};    // cells below 0 of spend, clicks and ihc
  std::size_t rows_without_key_ = 0;
  std::size_t rows_within_weeks_ = 0;
  std::size_t duplicate_rows_ = 0;
  std::size_t duplicate_keys_ = 0;
  std::size_t adsets_in_channels_ = 0;  // with rows of several channels on one day
};

}  // namespace outlay::scoring
