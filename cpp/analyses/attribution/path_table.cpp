// Reading path tables: channels, repeats, counts.
#include "analyses/attribution/path_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analyses/attribution/path_cutter.h"
#include "analyses/attribution/spellings.h"
#include "core/number.h"

namespace outlay::attribution {
namespace {

constexpr std::size_t most_repeats = 10000000;
constexpr std::size_t most_steps = 300000000;

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
    conversions_ = column("conversions");
    nulls_ = column("nulls");
    value_ = column("revenue");
    weigh_paths();
    name_channels();
    number_paths();
    for (std::size_t row = 0; row < table_.rows(); ++row) take(row);
    report();
    return std::move(out_);
  }

 private:
  struct Odd {
    double paths = 0;
    std::string example;
  };

  double count(const NumberColumn* values, std::size_t row, const char* role) const {
    if (!values) return 0;
    const double v = (*values)[row];
    if (!(v < 0)) return or_zero(v);
    const Place place = table_.table().origin.of(row);
    const std::string file(place.file.empty() ? std::string_view(table_.table().file) : place.file);
    throw Error(ErrorCode::bad_column,
                file + ", line " + std::to_string(place.line) + ": " + number_text(v) + " in the column for " + role +
                    ", but a path cannot be seen less than 0 times.",
                "Correct that cell, or choose another column.",
                {.file = file, .line = place.line, .text = number_text(v), .table = table_.table().name, .role = role});
  }

