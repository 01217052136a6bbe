// Headers to roles: what a column is taken for, and which column an analysis gets.
#include "ingest/vocabulary.h"

#include <algorithm>
#include <unordered_map>

#include "ingest/platforms/guess.h"
#include "ingest/platforms/index.h"

namespace outlay::ingest {
namespace {

std::vector<Folded> all_folded(const std::vector<std::string>& headers) {
  std::vector<Folded> out;
  for (const std::string& header : headers) out.push_back(fold(header));
  return out;
}

bool is_exact(const Folded& header, std::string_view role) {
  return !header.bare.empty() && header.bare == fold(role).bare;
}

// A word that the file's own platform uses for something else is not this role, whatever others mean by it.
bool means_another(const Guess& claim, std::string_view role) {
  return claim.fit.reason == std::string_view("platform_alias") && claim.role != role;
}

Fit kin_fit(const Guess& claim, std::string_view role) {
  const double confidence = claim.fit.confidence * kin_confidence(role, claim.role);
  return confidence > 0 ? Fit{confidence, "kin"} : Fit{};
}

Fit better(const Fit& a, const Fit& b) { return b.confidence > a.confidence ? b : a; }

Fit fit_of(const Folded& header, const Guess& claim, std::string_view role) {
  if (claim.role == role) return claim.fit;
  const Fit kin = kin_fit(claim, role);
  if (means_another(claim, role)) return kin;
  if (is_exact(header, role)) return {1, "exact_name"};
  return better(alias_fit(header, role), kin);
}

// The platform's order of preference has done its work; a role's own name is as sure as can be.
void promote(const Folded& header, Guess& guess) {
  if (!guess.role.empty() && is_exact(header, guess.role)) guess.fit = {1, "exact_name"};
}

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> out;
  for (const Column& column : table.columns) out.push_back(column.name);
  return out;
}

struct Candidate {
  double confidence;
  const char* role;
  const std::string* column;
};

// Every fit of a column to a role that is still open, the best first.
std::vector<Candidate> candidates_of(const InputSpec& input, const Table& table, const RoleColumns& chosen) {
  const std::vector<std::string> names = names_of(table);
  const std::vector<Folded> headers = all_folded(names);
  const std::vector<Guess> claims = claims_of(headers, platform_of(names, {}));
  std::vector<Candidate> out;
  for (const Role& role : input.roles) {
    if (chosen.count(role.name)) continue;
    for (std::size_t c = 0; c < headers.size(); ++c) {
      const double confidence = fit_of(headers[c], claims[c], role.name).confidence;
      if (confidence > 0) out.push_back({confidence, role.name, &table.columns[c].name});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.confidence > b.confidence; });
  return out;
}

}  // namespace

std::string folded(std::string_view header) { return fold(header).word; }

Fit fit_of(std::string_view header, std::string_view role) {
  const Folded form = fold(header);
  if (is_exact(form, role)) return {1, "exact_name"};
  Fit best = alias_fit(form, role);
  for (const Kin& kin : kinship()) {
    if (role != kin.asked) continue;
    const double whole = is_exact(form, kin.stands_in) ? 1 : alias_fit(form, kin.stands_in).confidence;
    best = better(best, {whole * kin.confidence, "kin"});
  }
  return best;
}

Guess guess_role(std::string_view header) { return guess_role(header, adset_weeks); }

Guess guess_role(std::string_view header, const Platform& platform) {
  const Folded form = fold(header);
  Guess guess = guess_of(form, platform);
  promote(form, guess);
  return guess;
}

std::vector<Guess> guess_roles(const std::vector<std::string>& headers, const Platform& platform) {
  const std::vector<Folded> forms = all_folded(headers);
  std::vector<Guess> guesses = claims_of(forms, platform);
  std::unordered_map<std::string_view, std::size_t> holders;
  for (std::size_t c = 0; c < guesses.size(); ++c) {
    const KnownRole* role = find_role(guesses[c].role);
    if (!role || role->use == Use::many || role->use == Use::personal) continue;
    const auto [holder, first] = holders.emplace(role->name, c);
    if (first) continue;
    std::size_t loser = c;
    if (guesses[c].fit.confidence > guesses[holder->second].fit.confidence) std::swap(loser, holder->second);
    guesses[loser] = {};
  }
  for (std::size_t c = 0; c < guesses.size(); ++c) {
    if (guesses[c].role.empty()) guesses[c] = {};
    promote(forms[c], guesses[c]);
  }
  return guesses;
}

RoleColumns map_roles(const InputSpec& input, const Table& table, const RoleColumns& chosen) {
  RoleColumns roles;
  std::vector<std::string_view> taken;
  for (const auto& [role, column] : chosen) {
    if (!column.empty()) roles[role] = column;
    taken.push_back(column);
  }
  for (const Candidate& candidate : candidates_of(input, table, chosen)) {
    if (roles.count(candidate.role)) continue;
    if (std::find(taken.begin(), taken.end(), *candidate.column) != taken.end()) continue;
    roles[candidate.role] = *candidate.column;
    taken.push_back(*candidate.column);
  }
  return roles;
}

std::vector<Rival> rivals_of(const InputSpec& input, const Table& table, const RoleColumns& mapped,
                             const RoleColumns& chosen) {
  std::vector<Rival> rivals;
  const std::vector<Candidate> candidates = candidates_of(input, table, chosen);
  const auto is_taken = [&](const std::string& column) {
    return std::any_of(mapped.begin(), mapped.end(), [&](const auto& entry) { return entry.second == column; });
  };
  for (const auto& [role, column] : mapped) {
    double confidence = 0;
    for (const Candidate& candidate : candidates) {
      if (candidate.role != role) continue;
      if (*candidate.column == column) confidence = candidate.confidence;
      if (*candidate.column != column && candidate.confidence == confidence && !is_taken(*candidate.column)) {
        rivals.push_back({role, column, *candidate.column});
        break;
      }
    }
  }
  return rivals;
}

std::string currency_in(std::string_view header) { return fold(header).currency; }

bool is_personal(std::string_view header) { return personal_role(fold(header)) != nullptr; }

bool is_personal(std::string_view header, const Platform& platform) {
  const KnownRole* role = find_role(guess_role(header, platform).role);
  return role && role->use == Use::personal;
}

bool is_ratio(std::string_view role) {
  const KnownRole* known = find_role(role);
  return known && known->use == Use::ratio;
}

int known_headers(const std::vector<std::string>& cells) {
  constexpr std::size_t longest_header = 200;
  return static_cast<int>(std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
    return !cell.empty() && cell.size() <= longest_header && is_known(fold(cell));
  }));
}

}  // namespace outlay::ingest
