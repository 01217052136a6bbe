// Credits as scoring and reallocation take them: on weeks and channels, with spend and touches beside them.
#include <cmath>
#include <limits>

#include "analyses/attribution/path_tables.h"
#include "analyses/attribution/text_labels.h"

namespace outlay::attribution::paths {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_rows = 1000000;

double per(double part, double whole) { return whole != 0 ? part / whole : nan_value; }

// Where a channel's credit, spend and touches lie in time: shares of each week, one week where none are known.
class Calendar {
 public:
  Calendar(const Journeys& journeys, const Spend& spend, std::size_t models)
      : journeys_(journeys), spend_(spend), channels_(journeys.channels.size()) {
    const std::size_t weeks = journeys.weekly.weeks;
    has_weeks_ = weeks > 0 && weeks * channels_ * models <= most_rows;
    touches_.assign(channels_, 0);
    parts_.assign(channels_, 0);
    if (has_weeks_) {
      for (std::size_t cell = 0; cell < weeks * channels_; ++cell) {
        touches_[cell % channels_] += journeys.weekly.touches[cell];
        parts_[cell % channels_] += journeys.weekly.parts[cell];
      }
      return;
    }
    for (std::size_t s = 0; s < journeys.sequences(); ++s) {
      for (std::uint32_t step : journeys.at(s)) touches_[step] += journeys.conversions[s] + journeys.nulls[s];
    }
  }

  std::size_t weeks() const { return has_weeks_ ? journeys_.weekly.weeks : 1; }
  std::int32_t monday(std::size_t week) const { return has_weeks_ ? journeys_.weekly.monday(week) : missing_day; }
  double touches(std::size_t week, std::size_t channel) const {
    return has_weeks_ ? journeys_.weekly.touches[week * channels_ + channel] : touches_[channel];
  }
  double spend(std::size_t week, std::size_t channel) const {
    if (spend_.total.empty() || std::isnan(spend_.total[channel])) return nan_value;
    return has_weeks_ ? spend_.by_week[week * channels_ + channel] : spend_.total[channel];
  }
  // A channel that a chain credits without it having led to a conversion has no better days than those of its touches.
  double share(std::size_t week, std::size_t channel) const {
    if (!has_weeks_) return 1;
    const std::size_t cell = week * channels_ + channel;
    if (parts_[channel] > 0) return journeys_.weekly.parts[cell] / parts_[channel];
    return journeys_.weekly.touches[cell] / touches_[channel];
  }

 private:
  const Journeys& journeys_;
  const Spend& spend_;
  std::size_t channels_;
  bool has_weeks_ = false;
  std::vector<double> touches_, parts_;  // by channel
};

}  // namespace

void fill_credits(const Journeys& journeys, const ModelRun& run, const Spend& spend, CreditTable& out) {
  TextLabels model(out.model), channel(out.channel);
  const Calendar calendar(journeys, spend, run.models.size());
  const std::vector<std::uint32_t> order = listed_channels(journeys);
  for (const ModelCredits& m : run.models) {
    for (std::size_t week = 0; week < calendar.weeks(); ++week) {
      for (std::uint32_t c : order) {
        const double cost = calendar.spend(week, c), touches = calendar.touches(week, c);
        const double share = calendar.share(week, c);
        if (touches == 0 && share == 0 && !(cost > 0)) continue;
        const double value = journeys.has_value ? m.credits.value[c] : nan_value;
        model.add(name_of(m.model));
        channel.add(journeys.channels[c]);
        out.week_start.days.push_back(calendar.monday(week));
        out.spend.push_back(cost);
        out.clicks.push_back(touches);
        out.ihc.push_back(share * m.credits.conversions[c]);
        out.pltv.push_back(per(value, m.credits.conversions[c]));
        out.revenue.push_back(share * value);
      }
    }
  }
}

}  // namespace outlay::attribution::paths
