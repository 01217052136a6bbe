// Adding up rows, reading given curves, and telling what is missing.
#include "analyses/budget/campaigns.h"

#include <algorithm>
#include <cmath>

#include "analyses/budget/grouping.h"
#include "core/number.h"

namespace outlay::budget::reallocate {
namespace {

const double none = std::nan("");

[[noreturn]] void refuse_missing(const BoundTable& table, const char* role, const std::string& why) {
  const std::string& file = table.table().file;
  throw Error(ErrorCode::bad_column, file + ": no column for " + role + ", which " + why + " needs.",
              "Add the column to the file, or say which column it is (on the Data page, or with --map " +
                  std::string(role) + "=COLUMN).",
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

bool is_yes(std::string_view text) {
  std::string word;
  for (char c : trim(text)) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return word == "1" || word == "yes" || word == "true" || word == "y" || word == "x" || word == "locked";
}

class CurveReader {
 public:
  explicit CurveReader(const BoundTable& table) : table_(table) {}

  math::Curve read(std::size_t row) const {
    const std::string_view word = table_.text("curve").at(row);
    math::Curve curve;
    if (word == "power") {
      curve = {math::CurveKind::power, need("curve_a", row), need("curve_b", row), 1};
      if (curve.b > 1) refuse("curve_b", row, "must be at most 1 for a power curve");
    } else if (word == "log") {
      curve = {math::CurveKind::log, need("curve_a", row), 1, need("curve_s", row)};
    } else if (word == "hill") {
      curve = {math::CurveKind::hill, need("curve_a", row), need("curve_b", row), need("curve_s", row)};
    } else if (word == "exponential") {
      curve = {math::CurveKind::exponential, need("curve_a", row), 1, need("curve_s", row)};
    } else {
      refuse("curve", row, "must be power, log, hill or exponential; it is \"" + std::string(word) + "\"");
    }
    return curve;
  }

 private:
  double need(const char* role, std::size_t row) const {
    const double value = table_.has(role) ? table_.number(role)[row] : none;
    const bool may_be_zero = std::string_view(role) == "curve_a";
    if (!(value > 0 || (may_be_zero && value == 0))) refuse(role, row, "must be a number above 0 for this curve");
    return value;
  }

  [[noreturn]] void refuse(const char* role, std::size_t row, const std::string& what) const {
    const Place place = table_.table().origin.of(row);
    const std::string file(place.file.empty() ? std::string_view(table_.table().file) : place.file);
    throw Error(ErrorCode::bad_column,
                file + (place.line > 0 ? ", line " + std::to_string(place.line) : "") + ": " + role + " " + what + ".",
                "Correct that cell in the file.",
                {.file = file, .line = place.line, .column = role, .table = table_.table().name, .role = role});
  }

  const BoundTable& table_;
};

// Sums of a role by campaign; blanks count as 0 and sums below 0 as 0.
NumberColumn sums(const BoundTable& table, const char* role, const std::vector<std::int32_t>& campaign_of,
                  const std::vector<char>& used, std::size_t campaigns) {
  NumberColumn out(campaigns, 0);
  if (!table.has(role)) return out;
  const NumberColumn& values = table.number(role);
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (used[row] && !std::isnan(values[row])) out[campaign_of[row]] += values[row];
  }
  for (double& sum : out) sum = std::max(0.0, sum);
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

void read_own_words(const BoundTable& table, const Grouping& grouping, Campaigns& out) {
  const std::size_t n = out.size();
  out.curve.resize(n);
  out.has_curve.assign(n, 0);
  out.locked.assign(n, 0);
  const CurveReader curves(table);
  const auto number = [&](const char* role, std::size_t row) {
    return table.has(role) ? table.number(role)[row] : none;
  };
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t row = grouping.first_row[i];
    out.min_budget.push_back(number("min_budget", row));
    out.max_budget.push_back(number("max_budget", row));
    if (table.has("locked")) out.locked[i] = is_yes(table.text("locked").at(row));
    if (!table.has("curve") || table.text("curve").codes[row] < 0) continue;
    out.has_curve[i] = 1;
    out.curve[i] = curves.read(row);
  }
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
    NumberColumn column = sums(table, role, grouping.campaign_of, used, out.size());
    for (double& value : column) value /= out.recent_weeks;
    return column;
  };
  out.cost = mean("cost");
  out.clicks = mean("clicks");
  out.conversions = mean("conversions");
  out.revenue = mean("revenue");
  if (out.has_pltv) out.pltv = mean_pltv(table, grouping.campaign_of, used, out.size());
  read_own_words(table, grouping, out);
  judge_evidence(table, grouping, out);
  return out;
}

}  // namespace outlay::budget::reallocate
