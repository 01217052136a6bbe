// Choosing among the meanings of a header.
#include "ingest/platforms/guess.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "ingest/platforms/index.h"
#include "ingest/platforms/patterns.h"

namespace outlay::ingest {
namespace {

constexpr double outside_bracket = 0.85;  // "Reach (estimated)" read as "reach"
constexpr double other_accents = 0.02;
constexpr double other_platform = 0.7;

Guess guess(const KnownRole& role, double confidence, const char* reason) {
  return {role.name, role.kind, {confidence, reason}};
}

// The platforms that stand for no exporter; their words are everybody's.
bool is_common(const Platform& platform) { return &platform == &generic || &platform == &adset_weeks; }

double declining(double first, double least, int place) { return std::max(least, first - 0.01 * place); }

double accents(const Meaning& meaning, const Folded& header) {
  return meaning.word == header.word || header.word.size() == header.bare.size() ? 0 : other_accents;
}

// What the platform's own table says; `settled` also when it says that the header has no role.
Guess own_meaning(const std::string& bare, const Folded& header, const Platform& platform, bool& settled) {
  const Meaning* best = nullptr;
  for (const Meaning& meaning : meanings(bare)) {
    if (meaning.platform == &platform && (!best || (meaning.role && meaning.place < best->place))) best = &meaning;
  }
  if (!best) return {};
  settled = true;
  if (!best->role) return {};
  if (best->place == 0 && role_named(bare) == best->role) return guess(*best->role, 1, "exact_name");
  return guess(*best->role, declining(0.98, 0.9, best->place) - accents(*best, header),
               is_common(platform) ? "alias" : "platform_alias");
}

// What others say: the common words first, else the role that most platforms mean.
Guess others_meaning(const std::string& bare, const Folded& header) {
  const std::vector<Meaning>& all = meanings(bare);
  Guess best;
  long most = 0;
  for (const Meaning& meaning : all) {
    if (meaning.local || !meaning.role) continue;
    if (meaning.platform == &generic || meaning.role->use == Use::personal) {
      return guess(*meaning.role, declining(0.88, 0.75, meaning.place) - accents(meaning, header), "alias");
    }
    const long votes = std::count_if(all.begin(), all.end(),
                                     [&](const Meaning& other) { return !other.local && other.role == meaning.role; });
    if (votes <= most) continue;
    most = votes;
    best = guess(*meaning.role, other_platform - accents(meaning, header), "alias");
  }
  return best;
}

Guess made_header(const Folded& header, const Platform& platform) {
  if (&platform == &mmm) {
    if (const auto media = media_column(header)) return guess(*find_role(media->role), 0.9, "platform_alias");
  }
  const auto window = sales_window(header);
  if (!window) return {};
  // Sellers' reports count 7 days, vendors' and brands' 14.
  const double preference = window->days == 7 ? 0.97 : window->days == 14 ? 0.96 : window->days == 30 ? 0.94 : 0.92;
  const bool own = &platform == &amazon_ads;
  return guess(*find_role(window->role), own ? preference : preference - 0.25, own ? "platform_alias" : "alias");
}

Guess guess_whole(const std::string& bare, const Folded& header, const Platform& platform, bool& settled) {
  Guess found = own_meaning(bare, header, platform, settled);
  if (settled) return found;
  if (const KnownRole* role = role_named(bare)) return guess(*role, 1, "exact_name");
  found = made_header(header, platform);
  if (found.role.empty()) found = others_meaning(bare, header);
  settled = !found.role.empty();
  return found;
}

}  // namespace

Guess guess_of(const Folded& header, const Platform& platform) {
  bool settled = false;
  Guess found = guess_whole(header.bare, header, platform, settled);
  if (settled || !found.role.empty()) return found;
  if (const KnownRole* role = personal_role(header)) return guess(*role, 0.8, "alias");
  if (header.outside.empty()) return {};
  found = guess_whole(header.outside, header, platform, settled);
  found.fit.confidence *= outside_bracket;
  if (std::strcmp(found.fit.reason, "exact_name") == 0) found.fit.reason = "alias";
  return found;
}

std::vector<Guess> claims_of(const std::vector<Folded>& headers, const Platform& platform) {
  std::unordered_set<std::string> present;
  for (const Folded& header : headers) present.insert(header.bare);
  std::vector<Guess> out;
  for (const Folded& header : headers) {
    const auto applies = [&](const Rule& rule) {
      return header.bare == fold(rule.header).bare && present.count(fold(rule.beside).bare) > 0;
    };
    const auto rule = std::find_if(platform.rules.begin(), platform.rules.end(), applies);
    if (rule == platform.rules.end()) {
      out.push_back(guess_of(header, platform));
    } else {
      const KnownRole* role = find_role(rule->role);
      out.push_back(role ? guess(*role, 0.97, "platform_alias") : Guess{{}, Kind::text, {0, "platform_alias"}});
    }
  }
  return out;
}

Fit alias_fit(const Folded& header, std::string_view role) {
  Fit best;
  const auto look = [&](const std::string& bare, double factor) {
    for (const Meaning& meaning : meanings(bare)) {
      if (meaning.local || !meaning.role || role != meaning.role->name) continue;
      const double first = is_common(*meaning.platform) ? 0.95 : other_platform;
      const double confidence = factor * (declining(first, 0.6, meaning.place) - accents(meaning, header));
      if (confidence > best.confidence) best = {confidence, "alias"};
    }
  };
  look(header.bare, 1);
  if (best.confidence == 0 && !header.outside.empty()) look(header.outside, outside_bracket);
  return best;
}

double kin_confidence(std::string_view asked, std::string_view stands_in) {
  for (const Kin& kin : kinship()) {
    if (asked == kin.asked && stands_in == kin.stands_in) return kin.confidence;
  }
  return 0;
}

const KnownRole* personal_role(const Folded& header) {
  const auto in_table = [](const std::string& bare) -> const KnownRole* {
    for (const Meaning& meaning : meanings(bare)) {
      if (!meaning.local && meaning.role && meaning.role->use == Use::personal) return meaning.role;
    }
    const KnownRole* role = role_named(bare);
    return role && role->use == Use::personal ? role : nullptr;
  };
  const KnownRole* found = in_table(header.bare);
  each_item(
      "customer | contact | client | user | lead | buyer | billing | shipping | recipient | subscriber | owner | "
      "business | work | personal | primary | secondary | kunden | rechnungs | liefer",
      [&](std::string_view before) {
        const bool begins = !found && header.bare.compare(0, before.size(), before) == 0;
        if (begins) found = in_table(header.bare.substr(before.size()));
      });
  return found;
}

}  // namespace outlay::ingest
