// Reading the action log row by row.
#include "analyses/impact/action_log.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <tuple>

#include "core/letters.h"
#include "core/number.h"

namespace outlay::impact {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view type_names[] = {"NEGATIVE", "HARVEST",          "BID_CHANGE", "BID_UP",
                                           "BID_DOWN", "VISIBILITY_BOOST", "PAUSE",      "UNKNOWN"};

struct Sign {
  std::string_view sign, currency;
};
constexpr Sign signs[] = {{"$", "USD"}, {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"}, {"\xc2\xa5", "JPY"}};

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+'; }

const TextColumn* text_of(const BoundTable& table, const char* role) {
  return table.has(role) ? &table.text(role) : nullptr;
}

// What each distinct text means, worked out once.
template <class Value, class Read>
std::vector<Value> by_code(const TextColumn* column, Read read) {
  std::vector<Value> out;
  if (!column) return out;
  for (const std::string& text : column->dictionary) out.push_back(read(text));
  return out;
}

template <class Value>
Value at(const TextColumn* column, const std::vector<Value>& values, std::size_t row, Value missing) {
  return column && column->codes[row] >= 0 ? values[column->codes[row]] : missing;
}

double bid_or_nan(std::string_view text) { return bid_of(text).value_or(nan_value); }

void count_repeats(const std::vector<LoggedAction>& actions, LogDoubts& doubts) {
  std::vector<std::tuple<std::int32_t, int, std::int32_t, std::int32_t, std::int32_t, std::int32_t>> seen;
  for (const LoggedAction& a : actions)
    seen.emplace_back(a.day, static_cast<int>(a.type), a.campaign, a.group, a.text, a.match);
  std::sort(seen.begin(), seen.end());
  for (std::size_t i = 1; i < seen.size(); ++i) doubts.repeated += seen[i] == seen[i - 1];
}

// A bare sign says no more than this of a currency.
std::string_view sign_class(std::string_view currency) {
  for (const std::string_view dollars : {"CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "BRL", "CLP", "COP", "ARS"}) {
    if (currency == dollars) return "USD";
  }
  return currency == "CNY" ? "JPY" : currency;
}

// `expected` is the account's, or that of the first bid that states one.
void note_currency(const TextColumn* column, std::string_view& expected, LogDoubts& doubts) {
  if (!column) return;
  const auto currencies = by_code<std::string_view>(column, currency_of_bid);
  for (std::int32_t code : column->codes) {
    if (code < 0 || currencies[code].empty()) continue;
    if (expected.empty()) expected = currencies[code];
    if (currencies[code] == expected) continue;
    ++doubts.other_currency;
    doubts.bid_currency = currencies[code];
  }
}

}  // namespace

std::string_view name_of(ActionType type) { return type_names[static_cast<int>(type)]; }

ActionType action_type_of(std::string_view text) {
  std::string word(without_outer_space(text));
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (c == ' ' || c == '-') c = '_';
  }
  const auto found = std::find(std::begin(type_names), std::begin(type_names) + known_types, word);
  return static_cast<ActionType>(found - std::begin(type_names));
}

bool is_bid(ActionType type) { return type >= ActionType::bid_change && type <= ActionType::visibility_boost; }

std::optional<double> bid_of(std::string_view text) {
  std::string_view figures = without_outer_space(text);
  while (!figures.empty() && !is_figure(figures.front())) figures.remove_prefix(1);
  while (!figures.empty() && !is_figure(figures.back())) figures.remove_suffix(1);
  // A comma is dropped, except one that can only be a decimal mark: the last mark, not before three digits.
  const std::size_t comma = figures.rfind(',');
  const bool decimal = comma != std::string_view::npos && figures.find('.', comma) == std::string_view::npos &&
                       figures.size() - comma - 1 != 3;
  std::string plain;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (decimal && i == comma) {
      plain += '.';
    } else if (figures[i] != ',' && !(decimal && figures[i] == '.')) {
      plain += figures[i];
    }
  }
  const std::optional<double> bid = parse_number(plain);
  return bid && *bid > 0 ? bid : std::nullopt;
}

std::string_view currency_of_bid(std::string_view text) {
  for (const Sign& sign : signs) {
    if (text.find(sign.sign) != std::string_view::npos) return sign.currency;
  }
  for (const Sign& sign : signs) {
    if (text.find(sign.currency) != std::string_view::npos) return sign.currency;
  }
  return {};
}

ActionLog read_log(const BoundTable& table, Performance& performance) {
  const TextColumn& types = table.text("action_type");
  const TextColumn* texts = text_of(table, "keyword");
  const TextColumn* groups = text_of(table, "adset_name");
  const TextColumn* old_bids = text_of(table, "old_value");
  const TextColumn* new_bids = text_of(table, "new_value");
  const TextColumn* reasons = text_of(table, "reason");
  const NamedColumn campaign(&table.text("campaign_name"), performance.campaigns);
  const NamedColumn group(groups, performance.groups), text(texts, performance.texts);
  const NamedColumn match(text_of(table, "match_type"), performance.matches);
  const auto type_of = by_code<ActionType>(&types, action_type_of);
  const auto old_of = by_code<double>(old_bids, bid_or_nan);
  const auto new_of = by_code<double>(new_bids, bid_or_nan);
  const auto harvest_of = by_code<char>(reasons, [](const std::string& reason) {
    return static_cast<char>(lower_case(reason).find("harvest") != std::string::npos);
  });
  ActionLog log;
  LogDoubts& doubts = log.doubts;
  const std::vector<std::int32_t>& days = table.day("action_date").days;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    LoggedAction a{.row = static_cast<std::uint32_t>(row), .day = days[row]};
    a.type = at(&types, type_of, row, ActionType::unknown);
    a.campaign = campaign.at(row);
    a.group = group.at(row);
    a.text = text.at(row);
    a.match = match.at(row);
    a.names_group = a.group != no_name;
    a.names_text = a.text != no_name;
    a.old_bid = at(old_bids, old_of, row, nan_value);
    a.new_bid = at(new_bids, new_of, row, nan_value);
    a.isolation = a.type == ActionType::negative && at<char>(reasons, harvest_of, row, 0);
    if (a.type == ActionType::unknown && doubts.unknown_types++ == 0) {
      doubts.first_unknown_type = types.at(row);
      doubts.first_unknown_row = a.row;
    }
    doubts.without_date += a.day == missing_day;
    doubts.in_future += a.day != missing_day && a.day > performance.last_day();
    doubts.before_data += a.day != missing_day && a.day <= performance.first_day();
    log.actions.push_back(a);
  }
  count_repeats(log.actions, doubts);
  std::string_view expected = sign_class(performance.currency());
  note_currency(old_bids, expected, doubts);
  note_currency(new_bids, expected, doubts);
  doubts.expected_currency = expected;
  return log;
}

