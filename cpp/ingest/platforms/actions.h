// How platforms write one row for each conversion action, and which actions are the same events under several names.
#pragma once

#include <span>
#include <string_view>

namespace outlay::ingest {

/// Whole headers, as in platform.h; every list is " | " between its items.
struct ActionRows {
  const char* platform;
  const char* type;              // the column that names the action
  bool is_telling = false;       // nobody else calls a column so: also where the platform is not known
  const char* value = "";        // the figure, when the header does not say whether it counts or is money
  const char* windows = "";      // the same figure within other times after the ad
  const char* bookkeeping = "";  // of the action or of the export: says nothing of the ad
  const char* vocabulary = "";   // parts of the names of actions, one of which must occur; "": any names
};

std::span<const ActionRows> action_rows_of_platforms();

/// Actions that are the same events, in the order in which one of them is taken. "*word*" is any name that holds the
/// word; of several such the one with the most events.
struct ActionFamily {
  const char* platform;  // "": every platform without families of its own
  const char* counts;    // the role of its counts
  const char* money;     // the role of its money; "": none
  const char* members;
};

std::span<const ActionFamily> action_families();

}  // namespace outlay::ingest
