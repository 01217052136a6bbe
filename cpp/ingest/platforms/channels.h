// Channels that a file is about though no column says so: "spend_facebook_2024.csv".
#pragma once

#include <string>
#include <string_view>

namespace outlay::ingest {

/// The one channel that a file's name holds as a word; empty for none and for several.
std::string channel_in_name(std::string_view file);

}  // namespace outlay::ingest
