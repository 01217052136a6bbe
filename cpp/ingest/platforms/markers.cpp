// Lines of a report that are not data: totals and the copyright of whoever wrote it.
#include <algorithm>

#include "ingest/platforms/folding.h"
#include "ingest/platforms/platform.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

constexpr std::string_view total_words =
    "total | totals | totale | totali | totales | totais | totaux | totaal | gesamt | gesamtsumme | gesamtergebnis | "
    "insgesamt | sum | summe | somme | suma | soma | somma | subtotal | sub-total | zwischensumme | sous-total | "
    "subtotale | subtotaal | grand total | total general | total geral | total général | totale complessivo | "
    "eindtotaal | 合計 | 総計 | "
    "総合計 | 小計 | 計";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t letters_in_front(std::string_view cell) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return static_cast<std::size_t>(std::find_if_not(cell.begin(), cell.end(), is_letter) - cell.begin());
}

// Words of a sum are short or one long one; "Summer" is neither.
bool may_be_sum(std::string_view cell) {
  constexpr std::size_t longest = 5, zwischensumme = 13;
  const std::size_t length = letters_in_front(cell);
  const char first = static_cast<char>(cell.empty() ? 0 : cell[0] | 0x20);
  return (first == 's' && length >= 3 && length <= longest) || (first == 'z' && length == zwischensumme);
}

// "Results from 12 campaigns".
constexpr std::string_view counted_results = "results from ";

// Cells are asked by the million, and nearly none holds even the stem of such a word.
bool may_hold_total(std::string_view cell) {
  if (may_be_sum(cell) || (cell.size() > counted_results.size() && (cell[0] | 0x20) == 'r')) return true;
  for (std::size_t at = 0; at + 2 < cell.size(); ++at) {
    const char first = static_cast<char>(cell[at] | 0x20);
    const char second = static_cast<char>(cell[at + 1] | 0x20);
    const char third = static_cast<char>(cell[at + 2] | 0x20);
    if ((first == 't' && second == 'o' && third == 't') || (first == 'g' && second == 'e' && third == 's')) return true;
    if (static_cast<unsigned char>(cell[at]) >= 0xe0) return true;
  }
  return false;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

void skip_spaces(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

// The word alone, before a colon or before a count in brackets: "Total Wireless" is a name.
bool begins_as_total(std::string_view text, std::string_view word) {
  if (!starts_with(text, word)) return false;
  std::string_view rest = text.substr(word.size());
  skip_spaces(rest);
  return rest.empty() || rest.front() == ':' || (rest.size() > 1 && rest[0] == '(' && is_digit(rest[1]));
}

}  // namespace

bool is_total_marker(std::string_view cell) {
  if (!may_hold_total(cell)) return false;
  const std::string text = plain_text(cell);
  bool total = ends_with(text, " total");
  each_item(total_words, [&](std::string_view word) { total = total || begins_as_total(text, word); });
  for (std::string_view counted : {std::string_view("total of "), counted_results}) {
    total = total || (starts_with(text, counted) && text.size() > counted.size() && is_digit(text[counted.size()]));
  }
  return total;
}

bool is_copyright(std::string_view cell) {
  const std::string text = plain_text(cell);
  const auto holds = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  if (holds("all rights reserved") || holds("alle rechte vorbehalten") || holds("tous droits réservés")) return true;
  std::string_view rest = text;
  bool marked = false;
  for (std::string_view mark : {"copyright", "©", "(c)", "@"}) {
    if (!starts_with(rest, mark)) continue;
    rest.remove_prefix(mark.size());
    skip_spaces(rest);
    marked = true;
  }
  return marked && rest.size() >= 4 && std::all_of(rest.begin(), rest.begin() + 4, is_digit);
}

}  // namespace outlay::ingest
