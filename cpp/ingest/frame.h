// The frame around a table: which record is its header, and which records are not data.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/window.h"

namespace outlay::ingest {

/// The cells of a record as texts.
std::vector<std::string> cells_of(const Window& window, const Window::Row& row);

/// The record of the first thirty that is the header: the one with the most known header words; without any, the first
/// with as many fields as most records that follow it, none of them a number. -1 when nothing looks like a header of a
/// table that has a preamble; such a report is empty.
int find_header(const Window& window, const std::vector<Window::Row>& records);

/// Whether the record that would be the header is data like the one below it: numbers or a date in the same places, and
/// no known word.
bool is_headless(const Window& window, const Window::Row& row, const Window::Row& next);

/// True for a record without any text.
bool is_blank(const Window& window, const Window::Row& row);

/// True for a comment: its first character is '#', and it is no name such as "#1030" or "#".
bool is_comment(const Window& window, const Window::Row& row);

/// True when one of the first three cells, or a cell beyond the header's, marks the record as a total.
bool is_total(const Window& window, const Window::Row& row, std::size_t columns);

/// The same for the records of one window, one after the other: a cell that repeats the one above is not asked again.
class TotalFinder {
 public:
  void begin_window() { plain_ = {}; }
  bool operator()(const Window& window, const Window::Row& row, std::size_t columns);

 private:
  std::array<std::string_view, 3> plain_;  // the last cells that are no marks
};

/// True when the record could be a header: some text, and no number or date in it.
bool looks_like_header(const Window& window, const Window::Row& row);

}  // namespace outlay::ingest
