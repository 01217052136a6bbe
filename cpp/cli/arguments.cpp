// Options and words of the command line, and its help.
#include "cli/arguments.h"

#include <functional>
#include <map>

namespace outlay::cli {
namespace {

std::pair<std::string, std::string> pair_of(const std::string& option, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw UsageError(option + " needs name=value, not \"" + text + "\"");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

const char* const usage =
    R"(outlay: marketing analytics on the exports you already have. Nothing leaves this machine.

  outlay list                          the analyses, a line each
  outlay describe ANALYSIS             its parameters, column roles and result tables, as JSON
  outlay describe --all                the same of every analysis
  outlay inspect FILE...               what is found in files: columns, types, roles, period, rows set aside, as JSON
  outlay run ANALYSIS [TABLE=]FILE...  runs an analysis
  outlay explain ANALYSIS [TABLE=]FILE... --row COLUMN=VALUE
                                       how a row of its result came about: steps, formulas and numbers, as JSON
  outlay report ANALYSIS [TABLE=]FILE... --out FILE
                                       runs it and writes a report: .xlsx a workbook, .md a summary, .json a Slack
                                       message (Block Kit), .txt the same to paste, .csv one table

Options of run and explain:
  --set NAME=VALUE      sets a parameter; VALUE is JSON or plain text; may be repeated, and wins over --params
  --params FILE         parameters as a JSON object in a file; - is standard input
  --map ROLE=COLUMN     says which column plays a role; INPUT.ROLE=COLUMN when two inputs share the role; ROLE= for none
  --row COLUMN=VALUE    for explain: the row; "explains" in describe lists the columns
  --table NAME          for run: writes that table of the result as CSV instead of the whole result as JSON;
                        notices then go to standard error, as one line of JSON
  --out FILE            where to write; - (the default) is standard output
  --times               tells on standard error how long each phase took, and the most memory that was in use

Options of report, beside those of run:
  --out FILE            may be repeated: each file by its ending; all but .csv need Node 20 or newer
  --title TEXT          what the report is called
  --link URL            where more is to be seen (http or https)
  --currency CODE       such as EUR; without it, what the data says

Options of reading, for inspect, run and report, where the data cannot tell:
  --date-order dmy|mdy  which comes first in dates such as 01/02/2026
  --decimal-mark .|,    which mark is the decimal one in numbers such as 1,234
  --keep COLUMN         keeps a column of personal data, which is otherwise dropped; may be repeated
  --shape as_is|long|wide
                        as_is: conversion actions stay rows, and a sheet of several entities stays one table; long,
                        wide: weekly media data with a row, or with columns, for each channel

  --help, --version

Each FILE is a CSV with one header line; - is standard input. TABLE= names the input it is for (see describe);
without it, each input takes the file whose columns suit it best.

Exit code: 0 done; 1 the data or parameters were refused, with one JSON error on standard error saying what, where and
what to do; 2 the command line was not understood.

Example, every Monday:
  outlay run scoring/adsets adset_weeks.csv --set 'uplift={"Meta": 1.18}' --table adsets --out scores.csv
  outlay report scoring/adsets adset_weeks.csv --out report.xlsx --out summary.md --out slack.json
)";

Arguments parse_arguments(const std::vector<std::string>& given) {
  Arguments out;
  const std::map<std::string, std::function<void(const std::string&)>> with_value = {
      {"--set", [&](const std::string& v) { out.settings.push_back(pair_of("--set", v)); }},
      {"--map", [&](const std::string& v) { out.mappings.push_back(pair_of("--map", v)); }},
      {"--row", [&](const std::string& v) { out.row.push_back(pair_of("--row", v)); }},
      {"--params", [&](const std::string& v) { out.params = v; }},
      {"--table", [&](const std::string& v) { out.table = v; }},
      {"--date-order", [&](const std::string& v) { out.date_order = v; }},
      {"--decimal-mark", [&](const std::string& v) { out.decimal_mark = v; }},
      {"--keep", [&](const std::string& v) { out.keep.push_back(v); }},
      {"--shape", [&](const std::string& v) { out.shape = v; }},
      {"--title", [&](const std::string& v) { out.title = v; }},
      {"--link", [&](const std::string& v) { out.link = v; }},
      {"--currency", [&](const std::string& v) { out.currency = v; }},
      {"--out", [&](const std::string& v) { out.outs.push_back(out.out = v); }}};
  const std::map<std::string, bool*> flags = {{"--all", &out.all},
                                              {"--times", &out.times},
                                              {"--help", &out.help},
                                              {"-h", &out.help},
                                              {"--version", &out.version}};
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string& word = given[i];
    if (word == "--") {
      out.words.insert(out.words.end(), given.begin() + static_cast<std::ptrdiff_t>(i) + 1, given.end());
      break;
    }
    if (word.size() < 2 || word[0] != '-') {
      out.words.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (const auto flag = flags.find(word); flag != flags.end()) {
      *flag->second = true;
    } else if (const auto option = with_value.find(name); option != with_value.end()) {
      if (equals == std::string::npos && i + 1 == given.size()) throw UsageError(name + " needs a value");
      option->second(equals == std::string::npos ? given[++i] : word.substr(equals + 1));
    } else {
      throw UsageError("unknown option " + word);
    }
  }
  return out;
}

}  // namespace outlay::cli
