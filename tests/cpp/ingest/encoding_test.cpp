// Encodings told by their bytes, and read whatever the chunks.
#include "ingest/encoding.h"

#include <gtest/gtest.h>

namespace outlay::ingest {
namespace {

std::string decoded(Encoding encoding, std::string_view bytes, std::size_t piece) {
  Decoder decoder(encoding);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.append(bytes.substr(at, piece), out, false);
  decoder.append({}, out, true);
  return out;
}

void expect_text(Encoding encoding, std::string_view bytes, const std::string& text) {
  EXPECT_EQ(detect_encoding(bytes, true).encoding, encoding);
  for (std::size_t piece : {1u, 2u, 3u, 100u}) EXPECT_EQ(decoded(encoding, bytes, piece), text) << piece;
}

using namespace std::string_view_literals;

TEST(Encoding, Utf8) {
  expect_text(Encoding::utf8, "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x8d", "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x8d");
  EXPECT_EQ(detect_encoding("\xef\xbb\xbf"
                            "a",
                            true)
                .mark,
            3u);
  EXPECT_EQ(detect_encoding("abc\xc3", false).encoding, Encoding::utf8);
  EXPECT_EQ(detect_encoding("abc\xc3", true).encoding, Encoding::windows1252);
}

TEST(Encoding, Windows1252) {
  expect_text(Encoding::windows1252, "caf\xe9 \x80 5\x96 6", "caf\xc3\xa9 \xe2\x82\xac 5\xe2\x80\x93 6");
}

TEST(Encoding, Utf16) {
  const auto bytes = "D\0a\0y\0\t\0\xe9\0\x3d\xd8\x0d\xde\n\0"sv;
  expect_text(Encoding::utf16le, bytes, "Day\t\xc3\xa9\xf0\x9f\x98\x8d\n");
  EXPECT_EQ(detect_encoding("\xff\xfe"
                            "a\0"sv,
                            true)
                .mark,
            2u);
  EXPECT_EQ(detect_encoding("\xfe\xff\0a"sv, true).encoding, Encoding::utf16be);
  EXPECT_EQ(decoded(Encoding::utf16le,
                    "\x3d\xd8"
                    "a\0b"sv,
                    1),
            "\xef\xbf\xbd"
            "a\xef\xbf\xbd");
}

// "kyanpeen" in katakana.
TEST(Encoding, ShiftJis) {
  expect_text(Encoding::shift_jis, "\x83\x4c\x83\x83\x83\x93\x83\x79\x81\x5b\x83\x93,1\n",
              "\xe3\x82\xad\xe3\x83\xa3\xe3\x83\xb3\xe3\x83\x9a\xe3\x83\xbc\xe3\x83\xb3,1\n");
}

}  // namespace
}  // namespace outlay::ingest
