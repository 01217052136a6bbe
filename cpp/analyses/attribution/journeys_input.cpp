// Choosing between a log and a path table, and refusing what holds no journeys.
#include "analyses/attribution/journeys_input.h"

#include "analyses/attribution/path_table.h"
#include "analyses/attribution/touch_log.h"

namespace outlay::attribution::paths {
namespace {

constexpr std::size_t most_channels = 2000;

Journeys read_either(const Params& params, const Inputs& inputs, TouchChannels& channels, Context& context) {
  const BoundTable* log = inputs.find("touches");
  const BoundTable* table = inputs.find("paths");
  if (log) {
    if (table) context.notice({"path_table_unused", Severity::warning, {}, {{"file", table->table().file}}});
    channels = channels_of(*log, params.channel_from, params.channel_rules, context);
    const LogOptions options{params.lookback_days, params.half_life_days, params.session_minutes, params.collapse,
                             params.conversion_event};
    return journeys_of_log(*log, channels, options, context);
  }
  if (table) return journeys_of_table(*table, params.separator, params.collapse, context);
  throw Error(ErrorCode::not_enough_data, "There is neither a log of touchpoints nor a table of paths.",
              "Add a log with a user, a time and a channel a row, or a table with a path and its conversions a row.",
              {.table = "touches"});
}

void check_journeys(const Journeys& journeys) {
  if (journeys.channels.size() > most_channels) {
    throw Error(ErrorCode::bad_column,
                "There are " + std::to_string(journeys.channels.size()) + " channels, \"" + journeys.channels[0] +
                    "\" among them: that looks like another column.",
                "Choose the column that holds channels, or derive them by the rules; " + std::to_string(most_channels) +
                    " are the most.",
                {.role = "channel"});
  }
  if (journeys.sequences() == 0) {
    throw Error(ErrorCode::not_enough_data, "No journey has a touch.",
                "Check which columns hold the channel or the path, and the lookback window.", {});
  }
  if (!(journeys.total_conversions > 0)) {
    throw Error(ErrorCode::not_enough_data, "No journey with a touch converted: there is nothing to attribute.",
                "Check which column holds the conversions, and the lookback window.", {.role = "conversions"});
  }
}

}  // namespace

Journeys read_journeys(const Params& params, const Inputs& inputs, TouchChannels& channels, Context& context) {
  Journeys journeys = read_either(params, inputs, channels, context);
  check_journeys(journeys);
  return journeys;
}

}  // namespace outlay::attribution::paths
