// Small made-up markets for tests of the scoring, and the run on them.
#pragma once

#include <string>

#include "analyses/scoring/adsets.h"
#include "support/reference.h"

namespace outlay::scoring::adsets {

/// A run on CSV texts, with what it noticed.
struct Ran {
  Result result;
  std::vector<Notice> notices;

  bool noticed(const std::string& code) const {
    for (const Notice& notice : notices) {
      if (notice.code == code) return true;
    }
    return false;
  }
  std::size_t row_of(const std::string& adset) const {
    std::size_t row = 0;
    while (result.adsets.adset_id.at(row) != adset) ++row;
    return row;
  }
};

inline Ran run_on(const std::string& csv, const Params& params = {}, const std::string& orders = "") {
  const About description = about();
  const auto roles_of = [](const Table& table) {
    RoleColumns roles;
    for (const Column& column : table.columns) roles[column.name] = column.name;
    return roles;
  };
  Inputs inputs;
  const ingest::File weeks = support::table_of(csv);
  inputs.add("performance", BoundTable(description.inputs[0], weeks.tables[0].table, roles_of(weeks.tables[0].table)));
  ingest::File true_orders;
  if (!orders.empty()) {
    true_orders = support::table_of(orders, "orders.csv");
    const Table& table = true_orders.tables[0].table;
    inputs.add("orders", BoundTable(description.inputs[1], table, roles_of(table)));
  }
  Context context;
  Result result = run(params, inputs, context);
  return {std::move(result), context.notices()};
}

inline const char* const week_header = "week_start,adset_id,channel,spend,clicks,ihc,pltv\n";

/// The Monday `back` weeks before 2026-11-16.
inline std::string monday(int back) { return iso_text(Day{parse_iso_day("2026-11-16")->days - 7 * back}); }

}  // namespace outlay::scoring::adsets
