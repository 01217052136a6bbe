// The words of impact/bridge: every parameter, total and column, spelled once.
#include "analyses/impact/bridge.h"

namespace outlay::impact::bridge {

void Params::describe(Archive& a) {
  a.field("days", days,
          {.label = "Days of a period",
           .help = "Length of the two periods when their dates are not given.",
           .unit = "count",
           .group = "Periods",
           .min = 1,
           .max = 730});
  a.field("as_of", as_of,
          {.label = "As of",
           .help = "Rows after this day are left out. Empty: the latest day of the data.",
           .group = "Periods"});
  a.field("earlier_from", earlier_from,
          {.label = "Earlier period from", .help = "Empty: as long before the later one.", .group = "Periods"});
  a.field("earlier_to", earlier_to,
          {.label = "Earlier period to", .help = "Empty: the day before the later one.", .group = "Periods"});
  a.field("later_from", later_from,
          {.label = "Later period from", .help = "Empty: by its length.", .group = "Periods"});
  a.field("later_to", later_to, {.label = "Later period to", .help = "Empty: the latest day.", .group = "Periods"});
  a.choice("mix_by", mix_by, {{"campaign", "Campaigns"}, {"match_type", "Match types"}},
           {.label = "Mix between", .help = "Parts whose shares of spend may have moved.", .group = "Parts"});
}

void EffectTable::describe(Archive& a) {
  a.column("effect", effect, {.label = "Cause"});
  a.column("roas_points", roas_points, {.label = "ROAS points", .help = "What it adds to ROAS.", .unit = "rate"});
  a.column("sales_at_later_spend", sales_at_later_spend,
           {.label = "In sales", .help = "The points times the spend of the later period.", .unit = "money"});
}

void PartTable::describe(Archive& a) {
  a.column("name", name, {.label = "Part"});
  a.column("spend_earlier", spend_earlier, {.label = "Spend, earlier", .unit = "money"});
  a.column("spend_later", spend_later, {.label = "Spend, later", .unit = "money"});
  a.column("roas_earlier", roas_earlier, {.label = "ROAS, earlier", .unit = "rate"});
  a.column("roas_later", roas_later, {.label = "ROAS, later", .unit = "rate"});
  a.column("mix", mix, {.label = "Mix", .help = "Its share of spend changed.", .unit = "rate"});
  a.column("cost_per_click", cost_per_click,
           {.label = "Cost per click", .help = "A click costs more or less.", .unit = "rate"});
  a.column("conversion", conversion,
           {.label = "Conversion rate", .help = "A click brings more or fewer orders.", .unit = "rate"});
  a.column("order_value", order_value,
           {.label = "Order value", .help = "An order brings more or less.", .unit = "rate"});
  a.column("unsplit", unsplit, {.label = "Not split", .help = "Clicks or orders are missing.", .unit = "rate"});
  a.column("total", total, {.label = "All together", .help = "In points of the account's ROAS.", .unit = "rate"});
}

void Result::describe(Archive& a) {
  a.field("earlier_from", earlier_from, {.label = "Earlier period from"});
  a.field("earlier_to", earlier_to, {.label = "Earlier period to"});
  a.field("later_from", later_from, {.label = "Later period from"});
  a.field("later_to", later_to, {.label = "Later period to"});
  a.field("roas_earlier", roas_earlier, {.label = "ROAS, earlier", .unit = "rate"});
  a.field("roas_later", roas_later, {.label = "ROAS, later", .unit = "rate"});
  a.field("roas_change", roas_change, {.label = "Change of ROAS", .unit = "rate"});
  a.field("spend_earlier", spend_earlier, {.label = "Spend, earlier", .unit = "money"});
  a.field("spend_later", spend_later, {.label = "Spend, later", .unit = "money"});
  a.field("sales_earlier", sales_earlier, {.label = "Sales, earlier", .unit = "money"});
  a.field("sales_later", sales_later, {.label = "Sales, later", .unit = "money"});
  a.field("mix", mix, {.label = "Mix", .help = "Its share of spend changed.", .unit = "rate"});
  a.field("cost_per_click", cost_per_click,
          {.label = "Cost per click", .help = "A click costs more or less.", .unit = "rate"});
  a.field("conversion", conversion,
          {.label = "Conversion rate", .help = "A click brings more or fewer orders.", .unit = "rate"});
  a.field("order_value", order_value,
          {.label = "Order value", .help = "An order brings more or less.", .unit = "rate"});
  a.field("unsplit", unsplit, {.label = "Not split", .help = "Clicks or orders are missing.", .unit = "rate"});
  a.table("effects", effects, {.label = "Causes", .help = "They add up to the change of ROAS."});
  a.table("parts", parts, {.label = "Parts", .help = "The same by campaign or match type."});
}

About about() {
  return {.id = "impact/bridge",
          .title = "ROAS bridge",
          .question = "Why did the return on ad spend change?",
          .grade = Grade::observed,
          .inputs = {performance_input()}};
}

}  // namespace outlay::impact::bridge
