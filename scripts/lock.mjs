// Checks that package-lock.json installs anywhere: no host names, all platforms' native parts, exact versions asked for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** One line for each thing in the lock that would fail on some other machine. */
export function lockTroubles(lock) {
  const { "": project, ...packages } = lock.packages;
  const broken = [];
  for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
    if (!/^\d/.test(version)) broken.push(`package.json: ${name} ${version} is not an exact version`);
  }
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved) broken.push(`package-lock.json: ${path} names a host`);
    if (!entry.integrity && !entry.link) broken.push(`package-lock.json: ${path} has no integrity`);
    for (const part of Object.keys(entry.optionalDependencies ?? {})) {
      const there = `node_modules/${part}` in packages || `${path}/node_modules/${part}` in packages;
      if (!there)
        broken.push(`package-lock.json: ${part}, an optional part of ${path}, is absent; npm ci would refuse`);
    }
  }
  return broken;
}

export const brokenLock = () => lockTroubles(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
