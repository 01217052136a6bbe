// Weighing fingerprints against headers and the lines above them.
#include <algorithm>
#include <unordered_set>

#include "ingest/platforms/folding.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

/// A file's head in the forms that fingerprints are compared with.
struct Head {
  std::vector<std::string> raw;
  std::unordered_set<std::string> bare;
  std::string text;  // all headers, one a line
  std::string preamble;
};

Head head_of(const std::vector<std::string>& headers, std::string_view preamble) {
  Head head;
  head.raw = headers;
  for (const std::string& header : headers) {
    const Folded folded = fold(header);
    head.bare.insert(folded.bare);
    head.text += plain_text(header) + "\n";
  }
  head.preamble = plain_text(preamble);
  return head;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() > tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::size_t count_ending(const std::vector<std::string>& headers, std::string_view tail) {
  return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(),
                                                [&](const std::string& header) { return ends_with(header, tail); }));
}

// Each item of the list, in one of its wordings.
template <class Holds>
bool all_of(std::string_view list, Holds holds) {
  bool all = true;
  each_item(list, [&](std::string_view item) {
    bool any = false;
    each_part(item, " or ", [&](std::string_view wording) { any = any || holds(wording); });
    all = all && any;
  });
  return all;
}

bool endings_fit(std::string_view list, const std::vector<std::string>& headers) {
  return all_of(list, [&](std::string_view tail) {
    std::size_t asked = 0;
    each_item(list, [&](std::string_view other) { asked += other == tail; });
    return count_ending(headers, tail) >= asked;
  });
}

bool fits(const Fingerprint& print, const Head& head) {
  const auto has = [&](std::string_view header) { return head.bare.count(fold(header).bare) > 0; };
  const auto within = [](const std::string& text) {
    return [&text](std::string_view part) { return text.find(part) != std::string::npos; };
  };
  return all_of(print.headers, has) && all_of(print.parts, within(head.text)) &&
         all_of(print.preamble, within(head.preamble)) && endings_fit(print.endings, head.raw) &&
         all_of(print.without_headers, [&](std::string_view header) { return !has(header); });
}

// The best print tells; each further one settles ties.
double likeness(const Platform& platform, const Head& head) {
  double best = 0;
  int more = -1;
  for (const Fingerprint& print : platform.fingerprints) {
    if (!fits(print, head)) continue;
    best = std::max(best, print.weight);
    ++more;
  }
  return best == 0 ? 0 : best + 0.01 * std::min(more, 4);
}

}  // namespace

const Platform& platform_of(const std::vector<std::string>& headers, std::string_view preamble) {
  const Head head = head_of(headers, preamble);
  const Platform* best = &generic;
  double most = 0;
  for (const Platform* platform : platforms()) {
    const double found = likeness(*platform, head);
    if (found > most) {
      most = found;
      best = platform;
    }
  }
  return *best;
}

}  // namespace outlay::ingest
