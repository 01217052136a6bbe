// From the bytes of a file to UTF-8: what encoding they are in, and the conversion, chunk by chunk.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace outlay::ingest {

enum class Encoding { utf8, utf16le, utf16be, windows1252, shift_jis };

std::string_view name_of(Encoding encoding);

struct Detected {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;  // length of the byte order mark to pass over
};

/// By the byte order mark; else by many zero bytes (UTF-16); else UTF-8 when it is valid; else Shift_JIS when it is
/// valid and holds kana; else Windows-1252, which any bytes are. `whole` says that `head` is the whole file.
Detected detect_encoding(std::string_view head, bool whole);

/// Whether all of it is valid UTF-8; where it is not `whole`, its last character may be cut.
bool is_utf8(std::string_view text, bool whole);

/// Converts pieces of text; `last` says that no more follow. What is not valid becomes U+FFFD.
using Convert = std::function<void(std::string_view bytes, std::string& out, bool last)>;

/// How Shift_JIS is read: natively by iconv. In WebAssembly the host sets its own, since the C library's tables for all
/// East Asian encodings would double the module.
extern std::function<Convert()> make_shift_jis_converter;

/// Converts a stream whose chunks may end within a character.
class Decoder {
 public:
  explicit Decoder(Encoding encoding);

  /// Appends the text of `bytes` to `out`; `last` says that no more follow.
  void append(std::string_view bytes, std::string& out, bool last);

 private:
  void append_utf16(std::string_view bytes, std::string& out, bool last);

  Encoding encoding_;
  std::string rest_;             // UTF-16: a byte that the next chunk completes
  unsigned high_surrogate_ = 0;  // UTF-16: the first half of a pair
  Convert shift_jis_;
};

}  // namespace outlay::ingest
