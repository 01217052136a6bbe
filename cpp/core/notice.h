// A doubt about a result: not an error, carried beside the figures and put into words by the page.
#pragma once

#include <map>
#include <string>

namespace outlay {

enum class Severity { info, warning };

struct Notice {
  std::string code;
  Severity severity = Severity::info;
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> texts;
};

}  // namespace outlay
