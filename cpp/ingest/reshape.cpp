// Choosing what to make of a table's shape.
#include "ingest/reshape.h"

#include <algorithm>
#include <limits>

#include "core/day.h"
#include "ingest/action_rows.h"
#include "ingest/entities.h"
#include "ingest/rows.h"

namespace outlay::ingest {
namespace {

std::vector<std::string> header_of(const ReadTable& read) {
  std::vector<std::string> names;
  for (const Column& column : read.table.columns) names.push_back(column.name);
  names.insert(names.end(), read.personal.begin(), read.personal.end());
  return names;
}

std::vector<ReadTable> alone(ReadTable read) {
  std::vector<ReadTable> tables;
  tables.push_back(std::move(read));
  return tables;
}

// The days between neighbouring dates when they are always one or seven; else 0.
int step_of(const Column& column) {
  std::vector<std::int32_t> days = std::get<DayColumn>(column.values).days;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (!days.empty() && days.front() == missing_day) days.erase(days.begin());
  std::int32_t step = std::numeric_limits<std::int32_t>::max();
  for (std::size_t k = 1; k < days.size(); ++k) step = std::min(step, days[k] - days[k - 1]);
  return step == 1 || step == 7 ? step : 0;
}

void warn_of_shape(ReadTable& read, const char* code) {
  read.odd.push_back({code, Severity::warning, {}, {{"column", read.shape.column}}});
}

std::vector<ReadTable> of_actions(ReadTable read, const ActionLayout& layout, bool as_is) {
  const auto& types = std::get<TextColumn>(read.table.columns[layout.type].values);
  Shape shape{ShapeKind::action_rows,
              as_is ? "" : "pivoted",
              read.table.columns[layout.type].name,
              types.dictionary,
              {},
              0,
              {}};
  if (!as_is) shape.header = header_of(read);
  ReadTable out = as_is ? std::move(read) : pivot_actions(read, layout);
  out.shape = std::move(shape);
  if (as_is) warn_of_shape(out, "actions_as_rows");
  return alone(std::move(out));
}

std::vector<ReadTable> of_entities(ReadTable read, const EntityLayout& layout, bool as_is) {
  Shape shape{ShapeKind::entities,
              as_is ? "" : "split",
              read.table.columns[layout.column].name,
              entities_of(read, layout),
              {},
              0,
              {}};
  if (!as_is) shape.header = header_of(read);
  if (as_is) {
    read.shape = std::move(shape);
    warn_of_shape(read, "entities_mixed");
    return alone(std::move(read));
  }
  std::vector<ReadTable> parts = split_entities(read, layout);
  for (std::size_t k = 0; k < parts.size(); ++k) {
    parts[k].shape = shape;
    parts[k].shape.part = shape.parts[k];
    parts[k].odd.push_back({"entity_of_sheet",
                            Severity::info,
                            {{"entities", static_cast<double>(shape.parts.size())}},
                            {{"entity", shape.parts[k]}}});
  }
  return parts;
}

void give_form(ReadTable& read, Table table, const char* form) {
  read.shape.done = form;
  read.shape.header = header_of(read);
  read.table = std::move(table);
  std::vector<std::string> names;
  for (const Column& column : read.table.columns) names.push_back(column.name);
  read.guesses = guess_roles(names, *read.platform);
}

// Channels that are only numbered say nothing of what was bought.
void warn_of_numbers(ReadTable& read, const WideLayout& layout) {
  const auto is_numbered = [](const MediaCell& cell) { return cell.column == cell.channel && cell.measure == "spend"; };
  if (std::any_of(layout.media.begin(), layout.media.end(), is_numbered)) {
    read.odd.push_back({"channels_unnamed", Severity::warning, {}, {}});
  }
}

bool is_one_row_each(const Table& table, const LongLayout& layout) {
  const std::map<std::string, std::size_t> numbers = column_numbers(table);
  std::vector<std::size_t> keys = {numbers.at(layout.channel)};
  for (const std::string& key : layout.keys) keys.push_back(numbers.at(key));
  return are_keys(table, keys);
}

std::vector<ReadTable> of_media(ReadTable read, const ReadOptions& options) {
  if (const auto wide = wide_media(read.table)) {
    read.shape = {ShapeKind::wide_media, "", "", channels_of(*wide), {}, step_of(*read.table.find(wide->keys[0])), {}};
    warn_of_numbers(read, *wide);
    if (options.shape == "long") {
      give_form(read, melt(read.table, *wide).table, "long");
    }
    return alone(std::move(read));
  }
  const auto layout = long_media(read.table);
  // Rows below the channel, of campaigns or ads, are no mix-model data; they are added up only when that is asked for.
  if (layout && (options.shape == "wide" || is_one_row_each(read.table, *layout))) {
    const Column& channel = *read.table.find(layout->channel);
    read.shape = {ShapeKind::long_media,
                  "",
                  channel.name,
                  std::get<TextColumn>(channel.values).dictionary,
                  {},
                  step_of(*read.table.find(layout->keys[0])),
                  {}};
    if (options.shape == "wide") {
      give_form(read, widen(read.table, *layout).table, "wide");
    }
  }
  return alone(std::move(read));
}

}  // namespace

std::string_view name_of(ShapeKind kind) {
  constexpr std::string_view names[] = {"plain", "action_rows", "entities", "wide_media", "long_media"};
  return names[static_cast<int>(kind)];
}

std::vector<ReadTable> reshape(ReadTable read, const ReadOptions& options) {
  const bool as_is = options.shape == "as_is";
  if (const auto layout = entity_layout(read)) return of_entities(std::move(read), *layout, as_is);
  if (const auto layout = action_layout(read)) return of_actions(std::move(read), *layout, as_is);
  return of_media(std::move(read), options);
}

}  // namespace outlay::ingest
