// Keeping the rows that count, and the account's sums by date.
#include "analyses/impact/performance.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "analyses/impact/calendar.h"
#include "analyses/impact/hash_index.h"

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

class Measures {
 public:
  explicit Measures(const BoundTable& table)
      : impressions_(number_of(table, "impressions")),
        clicks_(number_of(table, "clicks")),
        spend_(number_of(table, "spend")),
        sales_(number_of(table, "revenue")),
        orders_(number_of(table, "orders")) {}

  Sums at(std::size_t row) const {
    return {value_at(impressions_, row), value_at(clicks_, row), value_at(spend_, row),
            value_at(sales_, row),       value_at(orders_, row), 1};
  }
  // A row that was made for a day to come, and not filled in.
  bool is_blank(std::size_t row) const {
    const auto blank = [row](const NumberColumn* column) { return !column || std::isnan((*column)[row]); };
    return blank(clicks_) && blank(spend_) && blank(sales_) && blank(impressions_) && blank(orders_);
  }
  bool states_orders(std::size_t row) const { return orders_ && !std::isnan((*orders_)[row]); }
  std::size_t blanks(std::size_t row) const {
    return std::size_t{std::isnan((*clicks_)[row])} + std::isnan((*spend_)[row]) + std::isnan((*sales_)[row]);
  }

 private:
  const NumberColumn *impressions_, *clicks_, *spend_, *sales_, *orders_;
};

}  // namespace

void Sums::add(const Sums& other) {
  impressions += other.impressions;
  clicks += other.clicks;
  spend += other.spend;
  sales += other.sales;
  orders += other.orders;
  rows += other.rows;
}

double Sums::cpc() const { return clicks > 0 ? spend / clicks : nan_value; }
double Sums::roas() const { return spend > 0 ? sales / spend : nan_value; }

Performance::Performance(const BoundTable& table, std::optional<Day> as_of, Grain grain) {
  const std::vector<std::uint32_t> rows = kept_rows(table, as_of);
  rows_ = rows.size();
  check_currency(table, rows);
  gather(table, rows);
  add_up_dates();
  tell_grain(grain);
}

std::vector<std::uint32_t> Performance::kept_rows(const BoundTable& table, std::optional<Day> as_of) {
  std::vector<std::uint32_t> rows;
  const Measures measures(table);
  const std::vector<std::int32_t>& days = table.day("date").days;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (days[row] == missing_day) {
      ++without_date_;
    } else if (as_of && days[row] > as_of->days) {
      ++after_as_of_;
    } else if (measures.is_blank(row)) {
      ++without_figures_;
    } else {
      rows.push_back(static_cast<std::uint32_t>(row));
    }
  }
  if (!rows.empty()) {
    if (!as_of) leave_out_late(table, rows);
    return rows;
  }
  const bool late = after_as_of_ > 0, blank = !late && without_figures_ > 0;
  const std::string why = late    ? "every row is after " + iso_text(*as_of)
                          : blank ? "no row has clicks, spend or sales"
                                  : "no row has a date";
  throw Error(ErrorCode::not_enough_data, table.table().file + ": " + why + ".",
              late    ? "Choose a later date for as_of."
              : blank ? "Check which columns hold them."
                      : "Check which column holds the date.",
              {.file = table.table().file,
               .parameter = late ? "/as_of" : "",
               .table = table.table().name,
               .role = blank ? "spend" : "date"});
}

void Performance::leave_out_late(const BoundTable& table, std::vector<std::uint32_t>& rows) {
  const std::vector<std::int32_t>& days = table.day("date").days;
  std::vector<std::int32_t> of_rows;
  of_rows.reserve(rows.size());
  for (const std::uint32_t row : rows) of_rows.push_back(days[row]);
  const std::vector<std::int32_t> dates = distinct_days(of_rows);
  const std::int32_t last = last_believed(dates);
  if (last == dates.back()) return;
  late_ = {*std::upper_bound(dates.begin(), dates.end(), last), dates.back()};
  const auto is_late = [&](std::uint32_t row) { return days[row] > last; };
  first_late_line_ =
      static_cast<double>(table.table().origin.of(*std::find_if(rows.begin(), rows.end(), is_late)).line);
  const std::size_t all = rows.size();
  rows.erase(std::remove_if(rows.begin(), rows.end(), is_late), rows.end());
  late_rows_ = all - rows.size();
}

void Performance::check_currency(const BoundTable& table, const std::vector<std::uint32_t>& rows) {
  if (!table.has("currency")) return;
  Names currencies;
  const NamedColumn column(&table.text("currency"), currencies);
  std::int32_t first = no_name;
  for (std::uint32_t row : rows) {
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

// Numbers the leaves, sorts rows by leaf (a counting sort) and date, and adds up those of one date.
void Performance::gather(const BoundTable& table, const std::vector<std::uint32_t>& rows) {
  const NamedColumn campaign(text_of(table, "campaign_name"), campaigns), group(text_of(table, "adset_name"), groups);
  const NamedColumn target(text_of(table, "keyword"), texts), term(text_of(table, "search_term"), texts);
  const NamedColumn match(text_of(table, "match_type"), matches);
  HashIndex<Leaf> index;
  std::vector<std::uint32_t> leaf_of(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const std::uint32_t row = rows[k];
    leaf_of[k] = static_cast<std::uint32_t>(
        index.add({campaign.at(row), group.at(row), target.at(row), term.at(row), match.at(row)}));
  }
  leaves_ = index.take();
  std::vector<std::size_t> next(leaves_.size() + 1, 0);
  for (std::uint32_t leaf : leaf_of) ++next[leaf + 1];
  for (std::size_t leaf = 1; leaf < next.size(); ++leaf) next[leaf] += next[leaf - 1];
  const std::vector<std::size_t> starts = next;
  std::vector<std::uint32_t> sorted(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) sorted[next[leaf_of[k]]++] = rows[k];
  const Measures measures(table);
  const std::vector<std::int32_t>& days = table.day("date").days;
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return days[a] != days[b] ? days[a] < days[b] : a < b; };
  for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(starts[leaf]);
    const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(starts[leaf + 1]);
    if (!std::is_sorted(first, last, earlier)) std::sort(first, last, earlier);
    offsets_.push_back(cells_.size());
    for (auto row = first; row != last; ++row) {
      const Sums sums = measures.at(*row);
      negative_rows_ += sums.spend < 0 || sums.clicks < 0 || sums.sales < 0;
      blank_cells_ += measures.blanks(*row);
      has_orders_ = has_orders_ || measures.states_orders(*row);
      if (cells_.size() == offsets_.back() || cells_.back().day != days[*row]) cells_.push_back({days[*row], {}});
      cells_.back().sums.add(sums);
    }
  }
  offsets_.push_back(cells_.size());
}

