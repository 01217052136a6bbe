// The list of platforms; one that is not here does not exist.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr const Platform* all[] = {&google_ads,    &microsoft_ads, &meta_ads, &tiktok_ads, &linkedin_ads, &amazon_ads,
                                   &pinterest_ads, &spotify_ads,   &ga4,      &shopify,    &hubspot,      &salesforce,
                                   &adset_weeks,   &journeys,      &paths,    &mmm,        &experiment,   &geo,
                                   &warehouse,     &personal,      &generic};

}  // namespace

std::span<const Platform* const> platforms() { return all; }

const Platform* find_platform(std::string_view id) {
  for (const Platform* platform : all) {
    if (id == platform->id) return platform;
  }
  return nullptr;
}

}  // namespace outlay::ingest
