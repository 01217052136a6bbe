// Sums by segment and campaign, and what they say.
#include "analyses/impact/efficiency_tables.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyses/impact/series.h"
#include "analyses/impact/thresholds.h"
#include "math/order.h"

namespace outlay::impact {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

struct Group {
  Key key;
  Sums sums;
};

// Sums by key, in the order of appearance.
template <class KeyOf>
std::vector<Group> grouped(const Performance& performance, KeyOf key_of) {
  KeyIndex index;
  std::vector<Group> groups;
  for (std::size_t k = 0; k < performance.leaves().size(); ++k) {
    const Key key = key_of(performance.leaves()[k]);
    const auto number = static_cast<std::size_t>(index.add(key));
    if (number == groups.size()) groups.push_back({key, {}});
    groups[number].sums.add(performance.total_of(k));
  }
  return groups;
}

// In the order of their names, so that the order of rows does not matter.
void sort_by_name(std::vector<Group>& groups, const Names& first, std::int32_t Key::*of_first, const Names& second,
                  std::int32_t Key::*of_second) {
  const auto text = [](const Names& names, std::int32_t name) {
    return name == no_name ? std::string_view() : std::string_view(names.key(name));
  };
  std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
    const auto order = text(first, a.key.*of_first).compare(text(first, b.key.*of_first));
    if (order != 0) return order < 0;
    return text(second, a.key.*of_second) < text(second, b.key.*of_second);
  });
}

const char* label_of(double index) {
  if (std::isnan(index)) return "";
  return exceeds(index, 1) ? "Amplifier" : reaches(index, 0.75) ? "Balanced" : reaches(index, 0.5) ? "Review" : "Drag";
}

double percent(double part, double whole) { return whole > 0 ? part / whole * 100 : nan_value; }

template <class Table>
void add_sums(Table& out, const Sums& sums) {
  out.spend.push_back(sums.spend);
  out.sales.push_back(sums.sales);
  out.clicks.push_back(sums.clicks);
  out.orders.push_back(sums.orders);
}

std::string spelled(const Performance& performance, const Key& key, bool as_compared) {
  const auto text = [&](const Names& names, std::int32_t name) {
    return name == no_name ? std::string() : as_compared ? names.key(name) : names.written(name);
  };
  std::string out = text(performance.campaigns, key.campaign);
  for (const std::string& part :
       {text(performance.groups, key.group), text(performance.texts, key.text), text(performance.matches, key.match)}) {
    if (!part.empty()) out += (out.empty() ? "" : " / ") + part;
  }
  return out;
}

const char* without_name(const Performance& performance, SegmentBy by) {
  switch (by) {
    case SegmentBy::match_type:
      return performance.no_match_type();
    case SegmentBy::target:
      return "No target";
    default:
      return "No campaign";
  }
}

double median_or(const std::vector<double>& values, double fallback) {
  const double median = math::quantile(values, 0.5);
  return median > 0 ? median : fallback;
}

bool is_active(const Sums& sums) { return sums.spend > 0 && sums.clicks > 0; }

const char* quadrant_of(double roas, double cvr, double median_roas, double median_cvr) {
  const bool converts = reaches(cvr, median_cvr);
  if (reaches(roas, median_roas)) return converts ? "Stars" : "Scale Potential";
  return converts ? "Profit Potential" : "Cut";
}

}  // namespace

SegmentTable segments_of(const Performance& performance, SegmentBy by) {
  auto groups = grouped(performance, [&](const Leaf& leaf) {
    Key key;
    if (by == SegmentBy::match_type) key.match = leaf.match;
    if (by == SegmentBy::target) key.text = leaf.target;
    if (by == SegmentBy::campaign || by == SegmentBy::ad_group) key.campaign = leaf.campaign;
    if (by == SegmentBy::ad_group) key.group = leaf.group;
    return key;
  });
  if (by == SegmentBy::match_type) {
    sort_by_name(groups, performance.matches, &Key::match, performance.groups, &Key::group);
  } else if (by == SegmentBy::target) {
    sort_by_name(groups, performance.texts, &Key::text, performance.groups, &Key::group);
  } else {
    sort_by_name(groups, performance.campaigns, &Key::campaign, performance.groups, &Key::group);
  }
  SegmentTable out;
  TextBuilder key, name, label;
  const Sums& total = performance.total();
  for (const Group& group : groups) {
    key.add(spelled(performance, group.key, true));
    const std::string written = spelled(performance, group.key, false);
    name.add(written.empty() ? without_name(performance, by) : written);
    add_sums(out, group.sums);
    const double spend_share = percent(group.sums.spend, total.spend);
    const double revenue_share = percent(group.sums.sales, total.sales);
    const double index = spend_share > 0 ? revenue_share / spend_share : nan_value;
    out.spend_share_pct.push_back(spend_share);
    out.revenue_share_pct.push_back(revenue_share);
    out.efficiency_index.push_back(index);
    label.add(label_of(index));
  }
  out.match_type = key.take();
  out.name = name.take();
  out.label = label.take();
  return out;
}

