// What a user can be told went wrong: a code, a message, the place and the remedy.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "core/notice.h"

namespace outlay {

enum class ErrorCode {
  bad_file,
  bad_column,
  bad_param,
  infeasible,
  not_enough_data,
  not_converged,
  cancelled,
  internal
};

std::string_view name_of(ErrorCode code);

/// The place an error speaks of; empty members do not apply. `line` counts from 1; `parameter` is a JSON pointer.
struct Where {
  std::string file;
  std::int64_t line = 0;
  std::string column;
  std::string text;
  std::string parameter;
  std::string table;
  std::string role;
};

/// Thrown by the engine for anything the user can mend, and caught once, at the boundary.
struct Error : std::exception {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string remedy;
  Where where;
  /// What the message says, as data: each with a code and its numbers and texts.
  std::vector<Notice> details;

  Error() = default;
  Error(ErrorCode code, std::string message, std::string remedy, Where where = {}, std::vector<Notice> details = {});
  const char* what() const noexcept override { return message.c_str(); }
};

}  // namespace outlay
