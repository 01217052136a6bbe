// Recognising what was dropped before any of it is parsed.
#include "ingest/sniff.h"

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "core/number.h"
#include "ingest/cells.h"

namespace outlay::ingest {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& what, const std::string& remedy) {
  throw Error(ErrorCode::bad_file, file + " " + what + ".", remedy, {.file = file, .line = 1});
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// How many of the first records have the most common field count, when that is more than one.
double consistency(std::string_view head, bool whole, Dialect dialect) {
  Separators separators;
  index_separators(head.data(), head.size(), dialect, separators);
  std::vector<std::uint32_t> counts;
  std::uint32_t before = 0;
  for (const std::uint32_t record : separators.records) {
    counts.push_back(record - before);
    before = record;
    if (counts.size() == 200) break;
  }
  const auto rest = static_cast<std::uint32_t>(separators.count) - before;
  if (counts.empty() || (whole && counts.size() < 200 && rest > 1)) counts.push_back(rest);
  std::sort(counts.begin(), counts.end());
  double best = 0;
  for (auto first = counts.begin(); first != counts.end();) {
    const auto last = std::upper_bound(first, counts.end(), *first);
    const double share = static_cast<double>(last - first) / static_cast<double>(counts.size());
    // Among equals the delimiter that makes more fields is the likelier one.
    if (*first > 1) best = std::max(best, share + 0.001 * std::min(*first, 100u));
    first = last;
  }
  return best;
}

bool is_quoted_whole(std::string_view line) { return line.size() > 2 && line.front() == '"' && line.back() == '"'; }

// A line that is one quoted text, without its quotes; any other as it is.
std::string unwrapped(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (!is_quoted_whole(line)) return std::string(line);
  std::string scratch;
  return std::string(unquoted(line, scratch));
}

// The delimiter of a file whose header is plain while each record is one quoted text that holds as many fields; 0
// otherwise.
char wrapped_delimiter(std::string_view head, char newline) {
  const std::size_t header_end = head.find(newline);
  if (header_end == std::string_view::npos || head.find('"') < header_end) return 0;
  const std::string_view header = head.substr(0, header_end);
  for (char delimiter : {',', ';', '\t'}) {
    const auto fields = std::count(header.begin(), header.end(), delimiter);
    int wrapped = 0;
    int lines = 0;
    for (std::size_t start = header_end + 1; fields > 0 && start < head.size() && lines < 50;) {
      const std::size_t end = std::min(head.find(newline, start), head.size());
      std::string_view line = trim(head.substr(start, end - start));
      start = end + 1;
      if (line.empty()) continue;
      ++lines;
      Separators separators;
      index_separators(line.data(), line.size(), {delimiter, newline}, separators);
      const std::string inner = unwrapped(line);
      wrapped +=
          separators.count == 1 && is_quoted_whole(line) && std::count(inner.begin(), inner.end(), delimiter) >= fields;
    }
    if (lines > 0 && wrapped * 2 > lines) return delimiter;
  }
  return 0;
}

}  // namespace

void check_bytes(std::string_view head, const std::string& file) {
  if (starts_with(head, "PK\x03\x04")) {
    refuse(file, "is a workbook or a zip archive, not delimited text",
           "Open it, and save or export the sheet as CSV (UTF-8).");
  }
  if (starts_with(head, "\x1f\x8b")) refuse(file, "is compressed (gzip)", "Unpack it first and drop the CSV inside.");
  if (starts_with(head, "\xd0\xcf\x11\xe0")) {
    refuse(file, "is an old Excel workbook (.xls)", "Open it, and save the sheet as CSV (UTF-8) or as .xlsx.");
  }
  if (starts_with(head, "%PDF")) refuse(file, "is a PDF", "Export the report as CSV.");
}

void check_text(std::string_view text, const std::string& file) {
  text = text.substr(0, 65536);
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
  std::string_view inside = text.substr(text.empty() ? 0 : 1);
  inside.remove_prefix(std::min(inside.find_first_not_of(" \t\r\n"), inside.size()));
  if (starts_with(text, "{") || (starts_with(text, "[") && (starts_with(inside, "{") || starts_with(inside, "["))))
    refuse(file, "is JSON, not a table", "Export the report as CSV.");
}

Sniffed sniff_dialect(std::string_view head, bool whole) {
  Sniffed out;
  Dialect& best = out.dialect;
  if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos) best.newline = '\r';
  if (starts_with(head, "sep=") && head.size() > 5 && (head[5] == '\r' || head[5] == '\n')) {
    best.delimiter = head[4];
    out.passed_over = std::min(head.find(best.newline), head.size() - 1) + 1;
    return out;
  }
  double best_score = 0;
  for (char delimiter : {',', '\t', ';', '|'}) {
    const double score = consistency(head, whole, {delimiter, best.newline});
    if (score > best_score) {
      best_score = score;
      best.delimiter = delimiter;
    }
  }
  if (const char delimiter = wrapped_delimiter(head, best.newline)) {
    best.delimiter = delimiter;
    out.is_wrapped = true;
  }
  return out;
}

void unwrap_lines(std::string_view text, std::string& rest, std::string& out) {
  rest.append(text);
  std::size_t start = 0;
  for (std::size_t end = rest.find('\n'); end != std::string::npos; start = end + 1, end = rest.find('\n', start)) {
    out += unwrapped(std::string_view(rest).substr(start, end - start));
    out += '\n';
  }
  rest.erase(0, start);
}

}  // namespace outlay::ingest
