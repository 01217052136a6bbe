// Sums by cluster.
#include "analyses/impact/clusters.h"

namespace outlay::impact {

std::size_t Clusters::of(std::int32_t campaign, std::int32_t text) {
  const bool campaign_alone = by_campaign_ && campaign != no_name;
  const auto cluster =
      static_cast<std::size_t>(index_.add({campaign, no_name, campaign_alone ? no_name : text, no_name}));
  if (cluster == effects_.size()) {
    effects_.push_back({});
    pretrends_.push_back({});
  }
  return cluster;
}

void Clusters::add(std::size_t cluster, std::size_t type, double effect, double pretrend) {
  for (const std::size_t column : {static_cast<std::size_t>(all_types), first_type + type}) {
    effects_[cluster][column] += effect;
    pretrends_[cluster][column] += pretrend;
  }
}

std::vector<double> Clusters::column_of(const std::vector<Row>& rows, std::size_t column) const {
  std::vector<double> out;
  for (const Row& row : rows) out.push_back(row[column]);
  return out;
}

}  // namespace outlay::impact
