// Words inside dates: months, quarters and what may stand between, in the languages of the exports.
#pragma once

#include <string_view>

namespace outlay::ingest {

/// Takes a run of letters (any beyond ASCII too) off the front; empty when the text begins with something else.
std::string_view eat_word(std::string_view& text);

/// 1 to 12 for a month's name or abbreviation in English, German, French, Spanish, Portuguese, Italian or Dutch; 0
/// otherwise.
int month_named(std::string_view word);

/// A weekday, "de", "of", "at" and the like.
bool is_date_filler(std::string_view word);

bool is_quarter_word(std::string_view word);

/// "W", "week", "KW", "semaine" and the like.
bool is_week_word(std::string_view word);

}  // namespace outlay::ingest
