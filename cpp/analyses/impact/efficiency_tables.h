// Where the money works: the efficiency index of segments, and campaigns by ROAS and conversion rate.
#pragma once

#include "analyses/impact/performance.h"
#include "core/archive.h"

namespace outlay::impact {

/// One row a segment: its share of sales against its share of spend.
struct SegmentTable {
  TextColumn match_type, name;  // as compared (lower case), and as written
  NumberColumn spend, sales, clicks, orders;
  NumberColumn spend_share_pct, revenue_share_pct, efficiency_index;
  TextColumn label;  // Amplifier | Balanced | Review | Drag; empty without spend

  void describe(Archive& a);
};

/// One row a campaign, against the medians of those with spend and clicks.
struct QuadrantTable {
  TextColumn campaign_name, name;
  NumberColumn spend, sales, clicks, orders, roas, cvr, median_roas, median_cvr;
  TextColumn quadrant;  // Stars | Scale Potential | Profit Potential | Cut; empty when inactive

  void describe(Archive& a);
};

/// What counts as efficient, and what stands in for a median where no campaign is active. Parameters that analyses
/// share.
struct Aims {
  double efficient_roas = 2, fallback_roas = 3, fallback_cvr = 0.05;

  void describe(Archive& a);
};

enum class SegmentBy { match_type, campaign, ad_group, target };

/// Rows that have no name of that kind make a segment of their own, which is called so.
SegmentTable segments_of(const Performance& performance, SegmentBy by);

/// Campaigns by ROAS and conversion rate. Without orders no rate is known: no campaign is placed, and it is told.
QuadrantTable quadrants_of(const Performance& performance, const Aims& aims, Context& context);

/// Spend in ad groups whose ROAS reaches `efficient_roas`.
double efficient_spend(const Performance& performance, double efficient_roas);

}  // namespace outlay::impact
