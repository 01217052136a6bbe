// Phases by the steady clock, memory by the operating system.
#include "cli/phase_times.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace outlay::cli {
namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

void PhaseTimes::enter(std::string_view name) {
  const double at = now(), processor = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  if (!phases_.empty()) {
    phases_.back().seconds += at - since_;
    phases_.back().processor += processor - processor_since_;
  }
  since_ = at;
  processor_since_ = processor;
  if (phases_.empty() || phases_.back().name != name) phases_.push_back({std::string(name)});
}

void PhaseTimes::print() {
  enter("end");
  phases_.pop_back();
  std::fprintf(stderr, " seconds  of processor\n");
  for (const Phase& phase : phases_)
    std::fprintf(stderr, "%8.3f  %12.3f  %s\n", phase.seconds, phase.processor, phase.name.c_str());
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  const double bytes = static_cast<double>(usage.ru_maxrss);
#else
  const double bytes = 1024.0 * static_cast<double>(usage.ru_maxrss);
#endif
  std::fprintf(stderr, "%8.0f MB at most in memory\n", bytes / 1e6);
}

}  // namespace outlay::cli
