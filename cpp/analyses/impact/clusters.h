// What is resampled together: all that comes from one campaign, or from one target where campaigns are few.
#pragma once

#include <array>
#include <vector>

#include "analyses/impact/series.h"

namespace outlay::impact {

inline constexpr std::size_t fewest_campaigns = 8;

/// A column for each kind of total.
enum Column : std::size_t { all_types, first_type };
inline constexpr std::size_t total_columns = first_type + 7;

class Clusters {
 public:
  explicit Clusters(bool by_campaign = true) : by_campaign_(by_campaign) {}

  bool by_campaign() const { return by_campaign_; }
  std::size_t size() const { return index_.size(); }
  /// The cluster of something in a campaign with a text; without a campaign its text alone makes one.
  std::size_t of(std::int32_t campaign, std::int32_t text);

  /// Adds to the total of all and of one type: the effect, and what it would have been a horizon earlier.
  void add(std::size_t cluster, std::size_t type, double effect, double pretrend);
  std::vector<double> effects(std::size_t column) const { return column_of(effects_, column); }
  std::vector<double> pretrends() const { return column_of(pretrends_, all_types); }

 private:
  using Row = std::array<double, total_columns>;
  std::vector<double> column_of(const std::vector<Row>& rows, std::size_t column) const;

  bool by_campaign_;
  KeyIndex index_;
  std::vector<Row> effects_, pretrends_;
};

}  // namespace outlay::impact
