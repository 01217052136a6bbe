// Binding a table's columns to roles: each value of the kind that the role asks for, or an error with its place.
#include "core/inputs.h"

#include <cmath>
#include <limits>

#include "core/day.h"
#include "core/error.h"
#include "core/number.h"

namespace outlay {
namespace {

using Values = decltype(Column::values);

const char* kind_in_words(Kind kind) {
  constexpr const char* words[] = {"a number", "a text", "a date like 2026-11-16"};
  return words[static_cast<int>(kind)];
}

[[noreturn]] void refuse_cell(const Table& table, const Column& column, const Role& role, Place place,
                              const std::string& text) {
  const std::int64_t line = place.line;
  const std::string file(place.file.empty() ? std::string_view(table.file) : place.file);
  const std::string where = file + (line > 0 ? ", line " + std::to_string(line) : "");
  throw Error(
      ErrorCode::bad_column,
      where + ": the column \"" + column.name + "\" holds \"" + text + "\", which is not " + kind_in_words(role.kind) +
          ".",
      "Correct or empty that cell in the file, or choose another column for \"" + std::string(role.label) + "\".",
      {.file = file, .line = line, .column = column.name, .text = text, .table = table.name, .role = role.name});
}

// Parses each distinct text once.
template <class Value, class Parse>
std::vector<Value> from_dictionary(const Table& table, const Column& column, const Role& role, Value missing,
                                   Parse parse) {
  const auto& text = std::get<TextColumn>(column.values);
  std::vector<Value> by_code(text.dictionary.size(), missing);
  std::vector<char> readable(text.dictionary.size(), 1);
  for (std::size_t code = 0; code < by_code.size(); ++code) {
    if (auto value = parse(text.dictionary[code])) {
      by_code[code] = *value;
    } else {
      readable[code] = 0;
    }
  }
  std::vector<Value> out(text.codes.size(), missing);
  for (std::size_t row = 0; row < out.size(); ++row) {
    const std::int32_t code = text.codes[row];
    if (code < 0) continue;
    if (!readable[code]) refuse_cell(table, column, role, table.origin.of(row), text.dictionary[code]);
    out[row] = by_code[code];
  }
  return out;
}

// Gives every distinct value one code, in order of appearance.
template <class Value, class Write>
TextColumn to_dictionary(const std::vector<Value>& values, bool (*is_missing)(Value), Write write) {
  TextColumn out;
  std::map<Value, std::int32_t> codes;
  out.codes.reserve(values.size());
  for (Value value : values) {
    if (is_missing(value)) {
      out.codes.push_back(-1);
      continue;
    }
    const auto [entry, added] = codes.emplace(value, static_cast<std::int32_t>(out.dictionary.size()));
    if (added) out.dictionary.push_back(write(value));
    out.codes.push_back(entry->second);
  }
  return out;
}

Values convert(const Table& table, const Column& column, const Role& role) {
  if (const auto* stamps = std::get_if<StampColumn>(&column.values)) {
    return convert(table, {column.name, texts_of(*stamps), column.bad}, role);
  }
  if (role.kind == Kind::text) {
    // What did not read as a number is gone by now, and so are digits beyond a double's: no text can be made of them.
    if (column.bad.count > 0) refuse_cell(table, column, role, {column.bad.file, column.bad.line}, column.bad.text);
    if (const auto* numbers = std::get_if<NumberColumn>(&column.values)) {
      return to_dictionary<double>(
          *numbers, [](double v) { return std::isnan(v); }, number_text);
    }
    return to_dictionary<std::int32_t>(
        std::get<DayColumn>(column.values).days, [](std::int32_t d) { return d == missing_day; },
        [](std::int32_t d) { return iso_text(Day{d}); });
  }
  if (column.kind() != Kind::text) {
    throw Error(ErrorCode::bad_column,
                table.file + ": the column \"" + column.name + "\" holds " +
                    (column.kind() == Kind::number ? "numbers" : "dates") + ", but \"" + role.label + "\" needs " +
                    kind_in_words(role.kind) + ".",
                "Choose another column for \"" + std::string(role.label) + "\".",
                {.file = table.file, .column = column.name, .table = table.name, .role = role.name});
  }
  if (role.kind == Kind::number) {
    return from_dictionary(table, column, role, std::numeric_limits<double>::quiet_NaN(), parse_number);
  }
  return DayColumn{from_dictionary(table, column, role, missing_day, [](std::string_view text) {
    const auto day = parse_iso_day(trim(text));
    return day ? std::optional<std::int32_t>(day->days) : std::nullopt;
  })};
}

}  // namespace

BoundTable::BoundTable(const InputSpec& spec, const Table& table, const RoleColumns& roles) : table_(&table) {
  std::string missing;
  for (const Role& role : spec.roles) {
    const auto chosen = roles.find(role.name);
    if (chosen == roles.end() || chosen->second.empty()) {
      if (role.required) missing += (missing.empty() ? "" : ", ") + std::string(role.name);
      continue;
    }
    const Column* column = table.find(chosen->second);
    if (!column) {
      throw Error(ErrorCode::bad_column,
                  table.file + " has no column \"" + chosen->second + "\" for \"" + role.label + "\".",
                  "Choose one of the file's columns.",
                  {.file = table.file, .column = chosen->second, .table = table.name, .role = role.name});
    }
    if (column->kind() == role.kind) {
      if (column->bad.count > 0)
        refuse_cell(table, *column, role, {column->bad.file, column->bad.line}, column->bad.text);
      columns_[role.name] = &column->values;
    } else {
      converted_.push_back(std::make_unique<Values>(convert(table, *column, role)));
      columns_[role.name] = converted_.back().get();
    }
  }
  if (missing.empty()) return;
  std::string found;
  for (const Column& column : table.columns) found += (found.empty() ? "" : ", ") + column.name;
  if (found.size() > 400) found = found.substr(0, 400) + " ...";
  const std::string first = missing.substr(0, missing.find(','));
  throw Error(ErrorCode::bad_column,
              table.file + ": no column for " + missing + ". The file has the columns " + found + ".",
              "Add the column to the file, or say which column it is.",
              {.file = table.file, .column = first, .table = table.name, .role = first});
}

const TextColumn& BoundTable::text(std::string_view role) const {
  const Values& values = *columns_.find(role)->second;
  if (const auto* text = std::get_if<TextColumn>(&values)) return *text;
  const auto known = spelled_out_.find(role);
  if (known != spelled_out_.end()) return known->second;
  return spelled_out_.emplace(std::string(role), texts_of(std::get<StampColumn>(values))).first->second;
}

}  // namespace outlay
