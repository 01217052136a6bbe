// The two charts of where the account earns: segments and campaigns.
import { drawn } from "./drawn";
import { efficiencyConfig, efficiencyTable, efficiencyTitle, segmentsOf } from "./efficiency-bars";
import { quadrantConfig, quadrantsOf, quadrantTable, quadrantTitle } from "./quadrants";

export const SegmentChart = drawn({
  read: segmentsOf,
  title: efficiencyTitle,
  caption:
    "Right of the dashed line a segment earns more than its share of the spend. Below 0.75 look at it, below 0.50 it drags.",
  config: efficiencyConfig,
  table: efficiencyTable,
  height: (segments) => Math.max(150, 70 + segments.length * 28),
});

export const QuadrantChart = drawn({
  read: quadrantsOf,
  title: quadrantTitle,
  caption:
    "Each shape is a campaign, its area its spend; the dashed lines are the medians. Give to the top right; a campaign at the bottom right sells at a good price but loses many clicks.",
  config: quadrantConfig,
  table: quadrantTable,
  height: () => 330,
});
