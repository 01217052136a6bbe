// Finds what a command needs and is not there, says what it will install and why, and installs it.
import "./node-version.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findCommand, systemNeeds } from "./needs.mjs";
import { capture, hand, isMain, main, root, run } from "./run.mjs";

const plain = (message) => Object.assign(new Error(message), { plain: true });

/** Makes sure that everything for these purposes ("wasm", "cli", "check", "test") is there; "all" means each. */
export async function setUp(purposes) {
  const all = purposes.includes("all");
  const wanted = systemNeeds.filter((need) => (all && !need.optional) || need.for.some((p) => purposes.includes(p)));
  const missing = wanted.filter((need) => !need.found());
  if (missing.length > 0) await installSystemPackages(missing);
  if (!npmPackagesCurrent()) await installNpmPackages();
}

async function installSystemPackages(missing) {
  if (!isDebianLike()) throw plain(elsewhere(missing));
  console.log("To install from this system's packages:");
  for (const need of missing) console.log(`  ${need.apt.padEnd(20)} ${need.why}`);
  const install = ["install", "-y", "--no-install-recommends", ...missing.map((need) => need.apt)];
  const prefix = await rootPrefix(`apt-get ${install.join(" ")}`);
  // A person at a terminal may be asked for a password and sees what apt does; a log gets it only if it fails.
  const work = process.stdin.isTTY && process.stdout.isTTY ? hand : run;
  const apt = (args) => work(prefix[0], [...prefix.slice(1), ...args]);
  // A source that cannot be reached need not matter: the install says so if it does.
  await apt(["update", "-qq"]).catch(() => console.log("apt-get update had trouble; trying with what is known."));
  const size = await downloadSize(install);
  if (size) console.log(size);
  console.log("Installing; this can take some minutes.");
  await apt(["-q", ...install]);
  const still = missing.filter((need) => !need.found());
  if (still.length > 0) throw plain(`Installed, but still not usable: ${still.map(describe).join(", ")}.`);
}

const describe = (need) =>
  need.apt === "emscripten" ? "emscripten (3.1.6 or newer is needed; an emsdk on PATH will do)" : need.apt;

/** The command words that run apt-get as root without a question where that is possible. */
async function rootPrefix(asked) {
  const apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
  if (process.getuid() === 0) return apt;
  if (findCommand("sudo") === null) throw plain(`This needs root. As root, run: ${asked}`);
  if ((await capture("sudo", ["-n", "true"])).code === 0) return ["sudo", "-n", ...apt];
  if (process.stdin.isTTY) return ["sudo", ...apt];
  throw plain(`This needs root, and there is no terminal to ask for a password. Run: sudo ${asked}`);
}

/** apt's own sentence about the size of what it is about to do. */
async function downloadSize(install) {
  const dry = install.filter((word) => word !== "-y");
  const options = { env: { LC_ALL: "C" } };
  const { output } = await capture("apt-get", ["--assume-no", "-o", "Debug::NoLocking=1", ...dry], options);
  return output.match(/^(Need to get|After this operation).*$/gm)?.join("\n");
}

function isDebianLike() {
  if (findCommand("apt-get") === null || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
}

function elsewhere(missing) {
  const names = (manager) => missing.map((need) => need[manager]).join(" ");
  return [
    "Outlay installs what it needs by itself on Debian 12, Ubuntu and their relatives only. Missing here:",
    ...missing.map((need) => `  ${need.apt.padEnd(20)} ${need.why}`),
    `macOS:   brew install ${names("brew")}`,
    `Fedora:  sudo dnf install ${names("dnf")}`,
    "Windows: use WSL with Debian or Ubuntu.",
    "Then run the same command again.",
  ].join("\n");
}

/** Compares what the lock asks for with what npm says it has put into node_modules. */
function npmPackagesCurrent() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional || have[path]?.version === entry.version,
  );
}

async function installNpmPackages() {
  console.log("Installing npm packages (about 200 MB in node_modules): the page's libraries and its tools.");
  const cli = process.env.npm_execpath;
  const [command, args] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  const quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  await hand(command, [...args, ...quiet], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } });
}

if (isMain(import.meta.url)) main(() => setUp(process.argv.length > 2 ? process.argv.slice(2) : ["all"]));
