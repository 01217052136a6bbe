// Folding of headers: the part of Unicode's compatibility forms, case and accents that exports need.
#include "ingest/platforms/folding.h"

#include <algorithm>

#include "core/utf8.h"

namespace outlay::ingest {
namespace {

constexpr std::string_view currency_codes =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD "
    "UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

// The letters without accents of U+00C0 to U+00FF and of U+0100 to U+017F; a dot where there is none.
constexpr std::string_view latin1_bare = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty";
constexpr std::string_view latin_a_bare =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
  if (more < 0 || at + static_cast<std::size_t>(more) > text.size()) return 0xfffd;
  char32_t code = lead & (0x3f >> more);
  for (int k = 0; k < more; ++k) {
    if ((byte(at) & 0xc0) != 0x80) return 0xfffd;
    code = (code << 6) | (byte(at++) & 0x3f);
  }
  return code;
}

// Full-width forms, the many spaces and the curly quotes as their plain twins; 0 for marks that nobody sees.
char32_t plain(char32_t c) {
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0;
  if (c < 0x20 || c == 0x7f || c == 0xa0 || c == 0x202f || c == 0x205f || c == 0x3000) return ' ';
  if (c >= 0x2000 && c <= 0x200a) return ' ';
  if ((c >= 0x200b && c <= 0x200f) || c == 0xfeff || c == 0xad || c == 0xfe0f) return 0;
  if (c >= 0x2018 && c <= 0x201b) return '\'';
  if (c >= 0x201c && c <= 0x201f) return '"';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  return c;
}

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if (c >= 0xc0 && c <= 0xde && c != 0xd7) return c + 0x20;
  if (c == 0x178) return 0xff;
  // Latin Extended-A pairs capital and small letter; in two stretches the capitals are the odd ones.
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e);
  if (odd_capitals) return c + (c & 1);
  if (c >= 0x100 && c <= 0x177 && c != 0x138) return c | 1;
  return c;
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xc0 || c == 0xd7 || c == 0xf7) return c == 0xaa || c == 0xba;
  const bool marks = (c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x303f && c != 0x3005) || c == 0x30fb;
  return !marks && c != 0xfffd;
}

void append_bare(std::string& out, char32_t c) {
  if (c >= 0x300 && c <= 0x36f) return;
  char letter = 0;
  if (c >= 0xc0 && c <= 0xff) letter = latin1_bare[c - 0xc0];
  if (c >= 0x100 && c <= 0x17f) letter = latin_a_bare[c - 0x100];
  if (letter == 0 || letter == '.') return append_utf8(c, out);
  out += letter;
  if (c == 0xdf) out += 's';
  if (c == 0xe6 || c == 0x153) out += 'e';
}

std::string letters_of(std::string_view text, bool bare) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter_or_digit(c)) continue;
    bare ? append_bare(out, lower(c)) : append_utf8(lower(c), out);
  }
  return out;
}

// Plain twins of all marks, spaces collapsed and trimmed; the case as given.
std::string plain_form(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = plain(next_code_point(text, at));
    if (c == 0 || (c == ' ' && (out.empty() || out.back() == ' '))) continue;
    append_utf8(c, out);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string lowered(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_utf8(lower(next_code_point(text, at)), out);
  return out;
}

std::size_t trailing_bracket(std::string_view text) {
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return std::string_view::npos;
  return text.rfind(text.back() == ')' ? '(' : '[');
}

bool is_currency_code(std::string_view text) {
  if (text.size() != 3 || text.find(' ') != std::string_view::npos) return false;
  return currency_codes.find(text) != std::string_view::npos;
}

}  // namespace

std::string plain_text(std::string_view text) { return lowered(plain_form(text)); }

Folded fold(std::string_view header) {
  Folded out;
  std::string text = plain_form(header);
  std::size_t bracket = trailing_bracket(text);
  if (bracket != std::string::npos) {
    const std::string_view unit = std::string_view(text).substr(bracket + 1, text.size() - bracket - 2);
    if (is_currency_code(unit)) out.currency = unit;
    const bool sign = letters_of(unit, true).empty() || unit == "R$" || unit == "US$" || unit == "Rs.";
    // A header that is only a unit keeps it.
    if ((sign || !out.currency.empty()) && !letters_of(text.substr(0, bracket), true).empty()) {
      text.resize(bracket);
      while (!text.empty() && text.back() == ' ') text.pop_back();
      bracket = trailing_bracket(text);
    }
  }
  if (bracket != std::string::npos) out.outside = letters_of(text.substr(0, bracket), true);
  out.text = lowered(text);
  out.word = letters_of(text, false);
  out.bare = letters_of(text, true);
  return out;
}

}  // namespace outlay::ingest
