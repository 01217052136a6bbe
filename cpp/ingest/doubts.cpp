// Columns that are read, but perhaps not as they were meant.
#include "ingest/doubts.h"

#include <algorithm>
#include <cmath>

#include "ingest/sums.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_words = 1000;  // of a column that are looked at
constexpr std::size_t exact_digits = 15;  // that a spreadsheet keeps of a number

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 1.20211E+17
bool has_exponent(std::string_view word) {
  const std::size_t at = word.find_first_of("eE");
  if (at == std::string_view::npos || at == 0 || word.size() - at < 3) return false;
  const auto is_part = [](char c) { return is_digit(c) || c == '.' || c == ','; };
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(at), is_part) && word[at + 1] == '+' &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(at) + 2, word.end(), is_digit);
}

bool is_long_number(std::string_view word) {
  return word.size() > exact_digits && std::all_of(word.begin(), word.end(), is_digit);
}

bool ends_in_zeros(std::string_view word) {
  return word.find_first_not_of('0', exact_digits) == std::string_view::npos;
}

// The first id that lost digits; null when there is none. One long id may end in zeros by chance, two hardly.
const std::string* rounded_id(const TextColumn& text) {
  const std::string* sample = nullptr;
  std::size_t longs = 0;
  bool all_zeros = true;
  for (std::size_t k = 0; k < std::min(text.dictionary.size(), most_words); ++k) {
    const std::string& word = text.dictionary[k];
    if (has_exponent(word)) return &word;
    if (!is_long_number(word)) continue;
    if (longs++ == 0) sample = &word;
    all_zeros = all_zeros && ends_in_zeros(word);
  }
  return longs > 1 && all_zeros ? sample : nullptr;
}

bool is_id(const Guess& guess, std::string_view name) {
  const auto ends_with_id = [](std::string_view text) {
    return text.size() >= 2 && (text[text.size() - 2] | 0x20) == 'i' && (text[text.size() - 1] | 0x20) == 'd';
  };
  return ends_with_id(guess.role) || ends_with_id(name);
}

void doubt_text(const ReadTable& read, const Column& column, const Guess& guess, std::vector<Notice>& notices) {
  const auto& text = std::get<TextColumn>(column.values);
  if (const std::string* sample = is_id(guess, column.name) ? rounded_id(text) : nullptr) {
    notices.push_back({"ids_rounded", Severity::warning, {}, {{"column", column.name}, {"sample", *sample}}});
  }
  const bool asked = std::any_of(read.questions.begin(), read.questions.end(),
                                 [&](const Question& question) { return question.column == column.name; });
  // Two words may be a flag, and an end may be "ongoing".
  const bool few = text.dictionary.size() < (guess.kind == Kind::number || guess.role == "date_end" ? 3 : 1);
  if (guess.role.empty() || guess.kind == Kind::text || asked || few) return;
  notices.push_back(
      {"kind_unread",
       Severity::warning,
       {},
       {{"column", column.name}, {"role", std::string(guess.role)}, {"sample", text.dictionary[0].substr(0, 40)}}});
}

void doubt_percents(const Column& column, std::size_t percents, std::vector<Notice>& notices) {
  const auto& values = std::get<NumberColumn>(column.values);
  const auto figures = static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value) && value != 0; }));
  if (percents >= figures) return;
  notices.push_back({"mixed_percents",
                     Severity::warning,
                     {{"cells", static_cast<double>(figures - percents)}},
                     {{"column", column.name}}});
}

bool are_different(const NumberColumn& a, const NumberColumn& b) {
  return !std::equal(a.begin(), a.end(), b.begin(), b.end(),
                     [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

// The earlier column of the same header is the one that is used.
void doubt_header(const ReadTable& read, std::size_t c, std::vector<Notice>& notices) {
  const std::string& name = read.table.columns[c].name;
  const std::string header = name.substr(0, name.rfind(" ("));
  const Column* first = read.table.find(header);
  const auto* values = first ? std::get_if<NumberColumn>(&first->values) : nullptr;
  if (!values || !is_added_up(read.guesses[static_cast<std::size_t>(first - read.table.columns.data())])) return;
  if (!are_different(*values, std::get<NumberColumn>(read.table.columns[c].values))) return;
  notices.push_back({"same_header", Severity::warning, {}, {{"column", header}, {"other", name}}});
}

}  // namespace

std::vector<Notice> doubts_of(const ReadTable& read, std::size_t c, const Reading& reading) {
  std::vector<Notice> notices;
  const Column& column = read.table.columns[c];
  if (reading.recoded > 0) {
    notices.push_back({"mixed_encodings",
                       Severity::info,
                       {{"texts", static_cast<double>(reading.recoded)}},
                       {{"column", column.name}}});
  }
  if (std::holds_alternative<TextColumn>(column.values)) doubt_text(read, column, read.guesses[c], notices);
  if (column.kind() != Kind::number) return notices;
  if (reading.percents > 0) doubt_percents(column, reading.percents, notices);
  if (reading.is_again) doubt_header(read, c, notices);
  return notices;
}

}  // namespace outlay::ingest
