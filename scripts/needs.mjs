// What each command needs from the system, how to see that it is there, and what it is called elsewhere.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const includeFolders = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"];
const oldestEmscripten = [3, 1, 6];

/** The full path of a command on PATH, or null. */
export function findCommand(name, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, name);
    try {
      if (folder !== "") accessSync(file, constants.X_OK);
      else continue;
      return file;
    } catch (error) {
      if (!["ENOENT", "EACCES", "ENOTDIR"].includes(error.code)) throw error;
    }
  }
  return null;
}

/** The browser to test in: Chromium, or Chrome where that is what there is. */
export function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names.map((name) => findCommand(name)).find((file) => file !== null) ?? null;
}

/** The emcc to build with: the one on PATH, else the one of an emsdk named by EMSDK; null when absent or too old. */
export function findEmcc() {
  const sdk = process.env.EMSDK ? join(process.env.EMSDK, "upstream", "emscripten") : "";
  const emcc = findCommand("emcc") ?? findCommand("emcc", sdk);
  return emcc !== null && newEnough(emcc) ? emcc : null;
}

function newEnough(emcc) {
  const file = join(dirname(realpathSync(emcc)), "emscripten-version.txt");
  if (!existsSync(file)) return true;
  const found = readFileSync(file, "utf8").replace(/["\s]/g, "").split(/[.~-]/).map(Number);
  const at = oldestEmscripten.findIndex((part, k) => part !== found[k]);
  return at === -1 || found[at] > oldestEmscripten[at];
}

/** A Clang for C++ that brings libFuzzer along, or null; Apple's does not. */
export function findFuzzer() {
  const versions = Array.from({ length: 17 }, (_, k) => `clang++-${30 - k}`);
  const found = ["clang++", ...versions].map((name) => findCommand(name)).filter((file) => file !== null);
  return found.find(hasFuzzer) ?? null;
}

function hasFuzzer(clang) {
  const folder = execFileSync(clang, ["--print-resource-dir"], { encoding: "utf8" }).trim();
  const platform = execFileSync(clang, ["-dumpmachine"], { encoding: "utf8" }).trim();
  const processor = platform.split("-")[0];
  const places = [`linux/libclang_rt.fuzzer-${processor}.a`, `${platform}/libclang_rt.fuzzer.a`];
  return [...places, "darwin/libclang_rt.fuzzer_osx.a"].some((place) => existsSync(join(folder, "lib", place)));
}

const command = (name) => () => findCommand(name) !== null;
const header = (name) => () => includeFolders.some((folder) => existsSync(join(folder, name)));

// `for`: the commands that need it; `test` needs everything that is not `optional`.
export const systemNeeds = [
  {
    apt: "emscripten",
    brew: "emscripten",
    dnf: "emscripten",
    why: "compiles the engine to WebAssembly",
    for: ["wasm"],
    found: () => findEmcc() !== null,
  },
  { apt: "cmake", brew: "cmake", dnf: "cmake", why: "builds the C++", for: ["wasm", "cli"], found: command("cmake") },
  {
    apt: "ninja-build",
    brew: "ninja",
    dnf: "ninja-build",
    why: "builds the C++",
    for: ["wasm", "cli"],
    found: command("ninja"),
  },
  {
    apt: "libboost-dev",
    brew: "boost",
    dnf: "boost-devel",
    why: "distributions (Boost.Math, headers only)",
    for: ["wasm", "cli"],
    found: header("boost/math/distributions.hpp"),
  },
  {
    apt: "nlohmann-json3-dev",
    brew: "nlohmann-json",
    dnf: "json-devel",
    why: "JSON (header only)",
    for: ["wasm", "cli"],
    found: header("nlohmann/json.hpp"),
  },
  {
    apt: "libfast-float-dev",
    brew: "fast_float",
    dnf: "fast_float-devel",
    why: "reads numbers (header only)",
    for: ["wasm", "cli"],
    found: header("fast_float/fast_float.h"),
  },
  { apt: "xz-utils", brew: "xz", dnf: "xz", why: "packs the engine", for: ["wasm"], found: command("xz") },
  { apt: "g++", brew: "gcc", dnf: "gcc-c++", why: "compiles the engine natively", for: ["cli"], found: command("g++") },
  {
    apt: "libgtest-dev",
    brew: "googletest",
    dnf: "gtest-devel",
    why: "C++ tests",
    for: ["test"],
    found: header("gtest/gtest.h"),
  },
  {
    apt: "clang-format",
    brew: "clang-format",
    dnf: "clang-tools-extra",
    why: "checks how the C++ is laid out",
    for: ["check"],
    found: command("clang-format"),
  },
  {
    apt: "chromium",
    brew: "chromium",
    dnf: "chromium",
    why: "tests the page in a real browser",
    for: ["test"],
    found: () => findChromium() !== null,
  },
  {
    apt: "clang",
    brew: "llvm",
    dnf: "clang",
    why: "fuzzes the engine",
    for: ["fuzz"],
    optional: true,
    found: () => findFuzzer() !== null,
  },
  {
    apt: "libclang-rt-dev",
    brew: "llvm",
    dnf: "compiler-rt",
    why: "fuzzes the engine (libFuzzer)",
    for: ["fuzz"],
    optional: true,
    found: () => findFuzzer() !== null,
  },
  {
    apt: "libreoffice-calc-nogui",
    brew: "--cask libreoffice",
    dnf: "libreoffice-calc",
    why: "opens the workbook in a test",
    for: ["office"],
    optional: true,
    found: command("soffice"),
  },
];
