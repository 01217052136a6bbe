// Pivoting conversion actions.
#include "ingest/action_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ingest/platforms/folding.h"
#include "ingest/platforms/platform.h"
#include "ingest/platforms/roles.h"
#include "ingest/profile.h"
#include "ingest/rows.h"

namespace outlay::ingest {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_cells = 20'000'000;  // beyond, only the actions that play a role get a column
constexpr int no_place = std::numeric_limits<int>::max();

// Where an action stands in its family's order; `no_place` for none of them.
int place_in(const ActionFamily& family, const std::string& action) {
  const Folded name = fold(action);
  int place = no_place, next = 0;
  each_item(family.members, [&](std::string_view member) {
    const bool is_part = member.front() == '*';
    const std::string wanted = fold(is_part ? member.substr(1, member.size() - 2) : member).bare;
    const bool fits = is_part ? name.bare.find(wanted) != std::string::npos : name.bare == wanted;
    if (fits) place = std::min(place, next);
    ++next;
  });
  return place;
}

bool has_own_families(std::string_view platform) {
  const auto families = action_families();
  return std::any_of(families.begin(), families.end(), [&](const auto& family) { return platform == family.platform; });
}

class Pivot {
 public:
  Pivot(const ReadTable& read, const ActionLayout& layout)
      : read_(read),
        layout_(layout),
        types_(std::get<TextColumn>(read.table.columns[layout.type].values)),
        groups_(group_rows(read.table, layout.keys)) {}

  ReadTable run() {
    start();
    for (const ActionLayout::Measure& measure : layout_.measures) add_measure(measure);
    for (std::size_t c : layout_.figures) add_figure(c);
    for (Column& column : actions_) add(std::move(column), {});
    tell();
    return std::move(out_);
  }

 private:
  void add(Column column, const Guess& guess) {
    column.name = names_.take(column.name);
    out_.table.columns.push_back(std::move(column));
    out_.guesses.push_back(guess);
  }

  // All that is known of the table, with the rows and columns of the keys.
  void start() {
    out_ = facts_of(read_);
    out_.table = empty_copy(read_.table, groups_.first);
    for (std::size_t c : layout_.keys) add(take_rows(read_.table.columns[c], groups_.first), read_.guesses[c]);
  }

  void note(std::string code, Severity severity, std::map<std::string, double> numbers,
            std::map<std::string, std::string> texts) {
    notices_.push_back({std::move(code), severity, std::move(numbers), std::move(texts)});
  }

  // A column for each action, by group; rows of one group and action, which only other columns told apart, are added.
  std::vector<NumberColumn> by_action(const NumberColumn& values) {
    std::vector<NumberColumn> columns(types_.dictionary.size(), NumberColumn(groups_.size(), nothing));
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (types_.codes[row] < 0 || std::isnan(values[row])) continue;
      double& cell = columns[types_.codes[row]][groups_.of_row[row]];
      rows_added_ += !std::isnan(cell);
      cell = std::isnan(cell) ? values[row] : cell + values[row];
    }
    return columns;
  }