  // How many journeys took each path; a count below 0 is refused here.
  void weigh_paths() {
    weight_.assign(path_.dictionary.size(), 0);
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const double n = count(conversions_, row, "conversions") + count(nulls_, row, "nulls");
      if (path_.codes[row] >= 0) weight_[static_cast<std::size_t>(path_.codes[row])] += n;
    }
  }

  // All names first, so that the most frequent spelling of each is known.
  void name_channels() {
    std::vector<std::string> names;
    std::vector<double> weight;
    std::map<std::string, std::size_t, std::less<>> number_of;
    for (std::size_t code = 0; code < path_.dictionary.size(); ++code) {
      const PathCutter::Cut cut = cutter_.cut(path_.dictionary[code]);
      for (const PathCutter::Run& run : cut.touches) {
        auto found = number_of.find(run.name);
        if (found == number_of.end()) {
          found = number_of.emplace(std::string(run.name), names.size()).first;
          names.emplace_back(run.name);
          weight.push_back(1e-9);  // of a path that nobody took
        }
        weight[found->second] += weight_[code];
      }
      look_at(cut, code);
    }
    JoinedNames joined = join_spellings(names, weight, context_);
    out_.channels = std::move(joined.names);
    for (const auto& [name, number] : number_of)
      channel_codes_.emplace(name, static_cast<std::uint32_t>(joined.code_of[number]));
  }

  void look_at(const PathCutter::Cut& cut, std::size_t code) {
    ends_lost_.push_back(cut.ends_lost);
    paths_with_markers_ += !cut.markers.empty();
    for (std::string_view marker : cut.markers) markers_.insert(spelling_key(marker));
    const auto note = [&](bool is_so, Odd& odd) {
      if (is_so && odd.paths++ == 0) odd.example = path_.dictionary[code].substr(0, 60);
    };
    note(cut.by_other_mark, other_marks_);
    note(cut.is_doubtful, doubtful_);
  }

  void number_paths() {
    std::vector<std::uint32_t> steps;
    for (std::size_t code = 0; code < path_.dictionary.size(); ++code) {
      steps.clear();
      for (const PathCutter::Run& run : cutter_.cut(path_.dictionary[code]).touches) {
        const std::uint32_t channel = channel_codes_.find(run.name)->second;
        if (collapse_ && !steps.empty() && steps.back() == channel) continue;
        if (run.times > most_repeats || steps.size() + run.times + out_.steps.size() > most_steps) refuse_length(code);
        steps.insert(steps.end(), collapse_ ? std::min<std::size_t>(1, run.times) : run.times, channel);
      }
      sequence_of_.push_back(steps.empty() ? -1 : static_cast<std::int64_t>(index_.number_of(steps)));
    }
  }

  void take(std::size_t row) {
    const double converted = count(conversions_, row, "conversions"), lost = count(nulls_, row, "nulls");
    const double worth = value_ ? or_zero((*value_)[row]) : 0;
    negative_values_ += worth < 0;
    const std::int32_t code = path_.codes[row];
    if (code < 0 || sequence_of_[static_cast<std::size_t>(code)] < 0) {
      without_path_ += converted + lost;
      return;
    }
    if (ends_lost_[static_cast<std::size_t>(code)]) lost_conversions_ += converted;
    const auto sequence = static_cast<std::uint32_t>(sequence_of_[static_cast<std::size_t>(code)]);
    if (converted + std::abs(worth) > 0) add({sequence, 0, converted, worth, 0}, converted);
    if (lost > 0) add({sequence, 0, 0, 0, lost}, lost);
    value_without_conversion_ += worth != 0 && converted == 0;
  }

  [[noreturn]] void refuse_length(std::size_t code) const {
    const std::string text = path_.dictionary[code].substr(0, 60);
    throw Error(ErrorCode::bad_column, table_.table().file + ": the path \"" + text + "\" has too many touches.",
                "Correct the number of repeats in that path.",
                {.file = table_.table().file, .text = text, .table = table_.table().name, .role = "path"});
  }

  void add(Journey journey, double draws) {
    journey.unit = static_cast<std::uint32_t>(out_.unit_draws.size());
    out_.unit_draws.push_back(draws > 0 ? draws : 1);  // a value without conversion is somebody's all the same
    out_.touches += draws * static_cast<double>(out_.at(journey.sequence).size());
    add_journey(out_, journey);
  }

  void report() {
    out_.has_value = value_ && std::any_of(value_->begin(), value_->end(), [](double v) { return !std::isnan(v); });
    const auto tell = [&](const char* code, Severity severity, const char* name, double number,
                          std::map<std::string, std::string> texts = {}) {
      if (number > 0) context_.notice({code, severity, {{name, number}}, std::move(texts)});
    };
    tell("journeys_without_path", Severity::warning, "journeys", without_path_);
    tell("negative_conversion_values", Severity::warning, "conversions", negative_values_);
    tell("value_without_conversion", Severity::warning, "rows", value_without_conversion_);
    tell("paths_with_other_mark", Severity::warning, "paths", other_marks_.paths,
         {{"mark", cutter_.separator()}, {"path", other_marks_.example}});
    tell("paths_with_unknown_mark", Severity::warning, "paths", doubtful_.paths,
         {{"mark", cutter_.separator()}, {"path", doubtful_.example}});
    std::string markers;
    for (const std::string& marker : markers_) markers += (markers.empty() ? "" : ", ") + marker;
    tell("path_markers_left_out", Severity::info, "paths", paths_with_markers_, {{"markers", markers}});
    tell("lost_paths_converted", Severity::warning, "conversions", lost_conversions_);
  }

  const BoundTable& table_;
  const TextColumn& path_;
  const PathCutter cutter_;
  bool collapse_;
  Context& context_;
  const NumberColumn *conversions_ = nullptr, *nulls_ = nullptr, *value_ = nullptr;
  Journeys out_;
  SequenceIndex index_;
  std::vector<double> weight_;  // by path code
  std::vector<char> ends_lost_;
  std::map<std::string, std::uint32_t, std::less<>> channel_codes_;
  std::vector<std::int64_t> sequence_of_;  // by path code; -1 for a blank path
  std::set<std::string> markers_;
  Odd other_marks_, doubtful_;
  double paths_with_markers_ = 0, lost_conversions_ = 0;
  double without_path_ = 0, negative_values_ = 0, value_without_conversion_ = 0;
};

}  // namespace

Journeys journeys_of_table(const BoundTable& table, const std::string& separator, bool collapse, Context& context) {
  Journeys journeys = TableWalk(table, separator, collapse, context).run();
  order_channels(journeys);
  settle_value(journeys);
  return journeys;
}

}  // namespace outlay::attribution
