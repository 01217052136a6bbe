// Reading path tables: separators, repeats, counts.
#include "analyses/attribution/path_table.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/number.h"

namespace outlay::attribution {
namespace {

constexpr std::size_t most_repeats = 10000000;
constexpr std::size_t most_steps = 300000000;

// "Direct x 2", "Direct X 2" and "Direct" with a multiplication sign.
PathCutter::Run run_of(std::string_view touch) {
  const std::size_t space = touch.rfind(' ');
  if (space == std::string_view::npos) return {touch, 1};
  std::string_view before = trim(touch.substr(0, space));
  const std::string_view digits = touch.substr(space + 1);
  const bool is_count = !digits.empty() && digits.size() <= 8 &&
                        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_count) return {touch, 1};
  for (const char* mark : {" x", " X", "\xC3\x97"}) {
    const std::string_view m = mark;
    if (before.size() <= m.size() || before.substr(before.size() - m.size()) != m) continue;
    std::size_t times = 0;
    for (char c : digits) times = times * 10 + static_cast<std::size_t>(c - '0');
    return {trim(before.substr(0, before.size() - m.size())), times};
  }
  return {touch, 1};
}

double or_zero(double v) { return std::isnan(v) ? 0 : v; }

class TableWalk {
 public:
  TableWalk(const BoundTable& table, const std::string& separator, bool collapse, Context& context)
      : table_(table),
        path_(table.text("path")),
        cutter_(path_.dictionary, separator),
        collapse_(collapse),
        context_(context),
        index_(out_) {}

  Journeys run() {
    const auto column = [&](const char* role) { return table_.has(role) ? &table_.number(role) : nullptr; };
    const NumberColumn *conversions = column("conversions"), *value = column("revenue"), *nulls = column("nulls");
    number_paths();
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const double converted = conversions ? count(*conversions, row, "conversions") : 0;
      const double lost = nulls ? count(*nulls, row, "nulls") : 0;
      const double worth = value ? or_zero((*value)[row]) : 0;
      negative_values_ += worth < 0;
      const std::int32_t code = path_.codes[row];
      if (code < 0 || sequence_of_[static_cast<std::size_t>(code)] < 0) {
        without_path_ += converted + lost;
        continue;
      }
      const auto sequence = static_cast<std::uint32_t>(sequence_of_[static_cast<std::size_t>(code)]);
      add({sequence, 0, converted, worth, 0}, converted);
      add({sequence, 0, 0, 0, lost}, lost);
      value_without_conversion_ += worth != 0 && converted == 0;
    }
    report(value != nullptr);
    return std::move(out_);
  }

 private:
  double count(const NumberColumn& values, std::size_t row, const char* role) const {
    const double v = values[row];
    if (!(v < 0)) return or_zero(v);
    const Place place = table_.table().origin.of(row);
    const std::string file(place.file.empty() ? std::string_view(table_.table().file) : place.file);
    throw Error(ErrorCode::bad_column,
                file + ", line " + std::to_string(place.line) + ": " + number_text(v) + " in the column for " + role +
                    ", but a path cannot be seen less than 0 times.",
                "Correct that cell, or choose another column.",
                {.file = file, .line = place.line, .text = number_text(v), .table = table_.table().name, .role = role});
  }

  void number_paths() {
    std::vector<std::uint32_t> steps;
    for (std::size_t code = 0; code < path_.dictionary.size(); ++code) {
      steps.clear();
      for (const PathCutter::Run& run : cutter_.cut(path_.dictionary[code])) {
        const auto [entry, added] =
            channel_codes_.emplace(std::string(run.name), static_cast<std::uint32_t>(out_.channels.size()));
        if (added) out_.channels.emplace_back(run.name);
        if (collapse_ && !steps.empty() && steps.back() == entry->second) continue;
        if (run.times > most_repeats || steps.size() + run.times + out_.steps.size() > most_steps) refuse_length(code);
        steps.insert(steps.end(), collapse_ ? std::min<std::size_t>(1, run.times) : run.times, entry->second);
      }
      sequence_of_.push_back(steps.empty() ? -1 : static_cast<std::int64_t>(index_.number_of(steps)));
    }
  }

  [[noreturn]] void refuse_length(std::size_t code) const {
    const std::string text = path_.dictionary[code].substr(0, 60);
    throw Error(ErrorCode::bad_column, table_.table().file + ": the path \"" + text + "\" has too many touches.",
                "Correct the number of repeats in that path.",
                {.file = table_.table().file, .text = text, .table = table_.table().name, .role = "path"});
  }

  void add(Journey journey, double draws) {
    if (draws == 0) return;
    journey.unit = static_cast<std::uint32_t>(out_.unit_draws.size());
    out_.unit_draws.push_back(draws);
    out_.touches += draws * static_cast<double>(out_.at(journey.sequence).size());
    add_journey(out_, journey);
  }

  void report(bool has_value) {
    out_.has_value = has_value && out_.total_value != 0;
    if (without_path_ > 0)
      context_.notice({"journeys_without_path", Severity::warning, {{"journeys", without_path_}}, {}});
    if (negative_values_ > 0)
      context_.notice({"negative_conversion_values", Severity::warning, {{"conversions", negative_values_}}, {}});
    if (value_without_conversion_ > 0)
      context_.notice({"value_without_conversion", Severity::warning, {{"rows", value_without_conversion_}}, {}});
  }

  const BoundTable& table_;
  const TextColumn& path_;
  const PathCutter cutter_;
  bool collapse_;
  Context& context_;
  Journeys out_;
  SequenceIndex index_;
  std::unordered_map<std::string, std::uint32_t> channel_codes_;  // looked up only, never walked
  std::vector<std::int64_t> sequence_of_;                         // by path code; -1 for a blank path
  double without_path_ = 0, negative_values_ = 0, value_without_conversion_ = 0;
};

}  // namespace

PathCutter::PathCutter(const std::vector<std::string>& paths, const std::string& separator)
    : separator_(trim(separator)) {
  if (!separator_.empty()) return;
  // The rarer a mark is within names the earlier it is tried.
  for (const char* mark : {"->", "=>", "\xE2\x86\x92", ">", "|", ";", ","}) {
    const auto has = [mark](const std::string& path) { return path.find(mark) != std::string::npos; };
    if (std::none_of(paths.begin(), paths.end(), has)) continue;
    separator_ = mark;
    return;
  }
}

std::vector<PathCutter::Run> PathCutter::cut(std::string_view path) const {
  std::vector<Run> runs;
  while (true) {
    const std::size_t end = separator_.empty() ? std::string_view::npos : path.find(separator_);
    const std::string_view touch = trim(path.substr(0, end));
    if (!touch.empty()) runs.push_back(run_of(touch));
    if (end == std::string_view::npos) return runs;
    path.remove_prefix(end + separator_.size());
  }
}

Journeys journeys_of_table(const BoundTable& table, const std::string& separator, bool collapse, Context& context) {
  Journeys journeys = TableWalk(table, separator, collapse, context).run();
  order_channels(journeys);
  return journeys;
}

}  // namespace outlay::attribution
