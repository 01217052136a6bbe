// The names of channels that people put into file names.
#include "ingest/platforms/channels.h"

#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

struct Named {
  const char* channel;
  const char* words;
};

constexpr Named channels[] = {
    {"Facebook", "facebook | fb"},
    {"Instagram", "instagram | ig"},
    {"Meta", "meta"},
    {"Google", "google | adwords"},
    {"YouTube", "youtube | yt"},
    {"TikTok", "tiktok"},
    {"Microsoft", "microsoft"},
    {"Bing", "bing"},
    {"LinkedIn", "linkedin"},
    {"Pinterest", "pinterest"},
    {"Snapchat", "snapchat | snap"},
    {"X", "twitter"},
    {"Reddit", "reddit"},
    {"Amazon", "amazon"},
    {"Apple", "asa | apple"},
    {"Criteo", "criteo"},
    {"Spotify", "spotify"},
    {"Radio", "radio"},
    {"TV", "tv"},
    {"Print", "print"},
    {"Out of home", "ooh | dooh"},
    {"Affiliate", "affiliate | affiliates"},
    {"Email", "email | newsletter"},
    {"Podcast", "podcast | podcasts"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0; }

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

std::string channel_in_name(std::string_view file) {
  std::string lower(file);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::string found;
  for (const Named& named : channels) {
    bool is_named = false;
    each_item(named.words, [&](std::string_view word) { is_named = is_named || has_word(lower, word); });
    if (!is_named) continue;
    if (!found.empty()) return {};
    found = named.channel;
  }
  return found;
}

}  // namespace outlay::ingest
