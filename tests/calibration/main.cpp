// Runs simulation studies by name, or all: prints their tables and whether what they claim holds.
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "study.h"

using outlay::calibration::Study;

namespace {

int list_studies() {
  std::cerr << "Usage: npm run calibrate -- NAME|all [RUNS]\n";
  for (const Study& study : outlay::calibration::studies()) std::cerr << "  " << study.name << ": " << study.claim << "\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return list_studies();
  bool found = false, hold = true;
  for (const Study& study : outlay::calibration::studies()) {
    if (std::strcmp(argv[1], "all") != 0 && std::strcmp(argv[1], study.name) != 0) continue;
    found = true;
    std::cout << "## " << study.name << "\n\n" << study.claim << "\n\n";
    const bool holds = study.run(std::cout, argc > 2 ? std::atoi(argv[2]) : study.runs);
    std::cout << "\n" << (holds ? "It holds." : "It does NOT hold.") << "\n\n";
    hold = hold && holds;
  }
  if (!found) return list_studies();
  return hold ? 0 : 1;
}
