// Choosing tables for the inputs of an analysis, running it, and putting the answer together.
#include "session/session.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "analyses/registry.h"
#include "ingest/report.h"
#include "ingest/vocabulary.h"

namespace outlay {
namespace {

[[noreturn]] void refuse_request(const std::string& pointer, const std::string& message) {
  throw Error(ErrorCode::bad_param, "The request's " + pointer + " " + message, "Correct the request.",
              {.parameter = pointer});
}

InputChoice read_choice(const Json& json, const std::string& pointer) {
  InputChoice choice;
  const Json* table = json.find("table");
  if (table && table->number()) choice.table = table_id(*table);
  choice.none = table && table->is_null();
  const Json* roles = json.find("roles");
  if (!roles) return choice;
  if (!roles->object()) refuse_request(pointer + "/roles", "must be an object.");
  for (const auto& [role, column] : *roles->object()) {
    if (!column.text()) refuse_request(pointer + "/roles/" + role, "must be the name of a column.");
    choice.roles[role] = *column.text();
  }
  return choice;
}

// What a result follows from: the analysis, the parameters with the defaults filled in, the tables and their roles.
std::string text_of(std::string_view id, const Described& params, const Json& used) {
  return Json().set("analysis", id).set("params", write_params(params.describe)).set("inputs", used).dump();
}

// Inputs that share the word of `either` stand in for each other.
bool has_one_of_each(const Analysis& analysis, const InputChoices& chosen) {
  std::map<std::string_view, bool> found;
  for (const InputSpec& input : analysis.about.inputs) {
    if (*input.either) found[input.either] |= chosen.find(input.name) != chosen.end();
  }
  return std::all_of(found.begin(), found.end(), [](const auto& group) { return group.second; });
}

}  // namespace

std::string_view engine_version() { return OUTLAY_VERSION; }

Json catalogue() {
  Json analyses = Json::Array{};
  for (const Analysis& analysis : registry()) analyses.push(describe_analysis(analysis));
  return Json().set("engine", engine_version()).set("analyses", std::move(analyses));
}

int table_id(const Json& json) {
  const double* id = json.number();
  // What is no id of a table is an id that no table has.
  return id && *id >= 1 && *id < 1e9 && *id == std::trunc(*id) ? static_cast<int>(*id) : -1;
}

RunRequest read_request(const Json& json) {
  RunRequest request;
  if (!json.object()) refuse_request("/", "must be an object.");
  if (const Json* params = json.find("params")) request.params = *params;
  if (const Json* apart = json.find("apart")) {
    if (!apart->array()) refuse_request("/apart", "must be a list of tables.");
    for (const Json& id : *apart->array()) request.apart.push_back(table_id(id));
  }
  const Json* inputs = json.find("inputs");
  if (!inputs) return request;
  if (!inputs->object()) refuse_request("/inputs", "must be an object.");
  for (const auto& [name, choice] : *inputs->object()) request.inputs[name] = read_choice(choice, "/inputs/" + name);
  return request;
}

RowKey read_row(const Json& json) {
  if (!json.object()) refuse_request("/row", "must be an object.");
  RowKey row;
  for (const auto& [name, value] : *json.object()) {
    if (!value.text()) refuse_request("/row/" + name, "must be a text.");
    row[name] = *value.text();
  }
  return row;
}

ingest::ReadOptions read_options(const Json& json) {
  if (!json.object()) refuse_request("/", "must be an object.");
  ingest::ReadOptions options;
  for (const auto& [name, value] : *json.object()) {
    const std::string text = value.text() ? *value.text() : "";
    if (name == "date_order" && (text.empty() || text == "dmy" || text == "mdy")) {
      if (!text.empty())
        options.date_order = text == "dmy" ? ingest::DateOrder::day_first : ingest::DateOrder::month_first;
    } else if (name == "decimal_mark" && (text.empty() || text == "." || text == ",")) {
      options.decimal_mark = text.empty() ? char{0} : text[0];
    } else if (name == "shape" && (text.empty() || text == "as_is" || text == "long" || text == "wide")) {
      options.shape = text;
    } else if (name == "keep" && value.array()) {
      for (const Json& column : *value.array()) {
        if (column.text()) options.keep.push_back(*column.text());
      }
    } else {
      refuse_request("/" + name, "is not an option for reading, or has no such value.");
    }
  }
  return options;
}

Json Session::add(ingest::File file) {
  std::vector<int> ids;
  for (std::size_t t = 0; t < file.tables.size(); ++t) ids.push_back(next_id_++);
  Json report = ingest::report_on(file, ids);
  ++files_;
  for (std::size_t t = 0; t < ids.size(); ++t) tables_.emplace(ids[t], hold(std::move(file.tables[t]), files_));
  return report;
}

void Session::remove(int table) {
  tables_.erase(table);
  appended_.clear();
  explained_ = {};
}

const Held& Session::held(int id) const {
  const auto found = tables_.find(id);
  if (found == tables_.end()) {
    throw Error(ErrorCode::bad_param, "There is no table " + std::to_string(id) + ".", "Drop the file again.");
  }
  return found->second;
}

std::vector<int> Session::ids_but(const std::vector<int>& apart) const {
  std::vector<int> ids;
  for (const auto& [id, table] : tables_) {
    if (std::find(apart.begin(), apart.end(), id) == apart.end()) ids.push_back(id);
  }
  return ids;
}

Json Session::preview(int id, std::size_t first, std::size_t count) const {
  return ingest::preview(held(id).table(), first, count);
}

// The table that lacks the fewest required roles and fits the most; for an optional input only one that lacks none. 0:
// none.
int Session::best_table(const InputSpec& input, const RoleColumns& roles, const std::vector<int>& candidates) const {
  int best = 0;
  std::size_t best_missing = 0;
  std::size_t best_fitting = 0;
  for (int id : candidates) {
    const FormFit fit = best_form(input, held(id), roles);
    if (fit.missing > 0 && !input.required) continue;
    if (best && (fit.missing > best_missing || (fit.missing == best_missing && fit.roles.size() <= best_fitting))) {
      continue;
    }
    best = id;
    best_missing = fit.missing;
    best_fitting = fit.roles.size();
  }
  return best;
}

// Other entities of the same sheet: they repeat the figures.
bool Session::is_sibling(int id, int other) const {
  const Held& a = held(id);
  const Held& b = held(other);
  return id != other && !a.entity.empty() && a.file == b.file && a.entity != b.entity;
}

// The parts, the form and the columns of a choice whose table is settled.
void Session::complete(const InputSpec& input, InputChoice& choice, const std::vector<int>& candidates) const {
  const FormFit fit = best_form(input, held(choice.table), choice.roles);
  choice.form = fit.form;
  choice.parts = {choice.table};
  std::vector<const Table*> tables = {&held(choice.table).table()};
  for (int id : candidates) {
    const bool is_other = id == choice.table || held(id).entity != held(choice.table).entity;
    if (is_other || fit.form != Form::as_read || !ingest::can_append(*tables[0], held(id).table())) continue;
    choice.parts.push_back(id);
    tables.push_back(&held(id).table());
  }
  std::sort(choice.parts.begin(), choice.parts.end());
  // As one they may have a column more: the channels that the files are named after.
  choice.roles = choice.parts.size() == 1
                     ? fit.roles
                     : ingest::map_roles(input, ingest::columns_when_appended(tables), choice.roles);
}

InputChoices Session::choose(const Analysis& analysis, const InputChoices& wanted,
                             const std::vector<int>& tables) const {
  InputChoices chosen;
  std::vector<int> free = tables;
  const auto take = [&](int id) {
    const auto is_gone = [&](int other) { return other == id || (tables_.count(id) && is_sibling(id, other)); };
    free.erase(std::remove_if(free.begin(), free.end(), is_gone), free.end());
  };
  for (const auto& [input, choice] : wanted) {
    take(choice.table);
    for (int id : choice.among) free.erase(std::remove(free.begin(), free.end(), id), free.end());
  }
  for (const InputSpec& input : analysis.about.inputs) {
    const auto given = wanted.find(input.name);
    InputChoice choice = given == wanted.end() ? InputChoice{} : given->second;
    if (choice.none) continue;
    const std::vector<int> candidates = choice.among.empty() ? free : choice.among;
    if (choice.table == 0) choice.table = best_table(input, choice.roles, candidates);
    if (choice.table == 0) continue;
    complete(input, choice, candidates);
    // In its long form it holds the media only: what else is in it may serve another input.
    if (choice.form != Form::long_media) {
      for (int id : choice.parts) take(id);
    }
    chosen[input.name] = std::move(choice);
  }
  return chosen;
}

Json Session::suits(const std::vector<int>& tables) const {
  std::vector<int> known;
  for (int id : tables) {
    if (tables_.count(id)) known.push_back(id);
  }
  Json all = Json::Array{};
  for (const Analysis& analysis : registry()) {
    const InputChoices chosen = choose(analysis, {}, known);
    bool enough = has_one_of_each(analysis, chosen);
    Json inputs = Json::Array{};
    for (const InputSpec& input : analysis.about.inputs) {
      const auto choice = chosen.find(input.name);
      const RoleColumns mapped = choice == chosen.end() ? RoleColumns{} : choice->second.roles;
      Json roles = Json::Object{};
      for (const auto& [role, column] : mapped) roles.set(role, column);
      const std::vector<std::string> missing = missing_roles(input, mapped);
      if (input.required && !missing.empty()) enough = false;
      inputs.push(Json()
                      .set("input", input.name)
                      .set("table", choice == chosen.end() ? Json() : Json(choice->second.table))
                      .set("form", name_of(choice == chosen.end() ? Form::as_read : choice->second.form))
                      .set("roles", std::move(roles))
                      .set("missing_roles", Json::Array(missing.begin(), missing.end())));
    }
    all.push(Json().set("analysis", analysis.about.id).set("enough", enough).set("inputs", std::move(inputs)));
  }
  return all;
}

const Table& Session::parts_as_one(const InputChoice& choice, Context& context) {
  auto found = appended_.find(choice.parts);
  if (found == appended_.end()) {
    std::vector<const Table*> parts;
    for (int id : choice.parts) parts.push_back(&held(id).table());
    appended_.clear();  // one at a time: they are as large as their parts
    found = appended_.emplace(choice.parts, ingest::append(std::move(parts))).first;
  }
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  context.notice({"files_appended",
                  Severity::info,
                  {{"files", count(choice.parts.size())}, {"superseded", count(found->second.superseded)}},
                  {{"name", found->second.table.name}, {"channels", found->second.channels}}});
  std::set<std::string> currencies;
  for (int id : choice.parts) currencies.insert(held(id).currency);
  currencies.erase("");
  if (currencies.size() > 1) context.notice({"mixed_currencies", Severity::warning, {}, {}});
  if (!ingest::has_dates(held(choice.parts.front()).table()) && found->second.channels.empty()) {
    context.notice({"files_undated", Severity::warning, {}, {{"name", found->second.table.name}}});
  }
  return found->second.table;
}

// The chosen table in its form, or its parts as one; what was doubtful in reading them is told with the result.
const Table& Session::table_of(const InputChoice& choice, Context& context) {
  for (int id : choice.parts) {
    for (const Notice& notice : held(id).notices) context.notice(notice);
  }
  if (choice.parts.size() > 1) return parts_as_one(choice, context);
  const Table& table = held(choice.table).table(choice.form);
  if (choice.form != Form::as_read) context.notice({"read_as_long", Severity::info, {}, {{"file", table.file}}});
  return table;
}

void Session::report_unused(const InputChoices& chosen, Context& context) const {
  for (const auto& [id, held] : tables_) {
    const bool used = std::any_of(chosen.begin(), chosen.end(), [this, id = id](const auto& entry) {
      const std::vector<int>& parts = entry.second.parts;
      return std::any_of(parts.begin(), parts.end(), [&](int part) { return part == id || is_sibling(part, id); });
    });
    const Table& table = held.table();
    if (!used) context.notice({"file_unused", Severity::warning, {}, {{"file", table.file}, {"table", table.name}}});
  }
}

Session::Bound Session::bind(const Analysis& analysis, const RunRequest& request, Context& context) {
  const InputChoices& wanted = request.inputs;
  Bound bound;
  bound.chosen = choose(analysis, wanted, ids_but(request.apart));
  for (const InputSpec& input : analysis.about.inputs) {
    const auto choice = bound.chosen.find(input.name);
    if (choice == bound.chosen.end()) {
      if (!input.required) continue;
      throw Error(ErrorCode::not_enough_data, "There is no table for \"" + std::string(input.label) + "\".",
                  "Add a file that holds it.", {.table = input.name});
    }
    const Table& source = table_of(choice->second, context);
    const auto asked = wanted.find(input.name);
    const RoleColumns by_hand = asked == wanted.end() ? RoleColumns{} : asked->second.roles;
    for (const ingest::Rival& rival : ingest::rivals_of(input, source, choice->second.roles, by_hand)) {
      context.notice({"column_ambiguous",
                      Severity::warning,
                      {},
                      {{"role", rival.role}, {"column", rival.column}, {"rival", rival.rival}}});
    }
    bound.inputs.add(input.name, BoundTable(input, source, choice->second.roles));
    Json roles = Json::Object{};
    for (const auto& [role, column] : choice->second.roles) roles.set(role, column);
    bound.used.set(input.name, Json()
                                   .set("table", choice->second.table)
                                   .set("tables", Json::Array(choice->second.parts.begin(), choice->second.parts.end()))
                                   .set("name", source.name)
                                   .set("rows", source.rows)
                                   .set("roles", std::move(roles)));
  }
  return bound;
}

Json Session::run(std::string_view id, const RunRequest& request, Context::Listener listener, ColumnRefs* refs) {
  const Analysis& analysis = find_analysis(id);
  const Described params = analysis.params();
  read_params(request.params, params.describe);
  Context context(std::move(listener));
  Bound bound = bind(analysis, request, context);
  if (request.tell_unused) report_unused(bound.chosen, context);
  last_ = {"", analysis.run(params, bound.inputs, context)};
  last_.request = text_of(id, params, bound.used);
  return Json()
      .set("analysis", analysis.about.id)
      .set("engine", engine_version())
      .set("grade", name_of(analysis.about.grade))
      .set("params", write_params(params.describe))
      .set("inputs", std::move(bound.used))
      .set("result", write_result(last_.result.describe, refs))
      .set("notices", to_json(context.notices()));
}

Json Session::explain(std::string_view id, const RunRequest& request, const RowKey& row) {
  const Analysis& analysis = find_analysis(id);
  if (!analysis.explain) {
    throw Error(ErrorCode::bad_param, std::string(id) + " does not explain its figures.", "See its method instead.");
  }
  const auto& keys = analysis.about.explains;
  for (const auto& [name, value] : row) {
    if (std::find(keys.begin(), keys.end(), name) == keys.end()) refuse_row({{name, value}});
  }
  if (row.empty()) refuse_row(row);
  const Described params = analysis.params();
  read_params(request.params, params.describe);
  Context context;
  const Bound bound = bind(analysis, request, context);
  const std::string wanted = text_of(id, params, bound.used);
  if (last_.request != wanted && explained_.request != wanted)
    explained_ = {wanted, analysis.run(params, bound.inputs, context)};
  const Described& result = last_.request == wanted ? last_.result : explained_.result;
  Json answer = to_json(analysis.explain(params, bound.inputs, result, row));
  return answer.set("analysis", analysis.about.id).set("grade", name_of(analysis.about.grade));
}

std::string Session::csv(std::string_view table) const {
  if (!last_.result.describe) throw Error(ErrorCode::bad_param, "Nothing was run yet.", "Run an analysis first.");
  return write_csv(last_.result.describe, table);
}

}  // namespace outlay
