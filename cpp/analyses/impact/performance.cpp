// Keeping the rows that count, and the account's sums by date.
#include "analyses/impact/performance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlay::impact {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

const TextColumn* text_of(const BoundTable& table, const char* role) {
  return table.has(role) ? &table.text(role) : nullptr;
}

const NumberColumn* number_of(const BoundTable& table, const char* role) {
  return table.has(role) ? &table.number(role) : nullptr;
}

double value_at(const NumberColumn* column, std::size_t row) {
  if (!column) return 0;
  const double value = (*column)[row];
  return std::isnan(value) ? 0 : value;
}

// Dates that are all whole weeks apart are the starts of weeks.
bool looks_weekly(const std::vector<std::int32_t>& dates) {
  for (std::size_t i = 1; i < dates.size(); ++i) {
    if ((dates[i] - dates[i - 1]) % 7 != 0) return false;
  }
  return dates.size() > 1;
}

}  // namespace

void Sums::add(const Sums& other) {
  impressions += other.impressions;
  clicks += other.clicks;
  spend += other.spend;
  sales += other.sales;
  orders += other.orders;
}

double Sums::cpc() const { return clicks > 0 ? spend / clicks : nan_value; }
double Sums::roas() const { return spend > 0 ? sales / spend : nan_value; }

Performance::Performance(const BoundTable& table, std::optional<Day> as_of, Grain grain)
    : days_(&table.day("date").days),
      campaign_(text_of(table, "campaign_name"), campaigns),
      group_(text_of(table, "adset_name"), groups),
      target_(text_of(table, "keyword"), texts),
      term_(text_of(table, "search_term"), texts),
      match_(text_of(table, "match_type"), matches),
      impressions_(number_of(table, "impressions")),
      clicks_(number_of(table, "clicks")),
      spend_(number_of(table, "spend")),
      sales_(number_of(table, "revenue")),
      orders_(number_of(table, "orders")) {
  keep_rows(table, as_of);
  check_currency(table);
  add_up(grain);
}

void Performance::keep_rows(const BoundTable& table, std::optional<Day> as_of) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::int32_t day = (*days_)[row];
    if (day == missing_day) {
      ++without_date_;
    } else if (as_of && day > as_of->days) {
      ++after_as_of_;
    } else {
      rows_.push_back(static_cast<std::uint32_t>(row));
      dates_.push_back(day);
    }
  }
  if (rows_.empty()) {
    const std::string why = after_as_of_ ? "every row is after " + iso_text(*as_of) : "no row has a date";
    throw Error(ErrorCode::not_enough_data, table.table().file + ": " + why + ".",
                after_as_of_ ? "Choose a later date for as_of." : "Check which column holds the date.",
                {.file = table.table().file,
                 .parameter = after_as_of_ ? "/as_of" : "",
                 .table = table.table().name,
                 .role = "date"});
  }
  std::sort(dates_.begin(), dates_.end());
  dates_.erase(std::unique(dates_.begin(), dates_.end()), dates_.end());
}

void Performance::check_currency(const BoundTable& table) {
  if (!table.has("currency")) return;
  Names currencies;
  const NamedColumn column(&table.text("currency"), currencies);
  std::int32_t first = no_name;
  for (std::uint32_t row : rows_) {
    const std::int32_t code = column.at(row);
    if (code == no_name || code == first) continue;
    if (first != no_name) {
      const Place place = table.table().origin.of(row);
      throw Error(ErrorCode::bad_column,
                  table.table().file + ", line " + std::to_string(place.line) + ": this row is in " +
                      currencies.written(code) + ", rows above it are in " + currencies.written(first) + ".",
                  "Money of several currencies cannot be added up. Export one currency, or convert it first.",
                  {.file = table.table().file,
                   .line = place.line,
                   .text = currencies.written(code),
                   .table = table.table().name,
                   .role = "currency"});
    }
    first = code;
  }
  if (first == no_name) return;
  currency_ = currencies.written(first);
  for (char& c : currency_) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

void Performance::add_up(Grain grain) {
  weekly_ = grain == Grain::week || (grain == Grain::automatic && looks_weekly(dates_));
  by_date_.resize(dates_.size());
  std::vector<std::uint32_t> place(static_cast<std::size_t>(dates_.back() - dates_.front()) + 1);
  for (std::size_t i = 0; i < dates_.size(); ++i) place[dates_[i] - dates_.front()] = static_cast<std::uint32_t>(i);
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    const Sums row = sums(k);
    by_date_[place[day(k) - dates_.front()]].add(row);
    negative_rows_ += row.spend < 0 || row.clicks < 0 || row.sales < 0;
    for (const NumberColumn* column : {clicks_, spend_, sales_}) blank_cells_ += std::isnan((*column)[rows_[k]]);
  }
  for (const Sums& date : by_date_) total_.add(date);
}

Sums Performance::sums(std::size_t k) const {
  const std::size_t row = rows_[k];
  return {value_at(impressions_, row), value_at(clicks_, row), value_at(spend_, row), value_at(sales_, row),
          value_at(orders_, row)};
}

int Performance::days_covered(Window window) const {
  const auto first = std::lower_bound(dates_.begin(), dates_.end(), window.first);
  const auto last = std::upper_bound(first, dates_.end(), window.last);
  return static_cast<int>(last - first) * (weekly_ ? 7 : 1);
}

double Performance::account_spend(Window window) const {
  double spend = 0;
  auto date = std::lower_bound(dates_.begin(), dates_.end(), window.first);
  for (; date != dates_.end() && *date <= window.last; ++date) spend += by_date_[date - dates_.begin()].spend;
  return spend;
}

void Performance::report(Context& context) const {
  const auto tell = [&](const char* code, Severity severity, const char* unit, std::size_t count) {
    if (count > 0) context.notice({code, severity, {{unit, static_cast<double>(count)}}, {}});
  };
  tell("rows_without_date", Severity::warning, "rows", without_date_);
  tell("rows_after_as_of", Severity::info, "rows", after_as_of_);
  tell("impact_blank_as_zero", Severity::info, "cells", blank_cells_);
  tell("impact_negative_rows", Severity::warning, "rows", negative_rows_);
  if (weekly_) context.notice({"weekly_data", Severity::info, {{"weeks", static_cast<double>(dates_.size())}}, {}});
}

InputSpec performance_input() {
  const auto number = [](const char* name, const char* label, bool required, const char* help = "") {
    return Role{name, label, Kind::number, required, help};
  };
  const auto text = [](const char* name, const char* label, bool required, const char* help = "") {
    return Role{name, label, Kind::text, required, help};
  };
  return {.name = "performance",
          .label = "Performance by day or week",
          .help = "One row per day (or week) and target, search term or campaign: spend, clicks and sales.",
          .roles = {{"date", "Day or week start", Kind::day, true, "Dates a week apart are read as weeks."},
                    text("campaign_name", "Campaign", true),
                    text("adset_name", "Ad group", false),
                    text("keyword", "Target", false, "Keyword or product target."),
                    text("search_term", "Customer search term", false),
                    text("match_type", "Match type", false),
                    number("impressions", "Impressions", false),
                    number("clicks", "Clicks", true),
                    number("spend", "Spend", true, "Money spent."),
                    number("revenue", "Sales", true, "Attributed sales, in money."),
                    number("orders", "Orders", false),
                    text("currency", "Currency", false, "Rows of several currencies are refused.")}};
}

}  // namespace outlay::impact