  // The same for one action only, where all would not fit.
  NumberColumn of_action(const NumberColumn& values, std::int32_t action) {
    NumberColumn column(groups_.size(), nothing);
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (types_.codes[row] != action || std::isnan(values[row])) continue;
      double& cell = column[groups_.of_row[row]];
      cell = std::isnan(cell) ? values[row] : cell + values[row];
    }
    return column;
  }

  void add_measure(const ActionLayout::Measure& measure) {
    const Column& source = read_.table.columns[measure.column];
    const auto& values = std::get<NumberColumn>(source.values);
    const std::string unit = measure.is_money ? " value" : "";
    const bool fits = types_.dictionary.size() * groups_.size() * layout_.measures.size() <= most_cells;
    std::vector<NumberColumn> columns = fits ? by_action(values) : std::vector<NumberColumn>();
    for (const ActionFamily& family : action_families()) {
      const bool own = std::string_view(family.platform) == read_.platform->id;
      const bool common = !*family.platform && !has_own_families(read_.platform->id);
      const char* role = measure.is_money ? family.money : family.counts;
      if ((own || common) && *role) take_from_family(family, role, values, columns, source.bad);
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      actions_.push_back({types_.dictionary[k] + unit, std::move(columns[k]), source.bad});
    }
    if (!fits) left_out_ = types_.dictionary.size();
    if (!measure.is_assumed) return;
    note("action_measure_assumed", Severity::warning, {},
         {{"column", source.name}, {"measure", measure.is_money ? "money" : "counts"}});
  }

  struct Member {
    int place;
    double total;
    std::int32_t action;
  };

  // The members that occur, the one to take first.
  std::vector<Member> members_of(const ActionFamily& family, const NumberColumn& values) const {
    NumberColumn totals(types_.dictionary.size(), 0);
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (types_.codes[row] >= 0 && !std::isnan(values[row])) totals[types_.codes[row]] += values[row];
    }
    std::vector<Member> members;
    for (std::size_t k = 0; k < types_.dictionary.size(); ++k) {
      const int place = place_in(family, types_.dictionary[k]);
      if (place != no_place) members.push_back({place, totals[k], static_cast<std::int32_t>(k)});
    }
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return a.place != b.place ? a.place < b.place : a.total > b.total;
    });
    return members;
  }

  void take_from_family(const ActionFamily& family, const char* role, const NumberColumn& values,
                        const std::vector<NumberColumn>& columns, const BadCells& bad) {
    const std::vector<Member> members = members_of(family, values);
    if (members.empty()) return;
    const auto cells = [&](const Member& member) {
      return columns.empty() ? of_action(values, member.action) : columns[member.action];
    };
    NumberColumn taken = cells(members[0]);
    std::vector<char> elsewhere(groups_.size(), 0);
    std::string passed_over;
    for (std::size_t m = 1; m < members.size(); ++m) {
      passed_over += (m > 1 ? ", " : "") + types_.dictionary[members[m].action];
      const NumberColumn other = cells(members[m]);
      for (std::size_t group = 0; group < other.size(); ++group) {
        if (other[group] > 0 && !(taken[group] > 0)) elsewhere[group] = 1;
      }
    }
    const double unseen = static_cast<double>(std::count(elsewhere.begin(), elsewhere.end(), 1));
    note("action_taken", unseen > 0 ? Severity::warning : Severity::info, {{"unseen", unseen}},
         {{"role", role}, {"taken", types_.dictionary[members[0].action]}, {"passed_over", passed_over}});
    found_role_ = true;
    add({role, std::move(taken), bad}, {find_role(role)->name, Kind::number, {1, "exact_name"}});
  }

  // A figure of the ad: written beside each of its actions, or beside one of them with the others blank or 0.
  void add_figure(std::size_t c) {
    const Column& source = read_.table.columns[c];
    const auto& values = std::get<NumberColumn>(source.values);
    NumberColumn once(groups_.size(), nothing), sum(groups_.size(), nothing);
    bool differs = false;
    for (std::size_t row = 0; row < values.size(); ++row) {
      const double value = values[row];
      if (std::isnan(value)) continue;
      double& kept = once[groups_.of_row[row]];
      differs = differs || (kept != 0 && value != 0 && !std::isnan(kept) && kept != value);
      if (std::isnan(kept) || kept == 0) kept = value;
      double& all = sum[groups_.of_row[row]];
      all = std::isnan(all) ? value : all + value;
    }
    const KnownRole* role = find_role(read_.guesses[c].role);
    const bool adds_up = role && role->use == Use::once && role->kind == Kind::number;
    if (differs && !adds_up) {
      names_left_out_ += (names_left_out_.empty() ? "" : ", ") + source.name;
      return;
    }
    if (differs) note("action_figures_added", Severity::warning, {}, {{"column", source.name}});
    add({source.name, differs ? std::move(sum) : std::move(once), source.bad}, read_.guesses[c]);
  }

  // Rows that count something and do not say what.
  std::size_t nameless_rows() const {
    std::size_t rows = 0;
    for (std::size_t row = 0; row < read_.table.rows; ++row) {
      const auto counts = [&](const ActionLayout::Measure& measure) {
        return std::get<NumberColumn>(read_.table.columns[measure.column].values)[row] > 0;
      };
      rows += types_.codes[row] < 0 && std::any_of(layout_.measures.begin(), layout_.measures.end(), counts);
    }
    return rows;
  }

  void tell() {
    for (std::size_t c : layout_.windows) {
      names_left_out_ += (names_left_out_.empty() ? "" : ", ") + read_.table.columns[c].name;
    }
    const auto count = [](std::size_t n) { return static_cast<double>(n); };
    note("actions_pivoted", Severity::info,
         {{"rows", count(read_.table.rows)}, {"actions", count(types_.dictionary.size())}},
         {{"column", read_.table.columns[layout_.type].name}, {"left_out", names_left_out_}});
    if (const std::size_t rows = nameless_rows()) {
      note("action_nameless", Severity::warning, {{"rows", count(rows)}}, {});
    }
    if (!found_role_) note("action_unknown", Severity::warning, {}, {});
    if (rows_added_ > 0) note("action_rows_added", Severity::info, {{"rows", count(rows_added_)}}, {});
    if (left_out_ > 0) note("actions_left_out", Severity::warning, {{"actions", count(left_out_)}}, {});
    out_.odd = profile(out_);
    out_.odd.insert(out_.odd.end(), notices_.begin(), notices_.end());
  }

  const ReadTable& read_;
  const ActionLayout& layout_;
  const TextColumn& types_;
  const RowGroups groups_;
  ReadTable out_;
  Names names_;
  std::vector<Column> actions_;  // last in the table
  std::vector<Notice> notices_;
  std::string names_left_out_;
  std::size_t rows_added_ = 0;
  std::size_t left_out_ = 0;
  bool found_role_ = false;
};

}  // namespace

ReadTable pivot_actions(const ReadTable& read, const ActionLayout& layout) { return Pivot(read, layout).run(); }

}  // namespace outlay::ingest
