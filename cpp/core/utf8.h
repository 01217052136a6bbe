// Writing characters as UTF-8.
#pragma once

#include <string>

namespace outlay {

/// What stands for bytes that are no character.
inline constexpr char32_t replacement_character = 0xFFFD;

void append_utf8(char32_t code, std::string& out);

}  // namespace outlay
