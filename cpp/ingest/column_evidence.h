// What the first cells of a column tell of its kind and its format.
#pragma once

#include <cstddef>
#include <string>

#include "ingest/date_format.h"
#include "ingest/number_format.h"
#include "ingest/window.h"

namespace outlay::ingest {

struct ColumnEvidence {
  std::size_t cells = 0;          // that hold something
  std::size_t numbers_point = 0;  // that read as numbers with a decimal point
  std::size_t numbers_comma = 0;  // and with a decimal comma
  std::size_t dates = 0;          // that are dates, whatever the order
  std::size_t serials = 0;        // that could be Excel's day numbers
  bool ids = false;               // a number would destroy one of them
  std::size_t mails = 0;          // that are e-mail addresses
  bool percents = false;
  DecimalEvidence decimal;
  DateEvidence order;
  std::string currency;  // that a cell states; empty when none or several
  bool currencies_differ = false;

  std::size_t numbers() const { return numbers_point > numbers_comma ? numbers_point : numbers_comma; }
};

/// Looks at the rows of one window. O(rows).
ColumnEvidence evidence_in(const Window& window, std::size_t column);

}  // namespace outlay::ingest
