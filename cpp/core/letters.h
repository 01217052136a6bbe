// Names compared as people compare them: without regard to case and outer space.
#pragma once

#include <string>
#include <string_view>

namespace outlay {

/// Lower case of every letter that Unicode 14 gives a single small form; the final sigma becomes the ordinary one, and
/// bytes that are no UTF-8 stay as they are.
std::string lower_case(std::string_view text);

/// Without blanks at either end, also those that Unicode adds (no-break, ideographic, zero-width mark).
std::string_view without_outer_space(std::string_view text);

/// Where the first blank of any of these kinds stands; the text's length where there is none.
std::size_t first_blank(std::string_view text);

/// What two spellings of one name have in common: no outer space, lower case. Inner spaces stay.
std::string name_key(std::string_view text);

}  // namespace outlay
