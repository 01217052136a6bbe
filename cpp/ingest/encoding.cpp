// Detection by evidence in the bytes, conversion of UTF-16 and Windows-1252 by hand, of Shift_JIS by the C library's
// iconv.
#include "ingest/encoding.h"

#ifndef __EMSCRIPTEN__
#include <iconv.h>
#endif

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/utf8.h"

namespace outlay::ingest {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// Length of a UTF-8 character by its first byte; 0 when it cannot begin one.
std::size_t utf8_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

// Valid double bytes throughout, and enough of them in the rows of hiragana and katakana to tell Japanese from chance.
bool is_shift_jis(std::string_view text, bool whole) {
  std::size_t kana = 0;
  std::size_t beyond_ascii = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) continue;
    ++beyond_ascii;
    if (lead >= 0xA1 && lead <= 0xDF) continue;  // half-width katakana
    const bool is_lead = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
    if (!is_lead) return false;
    if (++i == text.size()) return !whole && kana > 0;
    const auto trail = static_cast<unsigned char>(text[i]);
    if (trail < 0x40 || trail == 0x7F || trail > 0xFC) return false;
    kana += lead == 0x82 || lead == 0x83;
  }
  return kana * 10 >= beyond_ascii && kana > 0;
}

// UTF-16 without a mark: every other byte of plain text is zero.
bool has_zeros_at(std::string_view text, std::size_t parity) {
  std::size_t zeros = 0;
  const std::size_t looked_at = std::min<std::size_t>(text.size(), 1000);
  for (std::size_t i = parity; i < looked_at; i += 2) zeros += text[i] == '\0';
  return zeros * 2 > looked_at / 2 && zeros > 2;
}

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F (the WHATWG index).
constexpr unsigned windows_codes[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                        0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                        0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                        0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

}  // namespace

bool is_utf8(std::string_view text, bool whole) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(static_cast<unsigned char>(text[i]));
    if (length == 0) return false;
    if (i + length > text.size()) return !whole;
    for (std::size_t k = 1; k < length; ++k) {
      if ((text[i + k] & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

std::string_view name_of(Encoding encoding) {
  constexpr std::string_view names[] = {"utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis"};
  return names[static_cast<int>(encoding)];
}

Detected detect_encoding(std::string_view head, bool whole) {
  if (starts_with(head, "\xef\xbb\xbf")) return {Encoding::utf8, 3};
  if (starts_with(head, "\xff\xfe")) return {Encoding::utf16le, 2};
  if (starts_with(head, "\xfe\xff")) return {Encoding::utf16be, 2};
  if (has_zeros_at(head, 1)) return {Encoding::utf16le, 0};
  if (has_zeros_at(head, 0)) return {Encoding::utf16be, 0};
  if (is_utf8(head, whole)) return {Encoding::utf8, 0};
  return {is_shift_jis(head, whole) ? Encoding::shift_jis : Encoding::windows1252, 0};
}

#ifndef __EMSCRIPTEN__
namespace {

// An iconv conversion with the bytes of a character that the next piece completes.
class Iconv {
 public:
  Iconv() : handle_(iconv_open("UTF-8", "SHIFT_JIS"), iconv_close) {}

  void operator()(std::string_view bytes, std::string& out, bool last) {
    rest_.append(bytes);
    char* in = rest_.data();
    std::size_t left = rest_.size();
    char buffer[4096];
    while (left > 0) {
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t result = iconv(handle_.get(), &in, &left, &to, &room);
      out.append(buffer, sizeof buffer - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      if (errno == EINVAL && !last) break;
      append_utf8(replacement_character, out);
      ++in;
      --left;
    }
    rest_.erase(0, rest_.size() - left);
  }

 private:
  std::shared_ptr<void> handle_;
  std::string rest_;
};

}  // namespace

std::function<Convert()> make_shift_jis_converter = [] { return Convert(Iconv()); };
#else
std::function<Convert()> make_shift_jis_converter;
#endif

Decoder::Decoder(Encoding encoding) : encoding_(encoding) {
  if (encoding == Encoding::shift_jis) shift_jis_ = make_shift_jis_converter();
}

void Decoder::append(std::string_view bytes, std::string& out, bool last) {
  if (encoding_ == Encoding::utf8) {
    out.append(bytes);
  } else if (encoding_ == Encoding::windows1252) {
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      append_utf8(byte >= 0x80 && byte < 0xA0 ? windows_codes[byte - 0x80] : byte, out);
    }
  } else if (encoding_ == Encoding::shift_jis) {
    shift_jis_(bytes, out, last);
  } else {
    append_utf16(bytes, out, last);
  }
}

void Decoder::append_utf16(std::string_view bytes, std::string& out, bool last) {
  const bool little = encoding_ == Encoding::utf16le;
  const auto take = [&](unsigned char first, unsigned char second) {
    const unsigned unit = little ? first | second << 8 : second | first << 8;
    if (unit >= 0xDC00 && unit < 0xE000 && high_surrogate_) {
      append_utf8(0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00), out);
      high_surrogate_ = 0;
      return;
    }
    if (high_surrogate_) append_utf8(replacement_character, out);
    high_surrogate_ = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (!high_surrogate_) append_utf8(unit >= 0xDC00 && unit < 0xE000 ? replacement_character : unit, out);
  };
  std::size_t i = 0;
  if (!rest_.empty() && !bytes.empty()) {
    take(static_cast<unsigned char>(rest_[0]), static_cast<unsigned char>(bytes[0]));
    rest_.clear();
    i = 1;
  }
  for (; i + 1 < bytes.size(); i += 2)
    take(static_cast<unsigned char>(bytes[i]), static_cast<unsigned char>(bytes[i + 1]));
  if (i < bytes.size()) rest_.assign(1, bytes[i]);
  if (last && (!rest_.empty() || high_surrogate_)) append_utf8(replacement_character, out);
}

}  // namespace outlay::ingest
