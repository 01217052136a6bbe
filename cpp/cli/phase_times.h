// How long each phase of a run took, for people who wonder where the time goes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outlay::cli {

class PhaseTimes {
 public:
  /// Ends the phase under way and begins another; a phase that is under way goes on.
  void enter(std::string_view phase);
  /// Ends the last phase and writes a line a phase to standard error, with the largest memory of the process.
  void print();

 private:
  struct Phase {
    std::string name;
    double seconds = 0;
    double processor = 0;
  };
  std::vector<Phase> phases_;
  double since_ = 0, processor_since_ = 0;
};

}  // namespace outlay::cli
