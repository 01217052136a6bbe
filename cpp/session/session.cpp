// Choosing tables for the inputs of an analysis, running it, and putting the answer together.
#include "session/session.h"

#include <algorithm>
#include <cmath>

#include "analyses/registry.h"
#include "ingest/report.h"
#include "ingest/vocabulary.h"

namespace outlay {
namespace {

std::vector<std::string> missing_roles(const InputSpec& input, const RoleColumns& roles) {
  std::vector<std::string> missing;
  for (const Role& role : input.roles) {
    const auto found = roles.find(role.name);
    if (role.required && (found == roles.end() || found->second.empty())) missing.emplace_back(role.name);
  }
  return missing;
}

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
  const Json* inputs = json.find("inputs");
  if (!inputs) return request;
  if (!inputs->object()) refuse_request("/inputs", "must be an object.");
  for (const auto& [name, choice] : *inputs->object()) request.inputs[name] = read_choice(choice, "/inputs/" + name);
  return request;
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
  for (std::size_t t = 0; t < ids.size(); ++t) {
    std::vector<Notice> notices = ingest::notices_of(file.tables[t]);
    tables_.emplace(ids[t], Held{std::move(file.tables[t].table), std::move(notices)});
  }
  return report;
}

void Session::remove(int table) {
  tables_.erase(table);
  appended_.clear();
}

const Table& Session::table(int id) const {
  const auto found = tables_.find(id);
  if (found == tables_.end()) {
    throw Error(ErrorCode::bad_param, "There is no table " + std::to_string(id) + ".", "Drop the file again.");
  }
  return found->second.table;
}

std::vector<int> Session::ids() const {
  std::vector<int> all;
  for (const auto& [id, table] : tables_) all.push_back(id);
  return all;
}

Json Session::preview(int id, std::size_t first, std::size_t count) const {
  return ingest::preview(table(id), first, count);
}

// The table that lacks the fewest required roles and fits the most; for an optional input only one that lacks none. 0:
// none.
int Session::best_table(const InputSpec& input, const RoleColumns& roles, const std::vector<int>& candidates) const {
  int best = 0;
  std::size_t best_missing = 0;
  std::size_t best_fitting = 0;
  for (int id : candidates) {
    const RoleColumns mapped = ingest::map_roles(input, table(id), roles);
    const std::size_t missing = missing_roles(input, mapped).size();
    if (missing > 0 && !input.required) continue;
    if (best && (missing > best_missing || (missing == best_missing && mapped.size() <= best_fitting))) continue;
    best = id;
    best_missing = missing;
    best_fitting = mapped.size();
  }
  return best;
}

InputChoices Session::choose(const Analysis& analysis, const InputChoices& wanted,
                             const std::vector<int>& tables) const {
  InputChoices chosen;
  std::vector<int> free = tables;
  const auto take = [&](int id) { free.erase(std::remove(free.begin(), free.end(), id), free.end()); };
  for (const auto& [input, choice] : wanted) {
    take(choice.table);
    for (int id : choice.among) take(id);
  }
  for (const InputSpec& input : analysis.about.inputs) {
    const auto given = wanted.find(input.name);
    InputChoice choice = given == wanted.end() ? InputChoice{} : given->second;
    if (choice.none) continue;
    if (choice.table == 0) choice.table = best_table(input, choice.roles, choice.among.empty() ? free : choice.among);
    if (choice.table == 0) continue;
    take(choice.table);
    choice.parts = {choice.table};
    for (int id : choice.among.empty() ? std::vector<int>(free) : choice.among) {
      if (id == choice.table || !ingest::can_append(table(choice.table), table(id))) continue;
      choice.parts.push_back(id);
      take(id);
    }
    std::sort(choice.parts.begin(), choice.parts.end());
    choice.roles = ingest::map_roles(input, table(choice.table), choice.roles);
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
                      .set("roles", std::move(roles))
                      .set("missing_roles", Json::Array(missing.begin(), missing.end())));
    }
    all.push(Json().set("analysis", analysis.about.id).set("enough", enough).set("inputs", std::move(inputs)));
  }
  return all;
}

