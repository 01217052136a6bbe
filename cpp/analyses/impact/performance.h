// The performance table of the impact analyses: rows with numbered names, and the account's days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/impact/names.h"
#include "core/context.h"
#include "core/day.h"
#include "core/inputs.h"

namespace outlay::impact {

/// Sums over some rows of the file: counts and money, and how many rows they are of.
struct Sums {
  double impressions = 0, clicks = 0, spend = 0, sales = 0, orders = 0, rows = 0;

  void add(const Sums& other);
  double cpc() const;   // NaN without clicks
  double roas() const;  // NaN without spend
};

enum class Grain { automatic, day, week };

/// First and last day, both inclusive; empty when `last` is before `first`.
struct Window {
  std::int32_t first = 0, last = -1;
};

/// Rows that share all their names.
struct Leaf {
  std::int32_t campaign, group, target, term, match;
  bool operator==(const Leaf&) const = default;
};

/// The sums of a leaf on one date.
struct Cell {
  std::int32_t day;
  Sums sums;
};

class Performance {
 public:
  /// Leaves out rows without a date, those without any figure (of days to come) and those after `as_of`; without
  /// `as_of`, those of dates that stand so far behind the rest that they are a slip (`last_believed`). Throws
  /// `not_enough_data` when no row is left and `bad_column` when the rows state several currencies. O(rows).
  Performance(const BoundTable& table, std::optional<Day> as_of, Grain grain);

  std::size_t rows() const { return rows_; }
  /// All that follows goes by leaf, in the order of their first rows: there are far fewer of them than rows.
  const std::vector<Leaf>& leaves() const { return leaves_; }
  /// In the order of dates.
  std::span<const Cell> cells(std::size_t leaf) const {
    return {cells_.data() + offsets_[leaf], offsets_[leaf + 1] - offsets_[leaf]};
  }
  Sums total_of(std::size_t leaf) const;

  std::int32_t first_day() const { return dates_.front(); }
  std::int32_t last_day() const { return dates_.back(); }
  bool weekly() const { return weekly_; }
  /// Rows are too far apart for windows of days to be told by them; never where the grain was stated.
  bool coarse() const { return coarse_days_ > 0; }
  const std::vector<std::int32_t>& dates() const { return dates_; }
  /// Days with any account data in the window; a week stands for seven, whichever days weeks begin on.
  int days_covered(Window window) const;
  double account_spend(Window window) const;
  const Sums& total() const { return total_; }
  const Sums& of_date(std::size_t k) const { return by_date_[k]; }
  /// The currency that the rows state, upper case; empty when none does.
  const std::string& currency() const { return currency_; }

  /// False when no row states orders: conversion rates are unknown then, not 0.
  bool has_orders() const { return has_orders_; }
  /// What rows without a match type are called.
  const char* no_match_type() const;

  void report(Context& context) const;
  /// What is doubtful about windows of days, for those who use them.
  void report_grain(Context& context) const;

  Names campaigns, groups, texts, matches;  // targets and search terms share `texts`

 private:
  std::vector<std::uint32_t> kept_rows(const BoundTable& table, std::optional<Day> as_of);
  void leave_out_late(const BoundTable& table, std::vector<std::uint32_t>& rows);
  void gather(const BoundTable& table, const std::vector<std::uint32_t>& rows);
  void add_up_dates();
  void tell_grain(Grain grain);
  void check_currency(const BoundTable& table, const std::vector<std::uint32_t>& rows);

  std::size_t rows_ = 0;
  std::vector<Leaf> leaves_;
  std::vector<std::size_t> offsets_;
  std::vector<Cell> cells_;
  std::vector<std::int32_t> dates_;
  std::vector<Sums> by_date_;
  Sums total_;
  bool weekly_ = false, has_orders_ = false;
  int coarse_days_ = 0;               // from row to row, when too many
  std::size_t weeks_among_days_ = 0;  // campaigns with rows by week, where the account's are by day
  std::string currency_;
  std::size_t without_date_ = 0, after_as_of_ = 0, blank_cells_ = 0, negative_rows_ = 0, late_rows_ = 0,
              without_figures_ = 0;
  Window late_;  // of the dates that were not believed
  double first_late_line_ = 0;
};

/// The roles of the performance table, which all impact analyses share.
InputSpec performance_input();

}  // namespace outlay::impact
