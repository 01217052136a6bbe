// How a figure came about: steps with their formulas, the numbers in them, and small tables, for a person to follow.
//
// Any analysis may offer it (see core/analysis.h); the page draws it in its side panel without knowing the analysis.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/json.h"

namespace outlay {

/// The row to explain, by the names that `About::explains` lists: {"adset_id": "A1"}.
using RowKey = std::map<std::string, std::string>;

/// A number of a step. `unit` is one of FieldInfo's; a value that is not known is NaN.
struct NamedNumber {
  const char* name;
  const char* label;
  double value;
  const char* unit = "";
};

/// A small table: its cells are numbers, texts or null, in the order of the columns; days are ISO texts of unit "day".
/// Where rows differ in kind, a column is of unit "row" and `units` says it for each row.
struct ExplainedTable {
  struct Column {
    const char* name;
    const char* label;
    const char* unit = "";
  };
  std::vector<Column> columns;
  std::vector<std::vector<Json>> rows;
  std::vector<std::size_t> marked;      // rows that decided
  std::vector<const char*> units = {};  // by row, for the columns of unit "row"
};

/// An interval to draw on a line, with the estimate and the value it is held against; NaN leaves one out.
struct ExplainedInterval {
  double lower;
  double upper;
  double level;  // the share of cases in which such an interval holds the truth
  double estimate;
  double reference;
  const char* label;
  const char* reference_label;
  const char* unit = "money";
};

/// `text` and `formula` hold {name} where a number of the step belongs: with the labels it is the formula, with the
/// values it is the sum to check. The numbers stay numbers so that the page writes them in the reader's locale.
struct ExplainedStep {
  const char* id;
  std::string title;
  std::string text;
  std::string formula;
  std::vector<NamedNumber> numbers;
  std::optional<ExplainedTable> table;
  std::optional<ExplainedInterval> interval;
};

struct Explanation {
  std::string title;
  std::vector<ExplainedStep> steps;
};

Json to_json(const Explanation& explanation);

/// For an operation that finds no such row: throws `bad_param` that names the key.
[[noreturn]] void refuse_row(const RowKey& row);

}  // namespace outlay
