// What the lines above a table say: its title and the period it covers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/date_format.h"

namespace outlay::ingest {

struct Period {
  std::int32_t from = 0;  // days since 1970-01-01, both inclusive
  std::int32_t to = 0;
};

/// The period that the lines state: a range on one line, or a start and an end on two. `order` reads dates such as
/// 2/1/2026.
std::optional<Period> period_in(const std::vector<std::string>& lines, DateOrder order);

/// The first line that is neither a rule, a key with its value, nor a period; empty when there is none.
std::string title_in(const std::vector<std::string>& lines);

/// The N of a line "Rows: N".
std::optional<std::size_t> stated_rows(const std::vector<std::string>& lines);

}  // namespace outlay::ingest