// The chosen table, or its parts as one; what was doubtful in reading them is told with the result.
const Table& Session::table_of(const InputChoice& choice, Context& context) {
  for (int id : choice.parts) {
    for (const Notice& notice : tables_.at(id).notices) context.notice(notice);
  }
  if (choice.parts.size() == 1) return table(choice.table);
  auto found = appended_.find(choice.parts);
  if (found == appended_.end()) {
    std::vector<const Table*> parts;
    for (int id : choice.parts) parts.push_back(&table(id));
    appended_.clear();  // one at a time: they are as large as their parts
    found = appended_.emplace(choice.parts, ingest::append(std::move(parts))).first;
  }
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  context.notice({"files_appended",
                  Severity::info,
                  {{"files", count(choice.parts.size())}, {"superseded", count(found->second.superseded)}},
                  {{"name", found->second.table.name}}});
  return found->second.table;
}

void Session::report_unused(const InputChoices& chosen, Context& context) const {
  for (const auto& [id, held] : tables_) {
    const bool used = std::any_of(chosen.begin(), chosen.end(), [id = id](const auto& entry) {
      const std::vector<int>& parts = entry.second.parts;
      return std::find(parts.begin(), parts.end(), id) != parts.end();
    });
    if (!used)
      context.notice({"file_unused", Severity::warning, {}, {{"file", held.table.file}, {"table", held.table.name}}});
  }
}

Json Session::run(std::string_view id, const RunRequest& request, Context::Listener listener, ColumnRefs* refs) {
  const Analysis& analysis = find_analysis(id);
  const Described params = analysis.params();
  read_params(request.params, params.describe);

  const InputChoices chosen = choose(analysis, request.inputs, ids());
  Context context(std::move(listener));
  Inputs inputs;
  Json used = Json::Object{};
  for (const InputSpec& input : analysis.about.inputs) {
    const auto choice = chosen.find(input.name);
    if (choice == chosen.end()) {
      if (!input.required) continue;
      throw Error(ErrorCode::not_enough_data, "There is no table for \"" + std::string(input.label) + "\".",
                  "Add a file that holds it.", {.table = input.name});
    }
    const Table& source = table_of(choice->second, context);
    const auto wanted = request.inputs.find(input.name);
    const RoleColumns by_hand = wanted == request.inputs.end() ? RoleColumns{} : wanted->second.roles;
    for (const ingest::Rival& rival : ingest::rivals_of(input, source, choice->second.roles, by_hand)) {
      context.notice({"column_ambiguous",
                      Severity::warning,
                      {},
                      {{"role", rival.role}, {"column", rival.column}, {"rival", rival.rival}}});
    }
    inputs.add(input.name, BoundTable(input, source, choice->second.roles));
    Json roles = Json::Object{};
    for (const auto& [role, column] : choice->second.roles) roles.set(role, column);
    used.set(input.name, Json()
                             .set("table", choice->second.table)
                             .set("tables", Json::Array(choice->second.parts.begin(), choice->second.parts.end()))
                             .set("name", source.name)
                             .set("rows", source.rows)
                             .set("roles", std::move(roles)));
  }

  if (request.tell_unused) report_unused(chosen, context);
  result_ = analysis.run(params, inputs, context);
  return Json()
      .set("analysis", analysis.about.id)
      .set("engine", engine_version())
      .set("grade", name_of(analysis.about.grade))
      .set("params", write_params(params.describe))
      .set("inputs", std::move(used))
      .set("result", write_result(result_.describe, refs))
      .set("notices", to_json(context.notices()));
}

std::string Session::csv(std::string_view table) const {
  if (!result_.describe) throw Error(ErrorCode::bad_param, "Nothing was run yet.", "Run an analysis first.");
  return write_csv(result_.describe, table);
}

}  // namespace outlay
