// The rules as text, so that a person can read and change them, and the matching of patterns.
#include "analyses/attribution/channel_rules.h"

#include <algorithm>

#include "core/error.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

// Sites are matched by their name alone: "google" is a source as well as the host google.co.in.
constexpr const char* default_rules =
    "Direct = source: (direct), medium: (none)|(not set);"
    "Cross-network = campaign: *cross-network*;"
    "Paid Shopping = source: amazon*|ebay*|etsy*|walmart*|alibaba*|shopify*|google shopping|shopping*, "
    "medium: *cp*|ppc|retargeting|paid*;"
    "Paid Shopping = campaign: shop*|* shop*|*_shop*|*-shop*|*shopping*, medium: *cp*|ppc|retargeting|paid*;"
    "Paid Search = source: @search, medium: *cp*|ppc|retargeting|paid*;"
    "Paid Social = source: @social, medium: *cp*|ppc|retargeting|paid*;"
    "Paid Video = source: @video, medium: *cp*|ppc|retargeting|paid*;"
    "Display = medium: display|banner|expandable|interstitial|cpm;"
    "Paid Other = medium: *cp*|ppc|retargeting|paid*;"
    "Organic Shopping = source: amazon*|ebay*|etsy*|walmart*|alibaba*|shopify*|google shopping|shopping*;"
    "Organic Shopping = campaign: shop*|* shop*|*_shop*|*-shop*|*shopping*;"
    "Organic Social = source: @social;"
    "Organic Social = medium: social|social-network|social-media|sm|social network|social media;"
    "Organic Video = source: @video;"
    "Organic Video = medium: *video*;"
    "Organic Search = source: @search;"
    "Organic Search = medium: organic;"
    "Referral = medium: referral|app|link;"
    "Email = source: email|e-mail|e_mail|e mail;"
    "Email = medium: email|e-mail|e_mail|e mail;"
    "Affiliates = medium: affiliate|affiliates;"
    "Audio = medium: audio;"
    "SMS = source: sms;"
    "SMS = medium: sms;"
    "Mobile Push = medium: *push|*mobile*|*notification*;"
    "Mobile Push = source: firebase";

struct Sites {
  const char* name;
  std::vector<std::string> labels;
};

// The better known of the sites that Google lists under these heads.
const std::vector<Sites>& known_sites() {
  static const std::vector<Sites> sites = {
      {"@search", {"google",     "googlequicksearchbox",
                   "bing",       "yahoo",
                   "duckduckgo", "baidu",
                   "yandex",     "ecosia",
                   "ask",        "aol",
                   "naver",      "seznam",
                   "startpage",  "qwant",
                   "brave",      "search",
                   "adwords",    "msn",
                   "sogou",      "daum"}},
      {"@social", {"facebook", "fb",        "instagram", "ig",       "linkedin", "twitter", "t.co",     "x.com",
                   "reddit",   "pinterest", "tiktok",    "snapchat", "quora",    "threads", "whatsapp", "tumblr",
                   "vk",       "messenger", "meta",      "weibo",    "line",     "nextdoor"}},
      {"@video", {"youtube", "vimeo", "twitch", "dailymotion", "netflix", "hulu", "disneyplus"}},
  };
  return sites;
}

std::string lower(std::string_view text) {
  std::string out(trim(text));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(mark);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// * stands for any text; on a mismatch the last star takes one character more.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// Whether a name is one or more whole labels of a host: "google" of "google.co.in", "t.co" of itself.
bool is_within(std::string_view name, std::string_view host) {
  if (name.empty()) return false;
  for (std::size_t at = host.find(name); at != std::string_view::npos; at = host.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || host[at - 1] == '.') && (end == host.size() || host[end] == '.')) return true;
  }
  return false;
}

bool fits(const std::string& pattern, std::string_view text) {
  for (const Sites& sites : known_sites()) {
    if (pattern != sites.name) continue;
    return std::any_of(sites.labels.begin(), sites.labels.end(),
                       [&](const std::string& label) { return is_within(label, text); });
  }
  return matches(pattern, text);
}

