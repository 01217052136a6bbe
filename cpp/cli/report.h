// Reports of a result (workbook, summary, Slack message), written by the page's own writers in Node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"

namespace outlay::cli {

/// A file that is asked for: "xlsx", "summary.md", "slack.json", "slack.txt" or "csv".
struct ReportFile {
  std::string form;
  std::string path;
};

/// The form of each file by its ending. Throws `UsageError` for an ending that is no form, and when there is no file.
std::vector<ReportFile> report_files(const std::vector<std::string>& paths);

/// Where Node and the writers are.
struct Writers {
  std::string node;
  std::string script;
};

/// Throws `bad_file` with what to do when Node is not there or the writers were not built.
Writers find_writers();

/// The script has said what went wrong, in one line of JSON on standard error: there is nothing to add.
struct AlreadyTold {};

/// Hands the result to the writers and waits for them. Throws `AlreadyTold` when they refuse, `internal` when they end
/// in another way.
void write_reports(const Writers& writers, std::string_view asked);

}  // namespace outlay::cli
