// The table of roles and aliases, and the matching of headers against it.
#include "ingest/vocabulary.h"

#include <algorithm>
#include <array>

namespace outlay::ingest {
namespace {

struct Concept {
  const char* role;
  Kind kind;
  std::vector<const char*> aliases;  // folded, most certain first
};

// An analysis may name a role by its field's word; aliases tie the words of the exports to it.
const std::vector<Concept>& concepts() {
  static const std::vector<Concept> all = {
      {"week_start",
       Kind::day,
       {"week", "weekstart", "weekstarting", "weekbeginning", "weekof", "date", "day", "reportingstarts", "period"}},
      {"channel",
       Kind::text,
       {"channelname", "marketingchannel", "mediachannel", "platform", "network", "mediasource"}},
      {"campaign_id", Kind::text, {"campaignid", "cid"}},
      {"campaign_name", Kind::text, {"campaign", "campaignname"}},
      {"adset_id", Kind::text, {"adsetid", "adgroupid", "assetgroupid", "adset", "adgroup"}},
      {"adset_name", Kind::text, {"adset", "adsetname", "adgroup", "adgroupname", "assetgroup", "assetgroupname"}},
      {"spend", Kind::number, {"amountspent", "adspend", "cost", "totalspend", "totalcost", "mediaspend"}},
      {"clicks", Kind::number, {"linkclicks", "clicksall", "totalclicks"}},
      {"impressions", Kind::number, {"impr", "imps", "totalimpressions", "views"}},
      {"sessions", Kind::number, {"visits", "websitesessions"}},
      {"ihc",
       Kind::number,
       {"attributedorders", "attributedordersihc", "ihcorders", "attributedconversions", "orders", "conversions",
        "purchases"}},
      {"pltv",
       Kind::number,
       {"predictedltv", "avgpltv", "averagepltv", "pltvinflu", "avgpltvinflu", "predictedlifetimevalue", "ltv"}},
      {"influenced_trials", Kind::number, {"influencedtrials", "trials", "influencedusers"}},
      {"hvc_male_influenced", Kind::number, {"hvcmale", "hvcmaleinfluenced", "highvaluecustomersmale"}},
      {"hvc_female_influenced", Kind::number, {"hvcfemale", "hvcfemaleinfluenced", "highvaluecustomersfemale"}},
      {"orders", Kind::number, {"trueorders", "shoporders", "totalorders", "ordersplaced"}},
      {"currency", Kind::text, {"currencycode", "accountcurrency"}},
  };
  return all;
}

bool is_word(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// Letters and digits in lower case; bytes beyond ASCII are kept, so that headers in other alphabets can match.
std::string squeeze(std::string_view text) {
  std::string out;
  for (unsigned char c : text) {
    if (is_word(c)) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return out;
}

std::size_t opening_bracket(std::string_view header) {
  const std::size_t end = header.find_last_not_of(" \t");
  if (end == std::string_view::npos || header[end] != ')') return std::string_view::npos;
  return header.rfind('(');
}

Fit fit_of_concept(const std::string& whole, const std::string& without_unit, const Concept& entry) {
  const std::string own = squeeze(entry.role);
  if (whole == own || without_unit == own) return {1, "exact_name"};
  for (std::size_t i = 0; i < entry.aliases.size(); ++i) {
    if (whole == entry.aliases[i] || without_unit == entry.aliases[i]) {
      return {std::max(0.5, 0.95 - 0.03 * static_cast<double>(i)), "alias"};
    }
  }
  return {};
}

}  // namespace

std::string folded(std::string_view header) {
  const std::size_t bracket = opening_bracket(header);
  const std::string without_unit = squeeze(header.substr(0, bracket));
  return without_unit.empty() ? squeeze(header) : without_unit;
}

Fit fit_of(std::string_view header, std::string_view role) {
  const std::string whole = squeeze(header);
  if (!whole.empty() && whole == squeeze(role)) return {1, "exact_name"};
  for (const Concept& entry : concepts()) {
    if (entry.role == role) return fit_of_concept(whole, folded(header), entry);
  }
  return {};
}

Guess guess_role(std::string_view header) {
  const std::string whole = squeeze(header);
  const std::string without_unit = folded(header);
  Guess best;
  for (const Concept& entry : concepts()) {
    const Fit fit = fit_of_concept(whole, without_unit, entry);
    if (fit.confidence > best.fit.confidence) best = {entry.role, entry.kind, fit};
  }
  return best;
}

RoleColumns map_roles(const InputSpec& input, const Table& table, const RoleColumns& chosen) {
  RoleColumns roles;
  std::vector<std::string_view> taken;
  for (const auto& [role, column] : chosen) {
    if (!column.empty()) roles[role] = column;
    taken.push_back(column);
  }
  struct Candidate {
    double confidence;
    const Role* role;
    const Column* column;
  };
  std::vector<Candidate> candidates;
  for (const Role& role : input.roles) {
    if (chosen.count(role.name)) continue;
    for (const Column& column : table.columns) {
      const double confidence = fit_of(column.name, role.name).confidence;
      if (confidence > 0) candidates.push_back({confidence, &role, &column});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.confidence > b.confidence; });
  for (const Candidate& candidate : candidates) {
    if (roles.count(candidate.role->name)) continue;
    if (std::find(taken.begin(), taken.end(), candidate.column->name) != taken.end()) continue;
    roles[candidate.role->name] = candidate.column->name;
    taken.push_back(candidate.column->name);
  }
  return roles;
}

std::string currency_in(std::string_view header) {
  const std::size_t bracket = opening_bracket(header);
  if (bracket == std::string_view::npos || header.size() - bracket < 5) return {};
  const std::string_view code = header.substr(bracket + 1, 3);
  const bool capitals = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && header[bracket + 4] == ')' ? std::string(code) : std::string();
}

}  // namespace outlay::ingest
