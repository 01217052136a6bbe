// Clicks, spend and orders by day and target; reviews that react to chance as teams do.
#include "made_up_account.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace outlay::calibration {
namespace {

constexpr int first_day = 19800, window = 14;

int poisson(double mean, Rng& rng) {
  const double stop = std::exp(-mean);
  int count = 0;
  for (double product = rng.uniform(); product > stop; product *= rng.uniform()) ++count;
  return count;
}

// A stationary Gaussian process of order 1: the same backwards as forwards.
std::vector<double> luck_of(int days, double persistence, double deviation, Rng& rng) {
  std::vector<double> out(days);
  double state = rng.normal();
  for (double& day : out) {
    day = std::exp(deviation * state - deviation * deviation / 2);
    state = persistence * state + std::sqrt(1 - persistence * persistence) * rng.normal();
  }
  return out;
}

struct Day {
  double clicks = 0, spend = 0, sales = 0, expected_sales = 0, expected_spend = 0;
};

struct Target {
  double cost_per_click, order_value;
  std::vector<double> clicks, rate;  // means by day
  std::vector<Day> days;
  bool acted_on = false;
  double sales_effect = 1, spend_effect = 1;
};

Target make_target(const AccountPlan& plan, const std::vector<double>& market, Rng& rng) {
  Target target;
  target.cost_per_click = 0.8 * std::exp(0.3 * rng.normal());
  target.order_value = 30 * std::exp(0.3 * rng.normal());
  const double clicks = 2.5 * std::exp(0.7 * rng.normal());
  const double rate = 0.08 * std::exp(0.4 * rng.normal());
  target.clicks = luck_of(plan.days, plan.persistence, plan.luck, rng);
  target.rate = luck_of(plan.days, plan.persistence, plan.luck, rng);
  for (int day = 0; day < plan.days; ++day) {
    target.clicks[day] *= clicks * market[day];
    target.rate[day] *= rate;
  }
  target.days.resize(plan.days);
  return target;
}

void live(Target& target, int day, Rng& rng) {
  Day& d = target.days[day];
  d.expected_sales = target.clicks[day] * target.rate[day] * target.order_value;
  d.expected_spend = target.clicks[day] * target.cost_per_click;
  d.clicks = poisson(target.clicks[day], rng);
  const double cost = target.cost_per_click * target.spend_effect;
  for (int click = 0; click < static_cast<int>(d.clicks); ++click) {
    d.spend += cost * std::exp(0.3 * rng.normal() - 0.045);
    if (rng.uniform() < target.rate[day]) d.sales += target.sales_effect * target.order_value * rng.gamma(2) / 2;
  }
}

Day sum(const Target& target, int first, int last) {
  Day out;
  for (int day = std::max(first, 0); day <= last && day < static_cast<int>(target.days.size()); ++day) {
    out.clicks += target.days[day].clicks;
    out.spend += target.days[day].spend;
    out.sales += target.days[day].sales;
  }
  return out;
}

class TableMaker {
 public:
  TableMaker(Table& table, std::vector<const char*> texts, std::vector<const char*> numbers) : table_(table) {
    table.columns.push_back({"date", DayColumn{}, {}});
    for (const char* name : texts) table.columns.push_back({name, TextColumn{}, {}});
    for (const char* name : numbers) table.columns.push_back({name, NumberColumn{}, {}});
  }
  void add(int day, const std::vector<std::string>& texts, const std::vector<double>& numbers) {
    std::size_t column = 0;
    std::get<DayColumn>(table_.columns[column++].values).days.push_back(first_day + day);
    for (const std::string& text : texts) {
      auto& values = std::get<TextColumn>(table_.columns[column++].values);
      const auto found = std::find(values.dictionary.begin(), values.dictionary.end(), text);
      values.codes.push_back(static_cast<std::int32_t>(found - values.dictionary.begin()));
      if (found == values.dictionary.end()) values.dictionary.push_back(text);
    }
    for (double number : numbers) std::get<NumberColumn>(table_.columns[column++].values).push_back(number);
    ++table_.rows;
  }

