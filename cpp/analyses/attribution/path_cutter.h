// Cutting the text of a path into its touches.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::attribution {

/// Cuts "A > B > C" into its touches; "Direct x 2" is two. The mark between touches is what `separator` names, else
/// what the file uses: the most frequent of ->, =>, an arrow, >, |, ; and , but one earlier in this list where the two
/// stand in the same paths, as in "google | cpc > direct"; with spaces around it where half of the
/// paths have such a one.
class PathCutter {
 public:
  PathCutter(const std::vector<std::string>& paths, const std::string& separator);

  struct Run {
    std::string_view name;
    std::size_t times;
  };
  struct Cut {
    std::vector<Run> touches;    // empty for a blank path
    bool by_other_mark = false;  // other marks stand between names that the file has as channels: cut there too
    bool is_doubtful = false;    // another mark, but not the file's, and unknown names: left whole
    bool ends_lost = false;      // with "(null)"
    std::vector<std::string_view> markers;  // (start), (conversion), (null), null, none: no touches
  };
  Cut cut(std::string_view path) const;

  /// Empty when a path is one touch.
  const std::string& separator() const { return separator_; }

 private:
  void learn_names(const std::vector<std::string>& paths);
  bool is_known(std::string_view name) const;
  void add(std::string_view piece, Cut& out) const;

  std::string separator_;
  bool is_told_;                    // by the user: nothing else is a mark
  bool is_spaced_ = false;          // " > ": the mark within "<b>" is none
  std::set<std::string> channels_;  // names without any mark, as keys of spelling
  std::set<std::string> pieces_;    // all names beside which the file's mark stands
};

}  // namespace outlay::attribution
