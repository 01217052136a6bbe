// Cells to numbers. The plain case goes straight to the parser; everything else is cleaned first.
#include "ingest/number_format.h"

#include <algorithm>
#include <array>

#include "core/number.h"
#include "ingest/cells.h"

namespace outlay::ingest {
namespace {

struct CurrencySign {
  std::string_view sign;
  std::string_view code;  // empty where the sign is used by several currencies
};

// Longer signs first: "R$" is not "$".
constexpr CurrencySign signs[] = {{"AU$", "AUD"},
                                  {"CA$", "CAD"},
                                  {"US$", "USD"},
                                  {"NZ$", "NZD"},
                                  {"HK$", "HKD"},
                                  {"MX$", "MXN"},
                                  {"NT$", "TWD"},
                                  {"R$", "BRL"},
                                  {"A$", "AUD"},
                                  {"C$", "CAD"},
                                  {"S$", "SGD"},
                                  {"$", ""},
                                  {"\xe2\x82\xac", "EUR"},
                                  {"\xc2\xa3", "GBP"},
                                  {"\xc2\xa5", "JPY"},
                                  {"\xef\xbf\xa5", "JPY"},
                                  {"\xe5\x86\x86", "JPY"},
                                  {"\xe2\x82\xb9", "INR"},
                                  {"Rs.", "INR"},
                                  {"Rs", "INR"},
                                  {"Rp", "IDR"},
                                  {"RM", "MYR"},
                                  {"kr.", ""},
                                  {"kr", ""},
                                  {"z\xc5\x82", "PLN"},
                                  {"K\xc4\x8d", "CZK"},
                                  {"Ft", "HUF"},
                                  {"Fr.", "CHF"},
                                  {"\xe2\x82\xaa", "ILS"},
                                  {"\xe2\x82\xba", "TRY"},
                                  {"\xe2\x82\xbd", "RUB"},
                                  {"\xe2\x82\xa9", "KRW"},
                                  {"\xe2\x82\xab", "VND"},
                                  {"\xe2\x82\xb4", "UAH"},
                                  {"\xe2\x82\xb1", "PHP"},
                                  {"\xe0\xb8\xbf", "THB"}};

// No-break, narrow no-break, thin, figure, punctuation, six-per-em and ideographic.
constexpr std::string_view spaces[] = {"\xc2\xa0",     "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x87",
                                       "\xe2\x80\x88", "\xe2\x80\x86", "\xe3\x80\x80"};
constexpr std::string_view minus_sign = "\xe2\x88\x92";
constexpr std::string_view en_dash = "\xe2\x80\x93";
constexpr std::string_view right_quote = "\xe2\x80\x99";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool eat_front(std::string_view& text, std::string_view part) {
  if (part.empty() || text.substr(0, part.size()) != part) return false;
  text.remove_prefix(part.size());
  return true;
}

bool eat_back(std::string_view& text, std::string_view part) {
  if (part.empty() || text.size() < part.size() || text.substr(text.size() - part.size()) != part) return false;
  text.remove_suffix(part.size());
  return true;
}

std::string_view trim_spaces(std::string_view text) {
  for (bool again = true; again;) {
    text = trim(text);
    again = false;
    for (std::string_view space : spaces) again = again || eat_front(text, space) || eat_back(text, space);
  }
  return text;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// A currency at either end: a sign, or three capitals.
std::string_view eat_currency(std::string_view& text) {
  if (text.empty()) return {};
  const bool before = !is_digit(text.front()), behind = !is_digit(text.back());
  for (const auto& [sign, code] : signs) {
    if ((before && eat_front(text, sign)) || (behind && eat_back(text, sign))) return code.empty() ? sign : code;
  }
  if (text.size() > 3 && std::all_of(text.begin(), text.begin() + 3, is_capital) && !is_capital(text[3])) {
    const std::string_view code = text.substr(0, 3);
    text.remove_prefix(3);
    return code;
  }
  if (text.size() > 3 && std::all_of(text.end() - 3, text.end(), is_capital) && !is_capital(text[text.size() - 4])) {
    const std::string_view code = text.substr(text.size() - 3);
    text.remove_suffix(3);
    return code;
  }
  return {};
}

// A cell taken apart: the digits with their marks, and what stood around them.
struct Parts {
  std::string_view digits;
  bool negative = false;
  bool percent = false;
  std::string_view currency;
};

Parts take_apart(std::string_view text) {
  Parts parts;
  text = without_formula(trim_spaces(text));
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    parts.negative = true;
    text = trim_spaces(text.substr(1, text.size() - 2));
  }
  // Pinterest writes lists of one: [9].
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  const auto eat_sign = [&] {
    if (eat_front(text, "-") || eat_front(text, minus_sign) || eat_front(text, en_dash)) parts.negative = true;
    eat_front(text, "+");
    text = trim_spaces(text);
  };
  eat_sign();
  parts.percent = eat_back(text, "%");
  text = trim_spaces(text);
  parts.currency = eat_currency(text);
  if (!parts.currency.empty()) {
    text = trim_spaces(text);
    eat_sign();
  }
  if (text.size() > 1 && is_digit(text.front()) && eat_back(text, "-")) parts.negative = true;
  parts.digits = text;
  return parts;
}

// Digits with a point as the decimal mark and no groups; false when they are no number. Groups have three digits, but
// for the Indian ones of two before the last.
bool normalise(std::string_view digits, char decimal_mark, std::string& out) {
  const char group_mark = decimal_mark == '.' ? ',' : '.';
  out.clear();
  std::size_t since_group = 0;
  bool grouped = false;
  bool fraction = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (is_digit(c)) {
      out += c;
      ++since_group;
      continue;
    }
    if (fraction) {
      // An exponent is passed on to the parser.
      if (c != 'e' && c != 'E' && c != '-' && c != '+') return false;
      out += c;
      continue;
    }
    if (c == decimal_mark) {
      if (grouped && since_group != 3) return false;
      fraction = true;
      out += '.';
      continue;
    }
    std::size_t width = c == group_mark || c == ' ' || c == '\'' ? 1 : 0;
    const auto stands_here = [&](std::string_view mark) { return digits.substr(i, mark.size()) == mark; };
    for (std::string_view space : spaces) width = stands_here(space) ? space.size() : width;
    if (stands_here(right_quote)) width = right_quote.size();
    if (width == 0 || since_group == 0 || since_group > 3 || (grouped && since_group < 2)) {
      if (width > 0 || (c != 'e' && c != 'E')) return false;
      fraction = true;
      out += c;
      continue;
    }
    grouped = true;
    since_group = 0;
    i += width - 1;
  }
  return !grouped || fraction || since_group == 3;
}

bool is_plain(std::string_view text) {
  return !text.empty() && (is_digit(text.back()) || text.back() == '.') &&
         (is_digit(text.front()) || text.front() == '-' || text.front() == '.');
}

bool is_censored(std::string_view text) {
  text = trim_spaces(text);
  if (text.size() < 2 || (text.front() != '<' && text.front() != '>')) return false;
  const std::string_view rest = trim_spaces(text.substr(1));
  return !rest.empty() && is_digit(rest.front());
}

}  // namespace

