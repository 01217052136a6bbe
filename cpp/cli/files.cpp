// Reading and writing with the C library's streams.
#include "cli/files.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
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

double size_of(const std::string& path) {
  struct stat info {};
  return path != "-" && stat(path.c_str(), &info) == 0 ? static_cast<double>(info.st_size) : 0;
}

std::string base_name(const std::string& path) {
  return path == "-" ? "standard input" : path.substr(path.find_last_of('/') + 1);
}

template <class Take>
void read_chunks(const std::string& path, Take take) {
  const Handle file = open_to_read(path);
  std::vector<char> chunk(1 << 18);
  while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file.get())) take({chunk.data(), count});
  if (std::ferror(file.get())) refuse(path, "cannot be read", "Check that it is a file and not a folder.");
}

}  // namespace

ingest::File read_tables(const std::string& path, const ingest::ReadOptions& options) {
  ingest::Reader reader(base_name(path), size_of(path), options);
  read_chunks(path, [&](std::string_view chunk) { reader.feed(chunk); });
  return reader.finish();
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
