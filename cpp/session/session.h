// The tables that were read and the last result: what the page's worker and the command line both drive.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/json.h"
#include "core/schema.h"
#include "ingest/append.h"
#include "ingest/reader.h"
#include "session/held.h"

namespace outlay {

std::string_view engine_version();

/// Every analysis with its parameters, roles and tables, and the engine's version.
Json catalogue();

/// The columns chosen for the roles of one input, and the table they are in. Tables of the same kind (the same columns,
/// as weekly exports have) that no other input uses are appended to it.
struct InputChoice {
  int table = 0;           // 0: the session chooses
  bool none = false;       // this input is to have no table
  std::vector<int> among;  // the session chooses from these, when not empty
  std::vector<int> parts;  // filled by the session: the tables of the same kind that are appended, `table` among them
  Form form = Form::as_read;  // filled by the session
  RoleColumns roles;
};
using InputChoices = std::map<std::string, InputChoice, std::less<>>;

struct RunRequest {
  InputChoices inputs;
  Json params = Json::Object{};
  std::vector<int> apart;    // tables that are as if not there: no input takes them, and they are appended to none
  bool tell_unused = false;  // a table that no input took is a notice: it was given for this run
};

/// The id that a JSON number states; -1, which no table has, for anything else.
int table_id(const Json& json);

/// Throws `bad_param` when `json` is not {"inputs": {...}, "params": {...}, "apart": [table ids]}, each of them
/// optional.
RunRequest read_request(const Json& json);

/// The row to explain, {"adset_id": "A1"}. Throws `bad_param` when `json` is not an object of texts.
RowKey read_row(const Json& json);

/// {"date_order": "dmy" | "mdy", "decimal_mark": "." | ",", "keep": [personal columns], "shape": "as_is" | "long" |
/// "wide"}; all optional, "" leaves it to the data. Throws `bad_param` for anything else.
ingest::ReadOptions read_options(const Json& json);

class Session {
 public:
  /// Keeps the file's tables and returns the report on it, which names their ids.
  Json add(ingest::File file);
  /// An id that is not known is passed over.
  void remove(int table);
  /// Throws `bad_param` for an unknown table.
  Json preview(int table, std::size_t first, std::size_t count) const;

  /// For each analysis: whether the tables are enough, which it would use, and what is missing.
  Json suits(const std::vector<int>& tables) const;

  /// Runs, keeps the result, and returns it with the parameters, inputs and notices that belong to it. With `refs`, its
  /// columns are listed there and live until the next run.
  Json run(std::string_view analysis, const RunRequest& request, Context::Listener listener, ColumnRefs* refs);

  /// How a row of a result came about, see core/explanation.h. Explains the last result where it is of this request;
  /// else it runs the request on the side and leaves the last result as it is. Throws `bad_param` when the analysis
  /// explains nothing or has no such row.
  Json explain(std::string_view analysis, const RunRequest& request, const RowKey& row);

  /// A table of the last result as CSV. Throws `bad_param` when there is none.
  std::string csv(std::string_view table) const;

 private:
  const Held& held(int id) const;
  const Table& table_of(const InputChoice& choice, Context& context);
  const Table& parts_as_one(const InputChoice& choice, Context& context);
  void report_unused(const InputChoices& chosen, Context& context) const;
  std::vector<int> ids_but(const std::vector<int>& apart) const;
  int best_table(const InputSpec& input, const RoleColumns& roles, const std::vector<int>& candidates) const;
  bool is_sibling(int id, int other) const;
  void complete(const InputSpec& input, InputChoice& choice, const std::vector<int>& candidates) const;
  InputChoices choose(const Analysis& analysis, const InputChoices& wanted, const std::vector<int>& tables) const;

  // Tables in the roles of an analysis, and what the answer says of them.
  struct Bound {
    InputChoices chosen;
    Inputs inputs;
    Json used = Json::Object{};
  };
  Bound bind(const Analysis& analysis, const RunRequest& request, Context& context);
  // A result with what it is the result of.
  struct Ran {
    std::string request;
    Described result;
  };

  std::map<int, Held> tables_;
  std::map<std::vector<int>, ingest::Appended> appended_;  // by the ids of the parts
  int next_id_ = 1;
  int files_ = 0;
  Ran last_;       // its columns may be in use: see `run`
  Ran explained_;  // run on the side by `explain`
};

}  // namespace outlay
