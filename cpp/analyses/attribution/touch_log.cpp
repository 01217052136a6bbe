// Users one by one: their rows in the order of time, cut into journeys.
#include "analyses/attribution/touch_log.h"

#include <algorithm>
#include <cmath>

#include "analyses/attribution/log_columns.h"

namespace outlay::attribution {
namespace {

constexpr double day_seconds = 86400;
constexpr std::size_t most_units = 4096;     // beyond it users are resampled in random groups
constexpr std::size_t most_cells = 8000000;  // of the table of aged credits
constexpr std::size_t longest_lag = 366;
constexpr std::int32_t a_monday = 4;  // 1970-01-05

struct Touch {
  double time;
  std::uint32_t row;
};

// Spreads consecutive numbers (splitmix64), so that a group of users is a random one.
std::uint64_t scattered(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

class LogWalk {
 public:
  LogWalk(const BoundTable& log, const TouchChannels& channels, const LogOptions& options, Context& context)
      : log_(log),
        user_(log.text("user_id")),
        is_user_(real_ids(user_)),
        channels_(channels),
        options_(options),
        context_(context),
        times_(log, "timestamp", context),
        conversions_(log, options.conversion_event),
        value_(log.has("revenue") ? &log.number("revenue") : nullptr),
        cost_(log.has("spend") ? &log.number("spend") : nullptr),
        index_(out_) {
    window_ = options.lookback_days > 0 ? options.lookback_days * day_seconds : INFINITY;
    out_.has_times = true;
    out_.channels = channels.names;
  }

  Journeys run() {
    context_.progress(0.03, "paths: grouping");
    group_rows();
    start_units();
    for (std::size_t user = 0; user + 1 < first_.size(); ++user) {
      if (user % 65536 == 0)
        context_.progress(0.05 + 0.25 * static_cast<double>(user) / static_cast<double>(first_.size()),
                          "paths: journeys");
      if (first_[user + 1] > first_[user]) walk(user);
    }
    report();
    context_.progress(0.3, "paths: units");
    sort_by_unit(out_);
    return std::move(out_);
  }

 private:
  bool usable(std::size_t row) const {
    const std::int32_t user = user_.codes[row];
    return user >= 0 && is_user_[static_cast<std::size_t>(user)] && !std::isnan(times_.at(row));
  }

  // A counting sort by user; the order of the file within.
  void group_rows() {
    first_.assign(user_.dictionary.size() + 1, 0);
    for (std::size_t row = 0; row < log_.rows(); ++row) {
      if (usable(row)) ++first_[static_cast<std::size_t>(user_.codes[row]) + 1];
    }
    for (std::size_t u = 1; u < first_.size(); ++u) first_[u] += first_[u - 1];
    touches_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t row = 0; row < log_.rows(); ++row) {
      if (!usable(row)) continue;
      const double time = times_.at(row);
      const auto user = static_cast<std::size_t>(user_.codes[row]);
      if (next[user] > first_[user]) look_at_order(touches_[next[user] - 1].time, time);
      has_only_days_ = has_only_days_ && std::fmod(time, day_seconds) == 0;
      touches_[next[user]++] = {time, static_cast<std::uint32_t>(row)};
    }
    without_key_ = log_.rows() - touches_.size();
    if (touches_.empty()) {
      throw Error(ErrorCode::not_enough_data, log_.table().file + ": no row has both a user and a time.",
                  "Check which columns hold the user and the time.", {.file = log_.table().file});
    }
  }

  void look_at_order(double before, double time) {
    rising_ += time > before;
    falling_ += time < before;
  }

  // Within one moment: what is no touch (a conversion alone) comes after the touches; where only days are known, so
  // does any conversion. Else the file's order tells, from its end on when it lists the newest first.
  bool comes_before(const Touch& a, const Touch& b) const {
    if (a.time != b.time) return a.time < b.time;
    const bool bare_a = channels_.codes[a.row] < 0, bare_b = channels_.codes[b.row] < 0;
    if (bare_a != bare_b) return bare_b;
    const bool converts_a = conversions_.at(a.row) > 0, converts_b = conversions_.at(b.row) > 0;
    if (has_only_days_ && converts_a != converts_b) return converts_b;
    return falling_ > rising_ ? a.row > b.row : a.row < b.row;
  }

  void start_units() {
    const std::size_t channels = std::max<std::size_t>(1, out_.channels.size());
    const std::size_t users = user_.dictionary.size();
    const std::size_t units = std::min(users, std::max<std::size_t>(64, std::min(most_units, most_cells / channels)));
    pooled_ = units < users;
    out_.unit_draws.assign(units, 1);
    out_.aged.conversions.assign(channels, 0);
    out_.aged.value.assign(channels, 0);
    out_.aged.by_unit.assign(units * channels, 0);
    if (value_) out_.aged.value_by_unit.assign(units * channels, 0);
    if (cost_) out_.cost.assign(channels, 0);
    double first = INFINITY, last = -INFINITY;
    for (const Touch& touch : touches_) {
      first = std::min(first, touch.time);
      last = std::max(last, touch.time);
    }
    out_.first_day = static_cast<std::int32_t>(std::floor(first / day_seconds));
    out_.last_day = static_cast<std::int32_t>(std::floor(last / day_seconds));
    start_weeks(channels);
  }

  void start_weeks(std::size_t channels) {
    WeeklyTouches& weekly = out_.weekly;
    weekly.first = out_.first_day - ((out_.first_day - a_monday) % 7 + 7) % 7;
    const auto weeks = static_cast<std::size_t>((out_.last_day - weekly.first) / 7 + 1);
    if (weeks * channels > most_cells) return;
    weekly.weeks = weeks;
    weekly.touches.assign(weeks * channels, 0);
    weekly.parts.assign(weeks * channels, 0);
    if (cost_) weekly.cost.assign(weeks * channels, 0);
  }

  // Of the weekly tables; to be asked for only where there are weeks.
  std::size_t cell(double time, std::uint32_t channel) const {
    const auto week = static_cast<std::size_t>((time / day_seconds - out_.weekly.first) / 7);
    return week * out_.channels.size() + channel;
  }

  void walk(std::size_t user) {
    const auto first = touches_.begin() + static_cast<std::ptrdiff_t>(first_[user]);
    const auto last = touches_.begin() + static_cast<std::ptrdiff_t>(first_[user + 1]);
    std::sort(first, last, [&](const Touch& a, const Touch& b) { return comes_before(a, b); });
    unit_ = static_cast<std::uint32_t>(pooled_ ? scattered(user) % out_.unit_draws.size() : user);
    ++out_.users;
    steps_.clear();
    step_times_.clear();
    for (auto touch = first; touch != last; ++touch) take(*touch);
    if (!steps_.empty()) close(step_times_.back(), 0, 0);
  }

  void take(const Touch& touch) {
    const std::int32_t channel = channels_.codes[touch.row];
    if (channel >= 0) add_step(static_cast<std::uint32_t>(channel), touch);
    const double conversions = conversions_.at(touch.row);
    if (conversions == 0) {
      bare_ += channel < 0;
      unused_values_ += value_ && std::abs((*value_)[touch.row]) > 0;
    }
    if (conversions == 0) return;
    double value = value_ ? (*value_)[touch.row] : 0;
    blank_values_ += value_ && std::isnan(value);
    negative_values_ += value < 0;
    close(touch.time, conversions, std::isnan(value) ? 0 : value);
  }

  void add_step(std::uint32_t channel, const Touch& touch) {
    ++out_.touches;
    const double cost = cost_ ? (*cost_)[touch.row] : 0;
    if (cost_ && !std::isnan(cost)) out_.cost[channel] += cost;
    if (out_.weekly.weeks > 0) {
      ++out_.weekly.touches[cell(touch.time, channel)];
      if (cost_ && !std::isnan(cost)) out_.weekly.cost[cell(touch.time, channel)] += cost;
    }
    const bool repeats = !steps_.empty() && steps_.back() == channel;
    const bool same_session = repeats && touch.time - last_seen_ <= options_.session_minutes * 60;
    last_seen_ = touch.time;
    if (repeats && (options_.collapse || (options_.session_minutes > 0 && same_session))) {
      ++merged_;
      step_times_.back() = touch.time;
      return;
    }
    steps_.push_back(channel);
    step_times_.push_back(touch.time);
  }

  // Ends the journey at `end`; what is older than the window is left out.
  void close(double end, double conversions, double value) {
    std::size_t begin = 0;
    while (begin < steps_.size() && step_times_[begin] < end - window_) ++begin;
    outside_ += static_cast<double>(begin);
    const Steps steps(steps_.data() + begin, steps_.size() - begin);
    if (steps.empty()) {
      untouched_ += conversions;
    } else {
      Journey journey{index_.number_of(steps), unit_, conversions, value, conversions > 0 ? 0.0 : 1.0};
      add_journey(out_, journey);
      if (conversions > 0) age(begin, end, journey);
    }
    steps_.clear();
    step_times_.clear();
  }

  void age(std::size_t begin, double end, const Journey& journey) {
    const double half_life = options_.half_life_days * day_seconds;
    double sum = 0;
    weights_.clear();
    for (std::size_t s = begin; s < steps_.size(); ++s) {
      // Relative to the latest touch, so that an old journey does not vanish.
      weights_.push_back(std::exp2((step_times_[s] - step_times_.back()) / half_life));
      sum += weights_.back();
    }
    const double part = journey.conversions / static_cast<double>(steps_.size() - begin);
    for (std::size_t s = begin; s < steps_.size(); ++s) {
      const double share = weights_[s - begin] / sum;
      if (out_.weekly.weeks > 0) out_.weekly.parts[cell(step_times_[s], steps_[s])] += part;
      out_.aged.conversions[steps_[s]] += share * journey.conversions;
      out_.aged.value[steps_[s]] += share * journey.value;
      const std::size_t of_unit = unit_ * out_.channels.size() + steps_[s];
      out_.aged.by_unit[of_unit] += share * journey.conversions;
      if (value_) out_.aged.value_by_unit[of_unit] += share * journey.value;
    }
    const double days = std::floor((end - step_times_[begin]) / day_seconds);
    const std::size_t lag = std::min(longest_lag, static_cast<std::size_t>(std::max(0.0, days)));
    if (lag >= out_.lag_conversions.size()) {
      out_.lag_conversions.resize(lag + 1, 0);
      out_.lag_value.resize(lag + 1, 0);
    }
    out_.lag_conversions[lag] += journey.conversions;
    out_.lag_value[lag] += journey.value;
  }

  void report() {
    out_.has_value = value_ && std::any_of(value_->begin(), value_->end(), [](double v) { return !std::isnan(v); });
    const auto tell = [&](const char* code, Severity severity, const char* name, double count) {
      if (count > 0) context_.notice({code, severity, {{name, count}}, {}});
    };
    if (has_only_days_) context_.notice({"times_are_days", Severity::info, {}, {}});
    tell("touches_without_key", Severity::warning, "rows", static_cast<double>(without_key_));
    const double left_out = out_.touches > 0 ? outside_ / out_.touches : 0;
    if (outside_ > 0) {
      context_.notice({"touches_outside_window",
                       left_out > 0.2 ? Severity::warning : Severity::info,
                       {{"touches", outside_}, {"share", left_out}},
                       {}});
    }
    if (bare_ > 0) {
      const double share = bare_ / static_cast<double>(log_.rows());
      context_.notice({"rows_without_channel",
                       share > 0.2 ? Severity::warning : Severity::info,
                       {{"rows", bare_}, {"share", share}},
                       {}});
    }
    tell("value_not_counted", Severity::info, "rows", unused_values_);
    tell("touches_merged", Severity::info, "touches", merged_);
    tell("conversions_without_touch", Severity::warning, "conversions", untouched_);
    tell("conversions_without_value", Severity::info, "conversions", blank_values_);
    tell("negative_conversion_values", Severity::warning, "conversions", negative_values_);
    if (pooled_) {
      context_.notice({"units_pooled",
                       Severity::info,
                       {{"users", out_.users}, {"groups", static_cast<double>(out_.unit_draws.size())}},
                       {}});
    }
  }

  const BoundTable& log_;
  const TextColumn& user_;
  const std::vector<char> is_user_;  // by code
  const TouchChannels& channels_;
  const LogOptions& options_;
  Context& context_;
  const Moments times_;
  const Conversions conversions_;
  const NumberColumn* value_;
  const NumberColumn* cost_;
  Journeys out_;
  SequenceIndex index_;
  double window_;
  bool pooled_ = false;
  std::uint32_t unit_ = 0;
  double last_seen_ = 0;
  std::vector<std::size_t> first_;  // user -> first of its touches_
  std::vector<Touch> touches_;
  std::vector<std::uint32_t> steps_;
  std::vector<double> step_times_, weights_;
  std::size_t without_key_ = 0;
  bool has_only_days_ = true;
  std::size_t rising_ = 0, falling_ = 0;  // neighbouring rows of one user
  double bare_ = 0, outside_ = 0, merged_ = 0, untouched_ = 0, blank_values_ = 0, negative_values_ = 0,
         unused_values_ = 0;
};

}  // namespace

Journeys journeys_of_log(const BoundTable& log, const TouchChannels& channels, const LogOptions& options,
                         Context& context) {
  Journeys journeys = LogWalk(log, channels, options, context).run();
  order_channels(journeys);
  settle_value(journeys);
  return journeys;
}

}  // namespace outlay::attribution
