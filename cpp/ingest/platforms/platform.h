// What a platform's exports look like, as data: how to tell them, and which of their headers mean what.
#pragma once

#include <span>
#include <string_view>

namespace outlay::ingest {

// Lists are written as one text, " | " between the items, so that a table of headers reads like the export itself and
// costs nothing before it is used. Case, accents, spaces, punctuation and a trailing unit in brackets do not matter.

/// One way to tell a platform. Everything named must be there, in one of the wordings that " or " separates.
struct Fingerprint {
  double weight = 0;                 // up to 1: nobody else writes this
  const char* headers = "";          // whole headers
  const char* parts = "";            // texts inside headers, lower case
  const char* preamble = "";         // texts in the lines above the header, lower case
  const char* endings = "";          // endings of headers, case kept; one named twice must end two headers
  const char* without_headers = "";  // whole headers that must not be there
};

/// Headers of one role, most certain first. Role "" is a known header that carries none of our roles.
struct Alias {
  const char* role;
  const char* headers;
  bool local = false;  // says nothing in a file of another platform
};

/// A header that changes its meaning beside another one.
struct Rule {
  const char* header;
  const char* beside;
  const char* role;
};

struct Platform {
  const char* id;
  const char* label;
  std::span<const Fingerprint> fingerprints;
  std::span<const Alias> aliases;
  std::span<const Rule> rules = {};
};

extern const Platform google_ads, microsoft_ads, meta_ads, tiktok_ads, linkedin_ads, amazon_ads, pinterest_ads,
    spotify_ads, ga4, shopify, hubspot, salesforce, adset_weeks, journeys, paths, mmm, experiment, geo, warehouse,
    personal, generic;

/// All of them, in the order that settles ties; `generic`, the answer when none is told, is the last.
std::span<const Platform* const> platforms();

/// Null when there is none of that id.
const Platform* find_platform(std::string_view id);

template <class Take>
void each_part(std::string_view list, std::string_view mark, Take take) {
  while (!list.empty()) {
    const std::size_t end = list.find(mark);
    take(list.substr(0, end));
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + mark.size());
  }
}

/// Calls `take` with each item of a list.
template <class Take>
void each_item(std::string_view list, Take take) {
  each_part(list, " | ", take);
}

}  // namespace outlay::ingest
