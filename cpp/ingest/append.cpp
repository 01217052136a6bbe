// Appending with de-duplication on overlapping dates.
#include "ingest/append.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <unordered_set>

#include "core/day.h"
#include "core/number.h"
#include "ingest/platforms/channels.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {
namespace {

bool has_no_cell(const Table& table, const Column& column) {
  return column.missing() == table.rows && column.bad.count == 0;
}

struct Span {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
};

// The first date column; null when the table has none.
const std::vector<std::int32_t>* first_days(const Table& table) {
  for (const Column& column : table.columns) {
    if (const auto* days = std::get_if<DayColumn>(&column.values)) return &days->days;
  }
  return nullptr;
}

Span span_of(const Table& table) {
  Span span;
  const std::vector<std::int32_t>* days = first_days(table);
  for (std::size_t row = 0; days && row < days->size(); ++row) {
    if ((*days)[row] == missing_day) continue;
    span.first = std::min(span.first, (*days)[row]);
    span.last = std::max(span.last, (*days)[row]);
  }
  return span;
}

bool has_channel_column(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](const Column& column) {
    return fit_of(column.name, "channel").confidence > 0 || guess_role(column.name).role == "channel";
  });
}

// For each table the channel that its file is named after; none at all unless that tells at least two apart.
std::vector<std::string> channels_by_name(const std::vector<const Table*>& tables) {
  std::vector<std::string> channels;
  bool differ = false;
  for (const Table* table : tables) {
    channels.push_back(has_channel_column(*table) ? "" : channel_in_name(table->file));
    if (channels.back().empty()) return {};
    differ = differ || channels.back() != channels.front();
  }
  return differ ? channels : std::vector<std::string>();
}

constexpr std::string_view changing_roles[] = {"status", "reason", "old_value", "new_value", "date_end", "currency"};

// The columns that say what a row is about. A status changes from one export to the next, and where there is an id the
// name beside it does too: they make no other row of it.
std::vector<std::size_t> key_columns(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  const std::vector<Guess> guesses = guess_roles(names, platform_of(names, {}));
  const auto has_role = [&](const std::string& role) {
    return std::any_of(guesses.begin(), guesses.end(), [&](const Guess& guess) { return guess.role == role; });
  };
  std::vector<std::size_t> keys;
  for (std::size_t c = 0; c < guesses.size(); ++c) {
    if (table.columns[c].kind() == Kind::number) continue;
    const std::string role(guesses[c].role);
    if (std::find(std::begin(changing_roles), std::end(changing_roles), role) != std::end(changing_roles)) continue;
    const std::size_t end = role.rfind("_name");
    if (end != std::string::npos && has_role(role.substr(0, end) + "_id")) continue;
    // A header that the platform has no role for, such as a bid strategy.
    if (role.empty() && known_headers({names[c]}) > 0) continue;
    keys.push_back(c);
  }
  return keys;
}

// What tells a row from others, after what is known of its whole table.
std::string key_of(const Table& table, const std::vector<std::size_t>& columns, std::size_t row,
                   const std::string& channel) {
  std::string key = channel + '\x1f';
  for (const std::size_t c : columns) {
    const Column& column = table.columns[c];
    if (const auto* text = std::get_if<TextColumn>(&column.values)) {
      key += text->at(row);
    } else if (const auto* stamps = std::get_if<StampColumn>(&column.values)) {
      key += stamps->at(row);
    } else if (const auto* days = std::get_if<DayColumn>(&column.values)) {
      key += std::to_string(days->days[row]);
    } else {
      key += full_precision(std::get<NumberColumn>(column.values)[row]);
    }
    key += '\x1f';
  }
  return key;
}

bool are_same(const Table& a, const Table& b) {
  if (a.rows != b.rows) return false;
  std::vector<std::size_t> all(a.columns.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  for (std::size_t row = 0; row < a.rows; ++row) {
    if (key_of(a, all, row, {}) != key_of(b, all, row, {})) return false;
  }
  return true;
}

std::vector<std::vector<char>> no_marks(const std::vector<const Table*>& tables) {
  std::vector<std::vector<char>> marks;
  for (const Table* table : tables) marks.emplace_back(table->rows, 0);
  return marks;
}

// Without dates nothing tells what overlaps, but the same export twice is known.
std::vector<std::vector<char>> copies(const std::vector<const Table*>& tables) {
  std::vector<std::vector<char>> marks;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const auto own = tables.begin() + static_cast<std::ptrdiff_t>(t);
    const bool is_copy = std::any_of(tables.begin(), own, [&](const Table* other) { return are_same(*other, **own); });
    marks.emplace_back((*own)->rows, is_copy);
  }
  return marks;
}

