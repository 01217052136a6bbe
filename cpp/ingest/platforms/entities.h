// Sheets that hold several kinds of things, one above the other, each with the same figures over again.
#pragma once

#include <span>

namespace outlay::ingest {

/// Whole headers, as in platform.h.
struct EntityRows {
  const char* entity;  // the column that says what a row is about
  const char* beside;  // another column of such a sheet
  const char* twin;    // ending of a column that repeats another on rows where that one is blank; "": none
  const char* order;   // the entities, the one first that says most about each of its rows
};

std::span<const EntityRows> entity_rows_of_platforms();

}  // namespace outlay::ingest
