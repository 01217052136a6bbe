// Grouping by a counting sort over adset codes, then a short sort by day within each adset.
#include "analyses/scoring/adset_weeks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "core/day.h"

namespace outlay::scoring {
namespace {

enum Measure {
  spend,
  clicks,
  impressions,
  sessions,
  ihc,
  pltv,
  influenced_trials,
  hvc_male,
  hvc_female,
  measure_count
};

constexpr const char* measure_roles[measure_count] = {"spend",
                                                      "clicks",
                                                      "impressions",
                                                      "sessions",
                                                      "ihc",
                                                      "pltv",
                                                      "influenced_trials",
                                                      "hvc_male_influenced",
                                                      "hvc_female_influenced"};

constexpr int longest_gap = 4;  // weeks without any row before the last one that are still taken for granted

double or_zero(double value) { return std::isnan(value) ? 0 : value; }

std::size_t count_blank(const NumberColumn& values) {
  return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
}

}  // namespace

void Week::add(const Week& other) {
  spend += other.spend;
  clicks += other.clicks;
  impressions += other.impressions;
  sessions += other.sessions;
  ihc += other.ihc;
  redistributed_ihc += other.redistributed_ihc;
  influenced_trials += other.influenced_trials;
  hvc_male += other.hvc_male;
  hvc_female += other.hvc_female;
  pltv.add(other.pltv);
}

void PltvSums::add(const PltvSums& other) {
  by_trials += other.by_trials;
  trials += other.trials;
  by_ihc += other.by_ihc;
  ihc += other.ihc;
  plain += other.plain;
  rows += other.rows;
}

double PltvSums::mean() const {
  if (trials > 0) return by_trials / trials;
  if (ihc > 0) return by_ihc / ihc;
  return rows > 0 ? plain / rows : std::numeric_limits<double>::quiet_NaN();
}

AdsetWeeks::AdsetWeeks(const BoundTable& table, std::int32_t only) : table_(table) {
  for (int m = 0; m < measure_count; ++m) numbers_[m] = optional_number(measure_roles[m]);
  if (table.has("channel")) channel_ = &table.text("channel");
  const TextColumn& adset = table.text("adset_id");
  const std::vector<std::int32_t>& days = table.day("week_start").days;
  week_of_row_.resize(table.rows());
  offsets_.assign(adset.dictionary.size() + 1, 0);
  const auto wanted = [&](std::int32_t code) { return only == every_adset ? code >= 0 : code == only; };
  const auto has_key = [&](std::size_t row) { return wanted(adset.codes[row]) && days[row] != missing_day; };
  bool any = false;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (!has_key(row)) {
      ++rows_without_key_;
      continue;
    }
    const std::int32_t week = week_start(Day{days[row]}).days;
    week_of_row_[row] = week;
    rows_within_weeks_ += week != days[row];
    first_week_ = any ? std::min(first_week_, week) : week;
    last_week_ = any ? std::max(last_week_, week) : week;
    any = true;
    ++offsets_[static_cast<std::size_t>(adset.codes[row]) + 1];
  }
  for (std::size_t a = 1; a < offsets_.size(); ++a) offsets_[a] += offsets_[a - 1];
  rows_.resize(offsets_.back());
  std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (has_key(row)) rows_[next[adset.codes[row]]++] = static_cast<std::uint32_t>(row);
  }
  for (std::size_t a = 0; a < adsets(); ++a) sort_rows(a);
  look_at_weeks();
  count_negatives();
}

void AdsetWeeks::look_at_weeks() {
  std::set<std::int32_t> last_days;
  week_before_last_ = first_week_;
  const std::vector<std::int32_t>& days = table_.day("week_start").days;
  if (!rows_.empty()) weekday_ = days[rows_[0]] - week_of_row_[rows_[0]];
  for (std::uint32_t row : rows_) {
    has_other_weekday_ = has_other_weekday_ || days[row] - week_of_row_[row] != weekday_;
    if (week_of_row_[row] == last_week_) {
      last_days.insert(days[row]);
    } else {
      week_before_last_ = std::max(week_before_last_, week_of_row_[row]);
    }
  }
  days_in_last_week_ = last_days.size();
}

