// Fuzzes what follows a drop: report, preview, the choice of columns, a run of the scores and its export.
#include "session/session.h"

#include <cstdio>
#include <cstdlib>

#include "analyses/registry.h"
#include "plan.h"

namespace {

using namespace outlay;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "FIND: %s\n", what);
  std::abort();
}

// Every text that leaves the engine must be JSON that a strict parser takes.
Json sent(const Json& json) { return Json::parse(json.dump()); }

struct Seen {
  int id;
  std::vector<std::string> columns;
};

Seen look_at(const Session& session, const Json& report) {
  Seen seen{static_cast<int>(*report.find("id")->number()), {}};
  const double rows = *report.find("rows")->number();
  const Json head = sent(session.preview(seen.id, 0, 20));
  for (const Json& name : *head.find("columns")->array()) seen.columns.push_back(*name.text());
  expect(head.find("rows")->array()->size() == (rows < 20 ? static_cast<std::size_t>(rows) : 20), "rows of a preview");
  for (const Json& row : *head.find("rows")->array()) {
    expect(row.array()->size() == seen.columns.size(), "a row of the preview is as wide as its columns");
  }
  session.preview(seen.id, static_cast<std::size_t>(rows), 5);
  session.preview(seen.id, static_cast<std::size_t>(-1), static_cast<std::size_t>(-1));
  return seen;
}

void check_columns(const ColumnRefs& refs, const Json& answer) {
  for (const auto& [name, table] : *answer.find("result")->find("tables")->object()) {
    const auto rows = static_cast<std::size_t>(*table.find("rows")->number());
    for (const auto& [column, wire] : *table.find("columns")->object()) {
      if (const Json* k = wire.find("$f64")) {
        expect(refs.f64.at(static_cast<std::size_t>(*k->number()))->size() == rows, "length of a number column");
        continue;
      }
      const Json* text = wire.find("$text");
      const Json* k = (text ? text->find("codes") : wire.find("$day"))->find("$i32");
      const auto& values = *refs.i32.at(static_cast<std::size_t>(*k->number()));
      expect(values.size() == rows, "length of a text or day column");
      if (!text) continue;
      const auto words = static_cast<std::int32_t>(text->find("dictionary")->array()->size());
      for (std::int32_t code : values) expect(code >= -1 && code < words, "a code within its dictionary");
    }
  }
}

void run(Session& session, const Analysis& analysis, const RunRequest& request) {
  try {
    ColumnRefs refs;
    const Json answer = sent(session.run(analysis.about.id, request, {}, &refs));
    check_columns(refs, answer);
    for (const auto& table : *answer.find("result")->find("tables")->object()) session.csv(table.first);
    session.run(analysis.about.id, request, {}, nullptr).dump();
  } catch (const Error& error) {
    to_json(error).dump();
  }
}

// With the columns that the session chose, then with columns of the input's choice, so that odd cells reach the sums.
void run_all(Session& session, const std::vector<Seen>& tables, fuzz::Plan& plan) {
  for (const Analysis& analysis : registry()) {
    run(session, analysis, {});
    for (const Seen& seen : tables) {
      if (seen.columns.empty()) continue;
      RunRequest request;
      const InputSpec& input = analysis.about.inputs.front();
      InputChoice& choice = request.inputs[input.name];
      choice.table = seen.id;
      for (const Role& role : input.roles) {
        const auto width = static_cast<std::uint32_t>(seen.columns.size());
        if (role.required || plan.draw(2)) choice.roles[role.name] = seen.columns[plan.draw(width)];
      }
      run(session, analysis, request);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Plan plan(data, size);
  try {
    ingest::Reader reader = plan.reader();
    plan.feed_whole(reader);
    Session session;
    const Json report = sent(session.add(reader.finish()));
    std::vector<Seen> tables;
    std::vector<int> ids;
    for (const Json& table : *report.find("tables")->array()) {
      tables.push_back(look_at(session, table));
      ids.push_back(tables.back().id);
    }
    sent(session.suits(ids));
    run_all(session, tables, plan);
  } catch (const Error& error) {
    sent(to_json(error));
  }
  return 0;
}
