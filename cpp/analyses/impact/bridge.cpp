// Log-mean Divisia decomposition of ROAS into mix, cost per click, conversion and order value.
#include "analyses/impact/bridge.h"

#include <algorithm>
#include <cmath>

#include "analyses/impact/series.h"
#include "math/divisia.h"

namespace outlay::impact::bridge {
namespace {

struct Periods {
  Window earlier, later;
};

struct Effects {
  double mix = 0, cost_per_click = 0, conversion = 0, order_value = 0, unsplit = 0;

  double total() const { return mix + cost_per_click + conversion + order_value + unsplit; }
};

struct Part {
  std::int32_t name;
  Sums earlier, later;
  Effects effects;
};

Periods periods_of(const Params& p, const Performance& performance) {
  Periods out;
  out.later.last = p.later_to ? p.later_to->days : performance.last_day() + (performance.weekly() ? 6 : 0);
  out.later.first = p.later_from ? p.later_from->days : out.later.last - p.days + 1;
  out.earlier.last = p.earlier_to ? p.earlier_to->days : out.later.first - 1;
  out.earlier.first = p.earlier_from ? p.earlier_from->days : out.earlier.last - p.days + 1;
  const auto refuse = [](const char* parameter, const char* message) {
    throw Error(ErrorCode::bad_param, message, "Choose two periods, one after the other.", {.parameter = parameter});
  };
  if (out.later.last < out.later.first) refuse("/later_to", "The later period ends before it begins.");
  if (out.earlier.last < out.earlier.first) refuse("/earlier_to", "The earlier period ends before it begins.");
  if (out.earlier.last >= out.later.first) refuse("/earlier_to", "The two periods overlap or are in reverse order.");
  return out;
}

bool within(std::int32_t day, Window window) { return day >= window.first && day <= window.last; }

std::vector<Part> parts_of(const Performance& performance, const Periods& periods, MixBy by) {
  KeyIndex index;
  std::vector<Part> parts;
  for (std::size_t k = 0; k < performance.leaves().size(); ++k) {
    const Leaf& leaf = performance.leaves()[k];
    const std::int32_t name = by == MixBy::campaign ? leaf.campaign : leaf.match;
    for (const Cell& cell : performance.cells(k)) {
      const bool earlier = within(cell.day, periods.earlier);
      if (!earlier && !within(cell.day, periods.later)) continue;
      const auto number = static_cast<std::size_t>(index.add({.text = name}));
      if (number == parts.size()) parts.push_back({name, {}, {}, {}});
      (earlier ? parts[number].earlier : parts[number].later).add(cell.sums);
    }
  }
  const Names& names = by == MixBy::campaign ? performance.campaigns : performance.matches;
  std::sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
    if (a.name == no_name || b.name == no_name) return b.name == no_name && a.name != no_name;
    return names.key(a.name) < names.key(b.name);
  });
  return parts;
}

// A part's share of ROAS is x = its sales / all spend = share of spend * order rate * order value / cost per click.
// Where a factor is 0 in one period, the limit of the formula gives the whole change to that factor.
Effects effects_of(const Part& part, double spend0, double spend1) {
  const Sums &a = part.earlier, &b = part.later;
  const double x0 = a.sales / spend0, x1 = b.sales / spend1;
  Effects out;
  if (!(a.spend > 0) || !(b.spend > 0)) {
    out.mix = x1 - x0;
  } else if (x0 == 0 || x1 == 0) {
    const Sums& without = x0 == 0 ? a : b;
    (without.orders > 0 ? out.order_value : out.conversion) = x1 - x0;
  } else if (x0 < 0 || x1 < 0) {
    out.unsplit = x1 - x0;
  } else {
    const double weight = math::logarithmic_mean(x1, x0);
    out.mix = weight * std::log((b.spend / spend1) / (a.spend / spend0));
    const bool splits = a.clicks > 0 && b.clicks > 0 && a.orders > 0 && b.orders > 0;
    if (!splits) {
      out.unsplit = weight * std::log((b.sales / b.spend) / (a.sales / a.spend));
      return out;
    }
    out.cost_per_click = -weight * std::log(b.cpc() / a.cpc());
    out.conversion = weight * std::log((b.orders / b.clicks) / (a.orders / a.clicks));
    out.order_value = weight * std::log((b.sales / b.orders) / (a.sales / a.orders));
  }
  return out;
}

