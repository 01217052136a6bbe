// The tables an analysis works on, seen through the roles it asked for.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/table.h"

namespace outlay {

struct Role {
  const char* name;
  const char* label;
  Kind kind = Kind::number;
  bool required = false;
  const char* help = "";
};

struct InputSpec {
  const char* name;
  const char* label;
  bool required = true;
  const char* help = "";
  std::vector<Role> roles;
  const char* either = "";  // of the inputs that share this word, one is enough and needed
};

/// Role name to column name.
using RoleColumns = std::map<std::string, std::string, std::less<>>;

/// A table with its columns under the names of roles, each of the kind the role asks for.
class BoundTable {
 public:
  /// Throws `bad_column` when a required role has no column, a column does not exist, or a cell is not of the role's
  /// kind.
  BoundTable(const InputSpec& spec, const Table& table, const RoleColumns& roles);

  const Table& table() const { return *table_; }
  std::size_t rows() const { return table_->rows; }
  bool has(std::string_view role) const { return columns_.find(role) != columns_.end(); }

  /// These ask for a role that is bound (see `has`) and of that kind.
  const NumberColumn& number(std::string_view role) const {
    return std::get<NumberColumn>(*columns_.find(role)->second);
  }
  const TextColumn& text(std::string_view role) const;
  /// A text that is kept as moments; null where it is not.
  const StampColumn* stamps(std::string_view role) const {
    return std::get_if<StampColumn>(columns_.find(role)->second);
  }
  std::string text_at(std::string_view role, std::size_t row) const {
    const StampColumn* moments = stamps(role);
    return moments ? moments->at(row) : std::string(text(role).at(row));
  }
  const DayColumn& day(std::string_view role) const { return std::get<DayColumn>(*columns_.find(role)->second); }

 private:
  using Values = decltype(Column::values);
  const Table* table_;
  std::map<std::string, const Values*, std::less<>> columns_;
  std::vector<std::unique_ptr<Values>> converted_;
  mutable std::map<std::string, TextColumn, std::less<>> spelled_out_;
};

class Inputs {
 public:
  void add(std::string input, BoundTable table) { tables_.emplace(std::move(input), std::move(table)); }
  /// Null when an optional input was not given.
  const BoundTable* find(std::string_view input) const {
    auto found = tables_.find(input);
    return found == tables_.end() ? nullptr : &found->second;
  }
  const BoundTable& get(std::string_view input) const { return tables_.find(input)->second; }

 private:
  std::map<std::string, BoundTable, std::less<>> tables_;
};

}  // namespace outlay
