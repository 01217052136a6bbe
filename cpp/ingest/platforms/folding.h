// Headers brought to one form, so that the ways of writing one word compare alike.
#pragma once

#include <string>
#include <string_view>

namespace outlay::ingest {

/// One header in the forms that are compared.
struct Folded {
  std::string text;      // lower case, plain quotes and brackets, single spaces, no trailing unit: "cpc (all)"
  std::string word;      // only its letters and digits: "cpcall"
  std::string bare;      // that without accents
  std::string outside;   // `bare` without whatever is in a trailing bracket: "cpc"; empty when there is no bracket
  std::string currency;  // the ISO 4217 code that the unit stated
};

/// Reads invalid UTF-8 as marks that match nothing.
Folded fold(std::string_view header);

/// Lower case, plain quotes and brackets, single spaces, nothing removed.
std::string plain_text(std::string_view text);

}  // namespace outlay::ingest
