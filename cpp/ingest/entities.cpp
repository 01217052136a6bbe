// Splitting a sheet by entity.
#include "ingest/entities.h"

#include <algorithm>
#include <cmath>

#include "core/day.h"
#include "ingest/platforms/folding.h"
#include "ingest/platforms/platform.h"
#include "ingest/profile.h"
#include "ingest/rows.h"

namespace outlay::ingest {
namespace {

constexpr std::size_t most_entities = 50;  // more values than that are no kinds of things

std::size_t column_called(const Table& table, const char* header) {
  const std::string wanted = fold(header).bare;
  const auto is_it = [&](const Column& column) { return fold(column.name).bare == wanted; };
  return static_cast<std::size_t>(std::find_if(table.columns.begin(), table.columns.end(), is_it) -
                                  table.columns.begin());
}

// Where the entity stands in the stated order; those not named come after, as they come in the file.
int place_of(const std::string& entity, const EntityRows& rows) {
  if (entity.empty()) return 1000;
  int place = 500, next = 0;
  each_item(rows.order, [&](std::string_view item) {
    if (fold(item).bare == fold(entity).bare) place = next;
    ++next;
  });
  return place;
}

std::vector<std::int32_t> codes_in_order(const TextColumn& text, const EntityRows& rows) {
  std::vector<std::int32_t> codes;
  for (std::size_t k = 0; k < text.dictionary.size(); ++k) codes.push_back(static_cast<std::int32_t>(k));
  if (std::find(text.codes.begin(), text.codes.end(), -1) != text.codes.end()) codes.push_back(-1);
  const auto name = [&](std::int32_t code) { return code < 0 ? std::string() : text.dictionary[code]; };
  std::stable_sort(codes.begin(), codes.end(),
                   [&](std::int32_t a, std::int32_t b) { return place_of(name(a), rows) < place_of(name(b), rows); });
  return codes;
}

// Fills blank cells from the twin's; true when the twin then says nothing more.
template <class Cell, class Blank>
bool fill(std::vector<Cell>& cells, const std::vector<Cell>& twin, Blank is_blank) {
  bool same = true;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (is_blank(twin[row])) continue;
    if (is_blank(cells[row])) cells[row] = twin[row];
    same = same && cells[row] == twin[row];
  }
  return same;
}

bool fill(NumberColumn& column, const NumberColumn& twin) {
  return fill<double>(column, twin, [](double value) { return std::isnan(value); });
}

bool fill(DayColumn& column, const DayColumn& twin) {
  return fill(column.days, twin.days, [](std::int32_t day) { return day == missing_day; });
}

// Of one spelling, as two columns of one program are.
bool fill(StampColumn& column, const StampColumn& twin) {
  if (column.spelling != twin.spelling) return false;
  return fill<double>(column.seconds, twin.seconds, [](double value) { return std::isnan(value); });
}

// The twin's words get codes of the column's dictionary first.
bool fill(TextColumn& column, const TextColumn& twin) {
  std::map<std::string, std::int32_t> known;
  for (const std::string& word : column.dictionary) known.emplace(word, static_cast<std::int32_t>(known.size()));
  std::vector<std::int32_t> own;
  for (const std::string& word : twin.dictionary) {
    const auto [entry, is_new] = known.emplace(word, static_cast<std::int32_t>(column.dictionary.size()));
    if (is_new) column.dictionary.push_back(word);
    own.push_back(entry->second);
  }
  std::vector<std::int32_t> codes;
  for (const std::int32_t code : twin.codes) codes.push_back(code < 0 ? -1 : own[code]);
  return fill(column.codes, codes, [](std::int32_t code) { return code < 0; });
}

bool fill(Column& column, const Column& twin) {
  return std::visit(
      [&](auto& values) {
        const auto* other = std::get_if<std::decay_t<decltype(values)>>(&twin.values);
        return other && fill(values, *other);
      },
      column.values);
}

void drop_columns(ReadTable& read, const std::vector<char>& drop) {
  std::size_t kept = 0;
  for (std::size_t c = 0; c < drop.size(); ++c) {
    if (drop[c]) continue;
    if (kept != c) {
      read.table.columns[kept] = std::move(read.table.columns[c]);
      read.guesses[kept] = read.guesses[c];
    }
    ++kept;
  }
  read.table.columns.resize(kept);
  read.guesses.resize(kept);
}

// The twin has the role in the platform's table of headers; it goes over to the column that is kept.
void merge_twins(ReadTable& read, const std::string& ending, std::vector<char>& drop) {
  if (ending.empty()) return;
  const std::map<std::string, std::size_t> numbers = column_numbers(read.table);
  for (std::size_t t = read.table.columns.size(); t-- > 0;) {
    const std::string& name = read.table.columns[t].name;
    if (name.size() <= ending.size() || name.compare(name.size() - ending.size(), ending.size(), ending) != 0) continue;
    const auto base = numbers.find(name.substr(0, name.size() - ending.size()));
    if (base == numbers.end() || !fill(read.table.columns[base->second], read.table.columns[t])) continue;
    Guess& guess = read.guesses[base->second];
    if (guess.role.empty()) guess = read.guesses[t];
    drop[t] = 1;
  }
}

// A rate that contradicts its counts does so in whatever rows; the rest is looked for in the part itself.
void look_over(ReadTable& part, const std::vector<Notice>& of_whole) {
  part.odd = profile(part);
  for (const Notice& notice : of_whole) {
    if (notice.code == "rate_disagrees") part.odd.push_back(notice);
  }
}

ReadTable part_of(const ReadTable& read, const EntityLayout& layout, std::int32_t code, const std::string& entity) {
  const auto& codes = std::get<TextColumn>(read.table.columns[layout.column].values).codes;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < read.table.rows; ++row) {
    if (codes[row] == code) rows.push_back(row);
  }
  ReadTable part = facts_of(read);
  part.table = empty_copy(read.table, rows);
  part.table.name += ": " + entity;
  part.title = entity;
  part.controls.clear();  // the sheet's own totals are of all entities
  for (const Column& column : read.table.columns) part.table.columns.push_back(take_rows(column, rows));
  part.guesses = read.guesses;
  std::vector<char> drop(part.table.columns.size(), 0);
  merge_twins(part, layout.rows->twin, drop);
  for (std::size_t c = 0; c < drop.size(); ++c) {
    const Column& column = part.table.columns[c];
    if (column.missing() == rows.size() && column.bad.count == 0) drop[c] = 1;
  }
  drop_columns(part, drop);
  look_over(part, read.odd);
  return part;
}

