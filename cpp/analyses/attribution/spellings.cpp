// Folding names and settling on one spelling of each.
#include "analyses/attribution/spellings.h"

#include <map>

#include "core/letters.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

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
  for (std::string_view rest = without_outer_space(name); !rest.empty();) {
    const std::string_view word = rest.substr(0, first_blank(rest));
    out += (out.empty() ? "" : " ") + lower_case(word);
    rest = without_outer_space(rest.substr(word.size()));
  }
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
