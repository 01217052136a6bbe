// Folding names and settling on one spelling of each.
#include "analyses/attribution/spellings.h"

#include <map>

#include "core/number.h"

namespace outlay::attribution {
namespace {

// Letters of two bytes that the alphabets of Europe write large: Latin-1, Greek, Cyrillic.
unsigned lower_letter(unsigned code) {
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
  if ((code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F)) return code + 32;
  return code >= 0x400 && code <= 0x40F ? code + 80 : code;
}

void add_pair(unsigned char lead, unsigned char tail, std::string& out) {
  const unsigned code = lower_letter((lead & 0x1Fu) << 6 | (tail & 0x3Fu));
  out += static_cast<char>(0xC0 | code >> 6);
  out += static_cast<char>(0x80 | (code & 0x3F));
}

void add_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

struct Group {
  std::size_t best = 0, spellings = 0;
  std::string others;
};

// Whole names, as many as a sentence bears.
void add_other(const std::string& name, std::string& others) {
  constexpr std::size_t most_shown = 120;
  if (others.size() + name.size() > most_shown) return;
  others += (others.empty() ? "" : ", ") + name;
}

void tell(const std::map<std::string, Group>& groups, const std::vector<std::string>& names, Context& context) {
  double channels = 0, spellings = 0;
  const Group* shown = nullptr;
  for (const auto& [key, group] : groups) {
    if (group.spellings < 2) continue;
    ++channels;
    spellings += static_cast<double>(group.spellings);
    if (!shown) shown = &group;
  }
  if (!shown) return;
  context.notice({"spellings_joined",
                  Severity::info,
                  {{"channels", channels}, {"spellings", spellings}},
                  {{"channel", names[shown->best]}, {"others", shown->others}}});
}

}  // namespace

std::string spelling_key(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const auto next = i + 1 < name.size() ? static_cast<unsigned char>(name[i + 1]) : 0u;
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      add_space(out);
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c + 32);
    } else if (c == 0xC2 && next == 0xA0) {  // a space that does not break
      add_space(out);
      ++i;
    } else if (c >= 0xC3 && c <= 0xDF && (next & 0xC0u) == 0x80u) {
      add_pair(c, static_cast<unsigned char>(next), out);
      ++i;
    } else {
      out += static_cast<char>(c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool same_name(std::string_view a, std::string_view b) { return a == b || spelling_key(a) == spelling_key(b); }

JoinedNames join_spellings(const std::vector<std::string>& names, const std::vector<double>& weight, Context& context) {
  std::map<std::string, Group> groups;
  std::vector<std::map<std::string, Group>::iterator> group_of(names.size(), groups.end());
  const auto is_better = [&](std::size_t a, std::size_t b) {
    return weight[a] != weight[b] ? weight[a] > weight[b] : names[a] < names[b];
  };
  for (std::size_t n = 0; n < names.size(); ++n) {
    std::string key = weight[n] > 0 ? spelling_key(names[n]) : std::string();
    if (key.empty()) continue;
    const auto [entry, added] = groups.try_emplace(std::move(key));
    Group& group = entry->second;
    if (added || is_better(n, group.best)) group.best = n;
    ++group.spellings;
    group_of[n] = entry;
  }
  JoinedNames out;
  out.code_of.assign(names.size(), -1);
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (group_of[n] == groups.end()) continue;
    Group& group = group_of[n]->second;
    if (n != group.best) add_other(names[n], group.others);
    std::int32_t& code = out.code_of[group.best];
    if (code < 0) {
      code = static_cast<std::int32_t>(out.names.size());
      out.names.emplace_back(trim(names[group.best]));
    }
    out.code_of[n] = code;
  }
  tell(groups, names, context);
  return out;
}

}  // namespace outlay::attribution