// Marks the rows of the tables, which stand newest first, that an earlier one of the list has too.
std::vector<std::vector<char>> superseded_rows(const std::vector<const Table*>& newest_first,
                                               const std::vector<std::string>& channels) {
  if (!has_dates(*newest_first[0])) return channels.empty() ? copies(newest_first) : no_marks(newest_first);
  const std::vector<std::size_t> columns = key_columns(*newest_first[0]);
  std::vector<Span> spans;
  for (const Table* table : newest_first) spans.push_back(span_of(*table));
  // Only days that another file covers can repeat.
  const auto is_shared = [&](std::int32_t day, std::size_t own) {
    for (std::size_t t = 0; t < spans.size(); ++t) {
      if (t != own && day >= spans[t].first && day <= spans[t].last) return true;
    }
    return false;
  };
  std::vector<std::vector<char>> marks;
  std::unordered_set<std::string> seen;
  for (std::size_t t = 0; t < newest_first.size(); ++t) {
    const Table& table = *newest_first[t];
    const std::vector<std::int32_t>* days = first_days(table);
    std::vector<char> mark(table.rows, 0);
    std::vector<std::string> keys;
    for (std::size_t row = 0; days && row < table.rows; ++row) {
      if ((*days)[row] == missing_day || !is_shared((*days)[row], t)) continue;
      std::string key = key_of(table, columns, row, channels.empty() ? std::string() : channels[t]);
      if (seen.count(key)) {
        mark[row] = 1;
      } else {
        keys.push_back(std::move(key));
      }
    }
    // Only now, since rows may repeat within one file.
    for (std::string& key : keys) seen.insert(std::move(key));
    marks.push_back(std::move(mark));
  }
  return marks;
}

class Merger {
 public:
  explicit Merger(const Column& model) { column_.name = model.name, column_.values = empty_like(model); }

  void add(const Table& table, const Column& column, const std::vector<char>& superseded) {
    if (column.bad.count > 0 && column_.bad.count == 0) {
      column_.bad = column.bad;
      column_.bad.file = table.file;
    } else {
      column_.bad.count += column.bad.count;
    }
    if (auto* own = std::get_if<StampColumn>(&column_.values)) {
      const auto* other = std::get_if<StampColumn>(&column.values);
      if (!has_no_cell(table, column) && !(other && other->spelling == own->spelling)) spell_out();
    }
    std::visit([&](auto& out) { add_to(out, column, superseded); }, column_.values);
  }

  Column take() { return std::move(column_); }

 private:
  // Stamps of another spelling, and texts beside stamps, become texts.
  void spell_out() {
    TextColumn text = texts_of(std::get<StampColumn>(column_.values));
    for (const std::string& word : text.dictionary) codes_.emplace(word, static_cast<std::int32_t>(codes_.size()));
    column_.values = std::move(text);
  }

  static decltype(Column::values) empty_like(const Column& model) {
    if (model.kind() == Kind::number) return NumberColumn{};
    if (model.kind() == Kind::day) return DayColumn{};
    if (const auto* stamps = std::get_if<StampColumn>(&model.values)) return StampColumn{{}, stamps->spelling};
    return TextColumn{};
  }

  template <class Get>
  static void each_kept(const std::vector<char>& superseded, Get get) {
    for (std::size_t row = 0; row < superseded.size(); ++row) {
      if (!superseded[row]) get(row);
    }
  }

