// The project's own rules: each is shown one text that breaks it.
import { expect, test } from "vitest";
import { rulesBrokenBy } from "../../../scripts/style.mjs";

const broken = (path: string, body: string) => rulesBrokenBy(path, `// What it is.\n${body}\n`);

test.each([
  ["cpp/core/table.cpp", "#include <nlohmann/json.hpp>"],
  ["cpp/ingest/csv.cpp", "#include <boost/math/distributions.hpp>"],
  ["cpp/session/session.cpp", "#include <emscripten/bind.h>"],
  ["cpp/core/table.cpp", '#include "math/order.h"'],
  ["cpp/analyses/scoring/adsets.cpp", '#include "analyses/budget/plan.h"'],
  ["cpp/analyses/scoring/adsets.cpp", '#include "../budget/plan.h"'],
  ["web/src/ui/table/rows.ts", 'import { files } from "../../state/project";'],
  ["web/src/analyses/generic.tsx", 'import { drop } from "../ingest/drop";'],
  ["web/src/engine/client.ts", 'export type { Route } from "../app";'],
  ["web/src/state/project.ts", 'import { AnalysisResult } from "../analyses";'],
  ["web/src/engine/load.ts", "await fetch(url);"],
  ["web/src/app.tsx", "navigator.sendBeacon(url);"],
  ["scripts/samples/market.mjs", "await fetch(url);"],
  ["web/src/app.tsx", 'const dash = "\u2014";'],
  ["cpp/ingest/vocabulary.cpp", 'const char* cost = "Co\u00fbt";'],
  ["tests/cpp/ingest/platforms/google_ads.cpp", 'const char* cost = "Co\u00fbt";'],
])("%s may not hold %s", (path, body) => {
  expect(broken(path, body)).toHaveLength(1);
});

test.each([
  ["cpp/core/json.cpp", "#include <nlohmann/json.hpp>"],
  ["cpp/math/binomial.cpp", "#include <boost/math/distributions/beta.hpp>"],
  ["cpp/wasm/bind.cpp", "#include <emscripten/bind.h>"],
  ["cpp/ingest/platforms/google_ads.cpp", 'const char* cost = "Co\u00fbt";'],
  ["cpp/analyses/scoring/adsets.cpp", '#include "math/binomial.h"\n#include "analyses/scoring/window.h"'],
  ["web/src/analyses/scoring/adsets/page.tsx", 'import { Page } from "../../../ui/layout";'],
  ["web/src/frame/result.tsx", 'import { AnalysisResult } from "../analyses";'],
  ["web/src/app.tsx", 'import "./ui/styles.css";\nimport { files } from "./state/project";'],
])("%s may hold %s", (path, body) => {
  expect(broken(path, body)).toEqual([]);
});

test("a file opens with a comment and stays short", () => {
  expect(rulesBrokenBy("scripts/a.mjs", "const a = 1;\n")).toHaveLength(1);
  expect(broken("scripts/a.mjs", "\n".repeat(400))).toHaveLength(1);
});
