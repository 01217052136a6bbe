// The command line, taken apart.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace outlay::cli {

/// A command line that cannot be understood: told with the usage, exit 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Arguments {
  std::vector<std::string> words;                             // command, analysis, files
  std::vector<std::pair<std::string, std::string>> settings;  // --set
  std::vector<std::pair<std::string, std::string>> mappings;  // --map
  std::vector<std::pair<std::string, std::string>> row;       // --row
  std::string params;                                         // --params
  std::string table;                                          // --table
  std::string date_order;                                     // --date-order
  std::string decimal_mark;                                   // --decimal-mark
  std::vector<std::string> keep;                              // --keep
  std::string shape;                                          // --shape
  std::string out = "-";                                      // --out, the last
  std::vector<std::string> outs;                              // --out, each
  std::string title;                                          // --title
  std::string link;                                           // --link
  std::string currency;                                       // --currency
  bool all = false;                                           // --all
  bool times = false;                                         // --times
  bool help = false;
  bool version = false;
};

/// Options may stand anywhere; `--name value` and `--name=value` are the same; after `--` all are words.
Arguments parse_arguments(const std::vector<std::string>& given);

extern const char* const usage;

}  // namespace outlay::cli
