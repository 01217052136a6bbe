// The table of roles.
#include "ingest/platforms/roles.h"

namespace outlay::ingest {
namespace {

constexpr KnownRole roles[] = {
    {"date", Kind::day},
    {"date_end", Kind::day},
    {"week_start", Kind::day},
    {"action_date", Kind::day},
    {"timestamp", Kind::text},  // a day would lose the order within it
    {"channel", Kind::text},
    {"account_id", Kind::text},
    {"account_name", Kind::text},
    {"campaign_id", Kind::text},
    {"campaign_name", Kind::text},
    {"adset_id", Kind::text},
    {"adset_name", Kind::text},
    {"creative_id", Kind::text},
    {"creative_name", Kind::text},
    {"search_term", Kind::text},
    {"keyword_id", Kind::text},
    {"keyword", Kind::text},
    {"match_type", Kind::text},
    {"device", Kind::text},
    {"geo", Kind::text},
    {"age", Kind::text},
    {"gender", Kind::text},
    {"currency", Kind::text},
    {"status", Kind::text},
    {"conversion_type", Kind::text},
    {"action_type", Kind::text},
    {"old_value", Kind::text},  // bids with their signs, and what is no number at all
    {"new_value", Kind::text},
    {"reason", Kind::text},
    {"variant", Kind::text},
    {"user_id", Kind::text},
    {"session_id", Kind::text},
    {"session_start", Kind::text},
    {"session_end", Kind::text},
    {"utm_source", Kind::text},
    {"utm_medium", Kind::text},
    {"referrer", Kind::text},
    {"page", Kind::text},
    {"order_id", Kind::text},
    {"path", Kind::text},
    {"impressions", Kind::number},
    {"reach", Kind::number},
    {"frequency", Kind::number, Use::ratio},
    {"clicks", Kind::number},
    {"link_clicks", Kind::number},
    {"spend", Kind::number},
    {"conversions", Kind::number},
    {"revenue", Kind::number},
    {"orders", Kind::number},
    {"units", Kind::number},
    {"leads", Kind::number},
    {"video_views", Kind::number},
    {"visitors", Kind::number},
    {"sessions", Kind::number},
    {"nulls", Kind::number},
    {"ihc", Kind::number},
    {"pltv", Kind::number},
    {"influenced_trials", Kind::number},
    {"hvc_male_influenced", Kind::number},
    {"hvc_female_influenced", Kind::number},
    {"ctr", Kind::number, Use::ratio},
    {"cpc", Kind::number, Use::ratio},
    {"cpm", Kind::number, Use::ratio},
    {"cpa", Kind::number, Use::ratio},
    {"roas", Kind::number, Use::ratio},
    {"cvr", Kind::number, Use::ratio},
    {"acos", Kind::number, Use::ratio},
    {"media_spend", Kind::number, Use::many},
    {"media_impressions", Kind::number, Use::many},
    {"media_clicks", Kind::number, Use::many},
    {"control", Kind::number, Use::many},
    {"email", Kind::text, Use::personal},
    {"phone", Kind::text, Use::personal},
    {"person_name", Kind::text, Use::personal},
    {"address", Kind::text, Use::personal},
    {"personal_note", Kind::text, Use::personal},
};

constexpr Kin kin[] = {
    {"week_start", "date", 0.85},
    {"week_start", "timestamp", 0.6},
    {"date", "week_start", 0.8},
    {"action_date", "date", 0.7},
    {"action_date", "timestamp", 0.6},
    {"date", "timestamp", 0.75},
    {"timestamp", "session_start", 0.9},
    {"timestamp", "date", 0.7},
    {"ihc", "orders", 0.8},
    {"ihc", "conversions", 0.78},
    {"orders", "conversions", 0.7},
    {"orders", "ihc", 0.5},
    {"conversions", "orders", 0.75},
    {"conversions", "leads", 0.6},
    {"conversions", "ihc", 0.6},
    {"leads", "conversions", 0.5},
    {"cost", "spend", 0.95},
    {"clicks", "link_clicks", 0.85},
    {"link_clicks", "clicks", 0.75},
    {"visitors", "sessions", 0.7},
    {"sessions", "visitors", 0.6},
    {"campaign", "campaign_name", 0.95},
    {"campaign", "campaign_id", 0.7},
    {"campaign", "adset_name", 0.5},
    {"campaign", "adset_id", 0.45},
    {"group", "channel", 0.8},
    {"campaign_id", "campaign_name", 0.7},
    {"campaign_name", "campaign_id", 0.6},
    {"adset_id", "adset_name", 0.85},
    {"adset_name", "adset_id", 0.6},
    {"creative_id", "creative_name", 0.7},
    {"creative_name", "creative_id", 0.6},
    {"keyword", "search_term", 0.5},
    {"search_term", "keyword", 0.5},
    {"account_name", "account_id", 0.6},
    {"account_id", "account_name", 0.6},
};

}  // namespace

std::span<const KnownRole> known_roles() { return roles; }

bool is_moment(std::string_view role) {
  return role == "timestamp" || role == "session_start" || role == "session_end";
}

const KnownRole* find_role(std::string_view name) {
  for (const KnownRole& role : roles) {
    if (name == role.name) return &role;
  }
  return nullptr;
}

std::span<const Kin> kinship() { return kin; }

}  // namespace outlay::ingest
