// Finding marks, telling them from parts of names, and reading repeats.
#include "analyses/attribution/path_cutter.h"

#include <algorithm>

#include "analyses/attribution/spellings.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

constexpr auto npos = std::string_view::npos;

// The rarer a mark is within names the earlier it is tried.
constexpr std::string_view marks[] = {"->", "=>", "\xE2\x86\x92", ">", "|", ";", ","};

// "Direct x 2", "Direct X 2" and "Direct" with a multiplication sign.
PathCutter::Run run_of(std::string_view touch) {
  const std::size_t space = touch.rfind(' ');
  if (space == npos) return {touch, 1};
  std::string_view before = trim(touch.substr(0, space));
  const std::string_view digits = touch.substr(space + 1);
  const bool is_count = !digits.empty() && digits.size() <= 8 &&
                        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_count) return {touch, 1};
  for (const char* mark : {" x", " X", "\xC3\x97"}) {
    const std::string_view m = mark;
    if (before.size() <= m.size() || before.substr(before.size() - m.size()) != m) continue;
    std::size_t times = 0;
    for (char c : digits) times = times * 10 + static_cast<std::size_t>(c - '0');
    return {trim(before.substr(0, before.size() - m.size())), times};
  }
  return {touch, 1};
}

bool is_space_at(std::string_view text, std::size_t at) { return at >= text.size() || text[at] == ' '; }

// The ">" of "->" is no mark of its own; with `is_spaced` nor is that of "<b>".
std::size_t find_mark(std::string_view text, std::string_view mark, bool is_spaced) {
  for (std::size_t at = text.find(mark); at != npos; at = text.find(mark, at + 1)) {
    if (mark == ">" && at > 0 && (text[at - 1] == '-' || text[at - 1] == '=')) continue;
    const bool stands_alone = (at == 0 || text[at - 1] == ' ') && is_space_at(text, at + mark.size());
    if (!is_spaced || stands_alone) return at;
  }
  return npos;
}

bool holds(std::string_view text, std::string_view mark, bool is_spaced) {
  return find_mark(text, mark, is_spaced) != npos;
}

bool holds_any(std::string_view text) {
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return holds(text, mark, false); });
}

// What stands between marks, blanks left out.
std::vector<std::string_view> split(std::string_view text, std::string_view mark, bool is_spaced) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = mark.empty() ? npos : find_mark(text, mark, is_spaced);
    const std::string_view piece = trim(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(piece);
    if (end == npos) return pieces;
    text.remove_prefix(end + mark.size());
  }
}

std::vector<std::string_view> split_at_all(std::string_view text) {
  std::vector<std::string_view> pieces{text};
  for (std::string_view mark : marks) {
    std::vector<std::string_view> finer;
    for (std::string_view piece : pieces) {
      for (std::string_view part : split(piece, mark, false)) finer.push_back(part);
    }
    pieces = std::move(finer);
  }
  return pieces;
}

// The most frequent mark, unless a rarer one stands beside it in the same paths: then the frequent one is part of
// names. Empty where fewer than `least` paths hold it.
std::string mark_of(const std::vector<std::string>& paths, bool is_spaced, std::size_t least) {
  constexpr std::size_t all = std::size(marks);
  std::size_t held[all][all] = {};  // paths that hold both marks
  for (const std::string& path : paths) {
    bool has[all];
    std::transform(std::begin(marks), std::end(marks), has,
                   [&](std::string_view mark) { return holds(path, mark, is_spaced); });
    for (std::size_t a = 0; a < all; ++a) {
      for (std::size_t b = 0; has[a] && b < all; ++b) held[a][b] += has[b];
    }
  }
  std::size_t most = 0;
  for (std::size_t m = 1; m < all; ++m) most = held[m][m] > held[most][most] ? m : most;
  if (held[most][most] < least) return {};
  for (std::size_t m = 0; m < most; ++m) {
    const bool is_common = held[m][m] * 10 >= held[most][most];
    if (held[m][m] > 0 && is_common && held[m][most] * 10 >= held[m][m]) return std::string(marks[m]);
  }
  return std::string(marks[most]);
}

// What programs write for the ends of a path and for nothing.
bool is_marker(std::string_view name) {
  if (name.size() > 12) return false;
  const std::string key = spelling_key(name);
  return key == "(start)" || key == "(conversion)" || key == "(null)" || key == "null" || key == "none";
}

}  // namespace

PathCutter::PathCutter(const std::vector<std::string>& paths, const std::string& separator)
    : separator_(trim(separator)), is_told_(!separator_.empty()) {
  if (is_told_) return;
  const auto marked = static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), holds_any));
  if (marked == 0) return;
  separator_ = mark_of(paths, true, (marked + 1) / 2);
  is_spaced_ = !separator_.empty();
  if (!is_spaced_) separator_ = mark_of(paths, false, 1);
  learn_names(paths);
}

void PathCutter::learn_names(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const bool is_cut = holds(path, separator_, is_spaced_);
    if (!is_cut && holds_any(path)) continue;
    for (std::string_view piece : split(path, separator_, is_spaced_)) {
      const std::string key = spelling_key(run_of(piece).name);
      if (is_cut) pieces_.insert(key);
      if (!holds_any(key)) channels_.insert(key);
    }
  }
}

bool PathCutter::is_known(std::string_view name) const { return channels_.count(spelling_key(run_of(name).name)) > 0; }

void PathCutter::add(std::string_view piece, Cut& out) const {
  const Run run = run_of(piece);
  out.ends_lost = false;
  if (is_marker(run.name)) {
    out.markers.push_back(run.name);
    out.ends_lost = spelling_key(run.name) == "(null)";
  } else {
    out.touches.push_back(run);
  }
}

PathCutter::Cut PathCutter::cut(std::string_view path) const {
  Cut out;
  const bool is_cut = !separator_.empty() && holds(path, separator_, is_spaced_);
  for (std::string_view piece : split(path, separator_, is_spaced_)) {
    if (is_told_ || separator_.empty() || !holds_any(piece)) {
      add(piece, out);
      continue;
    }
    const std::vector<std::string_view> finer = split_at_all(piece);
    if (finer.size() > 1 && std::all_of(finer.begin(), finer.end(), [&](auto part) { return is_known(part); })) {
      for (std::string_view part : finer) add(part, out);
      out.by_other_mark = true;
    } else {
      add(piece, out);
      out.is_doubtful = out.is_doubtful || (!is_cut && pieces_.count(spelling_key(run_of(piece).name)) == 0);
    }
  }
  return out;
}

}  // namespace outlay::attribution
