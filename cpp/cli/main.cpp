// The outlay command: the engine of the page for schedulers and analysts.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "analyses/registry.h"
#include "cli/arguments.h"
#include "cli/files.h"
#include "cli/phase_times.h"
#include "cli/report.h"
#include "session/session.h"

namespace outlay::cli {
namespace {

void print(const Arguments& arguments, const Json& json) { write_text(arguments.out, json.dump(true) + "\n"); }

void list(const Arguments& arguments) {
  if (arguments.words.size() > 1) throw UsageError("list takes no further words");
  std::string lines;
  for (const Analysis& analysis : registry()) {
    std::string id = analysis.about.id;
    id.resize(std::max<std::size_t>(id.size(), 24), ' ');
    lines += id + " " + analysis.about.question + "\n";
  }
  write_text(arguments.out, lines);
}

void describe(const Arguments& arguments) {
  if (arguments.all) return print(arguments, catalogue());
  if (arguments.words.size() != 2) throw UsageError("describe needs one analysis");
  print(arguments, describe_analysis(find_analysis(arguments.words[1])));
}

ingest::ReadOptions options_of(const Arguments& arguments) {
  Json keep = Json::Array{};
  for (const std::string& column : arguments.keep) keep.push(column);
  return read_options(Json()
                          .set("date_order", arguments.date_order)
                          .set("decimal_mark", arguments.decimal_mark)
                          .set("shape", arguments.shape)
                          .set("keep", std::move(keep)));
}

void inspect(const Arguments& arguments) {
  if (arguments.words.size() < 2) throw UsageError("inspect needs a file");
  Session session;
  Json files = Json::Array{};
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    files.push(session.add(read_tables(arguments.words[i], options_of(arguments))));
  }
  print(arguments, Json().set("files", std::move(files)));
}

// A value is JSON when it reads as such, else a plain text.
Json value_of(const std::string& text) {
  try {
    return Json::parse(text);
  } catch (const Error&) {
    const bool meant_as_json = !text.empty() && (text[0] == '{' || text[0] == '[' || text[0] == '"');
    if (meant_as_json) throw;
    return text;
  }
}

Json params_of(const Arguments& arguments) {
  Json given = arguments.params.empty() ? Json(Json::Object{}) : Json::parse(read_text(arguments.params));
  if (!given.object()) return given;  // refused with its reason when it is read
  Json params = Json::Object{};
  for (const auto& [name, value] : *given.object()) {
    bool overridden = false;
    for (const auto& setting : arguments.settings) overridden = overridden || setting.first == name;
    if (!overridden) params.set(name, value);
  }
  for (std::size_t i = 0; i < arguments.settings.size(); ++i) {
    const auto& [name, text] = arguments.settings[i];
    bool repeated = false;
    for (std::size_t later = i + 1; later < arguments.settings.size(); ++later) {
      repeated = repeated || arguments.settings[later].first == name;
    }
    if (!repeated) params.set(name, value_of(text));
  }
  return params;
}

const InputSpec* input_named(const Analysis& analysis, std::string_view name) {
  for (const InputSpec& input : analysis.about.inputs) {
    if (input.name == name) return &input;
  }
  return nullptr;
}

const InputSpec* input_with_role(const Analysis& analysis, std::string_view role) {
  for (const InputSpec& input : analysis.about.inputs) {
    for (const Role& candidate : input.roles) {
      if (candidate.name == role) return &input;
    }
  }
  return nullptr;
}

void add_mappings(const Analysis& analysis, const Arguments& arguments, InputChoices& inputs) {
  for (const auto& [name, column] : arguments.mappings) {
    const std::size_t dot = name.find('.');
    const InputSpec* input = dot == std::string::npos ? nullptr : input_named(analysis, name.substr(0, dot));
    const std::string role = input ? name.substr(dot + 1) : name;
    if (!input) input = input_with_role(analysis, role);
    if (!input) {
      throw Error(ErrorCode::bad_param, std::string(analysis.about.id) + " has no role \"" + role + "\".",
                  "See the roles with: outlay describe " + std::string(analysis.about.id), {.role = role});
    }
    inputs[input->name].roles[role] = column;
  }
}

// Reads the files and returns the reports on them; those given as TABLE=FILE are chosen for that input.
Json add_files(const Analysis& analysis, const Arguments& arguments, Session& session, InputChoices& inputs) {
  Json files = Json::Array{};
  for (std::size_t i = 2; i < arguments.words.size(); ++i) {
    const std::string& word = arguments.words[i];
    const std::size_t equals = word.find('=');
    const InputSpec* input = equals == std::string::npos ? nullptr : input_named(analysis, word.substr(0, equals));
    Json report = session.add(read_tables(input ? word.substr(equals + 1) : word, options_of(arguments)));
    for (const Json& table : *report.find("tables")->array()) {
      if (input) inputs[input->name].among.push_back(table_id(*table.find("id")));
    }
    files.push(std::move(report));
  }
  return files;
}

// The files of a command read into a session, and what is asked of them; `files` becomes the reports on what was read.
RunRequest prepare(const Analysis& analysis, const Arguments& arguments, Session& session, Json* files) {
  RunRequest request;
  request.params = params_of(arguments);
  request.tell_unused = true;
  add_mappings(analysis, arguments, request.inputs);
  *files = add_files(analysis, arguments, session, request.inputs);
  return request;
}

Json answer_of(const Analysis& analysis, const Arguments& arguments, Session& session, ColumnRefs* refs, Json* files) {
  const RunRequest request = prepare(analysis, arguments, session, files);
  return session.run(analysis.about.id, request, {}, refs);
}

void run(const Arguments& arguments) {
  if (arguments.words.size() < 3) throw UsageError("run needs an analysis and a file");
  const Analysis& analysis = find_analysis(arguments.words[1]);
  Session session;
  PhaseTimes times;
  if (arguments.times) times.enter("reading");
  Json files;
  const RunRequest request = prepare(analysis, arguments, session, &files);
  ColumnRefs refs;
  Context::Listener listener;
  if (arguments.times) {
    listener = [&](double, std::string_view phase) {
      times.enter(phase);
      return true;
    };
  }
  // Only the whole result needs its columns in the JSON.
  const Json answer = session.run(analysis.about.id, request, listener, arguments.table.empty() ? nullptr : &refs);
  if (arguments.times) times.print();
  if (arguments.table.empty()) return write_text(arguments.out, answer.dump() + "\n");
  write_text(arguments.out, session.csv(arguments.table));
  const Json* notices = answer.find("notices");
  if (!notices->array()->empty()) std::fprintf(stderr, "%s\n", Json().set("notices", *notices).dump().c_str());
}

void explain(const Arguments& arguments) {
  if (arguments.words.size() < 3) throw UsageError("explain needs an analysis and a file");
  if (arguments.row.empty()) throw UsageError("explain needs --row COLUMN=VALUE");
  const Analysis& analysis = find_analysis(arguments.words[1]);
  Session session;
  Json files;
  const RunRequest request = prepare(analysis, arguments, session, &files);
  print(arguments, session.explain(analysis.about.id, request, {arguments.row.begin(), arguments.row.end()}));
}

// The table that is asked for, else the first of the result.
std::string csv_of(const Session& session, const Arguments& arguments, const Json& answer) {
  if (!arguments.table.empty()) return session.csv(arguments.table);
  const Json::Object& tables = *answer.find("result")->find("tables")->object();
  if (tables.empty()) throw Error(ErrorCode::bad_param, "The result has no table.", "Write another kind of report.");
  return session.csv(tables.front().first);
}

void report(const Arguments& arguments) {
  if (arguments.words.size() < 3) throw UsageError("report needs an analysis and a file");
  const std::vector<ReportFile> outs = report_files(arguments.outs);
  const bool is_link = arguments.link.rfind("https://", 0) == 0 || arguments.link.rfind("http://", 0) == 0;
  if (!arguments.link.empty() && !is_link) throw UsageError("--link needs an http or https address");
  const bool only_csv = std::all_of(outs.begin(), outs.end(), [](const ReportFile& out) { return out.form == "csv"; });
  // Told before the work, not after it.
  const Writers writers = only_csv ? Writers{} : find_writers();
  const Analysis& analysis = find_analysis(arguments.words[1]);
  Session session;
  Json files;
  const Json answer = answer_of(analysis, arguments, session, nullptr, &files);
  Json others = Json::Array{};
  for (const ReportFile& out : outs) {
    if (out.form == "csv")
      write_text(out.path, csv_of(session, arguments, answer));
    else
      others.push(Json().set("form", out.form).set("path", out.path));
  }
  if (only_csv) return;
  write_reports(writers, Json()
                             .set("info", describe_analysis(analysis))
                             .set("outcome", answer)
                             .set("files", std::move(files))
                             .set("title", arguments.title)
                             .set("link", arguments.link)
                             .set("currency", arguments.currency)
                             .set("outs", std::move(others))
                             .dump());
}

void dispatch(const Arguments& arguments) {
  if (arguments.help || (!arguments.words.empty() && arguments.words[0] == "help")) return write_text("-", usage);
  if (arguments.version) return write_text("-", "outlay " + std::string(engine_version()) + "\n");
  if (arguments.words.empty()) throw UsageError("no command");
  const std::string& command = arguments.words[0];
  if (command == "list") return list(arguments);
  if (command == "describe") return describe(arguments);
  if (command == "inspect") return inspect(arguments);
  if (command == "run") return run(arguments);
  if (command == "explain") return explain(arguments);
  if (command == "report") return report(arguments);
  throw UsageError("unknown command " + command);
}

/// The error as every caller of the engine gets it, and beside it how the command line can say which column is meant.
int refuse(const Error& error) {
  Json answer = Json().set("error", to_json(error));
  if (error.code == ErrorCode::bad_column && !error.where.role.empty() && error.where.line == 0) {
    answer.set("hint", "--map " + error.where.role + "=COLUMN");
  }
  std::fprintf(stderr, "%s\n", answer.dump().c_str());
  return 1;
}

}  // namespace
}  // namespace outlay::cli

int main(int argc, char** argv) {
  using namespace outlay;
  try {
    cli::dispatch(cli::parse_arguments({argv + 1, argv + argc}));
    return 0;
  } catch (const cli::UsageError& error) {
    std::fprintf(stderr, "outlay: %s\n\n%s", error.what(), cli::usage);
    return 2;
  } catch (const cli::AlreadyTold&) {
    return 1;
  } catch (const Error& error) {
    return cli::refuse(error);
  } catch (const std::bad_alloc&) {
    return cli::refuse({ErrorCode::bad_file, "There is not enough memory for this.", "Export fewer rows or columns."});
  } catch (const std::exception& error) {
    return cli::refuse({ErrorCode::internal, std::string("The engine failed: ") + error.what() + ".",
                        "Please report this with what you did."});
  }
}
