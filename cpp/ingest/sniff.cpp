// Recognising what was dropped before any of it is parsed.
#include "ingest/sniff.h"

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "core/number.h"

namespace outlay::ingest {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& what, const std::string& remedy) {
  throw Error(ErrorCode::bad_file, file + " " + what + ".", remedy, {.file = file, .line = 1});
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// How many of the first records have the most common field count, when that is more than one.
double consistency(std::string_view head, bool whole, Dialect dialect) {
  std::vector<std::uint32_t> ends;
  index_separators(head.data(), head.size(), dialect, ends);
  std::vector<int> counts;
  int fields = 1;
  for (std::uint32_t end : ends) {
    if (head[end] != dialect.newline) {
      ++fields;
      continue;
    }
    counts.push_back(fields);
    fields = 1;
    if (counts.size() == 200) break;
  }
  if (counts.empty() || (whole && fields > 1)) counts.push_back(fields);
  std::sort(counts.begin(), counts.end());
  double best = 0;
  for (auto first = counts.begin(); first != counts.end();) {
    const auto last = std::upper_bound(first, counts.end(), *first);
    const double share = static_cast<double>(last - first) / static_cast<double>(counts.size());
    // Among equals the delimiter that makes more fields is the likelier one.
    if (*first > 1) best = std::max(best, share + 0.001 * std::min(*first, 100));
    first = last;
  }
  return best;
}

}  // namespace

std::size_t check_bytes(std::string_view head, const std::string& file) {
  using namespace std::string_view_literals;
  if (starts_with(head, "PK\x03\x04")) {
    refuse(file, "is a workbook or a zip archive, not delimited text",
           "Open it, and save or export the sheet as CSV (UTF-8).");
  }
  if (starts_with(head, "\x1f\x8b")) refuse(file, "is compressed (gzip)", "Unpack it first and drop the CSV inside.");
  if (starts_with(head, "\xff\xfe") || starts_with(head, "\xfe\xff")) {
    refuse(file, "is UTF-16 text", "Save it as CSV UTF-8 and drop it again.");
  }
  const std::size_t mark = starts_with(head, "\xef\xbb\xbf") ? 3 : 0;
  std::string_view text = head.substr(mark, 4096);
  if (text.find('\0') != std::string_view::npos) {
    refuse(file, "holds binary data, not text", "Export the report as CSV and drop that.");
  }
  while (!text.empty() &&
         (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
  if (starts_with(text, "<")) {
    refuse(file, "is a web page or XML, not a table, often a log-in page saved under the name of the export",
           "Download the report again while logged in, as CSV.");
  }
  if (starts_with(text, "{") || starts_with(text, "[{"))
    refuse(file, "is JSON, not a table", "Export the report as CSV.");
  return mark;
}

Dialect sniff_dialect(std::string_view head, bool whole) {
  Dialect best;
  if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos) best.newline = '\r';
  double best_score = 0;
  for (char delimiter : {',', '\t', ';', '|'}) {
    const double score = consistency(head, whole, {delimiter, best.newline});
    if (score > best_score) {
      best_score = score;
      best.delimiter = delimiter;
    }
  }
  return best;
}

}  // namespace outlay::ingest
