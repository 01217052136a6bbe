// One code point to one to four bytes.
#include "core/utf8.h"

namespace outlay {

void append_utf8(char32_t code, std::string& out) {
  const auto trail = [&](int shift) { out += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    trail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    trail(6);
    trail(0);
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    trail(12);
    trail(6);
    trail(0);
  }
}

}  // namespace outlay
