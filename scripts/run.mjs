// Runs a child process: quietly (its output is kept and shown only when it fails) or in full view.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A command that ended badly; `output` is what it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/** Resolves with the exit code and everything printed; never rejects for a bad exit code. */
export function capture(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on("data", (chunk) => {
        chunks.push(chunk);
        if (show) out.write(chunk);
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs quietly and returns what was printed; rejects with CommandFailed for a bad exit code. */
export async function run(command, args, options) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) throw new CommandFailed([command, ...args].join(" "), code, output);
  return output;
}

/** Runs with the terminal handed over (questions, progress bars); rejects for a bad exit code. */
export function hand(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code, signal) =>
      code === 0 ? resolve() : reject(new CommandFailed([command, ...args].join(" "), code ?? signal, "")),
    );
  });
}

/** Runs a main function; a failed command prints what it said, any other error its message. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof CommandFailed && error.output) console.error(error.output.trimEnd());
    console.error(error instanceof CommandFailed || error.plain ? error.message : error);
    process.exitCode = 1;
  }
}

/** True when the module at this URL is the one that node was asked to run. */
export const isMain = (url) => process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1]);
