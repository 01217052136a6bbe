// One cell of a file: its text without quotes, and its reading as a number or a day.
#pragma once

#include <string>
#include <string_view>

namespace outlay::ingest {

/// The content of a field: surrounding quotes removed and doubled ones made single. `scratch` holds the text when it
/// had to be changed; the answer lives as long as both arguments.
std::string_view unquoted(std::string_view field, std::string& scratch);

/// The 0812 of ="0812", which keeps a spreadsheet from making a number of it; any other text as it is.
std::string_view without_formula(std::string_view text);

/// Blank, or one of the marks that exports write for "nothing": --, -, en and em dashes, NA, N/A, null, nan.
bool is_missing(std::string_view text);

/// One or two hyphens, an en dash or an em dash: nothing in a text too, where "NA" may be a name.
bool is_dash(std::string_view text);

/// A text that must not become a number: digits with a leading zero, or more digits than a double holds.
bool looks_like_id(std::string_view text);

}  // namespace outlay::ingest
