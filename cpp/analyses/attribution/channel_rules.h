// Which channel a visit came from, told by its campaign parameters and referrer: an editable list of rules, the first
// that fits wins. The list that comes with the product follows Google Analytics 4's default channel group.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outlay::attribution {

/// What is known of a visit, any of it empty; "(not set)", "blank", "null" and their like count as empty.
struct Visit {
  std::string_view source, medium, campaign, referrer;
};

/// One channel and the conditions under which a visit is its: all must hold.
struct ChannelRule {
  struct Condition {
    enum class Field { source, medium, campaign } field = Field::source;
    std::vector<std::string> patterns;  // any of them; * stands for any text; lower case
  };
  std::string channel;
  std::vector<Condition> conditions;
  std::string text;
};

/// Reads "Channel = field: pattern|pattern, field: pattern; Channel = ...". Throws `bad_param` at `parameter`.
std::vector<ChannelRule> read_channel_rules(std::string_view text, const char* parameter);

/// The rules that come with the product.
std::vector<ChannelRule> default_channel_rules();

/// The number of the first rule that fits; `rules.size()` when none does. Without source and medium, the referrer
/// stands in: a search engine as "organic", any other site as "referral", none as "(direct)" / "(none)".
std::size_t first_fitting(const std::vector<ChannelRule>& rules, const Visit& visit);

/// Whether a cell says that nothing is known.
bool says_nothing(std::string_view text);

/// The host of a referrer, lower case, without "www." and port: "https://www.Google.com/x" is "google.com"; an
/// "android-app://" address gives its package. Empty when there is none.
std::string host_of(std::string_view referrer);

/// Whether two names mean one site: equal, or one a label of the other ("google" and "google.co.in").
bool same_site(std::string_view source, std::string_view host);

}  // namespace outlay::attribution
