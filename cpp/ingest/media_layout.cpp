// Recognising data for a mix model by its headers and keys.
#include <algorithm>
#include <set>

#include "ingest/media.h"
#include "ingest/platforms/patterns.h"
#include "ingest/platforms/roles.h"
#include "ingest/rows.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

struct Headers {
  std::vector<std::string> names;
  const Platform* platform;
  std::vector<Guess> guesses;

  explicit Headers(const Table& table) {
    for (const Column& column : table.columns) names.push_back(column.name);
    platform = &platform_of(names, {});
    guesses = guess_roles(names, *platform);
  }

  std::vector<std::size_t> of_role(std::string_view role) const {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < guesses.size(); ++c) {
      if (guesses[c].role == role) found.push_back(c);
    }
    return found;
  }
};

bool is_kind(const Table& table, std::size_t column, Kind kind) { return table.columns[column].kind() == kind; }

// The date column; the number of columns when there is none.
std::size_t date_of(const Table& table, const Headers& headers) {
  for (const char* role : {"date", "week_start"}) {
    for (std::size_t c : headers.of_role(role)) {
      if (is_kind(table, c, Kind::day)) return c;
    }
  }
  return table.columns.size();
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// "search_clicks_P" are the clicks of search; the channel is written as the header writes it.
std::optional<MediaCell> media_cell(const std::string& header) {
  const auto made = media_column(fold(header));
  if (!made || std::string_view(made->role) == "control") return std::nullopt;
  const std::string measure = made->role + std::string_view("media_").size();
  std::string channel = made->channel.size() <= header.size() ? header.substr(0, made->channel.size()) : made->channel;
  if (fold(channel).text != made->channel) channel = made->channel;
  if (ends_with(channel, "_" + measure)) channel.resize(channel.size() - measure.size() - 1);
  return MediaCell{header, channel, measure};
}

std::vector<MediaCell> media_cells(const Table& table) {
  std::vector<MediaCell> cells;
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto cell = is_kind(table, c, Kind::number) ? media_cell(table.columns[c].name) : std::nullopt;
    // A second column for the same thing belongs to the rest: one cell of the long table holds one figure.
    if (cell && seen.emplace(cell->channel, cell->measure).second) cells.push_back(*cell);
  }
  return cells;
}

// Whoever writes single ads also has headers such as "card_clicks": only what is no platform's export can be wide.
bool may_be_wide(const Headers& headers) {
  const std::string_view id = headers.platform->id;
  return id == "mmm" || id == "generic";
}

// Added up over the rows of a date and channel without harm.
bool adds_up(std::string_view role) {
  const KnownRole* known = find_role(role);
  return known && known->kind == Kind::number && known->use == Use::once && role != "reach";
}

}  // namespace

std::optional<WideLayout> wide_media(const Table& table) {
  const Headers headers(table);
  const std::size_t date = date_of(table, headers);
  if (!may_be_wide(headers) || date == table.columns.size()) return std::nullopt;
  WideLayout layout{{table.columns[date].name}, media_cells(table)};
  const auto spend = std::count_if(layout.media.begin(), layout.media.end(),
                                   [](const MediaCell& cell) { return cell.measure == "spend"; });
  const bool is_plain = std::string_view(headers.platform->id) == "generic";
  if (channels_of(layout).size() < 2 || (is_plain && spend < 2)) return std::nullopt;
  std::vector<std::size_t> keys = {date};
  for (std::size_t c : headers.of_role("geo")) {
    layout.keys.push_back(table.columns[c].name);
    keys.push_back(c);
  }
  if (!are_keys(table, keys)) return std::nullopt;
  return layout;
}

std::optional<LongLayout> long_media(const Table& table) {
  const Headers headers(table);
  const std::size_t date = date_of(table, headers);
  const std::vector<std::size_t> channel = headers.of_role("channel");
  if (date == table.columns.size() || channel.empty() || !is_kind(table, channel[0], Kind::text)) return std::nullopt;
  const auto& text = std::get<TextColumn>(table.columns[channel[0]].values);
  // A dictionary of hundreds is no list of channels, and a wide table of it none that helps.
  if (text.dictionary.size() < 2 || text.dictionary.size() > 200) return std::nullopt;
  LongLayout layout{{table.columns[date].name}, table.columns[channel[0]].name, {}, {}};
  bool has_media = false;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!is_kind(table, c, Kind::number) || !adds_up(headers.guesses[c].role)) continue;
    layout.measures.push_back(table.columns[c].name);
    has_media = has_media || headers.guesses[c].role == "spend" || headers.guesses[c].role == "impressions";
  }
  if (!has_media) return std::nullopt;
  return layout;
}

}  // namespace outlay::ingest
