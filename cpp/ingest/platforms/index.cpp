// The index of all tables of headers, built on first use.
#include "ingest/platforms/index.h"

#include <unordered_map>

#include "ingest/platforms/patterns.h"

namespace outlay::ingest {
namespace {

using Index = std::unordered_map<std::string, std::vector<Meaning>>;

void add(Index& index, const Platform& platform, const Alias& alias) {
  int place = 0;
  each_item(alias.headers, [&](std::string_view header) {
    Folded folded = fold(header);
    index[folded.bare].push_back({&platform, find_role(alias.role), place++, alias.local, std::move(folded.word)});
  });
}

Index all_headers() {
  Index index;
  for (const Platform* platform : platforms()) {
    for (const Alias& alias : platform->aliases) add(index, *platform, alias);
  }
  return index;
}

}  // namespace

const std::vector<Meaning>& meanings(const std::string& bare) {
  static const Index index = all_headers();
  static const std::vector<Meaning> none;
  const auto found = index.find(bare);
  return found == index.end() ? none : found->second;
}

const KnownRole* role_named(const std::string& bare) {
  static const std::unordered_map<std::string, const KnownRole*> names = [] {
    std::unordered_map<std::string, const KnownRole*> all;
    for (const KnownRole& role : known_roles()) all.emplace(fold(role.name).bare, &role);
    return all;
  }();
  const auto found = names.find(bare);
  return found == names.end() ? nullptr : found->second;
}

bool is_known(const Folded& header) {
  return !meanings(header.bare).empty() || role_named(header.bare) || sales_window(header);
}

}  // namespace outlay::ingest