void report(const LogDoubts& doubts, const Table& table, const Performance& performance, Context& context) {
  const auto tell = [&](const char* code, std::size_t count, std::map<std::string, std::string> texts = {}) {
    if (count > 0)
      context.notice({code, Severity::warning, {{"actions", static_cast<double>(count)}}, std::move(texts)});
  };
  if (doubts.unknown_types) {
    const Place place = table.origin.of(doubts.first_unknown_row);
    context.notice({"unknown_action_type",
                    Severity::warning,
                    {{"actions", static_cast<double>(doubts.unknown_types)}, {"line", static_cast<double>(place.line)}},
                    {{"type", std::string(doubts.first_unknown_type)}, {"file", table.file}}});
  }
  tell("actions_without_date", doubts.without_date);
  tell("actions_in_future", doubts.in_future, {{"latest", iso_text(Day{performance.last_day()})}});
  tell("actions_before_data", doubts.before_data, {{"first", iso_text(Day{performance.first_day()})}});
  tell("repeated_actions", doubts.repeated);
  tell("bid_currency_differs", doubts.other_currency,
       {{"currency", std::string(doubts.bid_currency)}, {"account", std::string(doubts.expected_currency)}});
}

InputSpec actions_input() {
  const auto text = [](const char* name, const char* label, bool required, const char* help = "") {
    return Role{name, label, Kind::text, required, help};
  };
  return {.name = "actions",
          .label = "Action log",
          .help = "One row per decision: when, what, and on which campaign, ad group and target.",
          .roles = {{"action_date", "Date of the action", Kind::day, true, "The first day it was in force."},
                    text("action_type", "Type of action", true,
                         "NEGATIVE, HARVEST, BID_CHANGE, BID_UP, BID_DOWN, VISIBILITY_BOOST or PAUSE."),
                    text("campaign_name", "Campaign", true),
                    text("adset_name", "Ad group", false, "Blank: any ad group of the campaign."),
                    text("keyword", "Target or search term", false, "Blank: the campaign itself."),
                    text("match_type", "Match type", false),
                    text("old_value", "Old bid", false),
                    text("new_value", "New bid", false),
                    text("reason", "Reason", false, "A negative whose reason names a harvest only isolates it.")}};
}

}  // namespace outlay::impact
