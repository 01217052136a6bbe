// The built command in a folder of its own, with a small file to work on.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "core/json.h"
#include "support/reference.h"

namespace outlay::support {

class Command : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "outlay-XXXXXX";
    ASSERT_TRUE(mkdtemp(name.data()));
    folder_ = name + "/";
    write("weeks.csv",
          "week_start,adset_id,channel,spend,clicks,ihc,pltv\n2026-11-16,A,Meta,500,400,20,60\n2026-11-16,B,Meta,900,"
          "400,10,60\n");
  }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ + name) << text; }
  std::string written(const std::string& name) const { return read_file(folder_ + name); }

  // Runs with the folder as the working directory; keeps both streams.
  int run(const std::string& arguments) { return run_as("'" OUTLAY_COMMAND "'", arguments); }

  int run_as(const std::string& command, const std::string& arguments) {
    const std::string line = "cd '" + folder_ + "' && " + command + " " + arguments + " >out.txt 2>err.txt </dev/null";
    const int status = std::system(line.c_str());
    out = written("out.txt");
    err = written("err.txt");
    return WEXITSTATUS(status);
  }

  std::string error_code() const { return *Json::parse(err).find("error")->find("code")->text(); }

  std::string folder_, out, err;
};

}  // namespace outlay::support
