// Adding up rows, and telling what is missing.
#include "analyses/budget/campaigns.h"

#include <algorithm>
#include <cmath>

#include "analyses/budget/grouping.h"
#include "analyses/budget/own_words.h"

namespace outlay::budget::reallocate {
namespace {

[[noreturn]] void refuse_missing(const BoundTable& table, const char* role, const std::string& why) {
  const std::string& file = table.table().file;
  throw Error(ErrorCode::bad_column, file + ": no column for " + role + ", which " + why + " needs.",
              "Add the column to the file, or say which column it is.",
              {.file = file, .column = role, .table = table.table().name, .role = role});
}

void require_columns(const Params& params, const BoundTable& table) {
  const auto need = [&](const char* role, const char* why) {
    if (!table.has(role)) refuse_missing(table, role, why);
  };
  if (!table.has("curve")) {
    need("clicks", "a campaign without a curve of its own");
    need("conversions", "a campaign without a curve of its own");
  }
  if (params.objective == Objective::revenue || params.objective == Objective::profit) {
    need("revenue", params.objective == Objective::revenue ? "the objective revenue" : "the objective profit");
    need("conversions", "revenue for each conversion");
  }
  if (params.objective == Objective::pltv) need("pltv", "the objective pLTV");
  if (params.target_roas) need("revenue", "a target ROAS");
}

constexpr double most = 1e15;  // more than any money or count, and what still adds up to the cent

// Corrections can make a sum negative, which no plan can start from: it counts as 0, and that is told.
void raise_to_zero(const char* role, const TextColumn& names, NumberColumn& sums, Context& context) {
  double count = 0, together = 0;
  std::string named;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (!(sums[i] < 0)) continue;
    if (++count <= 3) named += (named.empty() ? "" : ", ") + std::string(names.at(i));
    together += sums[i];
    sums[i] = 0;
  }
  if (count == 0) return;
  context.notice({"negative_sum",
                  Severity::warning,
                  {{"campaigns", count}, {"sum", together}},
                  {{"role", role}, {"named", named}}});
}

// Sums of a role by campaign; blanks count as 0 and sums below 0 as 0.
NumberColumn sums(const BoundTable& table, const char* role, const Grouping& grouping, const std::vector<char>& used,
                  Context& context) {
  NumberColumn out(grouping.first_row.size(), 0);
  if (!table.has(role)) return out;
  const NumberColumn& values = table.number(role);
  double together = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (grouping.campaign_of[row] < 0 || std::isnan(values[row])) continue;
    together += std::abs(values[row]);
    if (used[row]) out[grouping.campaign_of[row]] += values[row];
    if (!(together <= most))
      refuse_cell(table, role, row, "adds up to more than 1e15 with this row, which no budget does");
  }
  raise_to_zero(role, grouping.name, out, context);
  return out;
}

NumberColumn mean_pltv(const BoundTable& table, const std::vector<std::int32_t>& campaign_of,
                       const std::vector<char>& used, std::size_t campaigns) {
  NumberColumn sum(campaigns, 0), weight(campaigns, 0);
  const NumberColumn& pltv = table.number("pltv");
  for (std::size_t row = 0; row < pltv.size(); ++row) {
    if (!used[row] || std::isnan(pltv[row])) continue;
    const double conversions = table.has("conversions") ? table.number("conversions")[row] : 1;
    const double w = conversions > 0 ? conversions : 1e-9;
    if (std::abs(pltv[row]) > most) refuse_cell(table, "pltv", row, "must be at most 1e15");
    sum[campaign_of[row]] += w * pltv[row];
    weight[campaign_of[row]] += w;
  }
  for (std::size_t i = 0; i < campaigns; ++i) sum[i] = weight[i] > 0 ? sum[i] / weight[i] : 0;
  return sum;
}

// Sorts rows into weeks back from the last day. Of daily rows the oldest week counts only when it is whole.
struct Calendar {
  std::vector<std::int32_t> week_of;  // back from the last, -1 for a row without a day
  std::int32_t weeks = 0;