void AdsetWeeks::count_negatives() {
  const Measure measures[] = {spend, clicks, ihc};
  for (int m = 0; m < 3; ++m) {
    const NumberColumn& values = *numbers_[measures[m]];
    negative_[m] =
        static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](double v) { return v < 0; }));
  }
}

const NumberColumn* AdsetWeeks::optional_number(const char* role) const {
  return table_.has(role) ? &table_.number(role) : nullptr;
}

// By day, then by size, so that the order of the file's rows changes no sum and no tie.
void AdsetWeeks::sort_rows(std::size_t adset) {
  const std::vector<std::int32_t>& days = table_.day("week_start").days;
  const auto name = [&](const char* role, std::uint32_t row) {
    return table_.has(role) ? table_.text(role).at(row) : std::string_view();
  };
  const auto key = [&](std::uint32_t row) {
    return std::make_tuple(days[row], or_zero((*numbers_[spend])[row]), or_zero((*numbers_[clicks])[row]),
                           or_zero((*numbers_[ihc])[row]), or_zero((*numbers_[pltv])[row]), name("channel", row),
                           name("campaign_id", row), name("campaign_name", row), name("adset_name", row));
  };
  const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(offsets_[adset]);
  const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(offsets_[adset + 1]);
  std::sort(first, last,
            [&](std::uint32_t a, std::uint32_t b) { return days[a] != days[b] ? days[a] < days[b] : key(a) < key(b); });
  bool repeating = false, in_channels = false;
  for (auto row = first; row != last; ++row) {
    const int apart = row == first ? -1 : days[*row] - days[*(row - 1)];
    const bool repeats = apart == 0;
    has_days_ = has_days_ || (apart > 0 && apart < 7);
    has_weeks_ = has_weeks_ || apart >= 7;
    duplicate_rows_ += repeats;
    duplicate_keys_ += repeats && !repeating;
    repeating = repeats;
    in_channels = in_channels || (repeats && channel_ && channel_->codes[*row] != channel_->codes[*(row - 1)]);
  }
  adsets_in_channels_ += in_channels;
}

Week AdsetWeeks::read(std::uint32_t row, const UpliftByCode& uplift) const {
  const auto measure = [&](Measure m) { return numbers_[m] ? or_zero((*numbers_[m])[row]) : 0; };
  Week week;
  week.spend = measure(spend);
  week.clicks = measure(clicks);
  week.impressions = measure(impressions);
  week.sessions = measure(sessions);
  week.ihc = measure(ihc);
  const std::int32_t code = channel_ ? channel_->codes[row] : -1;
  week.redistributed_ihc = week.ihc * (code < 0 ? 1 : uplift[code]);
  week.influenced_trials = measure(influenced_trials);
  week.hvc_male = measure(hvc_male);
  week.hvc_female = measure(hvc_female);
  const double value = (*numbers_[pltv])[row];
  if (!std::isnan(value)) {
    week.pltv = {week.influenced_trials * value, week.influenced_trials, week.ihc * value, week.ihc, value, 1};
  }
  return week;
}

std::int64_t AdsetWeeks::weeks_of(std::size_t adset, std::int32_t as_of, const UpliftByCode& uplift,
                                  std::vector<Week>& out) const {
  std::fill(out.begin(), out.end(), Week{});
  std::int64_t latest = -1;
  for (std::size_t i = offsets_[adset]; i < offsets_[adset + 1]; ++i) {
    const std::int32_t week = week_of_row_[rows_[i]];
    if (week > as_of) break;
    latest = rows_[i];
    const auto back = static_cast<std::size_t>((as_of - week) / 7);
    if (back < out.size()) out[back].add(read(rows_[i], uplift));
  }
  return latest;
}

std::vector<double> AdsetWeeks::ihc_by_channel(std::int32_t first, std::int32_t last) const {
  std::vector<double> sums(channel_ ? channel_->dictionary.size() : 0, 0.0);
  for (std::uint32_t row : rows_) {
    const std::int32_t code = channel_ ? channel_->codes[row] : -1;
    const std::int32_t week = week_of_row_[row];
    if (code >= 0 && week >= first && week <= last) sums[code] += or_zero((*numbers_[ihc])[row]);
  }
  return sums;
}