 private:
  Table& table_;
};

std::string campaign_name(const AccountPlan& plan, std::size_t target) {
  return "Campaign " + std::to_string(target / static_cast<std::size_t>(plan.targets_per_campaign));
}

struct Taken {
  std::size_t target;
  int day;
};

class Review {
 public:
  Review(const AccountPlan& plan, TableMaker& log, std::vector<Taken>& taken) : plan_(plan), log_(log), taken_(taken) {}

  void look(std::vector<Target>& targets, int day, Rng& rng) {
    Day account;
    for (const Target& target : targets) {
      const Day before = sum(target, day - window, day - 1);
      account.spend += before.spend;
      account.sales += before.sales;
    }
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const Day before = sum(targets[t], day - window, day - 1);
      if (before.clicks < 5 || targets[t].acted_on) continue;
      const double relative = before.sales / before.spend / (account.sales / account.spend);
      const bool extreme = relative < 0.5 || relative > 1.8;
      if (extreme && rng.uniform() < plan_.act)
        act(targets[t], t, day, relative > 1, before.spend / before.clicks, rng);
    }
  }

 private:
  void act(Target& target, std::size_t number, int day, bool good, double cost_per_click, Rng& rng) {
    const double choice = rng.uniform();
    const char* type = good ? "BID_UP" : choice < 0.6 ? "BID_DOWN" : choice < 0.8 ? "PAUSE" : "NEGATIVE";
    const double bid = good || choice < 0.6 ? cost_per_click * (good ? 1.15 : 0.85) : 0;
    log_.add(day, {type, campaign_name(plan_, number), "target " + std::to_string(number), std::to_string(bid)}, {});
    target.acted_on = true;
    target.sales_effect = plan_.sales_effect;
    target.spend_effect = plan_.spend_effect;
    taken_.push_back({number, day});
  }

  const AccountPlan& plan_;
  TableMaker& log_;
  std::vector<Taken>& taken_;
};

}  // namespace

MadeUpAccount make_up_account(const AccountPlan& plan, std::uint64_t seed) {
  Rng rng(seed, "calibration/impact");
  MadeUpAccount out;
  TableMaker performance(out.performance, {"campaign_name", "keyword"}, {"clicks", "spend", "revenue", "orders"});
  TableMaker log(out.actions, {"action_type", "campaign_name", "keyword", "new_value"}, {});
  const double growth = 0.004 * rng.normal();
  std::vector<Target> targets;
  for (int campaign = 0; campaign < plan.campaigns; ++campaign) {
    std::vector<double> market = luck_of(plan.days, 0.95, 0.1, rng);
    for (int day = 0; day < plan.days; ++day) market[day] *= std::exp(growth * day) * (day % 7 < 5 ? 1.05 : 0.9);
    for (int t = 0; t < plan.targets_per_campaign; ++t) targets.push_back(make_target(plan, market, rng));
  }
  std::vector<Taken> taken;
  Review review(plan, log, taken);
  for (int day = 0; day < plan.days; ++day) {
    if (day >= 42 && day <= plan.days - 18 && day % 7 == 0) review.look(targets, day, rng);
    for (Target& target : targets) live(target, day, rng);
  }
  for (std::size_t t = 0; t < targets.size(); ++t) {
    for (int day = 0; day < plan.days; ++day) {
      const Day& d = targets[t].days[day];
      if (d.clicks > 0)
        performance.add(day, {campaign_name(plan, t), "target " + std::to_string(t)}, {d.clicks, d.spend, d.sales, 0});
    }
  }
  for (const Taken& action : taken) {
    Truth truth;
    for (int day = action.day; day < action.day + window; ++day) {
      truth.sales += targets[action.target].days[day].expected_sales;
      truth.spend += targets[action.target].days[day].expected_spend;
    }
    out.truth.push_back(truth);
  }
  return out;
}

}  // namespace outlay::calibration