  void add_to(NumberColumn& out, const Column& column, const std::vector<char>& superseded) {
    const auto* from = std::get_if<NumberColumn>(&column.values);
    each_kept(superseded,
              [&](std::size_t row) { out.push_back(from ? (*from)[row] : std::numeric_limits<double>::quiet_NaN()); });
  }
  void add_to(DayColumn& out, const Column& column, const std::vector<char>& superseded) {
    const auto* from = std::get_if<DayColumn>(&column.values);
    each_kept(superseded, [&](std::size_t row) { out.days.push_back(from ? from->days[row] : missing_day); });
  }
  void add_to(StampColumn& out, const Column& column, const std::vector<char>& superseded) {
    const auto* from = std::get_if<StampColumn>(&column.values);
    each_kept(superseded, [&](std::size_t row) {
      out.seconds.push_back(from ? from->seconds[row] : std::numeric_limits<double>::quiet_NaN());
    });
  }
  void add_to(TextColumn& out, const Column& column, const std::vector<char>& superseded) {
    const auto* stamps = std::get_if<StampColumn>(&column.values);
    const TextColumn spelled = stamps ? texts_of(*stamps) : TextColumn();
    const auto* from = stamps ? &spelled : std::get_if<TextColumn>(&column.values);
    std::vector<std::int32_t> codes;
    for (std::size_t code = 0; from && code < from->dictionary.size(); ++code) {
      const auto [entry, added] =
          codes_.emplace(from->dictionary[code], static_cast<std::int32_t>(out.dictionary.size()));
      if (added) out.dictionary.push_back(from->dictionary[code]);
      codes.push_back(entry->second);
    }
    each_kept(superseded, [&](std::size_t row) {
      out.codes.push_back(!from || from->codes[row] < 0 ? -1 : codes[from->codes[row]]);
    });
  }

  Column column_;
  std::map<std::string, std::int32_t> codes_;
};

void add_channels(const std::vector<std::string>& channels, const std::vector<std::vector<char>>& superseded,
                  Appended& out) {
  TextColumn column;
  for (std::size_t t = 0; t < channels.size(); ++t) {
    const auto known = std::find(column.dictionary.begin(), column.dictionary.end(), channels[t]);
    const auto code = static_cast<std::int32_t>(known - column.dictionary.begin());
    if (known == column.dictionary.end()) {
      column.dictionary.push_back(channels[t]);
      out.channels += (out.channels.empty() ? "" : ", ") + channels[t];
    }
    for (const char mark : superseded[t]) {
      if (!mark) column.codes.push_back(code);
    }
  }
  out.table.columns.push_back({"channel", std::move(column), {}});
}

}  // namespace

bool has_dates(const Table& table) { return first_days(table) != nullptr; }

bool can_append(const Table& a, const Table& b) {
  if (a.columns.size() != b.columns.size()) return false;
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    if (a.columns[c].name != b.columns[c].name) return false;
    if (a.columns[c].kind() == b.columns[c].kind()) continue;
    if (!has_no_cell(a, a.columns[c]) && !has_no_cell(b, b.columns[c])) return false;
  }
  return true;
}

Table columns_when_appended(const std::vector<const Table*>& tables) {
  Table out;
  for (const Column& column : tables[0]->columns) out.columns.push_back({column.name, {}, {}});
  if (!channels_by_name(tables).empty()) out.columns.push_back({"channel", TextColumn{}, {}});
  return out;
}

Appended append(std::vector<const Table*> tables) {
  std::stable_sort(tables.begin(), tables.end(),
                   [](const Table* a, const Table* b) { return span_of(*a).last > span_of(*b).last; });
  const std::vector<std::string> channels = channels_by_name(tables);
  const std::vector<std::vector<char>> superseded = superseded_rows(tables, channels);
  Appended out;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const Table& table = *tables[t];
    out.table.name += (t ? " + " : "") + table.name;
    out.table.file += (t ? " + " : "") + table.file;
    for (std::size_t row = 0; row < table.rows; ++row) {
      if (superseded[t][row]) {
        ++out.superseded;
        continue;
      }
      out.table.origin.set(out.table.rows++, table.origin.of(row));
    }
  }
  for (std::size_t c = 0; c < tables[0]->columns.size(); ++c) {
    // A column without a cell says nothing of its kind.
    const Table* model = tables[0];
    for (const Table* table : tables) {
      if (has_no_cell(*model, model->columns[c])) model = table;
    }
    Merger merger(model->columns[c]);
    for (std::size_t t = 0; t < tables.size(); ++t) merger.add(*tables[t], tables[t]->columns[c], superseded[t]);
    out.table.columns.push_back(merger.take());
  }
  if (!channels.empty()) add_channels(channels, superseded, out);
  return out;
}

}  // namespace outlay::ingest