  explicit Calendar(const DayColumn& days) {
    std::int32_t first = 0, last = missing_day;
    for (std::int32_t day : days.days) {
      if (day == missing_day) continue;
      first = last == missing_day ? day : std::min(first, day);
      last = std::max(last, day);
    }
    bool is_daily = false;
    for (std::int32_t day : days.days) {
      week_of.push_back(day == missing_day ? -1 : (last - day) / 7);
      is_daily = is_daily || (day != missing_day && (last - day) % 7 != 0);
      weeks = std::max(weeks, week_of.back() + 1);
    }
    if (is_daily && (last - first + 1) % 7 != 0 && weeks > 1) --weeks;
  }
};

void gather_weeks(const BoundTable& table, const Calendar& calendar, const Grouping& grouping, Campaigns& out) {
  const std::size_t weeks = static_cast<std::size_t>(calendar.weeks);
  out.weeks.assign(out.size(), std::vector<Week>(weeks));
  const auto add = [&](const char* role, double Week::*field) {
    if (!table.has(role)) return;
    const NumberColumn& values = table.number(role);
    for (std::size_t row = 0; row < values.size(); ++row) {
      const std::int32_t week = calendar.week_of[row];
      const std::int32_t campaign = grouping.campaign_of[row];
      if (week < 0 || week >= calendar.weeks || campaign < 0 || std::isnan(values[row])) continue;
      out.weeks[campaign][week].*field += values[row];
    }
  };
  add("cost", &Week::cost);
  add("conversions", &Week::conversions);
}

void judge_evidence(const BoundTable& table, const Grouping& grouping, Campaigns& out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!out.has_curve[i] && (!out.has_clicks || !out.has_conversions)) {
      const char* role = out.has_clicks ? "conversions" : "clicks";
      refuse_missing(table, role,
                     "the campaign \"" + std::string(out.name.at(i)) + "\", which has no curve of its own,");
    }
    out.has_evidence.push_back(out.has_curve[i] || (out.cost[i] > 0 && out.clicks[i] > 0));
  }
  out.group = table.has("group") ? take(table.text("group"), grouping.first_row)
                                 : TextColumn{std::vector<std::int32_t>(out.size(), -1), {}};
}

}  // namespace

Campaigns gather_campaigns(const Params& params, const BoundTable& table, Context& context) {
  require_columns(params, table);
  const Grouping grouping = group_rows(table);
  Campaigns out;
  out.name = grouping.name;
  out.has_clicks = table.has("clicks");
  out.has_conversions = table.has("conversions");
  out.has_revenue = table.has("revenue");
  out.has_pltv = table.has("pltv");
  out.has_group = table.has("group");
  out.cost.resize(grouping.first_row.size());
  std::vector<char> used;
  for (std::int32_t campaign : grouping.campaign_of) used.push_back(campaign >= 0);
  if (table.has("date")) {
    const Calendar calendar(table.day("date"));
    gather_weeks(table, calendar, grouping, out);
    out.recent_weeks = std::max(1, std::min<int>(params.recent_weeks, calendar.weeks));
    for (std::size_t row = 0; row < used.size(); ++row) {
      used[row] = used[row] && calendar.week_of[row] >= 0 && calendar.week_of[row] < out.recent_weeks;
    }
    context.notice({"average_week", Severity::info, {{"weeks", out.recent_weeks}}, {}});
  }
  const auto mean = [&](const char* role) {
    NumberColumn column = sums(table, role, grouping, used, context);
    for (double& value : column) value /= out.recent_weeks;
    return column;
  };
  out.cost = mean("cost");
  out.clicks = mean("clicks");
  out.conversions = mean("conversions");
  out.revenue = mean("revenue");
  if (out.has_pltv) out.pltv = mean_pltv(table, grouping.campaign_of, used, out.size());
  read_own_words(table, grouping, out, context);
  judge_evidence(table, grouping, out);
  return out;
}

}  // namespace outlay::budget::reallocate