NumberCell read_number(std::string_view text, char decimal_mark) {
  NumberCell cell;
  if (is_plain(text) && (decimal_mark == '.' || text.find('.') == std::string_view::npos)) {
    if (const auto value = parse_number(text)) return {NumberCell::Kind::number, *value, false};
  }
  if (is_missing(text)) return {NumberCell::Kind::missing, 0, false};
  if (is_censored(text)) return {NumberCell::Kind::censored, 0, false};
  const Parts parts = take_apart(text);
  std::string plain;
  if (parts.digits.empty() || !normalise(parts.digits, decimal_mark, plain)) return cell;
  const auto value = parse_number(plain);
  if (!value) return cell;
  cell.kind = NumberCell::Kind::number;
  cell.is_percent = parts.percent;
  cell.currency = parts.currency;
  cell.value = (parts.negative ? -*value : *value) / (parts.percent ? 100 : 1);
  return cell;
}

void DecimalEvidence::add(std::string_view text) {
  if (text.find_first_of(".,") == std::string_view::npos || is_missing(text) || is_censored(text)) return;
  const std::string_view digits = take_apart(text).digits;
  if (digits.empty() || !(is_digit(digits.front()) || digits.front() == '.' || digits.front() == ',')) return;
  const std::size_t last = digits.find_last_of(".,");
  const std::size_t first = digits.find_first_of(".,");
  if (last == std::string_view::npos) return;
  if (digits.find_first_not_of("0123456789.,' eE+-\xc2\xa0\xe2\x80\xaf\x99\x89\x87\x88\x86\xe3") !=
      std::string_view::npos)
    return;
  const char mark = digits[last];
  const char other = mark == '.' ? ',' : '.';
  const auto decimal_is = [&](char c) { ++(c == '.' ? point_ : comma_); };
  if (digits.find(other) != std::string_view::npos) return decimal_is(mark);
  if (first != last) return decimal_is(other);
  const std::size_t behind = digits.size() - last - 1;
  const bool leading_zero = last >= 1 && digits[0] == '0';
  if (behind != 3 || last == 0 || last > 3 || leading_zero) return decimal_is(mark);
  if (open_++ == 0) open_sample_ = std::string(text.substr(0, 40));
}

void DecimalEvidence::add(const DecimalEvidence& other) {
  point_ += other.point_;
  comma_ += other.comma_;
  open_ += other.open_;
  if (open_sample_.empty()) open_sample_ = other.open_sample_;
}

char DecimalEvidence::mark(char otherwise) const {
  if (point_ == 0 && comma_ == 0) return otherwise;
  return comma_ > point_ ? ',' : '.';
}

std::string currency_of_cell(std::string_view text) {
  if (!text.empty() && is_digit(text.front()) && is_digit(text.back())) return {};
  text = trim_spaces(text);
  eat_front(text, "-");
  text = trim_spaces(text);
  const std::string_view found = eat_currency(text);
  text = trim_spaces(text);
  const bool is_code = found.size() == 3 && std::all_of(found.begin(), found.end(), is_capital);
  return is_code && !text.empty() && is_digit(text.front()) ? std::string(found) : std::string();
}

}  // namespace outlay::ingest
