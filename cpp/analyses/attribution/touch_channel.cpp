// Deriving channels once for each distinct combination of the columns that tell them.
#include "analyses/attribution/touch_channel.h"

#include <array>
#include <map>

#include "analyses/attribution/channel_rules.h"

namespace outlay::attribution {
namespace {

constexpr const char* visit_roles[] = {"utm_source", "utm_medium", "campaign_name", "referrer"};

TouchChannels from_column(const TextColumn& column) {
  TouchChannels out;
  out.codes = column.codes;
  out.names = column.dictionary;
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
  out.is_derived = true;
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

}  // namespace

TouchChannels channels_of(const BoundTable& log, ChannelFrom from, const std::string& rules, Context& context) {
  std::vector<ChannelRule> own = read_channel_rules(rules, "/channel_rules");
  const bool can_derive = log.has("utm_source") || log.has("utm_medium") || log.has("referrer");
  const bool has_column = log.has("channel");
  if (from == ChannelFrom::column && !has_column) from = ChannelFrom::rules;
  if (from == ChannelFrom::best) from = has_column && own.empty() ? ChannelFrom::column : ChannelFrom::rules;
  if (from == ChannelFrom::rules && !can_derive && has_column) from = ChannelFrom::column;
  if (from == ChannelFrom::column) return from_column(log.text("channel"));
  if (!can_derive) {
    throw Error(ErrorCode::bad_column,
                log.table().file + ": no column tells the channel of a touch, nor its source, medium or referrer.",
                "Say which column holds the channel (on the Data page, or with --map channel=COLUMN).",
                {.file = log.table().file, .table = log.table().name, .role = "channel"});
  }
  for (ChannelRule& rule : default_channel_rules()) own.push_back(std::move(rule));
  TouchChannels out = from_rules(log, own);
  if (const double unknown = out.rule_touches.back(); unknown > 0) {
    context.notice({"channels_unassigned",
                    Severity::info,
                    {{"touches", unknown}, {"share", unknown / static_cast<double>(log.rows())}},
                    {}});
  }
  return out;
}

}  // namespace outlay::attribution