void Performance::add_up_dates() {
  const auto earlier = [](const Cell& a, const Cell& b) { return a.day < b.day; };
  const auto [first, last] = std::minmax_element(cells_.begin(), cells_.end(), earlier);
  std::vector<char> seen(static_cast<std::size_t>(last->day - first->day) + 1, 0);
  for (const Cell& cell : cells_) seen[cell.day - first->day] = 1;
  std::vector<std::uint32_t> place(seen.size());
  for (std::size_t offset = 0; offset < seen.size(); ++offset) {
    if (!seen[offset]) continue;
    place[offset] = static_cast<std::uint32_t>(dates_.size());
    dates_.push_back(first->day + static_cast<std::int32_t>(offset));
  }
  by_date_.resize(dates_.size());
  for (const Cell& cell : cells_) by_date_[place[cell.day - first->day]].add(cell.sums);
  for (const Sums& date : by_date_) total_.add(date);
}

// The dates of each campaign, whichever of its leaves have them.
void Performance::tell_grain(Grain grain) {
  weekly_ = grain == Grain::week;
  if (grain != Grain::automatic) return;
  std::vector<std::vector<std::uint32_t>> leaves_of(campaigns.size() + 1);  // the first without a name
  for (std::size_t k = 0; k < leaves_.size(); ++k)
    leaves_of[static_cast<std::size_t>(leaves_[k].campaign + 1)].push_back(static_cast<std::uint32_t>(k));
  Rhythm rhythm;
  std::vector<std::int32_t> days;
  std::size_t by_week = 0;
  for (const std::vector<std::uint32_t>& leaves : leaves_of) {
    days.clear();
    for (const std::uint32_t leaf : leaves) {
      for (const Cell& cell : cells(leaf)) days.push_back(cell.day);
    }
    const std::vector<std::int32_t> dates = distinct_days(days);
    for (std::size_t k = 1; k < dates.size(); ++k) rhythm.add(dates[k] - dates[k - 1]);
    by_week += goes_by_week(dates);
  }
  weekly_ = rhythm.weekly();
  coarse_days_ = rhythm.coarse() ? rhythm.median() : 0;
  weeks_among_days_ = weekly_ || coarse() ? 0 : by_week;
}

// Amazon leaves the match type of targets that it chooses itself, and of products, blank or "-".
const char* Performance::no_match_type() const {
  constexpr std::string_view automatic[] = {"*",           "close-match", "loose-match", "substitutes",
                                            "complements", "close match", "loose match"};
  const bool chosen = std::all_of(leaves_.begin(), leaves_.end(), [&](const Leaf& leaf) {
    return leaf.match != no_name ||
           (leaf.target != no_name &&
            std::find(std::begin(automatic), std::end(automatic), texts.key(leaf.target)) != std::end(automatic));
  });
  return chosen ? "Automatic targeting" : "No match type";
}

Sums Performance::total_of(std::size_t leaf) const {
  Sums out;
  for (const Cell& cell : cells(leaf)) out.add(cell.sums);
  return out;
}

int Performance::days_covered(Window window) const {
  auto date = std::lower_bound(dates_.begin(), dates_.end(), window.first);
  const auto end = std::upper_bound(date, dates_.end(), window.last);
  if (!weekly_) return static_cast<int>(end - date);
  int days = 0;
  while (date != end) {
    days += 7;
    // Campaigns may begin their weeks on different days: what begins within the same seven is the same week.
    date = std::lower_bound(date, end, window.first + ((*date - window.first) / 7 + 1) * 7);
  }
  return days;
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
  tell("rows_without_figures", Severity::info, "rows", without_figures_);
  tell("impact_blank_as_zero", Severity::info, "cells", blank_cells_);
  tell("impact_negative_rows", Severity::warning, "rows", negative_rows_);
  if (late_rows_ > 0) {
    context.notice({"late_dates_left_out",
                    Severity::warning,
                    {{"rows", static_cast<double>(late_rows_)}, {"line", first_late_line_}},
                    {{"first", iso_text(Day{late_.first})},
                     {"last", iso_text(Day{late_.last})},
                     {"latest", iso_text(Day{last_day()})}}});
  }
}

void Performance::report_grain(Context& context) const {
  const double weeks = days_covered({first_day(), last_day()}) / 7;
  if (weekly_) context.notice({"weekly_data", Severity::info, {{"weeks", weeks}}, {}});
  if (coarse())
    context.notice({"rows_too_far_apart", Severity::warning, {{"days", static_cast<double>(coarse_days_)}}, {}});
  if (weeks_among_days_ > 0)
    context.notice(
        {"weeks_among_days", Severity::warning, {{"campaigns", static_cast<double>(weeks_among_days_)}}, {}});
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
