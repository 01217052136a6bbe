// Runs the writers of reports as a child process that reads the result from its standard input.
#include "cli/report.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>

#include "cli/arguments.h"
#include "core/error.h"
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace outlay::cli {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string form_of(const std::string& path) {
  if (ends_with(path, ".xlsx")) return "xlsx";
  if (ends_with(path, ".csv")) return "csv";
  if (ends_with(path, ".md")) return "summary.md";
  if (ends_with(path, ".json")) return "slack.json";
  if (ends_with(path, ".txt")) return "slack.txt";
  throw UsageError("report writes files that end in .xlsx, .md, .json, .txt or .csv, not \"" + path + "\"");
}

// The folder of this executable, with its slash.
std::string own_folder() {
  std::string path(PATH_MAX, '\0');
#ifdef __APPLE__
  std::uint32_t size = PATH_MAX;
  path.resize(_NSGetExecutablePath(path.data(), &size) == 0 ? std::string(path.c_str()).size() : 0);
#else
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
  path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
#endif
  return path.substr(0, path.find_last_of('/') + 1);
}

// The full path of a command on PATH; empty when there is none.
std::string on_path(const std::string& name) {
  const char* given = std::getenv("PATH");
  std::string folders = given ? given : "";
  while (!folders.empty()) {
    const std::size_t colon = folders.find(':');
    const std::string file = folders.substr(0, colon) + "/" + name;
    if (file.size() > name.size() + 1 && access(file.c_str(), X_OK) == 0) return file;
    folders = colon == std::string::npos ? "" : folders.substr(colon + 1);
  }
  return {};
}

std::string find_node() {
  const char* given = std::getenv("OUTLAY_NODE");
  if (given && *given) return access(given, X_OK) == 0 ? given : "";
  return on_path("node");
}

[[noreturn]] void become(const Writers& writers, const int (&pipe_ends)[2]) {
  dup2(pipe_ends[0], STDIN_FILENO);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  execl(writers.node.c_str(), writers.node.c_str(), writers.script.c_str(), static_cast<char*>(nullptr));
  _exit(127);
}

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;  // the child is gone: how it ended says why
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

[[noreturn]] void failed(const std::string& what) {
  throw Error(ErrorCode::internal, "The writers of reports " + what + ".", "Please report this with what you did.");
}

}  // namespace

std::vector<ReportFile> report_files(const std::vector<std::string>& paths) {
  if (paths.empty()) throw UsageError("report needs --out with a file");
  std::vector<ReportFile> files;
  for (const std::string& path : paths) files.push_back({form_of(path), path});
  return files;
}

Writers find_writers() {
  Writers writers{find_node(), own_folder() + "report.mjs"};
  if (writers.node.empty()) {
    throw Error(ErrorCode::bad_file, "Reports are written by Node, which was not found.",
                "Install Node 20 or newer, or set OUTLAY_NODE to its path.");
  }
  if (access(writers.script.c_str(), R_OK) != 0) {
    throw Error(ErrorCode::bad_file, "The writers of reports were not found beside this command.",
                "Build them with: npm run build:cli. They are one file, report.mjs, and stay beside the command.",
                {.file = writers.script});
  }
  return writers;
}

void write_reports(const Writers& writers, std::string_view asked) {
  int ends[2];
  if (pipe(ends) != 0) failed("could not be started");
  std::signal(SIGPIPE, SIG_IGN);
  const pid_t child = fork();
  if (child < 0) failed("could not be started");
  if (child == 0) become(writers, ends);
  close(ends[0]);
  write_all(ends[1], asked);
  close(ends[1]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (!WIFEXITED(status)) failed("were stopped, perhaps for lack of memory");
  if (WEXITSTATUS(status) == 1) throw AlreadyTold{};
  if (WEXITSTATUS(status) != 0) failed("ended with exit code " + std::to_string(WEXITSTATUS(status)));
}

}  // namespace outlay::cli
