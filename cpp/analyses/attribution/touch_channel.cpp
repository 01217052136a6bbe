// Deriving channels once for each distinct combination of the columns that tell them.
#include "analyses/attribution/touch_channel.h"

#include <array>
#include <map>

#include "analyses/attribution/channel_rules.h"
#include "analyses/attribution/spellings.h"

namespace outlay::attribution {
namespace {

constexpr const char* visit_roles[] = {"utm_source", "utm_medium", "campaign_name", "referrer"};

// What databases and programs write for an empty cell; nobody calls a channel so.
bool is_no_name(std::string_view text) {
  const std::string key = spelling_key(text);
  return key.empty() || key == "null" || key == "(null)" || key == "nan" || key == "undefined";
}

TouchChannels from_column(const TextColumn& column) {
  TouchChannels out;
  out.names = column.dictionary;
  std::vector<char> is_name;
  for (const std::string& name : column.dictionary) is_name.push_back(!is_no_name(name));
  out.codes.reserve(column.codes.size());
  for (std::int32_t code : column.codes)
    out.codes.push_back(code >= 0 && is_name[static_cast<std::size_t>(code)] ? code : -1);
  return out;
}

// Names are given to rules in order, several rules to one name; the last code is for visits that no rule knows.
std::vector<std::int32_t> name_rules(const std::vector<ChannelRule>& rules, TouchChannels& out) {
  std::map<std::string, std::int32_t> codes;
  std::vector<std::int32_t> code_of_rule;
  const auto code = [&](const std::string& name) {
    const auto [entry, added] = codes.emplace(name, static_cast<std::int32_t>(out.names.size()));
    if (added) out.names.push_back(name);
    return entry->second;
  };
  for (const ChannelRule& rule : rules) {
    code_of_rule.push_back(code(rule.channel));
    out.rule_channels.push_back(rule.channel);
    out.rule_texts.push_back(rule.text);
  }
  code_of_rule.push_back(code("Unassigned"));
  out.rule_channels.push_back("Unassigned");
  out.rule_texts.push_back("no rule fits");
  out.rule_touches.assign(code_of_rule.size(), 0);
  return code_of_rule;
}

TouchChannels from_rules(const BoundTable& log, const std::vector<ChannelRule>& rules) {
  TouchChannels out;
  const std::vector<std::int32_t> code_of_rule = name_rules(rules, out);
  std::array<const TextColumn*, 4> columns{};
  for (std::size_t c = 0; c < columns.size(); ++c)
    columns[c] = log.has(visit_roles[c]) ? &log.text(visit_roles[c]) : nullptr;
  std::map<std::array<std::int32_t, 4>, std::size_t> known;
  std::array<std::int32_t, 4> key{}, last_key{-2, -2, -2, -2};
  std::size_t rule = 0;
  out.codes.reserve(log.rows());
  for (std::size_t row = 0; row < log.rows(); ++row) {
    for (std::size_t c = 0; c < columns.size(); ++c) key[c] = columns[c] ? columns[c]->codes[row] : -1;
    if (key != last_key) {
      auto found = known.find(key);
      if (found == known.end()) {
        const auto text = [&](std::size_t c) { return columns[c] ? columns[c]->at(row) : std::string_view(); };
        found = known.emplace(key, first_fitting(rules, {text(0), text(1), text(2), text(3)})).first;
      }
      rule = found->second;
      last_key = key;
    }
    ++out.rule_touches[rule];
    out.codes.push_back(code_of_rule[rule]);
  }
  return out;
}

// Rows without a channel, by what else they say: the source and medium of each, and what other rows of these name.
class BlankCells {
 public:
  BlankCells(const BoundTable& log, const std::vector<ChannelRule>& rules, TouchChannels& out)
      : source_(column(log, "utm_source")),
        medium_(column(log, "utm_medium")),
        campaign_(column(log, "campaign_name")),
        rules_(rules),
        out_(out) {}

  void fill(Context& context) {
    find_blanks();
    if (blanks_.empty()) return;
    count_names();
    for (std::size_t row : blanks_) {
      const std::int32_t named = named_by_most(names_of_.at(key(row)));
      if (named < 0) ++by_rules_;
      out_.codes[row] = named >= 0 ? named : by_rule(row);
    }
    context.notice({"channels_filled",
                    Severity::info,
                    {{"touches", static_cast<double>(blanks_.size())}, {"by_rules", by_rules_}},
                    {}});
  }

 private:
  using Key = std::array<std::int32_t, 2>;

  static const TextColumn* column(const BoundTable& log, const char* role) {
    return log.has(role) ? &log.text(role) : nullptr;
  }
  static std::string_view text(const TextColumn* column, std::size_t row) {
    return column ? column->at(row) : std::string_view();
  }
  Key key(std::size_t row) const { return {source_ ? source_->codes[row] : -1, medium_ ? medium_->codes[row] : -1}; }

