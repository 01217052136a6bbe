// Which rows an action was judged by: where its names were found, and its windows.
#include <algorithm>
#include <cmath>

#include "analyses/impact/explain_steps.h"

namespace outlay::impact::decisions {
namespace {

std::string words_of(const Judged& j, bool coarse) {
  if (j.action.type == ActionType::unknown)
    return "Its type is none of the seven known ones: it is listed, not judged.";
  if (j.action.day == missing_day) return "It has no date: it cannot be judged.";
  if (j.join.level == Level::none) return "Its campaign is not in the performance data: it cannot be judged.";
  if (j.join.falls_back)
    return "Neither a target nor a search term of that name is in its campaign. The rows of the whole campaign are "
           "shown, "
           "and it does not count.";
  std::string text;
  if (j.join.level == Level::campaign) text = "It names no target: its whole campaign is what it acted on.";
  if (j.join.level == Level::search_term)
    text = "No target has that name; the customers' search term of that name is what it acted on.";
  if (j.join.level == Level::target) text = "Its target was found in its campaign";
  if (j.join.level == Level::target) text += j.join.narrowed ? ", in its match type." : ", in all match types.";
  if (j.action.type == ActionType::harvest && j.join.level != Level::campaign)
    text += " These rows are the source; exact ones of that text are where the term went.";
  if (coarse) return text + " Rows are too far apart to say what came before and after it: it cannot be judged.";
  if (!j.has_windows) return text + " The data has no days on one side of it: it cannot be judged.";
  return text + " {rows} rows lie in the windows.";
}

class Windowed {
 public:
  explicit Windowed(const Told& told) : told_(told) {
    // What tells most stands first: a panel is narrow.
    table_.columns = {{"window", "Window"},
                      {"spend", "Spend", "money"},
                      {"sales", "Sales", "money"},
                      {"clicks", "Clicks", "count"},
                      {"days", "Days", "count"},
                      {"rows", "Rows", "count"},
                      {"from", "From", "day"},
                      {"to", "To", "day"},
                      {"cpc", "Cost per click", "money"},
                      {"spc", "Sales per click", "money"}};
  }
  void add(const char* name, Window window, const Sums& sums, double scale = 1) {
    const std::int32_t last = std::min(window.last, told_.performance.last_day());
    const double days = scale * told_.performance.days_covered(window);
    const bool any = sums.clicks > 0;
    table_.rows.push_back({name, sums.spend * scale, sums.sales * scale, sums.clicks * scale, days, sums.rows,
                           iso_text(Day{window.first}), iso_text(Day{last}), sums.cpc(),
                           any ? sums.sales / sums.clicks : std::nan("")});
  }
  ExplainedTable take() { return std::move(table_); }

 private:
  const Told& told_;
  ExplainedTable table_;
};

}  // namespace

ExplainedStep explain_rows(const Told& told) {
  const Judged& j = told.action();
  ExplainedStep step{"rows", "What it acted on", words_of(j, told.performance.coarse()), "", {}, {}, {}};
  if (j.action.day == missing_day || j.join.level == Level::none) return step;
  const Windows& windows = told.judgement.windows;
  const std::int32_t day = j.action.day;
  const Around& found = j.join.found;
  Windowed table(told);
  table.add("Baseline", windows.baseline_of(day), found.baseline);
  table.add("Before", windows.before_of(day), found.before);
  if (j.scale != 1) table.add("Before, brought to the days after", windows.before_of(day), found.before, j.scale);
  table.add("After", windows.after_of(day), found.after);
  if (j.action.type == ActionType::harvest) {
    table.add("The term everywhere, before", windows.before_of(day), j.join.term.before);
    table.add("The term everywhere, after", windows.after_of(day), j.join.term.after);
  }
  step.table = table.take();
  step.numbers = {{"rows", "rows", found.before.rows + found.after.rows, "count"}};
  if (j.scale != 1 && j.has_windows) {
    step.text += " The days after are other than those before: before is multiplied by {scale}.";
    step.numbers.push_back({"scale", "days after / days before", j.scale, "rate"});
  }
  return step;
}

}  // namespace outlay::impact::decisions
