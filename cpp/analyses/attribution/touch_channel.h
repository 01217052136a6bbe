// The channel of each row of a log: its own column, or what the rules make of campaign parameters and referrer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/context.h"
#include "core/inputs.h"

namespace outlay::attribution {

enum class ChannelFrom { best, column, rules };

struct TouchChannels {
  std::vector<std::int32_t> codes;  // by row; -1: the row is no touch
  std::vector<std::string> names;
  std::vector<std::string> rule_channels, rule_texts;  // the rules in force, in their order
  std::vector<double> rule_touches;                    // rows that each rule took
};

/// `rules` are tried before those that come with the product. With `best`, a row whose cell of the channel column is
/// blank takes the channel that nearly all rows of the same source and medium name, else what the rules make of it; a
/// row without source and medium stays no touch. Spellings of one name are one channel. Tells what was filled and
/// joined. Throws `bad_column` when neither a channel nor campaign parameters are bound, `bad_param` for rules that
/// cannot be read.
TouchChannels channels_of(const BoundTable& log, ChannelFrom from, const std::string& rules, Context& context);

}  // namespace outlay::attribution
