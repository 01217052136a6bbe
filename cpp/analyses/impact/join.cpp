// One pass over the leaves for each kind of key that an action may need.
#include "analyses/impact/join.h"

namespace outlay::impact {
namespace {

// Rows are selected by campaign, ad group (or any), and a text; the kinds differ in what the text is and which rows
// count.
enum class Kind {
  target,            // rows of the target
  narrowed,          // those of the action's match type
  open_target,       // those that are not exact
  term,              // rows of the search term
  open_term,         // those that are not of the exact target of the same text
  campaign,          // all rows of the campaign
  term_in_account,   // rows of the term, or exact rows of the target of that text, anywhere
  target_elsewhere,  // rows of the target, not exact, whose search term is another one
};

class Selector {
 public:
  explicit Selector(std::int32_t exact) : exact_(exact) {}

  // The key of an action, and whether it asks for rows of this kind at all.
  bool key_of(Kind kind, const LoggedAction& a, Key& key) const {
    if (a.campaign == no_name || a.day == missing_day) return false;
    const bool negative = a.type == ActionType::negative, harvest = a.type == ActionType::harvest;
    key = {a.campaign, a.group, a.text, no_name};
    switch (kind) {
      case Kind::campaign:
        key = {a.campaign, no_name, no_name, no_name};
        return true;
      case Kind::narrowed:
        key.match = a.match;
        return a.names_text && a.match != no_name && !negative && !harvest;
      case Kind::target:
        return a.names_text && !harvest;
      case Kind::term:
        return a.names_text && negative;
      case Kind::term_in_account:
        key = {no_name, no_name, a.text, no_name};
        return a.names_text && harvest;
      default:
        return a.names_text && harvest;
    }
  }

  template <class Emit>
  void keys_of_leaf(Kind kind, const Leaf& leaf, Emit emit) const {
    const std::int32_t campaign = leaf.campaign;
    if (kind == Kind::campaign) return emit(Key{campaign, no_name, no_name, no_name});
    const bool by_term = kind == Kind::term || kind == Kind::open_term;
    const std::int32_t target = leaf.target, term = leaf.term;
    const bool exact = leaf.match == exact_ && exact_ != no_name;
    if (kind == Kind::term_in_account) {
      if (term != no_name) emit(Key{no_name, no_name, term, no_name});
      if (exact && target != term && target != no_name) emit(Key{no_name, no_name, target, no_name});
      return;
    }
    if (exact && (kind == Kind::open_target || kind == Kind::target_elsewhere)) return;
    if (kind == Kind::open_term && exact && target == term) return;
    if (kind == Kind::target_elsewhere && target == term) return;
    const std::int32_t match = kind == Kind::narrowed ? leaf.match : no_name;
    const std::int32_t text = by_term ? term : target;
    if (text == no_name || (kind == Kind::narrowed && match == no_name)) return;
    emit(Key{campaign, no_name, text, match});
    if (leaf.group != no_name) emit(Key{campaign, leaf.group, text, match});
  }

 private:
  const std::int32_t exact_;
};

std::vector<Around> look_around(const Performance& performance, const std::vector<LoggedAction>& actions,
                                const Windows& windows, const Selector& selector, Kind kind) {
  KeyIndex index;
  std::vector<std::int32_t> number(actions.size(), -1);
  Key key;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (selector.key_of(kind, actions[i], key)) number[i] = index.add(key);
  }
  const Series series(performance, index.size(), hits_of(performance, index, [&](const Leaf& leaf, auto emit) {
                        selector.keys_of_leaf(kind, leaf, emit);
                      }));
  std::vector<Around> out(actions.size());
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (number[i] < 0 || series.empty(number[i])) continue;
    out[i] = sums_around(series, number[i], windows, actions[i].day);
  }
  return out;
}

// Takes what was found for actions that have nothing yet.
void take(std::vector<Joined>& out, const std::vector<Around>& found, Level level, bool narrowed = false) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].level != Level::none || !found[i].exists) continue;
    out[i].level = level;
    out[i].narrowed = narrowed;
    out[i].found = found[i];
  }
}

void add_term(std::vector<Joined>& out, const std::vector<Around>& found, const std::vector<LoggedAction>& actions,
              bool only_at_target) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (actions[i].type != ActionType::harvest || (only_at_target && out[i].level != Level::target)) continue;
    Around& term = out[i].term;
    term.exists = term.exists || found[i].exists;
    term.before.add(found[i].before);
    term.after.add(found[i].after);
    term.recent.add(found[i].recent);
    term.baseline.add(found[i].baseline);
    term.pre.add(found[i].pre);
    term.earlier.add(found[i].earlier);
  }
}

}  // namespace

std::string_view name_of(Level level) {
  constexpr std::string_view names[] = {"target", "search_term", "campaign", "none"};
  return names[static_cast<int>(level)];
}

Around sums_around(const Series& series, std::int32_t number, const Windows& windows, std::int32_t day) {
  const auto sum = [&](Window window) { return series.sum(number, window); };
  return {.exists = !series.empty(number),
          .before = sum(windows.before_of(day)),
          .recent = sum(windows.recent_of(day)),
          .after = sum(windows.after_of(day)),
          .baseline = sum(windows.baseline_of(day)),
          .pre = sum(windows.pre_of(day)),
          .earlier = sum(windows.earlier_of(day))};
}

std::vector<Joined> join(const Performance& performance, const std::vector<LoggedAction>& actions,
                         const Windows& windows) {
  const Selector selector(performance.matches.find("exact"));
  const auto look = [&](Kind kind) { return look_around(performance, actions, windows, selector, kind); };
  std::vector<Joined> out(actions.size());
  take(out, look(Kind::narrowed), Level::target, true);
  take(out, look(Kind::target), Level::target);
  take(out, look(Kind::open_target), Level::target);
  take(out, look(Kind::term), Level::search_term);
  take(out, look(Kind::open_term), Level::search_term);
  take(out, look(Kind::campaign), Level::campaign);
  add_term(out, look(Kind::term_in_account), actions, false);
  add_term(out, look(Kind::target_elsewhere), actions, true);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].level != Level::campaign) continue;
    out[i].falls_back = actions[i].names_text;
    if (actions[i].type == ActionType::harvest && !actions[i].names_text) out[i].term = out[i].found;
  }
  return out;
}

}  // namespace outlay::impact
