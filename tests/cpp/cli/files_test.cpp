// A file that is written to, cut or replaced while the command reads it.
#include "cli/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "core/error.h"

namespace outlay::cli {
namespace {

class ChangingFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "outlay-XXXXXX";
    ASSERT_TRUE(mkdtemp(name.data()));
    path_ = name + "/growing.csv";
    write(path_, std::string(1 << 20, 'x'));
  }

  static void write(const std::string& path, const std::string& text, std::ios::openmode mode = std::ios::out) {
    std::ofstream(path, mode) << text;
  }

  // Reads, with something happening to the file after its first bytes.
  template <class Change>
  void expect_refused(Change change) {
    bool done = false;
    try {
      read_chunks(path_, [&](std::string_view) {
        if (!std::exchange(done, true)) change();
      });
      FAIL() << "was accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code, ErrorCode::bad_file);
      EXPECT_NE(error.message.find("while it was read"), std::string::npos) << error.message;
      EXPECT_NE(error.remedy.find("run this again"), std::string::npos);
      EXPECT_EQ(error.where.file, path_);
    }
  }

  std::string path_;
};

TEST_F(ChangingFile, ThatStaysIsRead) {
  std::size_t bytes = 0;
  read_chunks(path_, [&](std::string_view chunk) { bytes += chunk.size(); });
  EXPECT_EQ(bytes, std::size_t{1} << 20);
}

TEST_F(ChangingFile, ThatGrowsIsRefused) {
  expect_refused([&] { write(path_, "more", std::ios::app); });
}

TEST_F(ChangingFile, ThatShrinksIsRefused) {
  expect_refused([&] { ASSERT_EQ(truncate(path_.c_str(), 300000), 0); });
}

TEST_F(ChangingFile, ThatIsReplacedIsRefused) {
  expect_refused([&] {
    write(path_ + ".new", std::string(1 << 20, 'y'));
    ASSERT_EQ(std::rename((path_ + ".new").c_str(), path_.c_str()), 0);
  });
}

TEST_F(ChangingFile, ThatIsDeletedIsRefused) {
  expect_refused([&] { ASSERT_EQ(std::remove(path_.c_str()), 0); });
}

TEST_F(ChangingFile, ThatStaysGivesItsTables) {
  write(path_, "a,b\n1,2\n");
  EXPECT_EQ(read_tables(path_, {}).tables.size(), 1u);
}

}  // namespace
}  // namespace outlay::cli
