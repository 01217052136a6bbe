// Text that grows at its end and is used up from its start.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

namespace outlay::ingest {

class TextBuffer {
 public:
  /// So many bytes behind the text can be read, whatever they hold: short cells are loaded as whole words.
  static constexpr std::size_t padding = 64;

  const char* data() const { return bytes_.data(); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  char back() const { return bytes_[size_ - 1]; }

  void append(std::string_view text) {
    if (text.empty()) return;
    if (bytes_.size() < size_ + text.size() + padding) bytes_.resize(size_ + text.size() + padding);
    std::memcpy(bytes_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }

  void drop_front(std::size_t count) {
    size_ -= count;
    if (size_ > 0) std::memmove(bytes_.data(), bytes_.data() + count, size_);
  }

 private:
  std::vector<char> bytes_ = std::vector<char>(padding);
  std::size_t size_ = 0;
};

}  // namespace outlay::ingest
