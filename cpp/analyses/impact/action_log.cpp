// Reading the action log row by row.
#include "analyses/impact/action_log.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <tuple>

#include "analyses/impact/bids.h"
#include "core/letters.h"

namespace outlay::impact {
namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view type_names[] = {"NEGATIVE", "HARVEST",          "BID_CHANGE", "BID_UP",
                                           "BID_DOWN", "VISIBILITY_BOOST", "PAUSE",      "UNKNOWN"};

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

void count_repeats(const std::vector<LoggedAction>& actions, LogDoubts& doubts) {
  std::vector<std::tuple<std::int32_t, int, std::int32_t, std::int32_t, std::int32_t, std::int32_t>> seen;
  for (const LoggedAction& a : actions)
    seen.emplace_back(a.day, static_cast<int>(a.type), a.campaign, a.group, a.text, a.match);
  std::sort(seen.begin(), seen.end());
  for (std::size_t i = 1; i < seen.size(); ++i) doubts.repeated += seen[i] == seen[i - 1];
}

// The bids of bid actions: of other types these columns may hold anything.
class Bids {
 public:
  Bids(const TextColumn* before, const TextColumn* after) : columns_{before, after} {
    for (std::size_t k = 0; k < 2; ++k) bids_[k] = by_code<Bid>(columns_[k], read_bid);
  }

  void read(LoggedAction& a, LogDoubts& doubts) {
    const Bid missing{nan_value, {}};
    const Bid both[] = {at(columns_[0], bids_[0], a.row, missing), at(columns_[1], bids_[1], a.row, missing)};
    a.old_bid = both[0].value;
    a.new_bid = both[1].value;
    if (!is_bid(a.type)) return;
    const bool unreadable = both[0].unreadable || both[1].unreadable;
    if (unreadable && doubts.unreadable_bids++ == 0) {
      doubts.first_unreadable_bid = columns_[both[0].unreadable ? 0 : 1]->at(a.row);
      doubts.first_unreadable_row = a.row;
    }
    for (const Bid& bid : both) stated_[bid.currency] += !bid.currency.empty();
    currencies_.push_back({both[0].currency, both[1].currency});
  }

  // Against the account's currency, else against the one that most bids state.
  void compare(std::string_view account, LogDoubts& doubts) const {
    for (const auto& [currency, count] : stated_) {
      const auto most = stated_.find(doubts.usual_currency);
      if (count > (most == stated_.end() ? 0 : most->second)) doubts.usual_currency = currency;
    }
    const std::string_view expected = account.empty() ? doubts.usual_currency : account;
    for (const auto& pair : currencies_) {
      const auto other = std::find_if(pair.begin(), pair.end(), [&](std::string_view currency) {
        return !currency.empty() && !may_be_same(currency, expected);
      });
      if (other != pair.end() && doubts.other_currency++ == 0) doubts.bid_currency = *other;
    }
  }

 private:
  std::array<const TextColumn*, 2> columns_;
  std::array<std::vector<Bid>, 2> bids_;
  std::map<std::string_view, std::size_t> stated_;
  std::vector<std::array<std::string_view, 2>> currencies_;
};

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

ActionLog read_log(const BoundTable& table, Performance& performance) {
  const TextColumn& types = table.text("action_type");
  const TextColumn* texts = text_of(table, "keyword");
  const TextColumn* groups = text_of(table, "adset_name");
  Bids bids(text_of(table, "old_value"), text_of(table, "new_value"));
  const TextColumn* reasons = text_of(table, "reason");
  const NamedColumn campaign(&table.text("campaign_name"), performance.campaigns);
  const NamedColumn group(groups, performance.groups), text(texts, performance.texts);
  const NamedColumn match(text_of(table, "match_type"), performance.matches);
  const auto type_of = by_code<ActionType>(&types, action_type_of);
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
    bids.read(a, doubts);
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
  bids.compare(performance.currency(), doubts);
  return log;
}

void report(const LogDoubts& doubts, const Table& table, const Performance& performance, Context& context) {
  const auto tell = [&](const char* code, std::size_t count, std::map<std::string, std::string> texts = {}) {
    if (count > 0)
      context.notice({code, Severity::warning, {{"actions", static_cast<double>(count)}}, std::move(texts)});
  };
  // Of a text that cannot be read the first is told, and where it stands.
  const auto tell_first = [&](const char* code, std::size_t count, const char* what, std::string_view text,
                              std::uint32_t row) {
    if (count == 0) return;
    context.notice({code,
                    Severity::warning,
                    {{"actions", static_cast<double>(count)}, {"line", static_cast<double>(table.origin.of(row).line)}},
                    {{what, std::string(text)}, {"file", table.file}}});
  };
  tell_first("unknown_action_type", doubts.unknown_types, "type", doubts.first_unknown_type, doubts.first_unknown_row);
  tell_first("bids_unreadable", doubts.unreadable_bids, "bid", doubts.first_unreadable_bid,
             doubts.first_unreadable_row);
  tell("actions_without_date", doubts.without_date);
  tell("actions_in_future", doubts.in_future, {{"latest", iso_text(Day{performance.last_day()})}});
  tell("actions_before_data", doubts.before_data, {{"first", iso_text(Day{performance.first_day()})}});
  tell("repeated_actions", doubts.repeated);
  const bool known = !performance.currency().empty();
  tell("bid_currency_differs", doubts.other_currency,
       {{"currency", std::string(doubts.bid_currency)},
        {known ? "account" : "others", known ? performance.currency() : std::string(doubts.usual_currency)}});
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
