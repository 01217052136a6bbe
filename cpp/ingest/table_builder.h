// Builds one table of a file: its header, its typed columns, and what was set aside and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/notice.h"
#include "core/table.h"
#include "ingest/column_builder.h"
#include "ingest/column_format.h"
#include "ingest/shape.h"
#include "ingest/window.h"

namespace outlay::ingest {

/// A record that was not taken into the table.
struct SetAside {
  std::int64_t line = 0;
  std::string reason;
  std::string text;
};

/// A figure of a total row beside the sum of the rows that were read.
struct Control {
  std::string label;
  std::int64_t line = 0;
  std::string column;
  double stated = 0;
  double read = 0;
  bool agrees = false;
};

/// A table with what is known of it.
struct ReadTable {
  Table table;
  const Platform* platform = nullptr;
  std::vector<Guess> guesses;  // one a column
  std::string title;
  std::optional<Period> period;
  std::string currency;
  bool currencies_differ = false;
  std::vector<SetAside> set_aside;  // the first 1,000
  std::size_t set_aside_count = 0;  // without totals and notes, which are no loss
  std::vector<Control> controls;
  std::vector<Question> questions;
  std::vector<std::string> personal;  // columns that were dropped
  std::size_t censored = 0;
  bool is_period_total = false;
  std::vector<Notice> odd;  // what stands out in its values, see profile.h
  Shape shape;              // see reshape.h
};

class TableBuilder {
 public:
  /// `begin` is the share of the file above the table, 0 when unknown.
  TableBuilder(const std::string& file, std::vector<std::string> header, std::vector<std::string> preamble,
               ReadOptions options, double begin = 0);

  std::size_t columns() const { return names_.size(); }
  /// The first record that could not be read; null when there is none.
  const SetAside* first_loss() const;
  std::size_t rows() const { return out_.table.rows + pending_; }
  void set_name(std::string name) { out_.table.name = std::move(name); }
  bool has_names(const std::vector<std::string>& header) const { return header == header_; }
  /// Adds to what is odd about the table.
  void note(Notice notice) { out_.odd.push_back(std::move(notice)); }

  /// Takes a record of the right length into the window.
  void take(Window& window, const Window::Row& row, std::int64_t line);
  /// A total row: set aside, and held against the sums at the end.
  void take_total(const Window& window, const Window::Row& row, std::int64_t line);
  /// Any other record that is no data; `is_loss` counts it as data that could not be read.
  void put_aside(const Window& window, const Window::Row& row, std::int64_t line, std::string reason, bool is_loss);

  /// Types the rows that the window holds and lets go of them. `read` is the share of the file that has been read, 0
  /// when unknown; `is_last` says that no more follow.
  void flush(Window& window, double read, bool is_last);
  ReadTable finish();

 private:
  void drop_mail_addresses(const Window& window);
  void settle(const Window& window);
  void reserve(std::size_t rows, double read);
  bool is_blank_total(const Window& window, const Window::Row& row) const;
  void move_blank_totals(Window& window, bool is_last);
  void ask_about_moments();
  void check_totals();
  void check_stated_rows();
  void find_currency();
  void note_odd_columns();
  void find_period();
  void drop_empty_columns();

  std::vector<std::string> header_;
  std::vector<std::string> names_;  // of the columns, no two alike
  std::vector<std::string> preamble_;
  ReadOptions options_;
  ReadTable out_;
  std::vector<ColumnBuilder> columns_;
  bool settled_ = false;
  double begin_ = 0;  // how much of the file was read before this table
  std::size_t reserved_ = 0;
  std::size_t pending_ = 0;
  std::vector<std::int64_t> lines_;  // of the window's rows
  struct Total {
    std::int64_t line;
    std::vector<std::string> cells;
  };
  std::vector<Total> totals_;
};

}  // namespace outlay::ingest