std::vector<std::vector<double>> AdsetWeeks::ihc_by_channel_and_week(std::int32_t first, std::size_t weeks) const {
  std::vector<std::vector<double>> sums(channel_ ? channel_->dictionary.size() : 0, std::vector<double>(weeks, 0));
  const std::int32_t end = first + 7 * static_cast<std::int32_t>(weeks);
  for (std::uint32_t row : rows_) {
    const std::int32_t code = channel_ ? channel_->codes[row] : -1;
    const std::int32_t week = week_of_row_[row];
    if (code < 0 || week < first || week >= end) continue;
    sums[static_cast<std::size_t>(code)][static_cast<std::size_t>((week - first) / 7)] +=
        or_zero((*numbers_[ihc])[row]);
  }
  return sums;
}

std::int32_t AdsetWeeks::first_week_of(std::size_t adset) const {
  if (offsets_[adset] == offsets_[adset + 1]) return std::numeric_limits<std::int32_t>::max();
  return week_of_row_[rows_[offsets_[adset]]];
}

// Where no adset has dates closer than a week, they stand for the weeks that begin on them.
void AdsetWeeks::report_weekdays(Context& context, std::int32_t as_of) const {
  if (!rows_within_weeks_) return;
  if (has_weeks_ && !has_days_) {
    if (has_other_weekday_) {
      context.notice({"weeks_begin_differently", Severity::warning, {}, {}});
    } else {
      context.notice({"weeks_begin_midweek", Severity::info, {{"weekday", static_cast<double>(weekday_)}}, {}});
    }
    return;
  }
  context.notice({"days_to_weeks", Severity::info, {{"rows", static_cast<double>(rows_within_weeks_)}}, {}});
  if (as_of == last_week_ && days_in_last_week_ < 7) {
    context.notice({"partial_last_week", Severity::warning, {{"days", static_cast<double>(days_in_last_week_)}}, {}});
  }
}

void AdsetWeeks::report(Context& context, std::int32_t as_of) const {
  const auto tell = [&](const char* code, Severity severity, std::map<std::string, double> numbers) {
    context.notice({code, severity, std::move(numbers), {}});
  };
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  if (rows_without_key_) tell("rows_without_key", Severity::warning, {{"rows", count(rows_without_key_)}});
  if (duplicate_rows_) {
    tell("duplicates_collapsed", Severity::info, {{"rows", count(duplicate_rows_)}, {"keys", count(duplicate_keys_)}});
  }
  const std::size_t blank[] = {count_blank(*numbers_[spend]), count_blank(*numbers_[clicks]),
                               count_blank(*numbers_[ihc])};
  if (blank[0] + blank[1] + blank[2] > 0) {
    tell("blank_as_zero", Severity::info,
         {{"cells", count(blank[0] + blank[1] + blank[2])},
          {"spend", count(blank[0])},
          {"clicks", count(blank[1])},
          {"ihc", count(blank[2])}});
  }
  if (const std::size_t rows = count_blank(*numbers_[pltv]))
    tell("blank_pltv", Severity::info, {{"rows", count(rows)}});
  if (negative_[0] + negative_[1] + negative_[2] > 0) {
    tell("negative_values", Severity::warning,
         {{"spend", count(negative_[0])}, {"clicks", count(negative_[1])}, {"ihc", count(negative_[2])}});
  }
  if (adsets_in_channels_) {
    tell("adset_in_channels", Severity::warning, {{"adsets", count(adsets_in_channels_)}});
  }
  report_weekdays(context, as_of);
  const int gap = (last_week_ - week_before_last_) / 7;
  if (gap > longest_gap) tell("gap_before_last_week", Severity::warning, {{"weeks", static_cast<double>(gap)}});
  std::size_t later = 0;
  for (std::uint32_t row : rows_) later += week_of_row_[row] > as_of;
  if (later) tell("rows_after_as_of", Severity::info, {{"rows", count(later)}});
  if (!channel_) tell("no_channel_column", Severity::info, {});
}

}  // namespace outlay::scoring
