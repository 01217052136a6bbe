// Lists the project's own source files, in a fixed order.
import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { root } from "./run.mjs";

const notSource = new Set(["node_modules", "data", "test-results"]);

/** Paths relative to the repository of all files below these folders that end in one of these extensions. */
export function sourceFiles(folders, extensions) {
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => walk(folder, extensions));
}

function walk(folder, extensions) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : walk(path, extensions);
      return extensions.includes(extname(entry.name)) ? [path] : [];
    });
}