// Rows of a week stand for the six days behind its first, too.
void tell_beyond(const Performance& performance, const Periods& periods, Context& context) {
  const std::int32_t first = performance.first_day(), last = performance.last_day() + (performance.weekly() ? 6 : 0);
  if (periods.earlier.first >= first && periods.later.last <= last) return;
  context.notice(
      {"periods_beyond_data", Severity::info, {}, {{"first", iso_text(Day{first})}, {"last", iso_text(Day{last})}}});
}

void require_spend(const Sums& sums, Window window, const char* which, const Table& table) {
  if (sums.spend > 0) return;
  throw Error(ErrorCode::not_enough_data,
              std::string("The ") + which + " period, " + iso_text(Day{window.first}) + " to " +
                  iso_text(Day{window.last}) + ", has no spend.",
              "Choose periods within the data.", {.file = table.file, .table = table.name});
}

void fill_parts(const Performance& performance, MixBy by, const std::vector<Part>& parts, PartTable& out) {
  const Names& names = by == MixBy::campaign ? performance.campaigns : performance.matches;
  TextBuilder name;
  for (const Part& part : parts) {
    name.add(part.name != no_name      ? std::string_view(names.written(part.name))
             : by == MixBy::match_type ? performance.no_match_type()
                                       : "No campaign");
    out.spend_earlier.push_back(part.earlier.spend);
    out.spend_later.push_back(part.later.spend);
    out.roas_earlier.push_back(part.earlier.roas());
    out.roas_later.push_back(part.later.roas());
    out.mix.push_back(part.effects.mix);
    out.cost_per_click.push_back(part.effects.cost_per_click);
    out.conversion.push_back(part.effects.conversion);
    out.order_value.push_back(part.effects.order_value);
    out.unsplit.push_back(part.effects.unsplit);
    out.total.push_back(part.effects.total());
  }
  out.name = name.take();
}

void fill_effects(Result& out) {
  TextBuilder effect;
  const auto add = [&](const char* name, double points) {
    effect.add(name);
    out.effects.roas_points.push_back(points);
    out.effects.sales_at_later_spend.push_back(points * out.spend_later);
  };
  add("Mix", out.mix);
  add("Cost per click", out.cost_per_click);
  add("Conversion rate", out.conversion);
  add("Order value", out.order_value);
  if (out.unsplit != 0) add("Not split", out.unsplit);
  out.effects.effect = effect.take();
}

}  // namespace

Result run(const Params& params, const Inputs& inputs, Context& context) {
  context.progress(0, "reading");
  const BoundTable& table = inputs.get("performance");
  const Performance performance(table, params.as_of, Grain::automatic);
  performance.report(context);
  performance.report_grain(context);
  const Periods periods = periods_of(params, performance);
  std::vector<Part> parts = parts_of(performance, periods, params.mix_by);
  Sums earlier, later;
  for (const Part& part : parts) {
    earlier.add(part.earlier);
    later.add(part.later);
  }
  require_spend(earlier, periods.earlier, "earlier", table.table());
  require_spend(later, periods.later, "later", table.table());
  tell_beyond(performance, periods, context);
  Result out;
  out.earlier_from = Day{periods.earlier.first};
  out.earlier_to = Day{periods.earlier.last};
  out.later_from = Day{periods.later.first};
  out.later_to = Day{periods.later.last};
  out.spend_earlier = earlier.spend;
  out.spend_later = later.spend;
  out.sales_earlier = earlier.sales;
  out.sales_later = later.sales;
  out.roas_earlier = earlier.roas();
  out.roas_later = later.roas();
  out.roas_change = out.roas_later - out.roas_earlier;
  for (Part& part : parts) {
    part.effects = effects_of(part, earlier.spend, later.spend);
    out.mix += part.effects.mix;
    out.cost_per_click += part.effects.cost_per_click;
    out.conversion += part.effects.conversion;
    out.order_value += part.effects.order_value;
    out.unsplit += part.effects.unsplit;
  }
  fill_parts(performance, params.mix_by, parts, out.parts);
  fill_effects(out);
  if (out.unsplit != 0) context.notice({"bridge_not_split", Severity::info, {{"points", out.unsplit}}, {}});
  context.progress(1, "done");
  return out;
}

}  // namespace outlay::impact::bridge
