// The run of impact/efficiency and its words.
#include "analyses/impact/efficiency.h"

#include <limits>

namespace outlay::impact::efficiency {
namespace {

void add_up(Result& out) {
  const SegmentTable& s = out.segments;
  for (std::size_t row = 0; row < s.spend.size(); ++row) {
    const std::string_view label = s.label.at(row);
    if (label == "Amplifier") out.amplifier_spend += s.spend[row];
    if (label == "Balanced") out.balanced_spend += s.spend[row];
    if (label == "Review") out.review_spend += s.spend[row];
    if (label == "Drag") out.drag_spend += s.spend[row];
  }
  const QuadrantTable& q = out.quadrants;
  for (std::size_t row = 0; row < q.spend.size(); ++row) {
    const std::string_view quadrant = q.quadrant.at(row);
    out.stars += quadrant == "Stars";
    out.scale_potential += quadrant == "Scale Potential";
    out.profit_potential += quadrant == "Profit Potential";
    if (quadrant != "Cut") continue;
    ++out.cut;
    out.cut_spend += q.spend[row];
  }
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  context.progress(0, "reading");
  const Performance performance(inputs.get("performance"), params.as_of, Grain::automatic);
  performance.report(context);
  Result out;
  out.first_data_date = Day{performance.first_day()};
  out.latest_data_date = Day{performance.last_day()};
  const Sums& total = performance.total();
  out.spend = total.spend;
  out.sales = total.sales;
  out.roas = total.roas();
  context.progress(0.4, "adding up");
  out.efficient_spend = efficient_spend(performance, params.aims.efficient_roas);
  out.spend_efficiency_pct =
      total.spend > 0 ? 100 * out.efficient_spend / total.spend : std::numeric_limits<double>::quiet_NaN();
  out.segments = segments_of(performance, params.segment_by);
  out.quadrants = quadrants_of(performance, params.aims, context);
  add_up(out);
  context.progress(1, "done");
  return out;
}

void Params::describe(Archive& a) {
  a.field("as_of", as_of,
          {.label = "As of",
           .help = "Rows after this day are left out. Empty: the latest day of the data.",
           .group = "Period"});
  a.choice("segment_by", segment_by,
           {{"match_type", "Match type"}, {"campaign", "Campaign"}, {"ad_group", "Ad group"}, {"target", "Target"}},
           {.label = "Segments are", .help = "What the efficiency index is taken over.", .group = "Segments"});
  aims.describe(a);
}

void Result::describe(Archive& a) {
  a.field("first_data_date", first_data_date, {.label = "First data"});
  a.field("latest_data_date", latest_data_date, {.label = "Latest data"});
  a.field("spend", spend, {.label = "Spend", .unit = "money"});
  a.field("sales", sales, {.label = "Sales", .unit = "money"});
  a.field("roas", roas, {.label = "ROAS", .unit = "rate"});
  a.field("efficient_spend", efficient_spend, {.label = "Efficient spend", .unit = "money"});
  a.field(
      "spend_efficiency_pct", spend_efficiency_pct,
      {.label = "Spend efficiency, %", .help = "Spend in efficient ad groups; 50 or more is the aim.", .unit = "rate"});
  a.field("amplifier_spend", amplifier_spend, {.label = "Spend in amplifiers", .unit = "money"});
  a.field("balanced_spend", balanced_spend, {.label = "Spend in balanced segments", .unit = "money"});
  a.field("review_spend", review_spend, {.label = "Spend to review", .unit = "money"});
  a.field("drag_spend", drag_spend, {.label = "Spend in drags", .unit = "money"});
  a.field("stars", stars, {.label = "Stars", .unit = "count"});
  a.field("scale_potential", scale_potential, {.label = "Scale potential", .unit = "count"});
  a.field("profit_potential", profit_potential, {.label = "Profit potential", .unit = "count"});
  a.field("cut", cut, {.label = "Cut", .unit = "count"});
  a.field("cut_spend", cut_spend, {.label = "Spend of campaigns to cut", .unit = "money"});
  a.table("segments", segments, {.label = "Segments", .help = "Share of sales against share of spend."});
  a.table("quadrants", quadrants, {.label = "Quadrants", .help = "Campaigns by ROAS and conversion rate."});
}

About about() {
  return {.id = "impact/efficiency",
          .title = "Efficiency",
          .question = "Which parts of the account earn more than their share of the spend?",
          .grade = Grade::observed,
          .inputs = {performance_input()}};
}

}  // namespace outlay::impact::efficiency