std::string label_of(const TextColumn& text, std::int32_t code) {
  return code < 0 ? "without an entity" : text.dictionary[code];
}

}  // namespace

std::optional<EntityLayout> entity_layout(const ReadTable& read) {
  const std::size_t none = read.table.columns.size();
  for (const EntityRows& rows : entity_rows_of_platforms()) {
    const std::size_t column = column_called(read.table, rows.entity);
    if (column == none || column_called(read.table, rows.beside) == none) continue;
    const auto* text = std::get_if<TextColumn>(&read.table.columns[column].values);
    if (!text || text->dictionary.empty() || text->dictionary.size() > most_entities) continue;
    bool is_known = false;
    for (const std::string& entity : text->dictionary) is_known = is_known || place_of(entity, rows) < 500;
    if (is_known) return EntityLayout{column, &rows};
  }
  return std::nullopt;
}

std::vector<std::string> entities_of(const ReadTable& read, const EntityLayout& layout) {
  const auto& text = std::get<TextColumn>(read.table.columns[layout.column].values);
  std::vector<std::string> entities;
  for (std::int32_t code : codes_in_order(text, *layout.rows)) entities.push_back(label_of(text, code));
  return entities;
}

std::vector<ReadTable> split_entities(const ReadTable& read, const EntityLayout& layout) {
  const auto& text = std::get<TextColumn>(read.table.columns[layout.column].values);
  std::vector<ReadTable> parts;
  for (std::int32_t code : codes_in_order(text, *layout.rows)) {
    parts.push_back(part_of(read, layout, code, label_of(text, code)));
  }
  return parts;
}

}  // namespace outlay::ingest