QuadrantTable quadrants_of(const Performance& performance, const Aims& aims, Context& context) {
  const bool has_orders = performance.has_orders();
  if (!has_orders) context.notice({"quadrants_without_orders", Severity::warning, {}, {}});
  auto groups = grouped(performance, [&](const Leaf& leaf) { return Key{.campaign = leaf.campaign}; });
  sort_by_name(groups, performance.campaigns, &Key::campaign, performance.groups, &Key::group);
  std::vector<double> all_roas, all_cvr;
  for (const Group& group : groups) {
    if (!is_active(group.sums)) continue;
    all_roas.push_back(group.sums.sales / group.sums.spend);
    all_cvr.push_back(group.sums.orders / group.sums.clicks);
  }
  const double median_roas = median_or(all_roas, aims.fallback_roas);
  const double median_cvr = has_orders ? median_or(all_cvr, aims.fallback_cvr) : nan_value;
  QuadrantTable out;
  TextBuilder key, name, quadrant;
  for (const Group& group : groups) {
    const Sums& sums = group.sums;
    const bool active = is_active(sums);
    const double roas = active ? sums.sales / sums.spend : nan_value;
    const double cvr = active && has_orders ? sums.orders / sums.clicks : nan_value;
    key.add(spelled(performance, group.key, true));
    const std::string written = spelled(performance, group.key, false);
    name.add(written.empty() ? without_name(performance, SegmentBy::campaign) : written);
    add_sums(out, sums);
    out.roas.push_back(roas);
    out.cvr.push_back(cvr);
    out.median_roas.push_back(median_roas);
    out.median_cvr.push_back(median_cvr);
    quadrant.add(active && has_orders ? quadrant_of(roas, cvr, median_roas, median_cvr) : "");
  }
  out.campaign_name = key.take();
  out.name = name.take();
  out.quadrant = quadrant.take();
  return out;
}

double efficient_spend(const Performance& performance, double efficient_roas) {
  double spend = 0;
  for (const Group& group :
       grouped(performance, [&](const Leaf& leaf) { return Key{.campaign = leaf.campaign, .group = leaf.group}; })) {
    if (group.sums.spend > 0 && reaches(group.sums.roas(), efficient_roas)) spend += group.sums.spend;
  }
  return spend;
}

void SegmentTable::describe(Archive& a) {
  a.column("match_type", match_type, {.label = "Segment key", .help = "The name as it is compared, in lower case."});
  a.column("name", name, {.label = "Segment"});
  a.column("spend", spend, {.label = "Spend", .unit = "money"});
  a.column("sales", sales, {.label = "Sales", .unit = "money"});
  a.column("clicks", clicks, {.label = "Clicks", .unit = "count"});
  a.column("orders", orders, {.label = "Orders", .unit = "count"});
  a.column("spend_share_pct", spend_share_pct, {.label = "Share of spend, %", .unit = "rate"});
  a.column("revenue_share_pct", revenue_share_pct, {.label = "Share of sales, %", .unit = "rate"});
  a.column("efficiency_index", efficiency_index,
           {.label = "Efficiency index",
            .help = "Share of sales over share of spend: above 1 the segment earns more than its part.",
            .unit = "rate"});
  a.column("label", label,
           {.label = "Reading", .help = "Amplifier above 1, Balanced from 0.75, Review from 0.50, else Drag."});
}

void QuadrantTable::describe(Archive& a) {
  a.column("campaign_name", campaign_name, {.label = "Campaign key", .help = "The name as it is compared."});
  a.column("name", name, {.label = "Campaign"});
  a.column("spend", spend, {.label = "Spend", .unit = "money"});
  a.column("sales", sales, {.label = "Sales", .unit = "money"});
  a.column("clicks", clicks, {.label = "Clicks", .unit = "count"});
  a.column("orders", orders, {.label = "Orders", .unit = "count"});
  a.column("roas", roas, {.label = "ROAS", .help = "Sales per unit of spend.", .unit = "rate"});
  a.column("cvr", cvr, {.label = "Conversion rate", .help = "Orders per click.", .unit = "share"});
  a.column("median_roas", median_roas, {.label = "Median ROAS", .help = "Of active campaigns.", .unit = "rate"});
  a.column("median_cvr", median_cvr,
           {.label = "Median conversion rate", .help = "Of active campaigns.", .unit = "share"});
  a.column("quadrant", quadrant,
           {.label = "Quadrant",
            .help = "Stars: high ROAS and conversion rate. Scale Potential: high ROAS only. Profit Potential: high "
                    "conversion rate only. Cut: neither."});
}

void Aims::describe(Archive& a) {
  a.field("efficient_roas", efficient_roas,
          {.label = "ROAS of efficient ad groups",
           .help = "Spend in ad groups that reach this counts as efficient.",
           .unit = "rate",
           .group = "Gauges",
           .min = 0});
  a.field("fallback_roas", fallback_roas,
          {.label = "ROAS without a median",
           .help = "Used where no campaign is active.",
           .unit = "rate",
           .group = "Gauges",
           .min = 0});
  a.field("fallback_cvr", fallback_cvr,
          {.label = "Conversion rate without a median",
           .help = "Used where no campaign is active.",
           .unit = "share",
           .group = "Gauges",
           .min = 0,
           .max = 1});
}

}  // namespace outlay::impact
