// What a running analysis may tell the outside: how far it is, and what is doubtful.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/notice.h"

namespace outlay {

class Context {
 public:
  /// Receives a fraction in [0, 1] and the name of the phase; returns false to cancel.
  using Listener = std::function<bool(double, std::string_view)>;

  Context() = default;
  explicit Context(Listener listener) : listener_(std::move(listener)) {}

  /// Throws `cancelled` when the listener asks to stop.
  void progress(double fraction, std::string_view phase) {
    if (listener_ && !listener_(fraction, phase)) throw Error(ErrorCode::cancelled, "The run was cancelled.", "");
  }

  void notice(Notice notice) { notices_.push_back(std::move(notice)); }
  const std::vector<Notice>& notices() const { return notices_; }

 private:
  Listener listener_;
  std::vector<Notice> notices_;
};

}  // namespace outlay