  // A cell such as "(not set)" is blank where source or medium know better.
  void find_blanks() {
    std::vector<char> is_blank;
    for (const std::string& name : out_.names) is_blank.push_back(says_nothing(name));
    for (std::size_t row = 0; row < out_.codes.size(); ++row) {
      const std::int32_t code = out_.codes[row];
      if (code >= 0 && !is_blank[static_cast<std::size_t>(code)]) continue;
      if (says_nothing(text(source_, row)) && says_nothing(text(medium_, row))) continue;
      blanks_.push_back(row);
      names_of_.try_emplace(key(row));
    }
    for (std::size_t row : blanks_) out_.codes[row] = -1;
  }

  // Spellings of one name do not disagree: each counts for the first of them.
  void count_names() {
    std::map<std::string, std::int32_t> codes;
    std::vector<std::int32_t> first;
    for (const std::string& name : out_.names)
      first.push_back(codes.emplace(spelling_key(name), static_cast<std::int32_t>(first.size())).first->second);
    for (std::size_t row = 0; row < out_.codes.size(); ++row) {
      if (out_.codes[row] < 0) continue;
      const auto found = names_of_.find(key(row));
      if (found != names_of_.end()) ++found->second[first[static_cast<std::size_t>(out_.codes[row])]];
    }
  }

  // Nine in ten of the rows that name one; -1 where they differ.
  static std::int32_t named_by_most(const std::map<std::int32_t, std::size_t>& names) {
    std::size_t all = 0;
    for (const auto& [code, rows] : names) all += rows;
    for (const auto& [code, rows] : names) {
      if (rows * 10 >= all * 9) return code;
    }
    return -1;
  }

  std::int32_t by_rule(std::size_t row) {
    if (code_of_rule_.empty()) code_of_rule_ = name_rules(rules_, out_);
    const std::size_t rule = first_fitting(rules_, {text(source_, row), text(medium_, row), text(campaign_, row), {}});
    ++out_.rule_touches[rule];
    return code_of_rule_[rule];
  }

  const TextColumn *source_, *medium_, *campaign_;
  const std::vector<ChannelRule>& rules_;
  TouchChannels& out_;
  std::vector<std::size_t> blanks_;
  std::map<Key, std::map<std::int32_t, std::size_t>> names_of_;  // rows by channel
  std::vector<std::int32_t> code_of_rule_;
  double by_rules_ = 0;
};

void join_names(TouchChannels& channels, Context& context) {
  std::vector<double> rows(channels.names.size(), 0);
  for (std::int32_t code : channels.codes) {
    if (code >= 0) ++rows[static_cast<std::size_t>(code)];
  }
  JoinedNames joined = join_spellings(channels.names, rows, context);
  channels.names = std::move(joined.names);
  for (std::int32_t& code : channels.codes) {
    if (code >= 0) code = joined.code_of[static_cast<std::size_t>(code)];
  }
}

TouchChannels told_by(const BoundTable& log, ChannelFrom from, const std::string& rules, Context& context) {
  std::vector<ChannelRule> all = read_channel_rules(rules, "/channel_rules");
  const bool has_own = !all.empty();
  for (ChannelRule& rule : default_channel_rules()) all.push_back(std::move(rule));
  const bool can_derive = log.has("utm_source") || log.has("utm_medium") || log.has("referrer");
  const bool by_column =
      log.has("channel") && (!can_derive || from == ChannelFrom::column || (from == ChannelFrom::best && !has_own));
  if (by_column) {
    TouchChannels out = from_column(log.text("channel"));
    if (from == ChannelFrom::best) BlankCells(log, all, out).fill(context);
    return out;
  }
  if (!can_derive) {
    throw Error(ErrorCode::bad_column,
                log.table().file + ": no column tells the channel of a touch, nor its source, medium or referrer.",
                "Say which column holds the channel.",
                {.file = log.table().file, .table = log.table().name, .role = "channel"});
  }
  return from_rules(log, all);
}

void tell_unassigned(const TouchChannels& channels, Context& context) {
  if (channels.rule_touches.empty() || channels.rule_touches.back() == 0) return;
  const double unknown = channels.rule_touches.back();
  context.notice({"channels_unassigned",
                  Severity::info,
                  {{"touches", unknown}, {"share", unknown / static_cast<double>(channels.codes.size())}},
                  {}});
}

}  // namespace

TouchChannels channels_of(const BoundTable& log, ChannelFrom from, const std::string& rules, Context& context) {
  TouchChannels out = told_by(log, from, rules, context);
  tell_unassigned(out, context);
  join_names(out, context);
  return out;
}

}  // namespace outlay::attribution
