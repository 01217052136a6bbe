// Deciding how each column of a table is read, from its header, its platform and its first cells.
#pragma once

#include <string>
#include <vector>

#include "ingest/column_builder.h"
#include "ingest/column_evidence.h"
#include "ingest/preamble.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {

/// What a person decided where the data cannot tell, and which personal columns to keep.
struct ReadOptions {
  DateOrder date_order = DateOrder::unknown;
  char decimal_mark = 0;  // 0: by evidence
  std::vector<std::string> keep;
  std::string shape;  // "" the one that adds up | as_is | long | wide
};

/// Something that the data leaves open: what was assumed until it is answered.
struct Question {
  std::string code;  // date_order | decimal_mark
  std::string column;
  std::string sample;
  std::vector<std::string> options;
  std::string assumed;  // empty: nothing, the column is left as text
};

/// What is known of a table when its first rows are there.
struct TableFacts {
  const Platform* platform = nullptr;
  std::vector<std::string> names;  // of the columns
  std::vector<Guess> guesses;
  std::vector<std::string> preamble;
  ReadOptions options;
};

/// One format a column. Marks and orders that a column leaves open are taken from the table's other columns, then from
/// the preamble's period, then from the platform; what is still open becomes a question.
std::vector<ColumnFormat> choose_formats(const TableFacts& facts, const std::vector<ColumnEvidence>& evidence,
                                         std::vector<Question>& questions);

}  // namespace outlay::ingest
