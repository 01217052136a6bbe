// How one fuzz input is fed: its last two bytes draw the sizes of the pieces and the options, the rest is the file.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/reader.h"

namespace outlay::fuzz {

class Plan {
 public:
  // At the end, so that a file from the disk is a fuzz input as it is.
  Plan(const std::uint8_t* data, std::size_t size) : file(reinterpret_cast<const char*>(data), size) {
    if (size < 2) return;
    state_ = (data[size - 1] * 256u + data[size - 2]) * 2654435761u;
    draw(1);
    // A file of one window only never crosses from one to the next: now and then it is fed many times over.
    if (draw(64) == 0) repeats_ = std::min<std::size_t>(repeated_bytes / size + 1, 200);
    const std::uint32_t lie = draw(8);
    stated_ = static_cast<double>(size * repeats_) * (lie == 0 ? 0 : lie == 1 ? 0.5 : lie == 2 ? 3 : 1);
    const std::uint32_t order = draw(8);
    if (order == 0) options_.date_order = ingest::DateOrder::day_first;
    if (order == 1) options_.date_order = ingest::DateOrder::month_first;
    const std::uint32_t mark = draw(8);
    options_.decimal_mark = mark == 0 ? ',' : mark == 1 ? '.' : char{0};
    constexpr const char* shapes[] = {"", "", "", "as_is", "long", "wide"};
    options_.shape = shapes[draw(6)];
    largest_ = std::size_t{1} << (repeats_ > 1 ? 10 + draw(7) : draw(17));
  }

  /// A number below `limit`, the same every time for the same input.
  std::uint32_t draw(std::uint32_t limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(state_) * limit) >> 32);
  }

  ingest::Reader reader() const { return {"fuzz.csv", stated_, options_}; }

  /// The file as it comes, each repeat at once.
  void feed_whole(ingest::Reader& reader) const {
    for (std::size_t k = 0; k < repeats_; ++k) reader.feed(file);
  }

  /// The same bytes, cut anywhere.
  void feed_pieces(ingest::Reader& reader) {
    for (std::size_t k = 0; k < repeats_; ++k) {
      for (std::size_t at = 0; at < file.size();) {
        const std::string_view piece = file.substr(at, 1 + draw(static_cast<std::uint32_t>(largest_)));
        // A copy of its own: reading past its end, or after it is gone, is then seen.
        const std::string copy(piece);
        reader.feed(copy);
        at += piece.size();
      }
    }
  }

  std::string_view file;

 private:
  static constexpr std::size_t repeated_bytes = 320 * 1024;

  std::uint32_t state_ = 0;
  std::size_t repeats_ = 1;
  std::size_t largest_ = 1;
  double stated_ = 0;
  ingest::ReadOptions options_;
};

}  // namespace outlay::fuzz