[[noreturn]] void refuse(std::string_view rule, const char* parameter) {
  throw Error(
      ErrorCode::bad_param, "The channel rule \"" + std::string(rule) + "\" cannot be read.",
      "Write rules like: Partners = source: acme*|beta, medium: referral; Podcast = medium: podcast. Fields are "
      "source, medium and campaign.",
      {.text = std::string(rule), .parameter = parameter});
}

ChannelRule::Condition read_condition(std::string_view text, std::string_view rule, const char* parameter) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) refuse(rule, parameter);
  const std::string field = lower(text.substr(0, colon));
  ChannelRule::Condition condition;
  if (field == "source") {
    condition.field = ChannelRule::Condition::Field::source;
  } else if (field == "medium") {
    condition.field = ChannelRule::Condition::Field::medium;
  } else if (field == "campaign") {
    condition.field = ChannelRule::Condition::Field::campaign;
  } else {
    refuse(rule, parameter);
  }
  for (std::string_view pattern : split(text.substr(colon + 1), '|')) {
    if (pattern.empty()) refuse(rule, parameter);
    condition.patterns.push_back(lower(pattern));
  }
  return condition;
}

}  // namespace

std::vector<ChannelRule> read_channel_rules(std::string_view text, const char* parameter) {
  std::vector<ChannelRule> rules;
  for (std::string_view line : split(text, ';')) {
    if (line.empty()) continue;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || trim(line.substr(0, equals)).empty()) refuse(line, parameter);
    ChannelRule rule{std::string(trim(line.substr(0, equals))), {}, std::string(trim(line.substr(equals + 1)))};
    for (std::string_view part : split(line.substr(equals + 1), ','))
      rule.conditions.push_back(read_condition(part, line, parameter));
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<ChannelRule> default_channel_rules() { return read_channel_rules(default_rules, ""); }

std::size_t first_fitting(const std::vector<ChannelRule>& rules, const Visit& visit) {
  using Field = ChannelRule::Condition::Field;
  const auto known = [](std::string_view text) { return says_nothing(text) ? std::string() : lower(text); };
  std::string source = known(visit.source), medium = known(visit.medium);
  const std::string campaign = known(visit.campaign);
  if (source == "(direct)" && medium.empty()) medium = "(none)";
  if (source.empty() && medium.empty()) {
    source = says_nothing(visit.referrer) ? std::string() : host_of(visit.referrer);
    medium = source.empty() ? "(none)" : fits("@search", source) ? "organic" : "referral";
    if (source.empty()) source = "(direct)";
  }
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const bool fit = std::all_of(rules[r].conditions.begin(), rules[r].conditions.end(), [&](const auto& condition) {
      const std::string& text = condition.field == Field::source   ? source
                                : condition.field == Field::medium ? medium
                                                                   : campaign;
      return std::any_of(condition.patterns.begin(), condition.patterns.end(),
                         [&](const std::string& pattern) { return fits(pattern, text); });
    });
    if (fit) return r;
  }
  return rules.size();
}

bool says_nothing(std::string_view text) {
  const std::string word = lower(text);
  for (const char* nothing :
       {"", "blank", "(not set)", "not set", "null", "none", "undefined", "nan", "n/a", "-", "--", "(none)"}) {
    if (word == nothing) return true;
  }
  return false;
}

std::string host_of(std::string_view referrer) {
  std::string host = lower(referrer);
  const std::size_t scheme = host.find("://");
  if (scheme != std::string::npos) host = host.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(0, host.find(':'));
  return host.compare(0, 4, "www.") == 0 ? host.substr(4) : host;
}

bool same_site(std::string_view source, std::string_view host) {
  return source == host || is_within(source, host) || is_within(host, source);
}

}  // namespace outlay::attribution
