// Reading and writing with the C library's streams.
#include "cli/files.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "core/error.h"

namespace outlay::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin && file != stdout) std::fclose(file);
  }
};
using Handle = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void refuse(const std::string& path, const std::string& what, const std::string& remedy) {
  throw Error(ErrorCode::bad_file, path + " " + what + ": " + std::strerror(errno) + ".", remedy, {.file = path});
}

Handle open_to_read(const std::string& path) {
  if (path == "-") return Handle(stdin);
  Handle file(std::fopen(path.c_str(), "rb"));
  if (!file) refuse(path, "cannot be opened", "Check the path and the permissions.");
  return file;
}

// What would be another if the file were written to, cut or replaced. Nothing for pipes, which have no size.
struct State {
  bool is_known = false;
  ino_t file = 0;
  off_t size = 0;
  timespec changed{};

  bool operator==(const State& other) const {
    return is_known == other.is_known && file == other.file && size == other.size &&
           changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec;
  }
};

State state_of(const std::string& path) {
  struct stat info {};
  if (path == "-" || stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  return {true, info.st_ino, info.st_size, info.st_mtim};
}

[[noreturn]] void refuse_changed(const std::string& path) {
  throw Error(ErrorCode::bad_file, path + " was changed, moved or replaced while it was read.",
              "Wait until whatever writes it has finished, then run this again.", {.file = path});
}

std::string base_name(const std::string& path) {
  return path == "-" ? "standard input" : path.substr(path.find_last_of('/') + 1);
}

}  // namespace

void read_chunks(const std::string& path, const std::function<void(std::string_view)>& take) {
  const State before = state_of(path);
  const Handle file = open_to_read(path);
  std::vector<char> chunk(1 << 18);
  off_t read = 0;
  while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    read += static_cast<off_t>(count);
    take({chunk.data(), count});
  }
  if (std::ferror(file.get())) refuse(path, "cannot be read", "Check that it is a file and not a folder.");
  if (before.is_known && (!(state_of(path) == before) || read != before.size)) refuse_changed(path);
}

ingest::File read_tables(const std::string& path, const ingest::ReadOptions& options) {
  try {
    ingest::Reader reader(base_name(path), static_cast<double>(state_of(path).size), options);
    read_chunks(path, [&](std::string_view chunk) { reader.feed(chunk); });
    return reader.finish();
  } catch (const std::bad_alloc&) {
    throw ingest::larger_than_memory(base_name(path));
  }
}

std::string read_text(const std::string& path) {
  std::string text;
  read_chunks(path, [&](std::string_view chunk) { text += chunk; });
  return text;
}

void write_text(const std::string& path, std::string_view text) {
  const Handle file(path == "-" ? stdout : std::fopen(path.c_str(), "wb"));
  if (!file) refuse(path, "cannot be written", "Check the folder and the permissions.");
  const bool whole = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (!whole || std::fflush(file.get()) != 0) refuse(path, "cannot be written", "Check the space on the disk.");
}

}  // namespace outlay::cli
