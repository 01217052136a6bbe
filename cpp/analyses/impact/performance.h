// The performance table of the impact analyses: rows with numbered names, and the account's days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyses/impact/names.h"
#include "core/context.h"
#include "core/day.h"
#include "core/inputs.h"

namespace outlay::impact {

/// Sums over some rows: counts and money.
struct Sums {
  double impressions = 0, clicks = 0, spend = 0, sales = 0, orders = 0;

  void add(const Sums& other);
  double cpc() const;   // NaN without clicks
  double roas() const;  // NaN without spend
};

enum class Grain { automatic, day, week };

/// First and last day, both inclusive; empty when `last` is before `first`.
struct Window {
  std::int32_t first = 0, last = -1;
};

class Performance {
 public:
  /// Leaves out rows without a date and those after `as_of`. Throws `not_enough_data` when no row is left and
  /// `bad_column` when the rows state several currencies.
  Performance(const BoundTable& table, std::optional<Day> as_of, Grain grain);

  std::size_t rows() const { return rows_.size(); }
  std::int32_t day(std::size_t k) const { return (*days_)[rows_[k]]; }
  Sums sums(std::size_t k) const;
  std::int32_t campaign(std::size_t k) const { return campaign_.at(rows_[k]); }
  std::int32_t group(std::size_t k) const { return group_.at(rows_[k]); }
  std::int32_t target(std::size_t k) const { return target_.at(rows_[k]); }
  std::int32_t term(std::size_t k) const { return term_.at(rows_[k]); }
  std::int32_t match(std::size_t k) const { return match_.at(rows_[k]); }

  std::int32_t first_day() const { return dates_.front(); }
  std::int32_t last_day() const { return dates_.back(); }
  bool weekly() const { return weekly_; }
  const std::vector<std::int32_t>& dates() const { return dates_; }
  /// Days with any account data in the window; a weekly date stands for seven.
  int days_covered(Window window) const;
  double account_spend(Window window) const;
  const Sums& total() const { return total_; }
  const Sums& of_date(std::size_t k) const { return by_date_[k]; }
  /// The currency that the rows state, upper case; empty when none does.
  const std::string& currency() const { return currency_; }

  void report(Context& context) const;

  Names campaigns, groups, texts, matches;  // targets and search terms share `texts`

 private:
  void keep_rows(const BoundTable& table, std::optional<Day> as_of);
  void add_up(Grain grain);
  void check_currency(const BoundTable& table);

  const std::vector<std::int32_t>* days_;
  NamedColumn campaign_, group_, target_, term_, match_;
  const NumberColumn *impressions_, *clicks_, *spend_, *sales_, *orders_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::int32_t> dates_;
  std::vector<Sums> by_date_;
  Sums total_;
  bool weekly_ = false;
  std::string currency_;
  std::size_t without_date_ = 0, after_as_of_ = 0, blank_cells_ = 0, negative_rows_ = 0;
};

/// The roles of the performance table, which all impact analyses share.
InputSpec performance_input();

}  // namespace outlay::impact
