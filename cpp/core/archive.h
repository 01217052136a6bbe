// One walk over the fields of a parameter set or a result, shared by reader, writers and schema.
//
// A field's name, label, bounds and unit are spelled once, in a `describe(Archive&)`; what walks it decides
// whether that reads JSON, writes JSON, writes CSV or lists the schema.
#pragma once

#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/table.h"

namespace outlay {

/// What a person is told of a field. `unit` is one of "", money, count, share, chance (a probability), about (a rough
/// count), weeks, score, rate, flag (1 or 0), bucket (+1, 0 or -1).
struct FieldInfo {
  const char* label = "";
  const char* help = "";
  const char* unit = "";
  const char* group = "";
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  /// For a map: the role whose values are its keys.
  const char* keys = "";
};

struct Option {
  const char* value;
  const char* label;
};

using NumberByName = std::map<std::string, double>;

class Archive;

/// A map from names to records of fields, the record's type forgotten.
class Records {
 public:
  virtual ~Records() = default;
  virtual void clear() = 0;
  virtual std::vector<std::string> names() const = 0;
  /// Walks the record of this name, which is added with its defaults when there is none.
  virtual void walk(const std::string& name, Archive& archive) = 0;
  /// Walks a record with its defaults, of which nothing is kept.
  virtual void walk_default(Archive& archive) const = 0;
};

template <class Record>
class RecordsOf : public Records {
 public:
  explicit RecordsOf(std::map<std::string, Record>& records) : records_(records) {}
  void clear() override { records_.clear(); }
  std::vector<std::string> names() const override {
    std::vector<std::string> out;
    for (const auto& entry : records_) out.push_back(entry.first);
    return out;
  }
  void walk(const std::string& name, Archive& archive) override { records_[name].describe(archive); }
  void walk_default(Archive& archive) const override { Record().describe(archive); }

 private:
  std::map<std::string, Record>& records_;
};

class Archive {
 public:
  virtual ~Archive() = default;

  // Each default does nothing, so that a walker implements only what it cares for.
  virtual void field(const char*, double&, const FieldInfo&) {}
  virtual void field(const char*, int&, const FieldInfo&) {}
  virtual void field(const char*, bool&, const FieldInfo&) {}
  virtual void field(const char*, std::string&, const FieldInfo&) {}
  virtual void field(const char*, std::optional<Day>&, const FieldInfo&) {}
  virtual void field(const char*, NumberByName&, const FieldInfo&) {}
  /// A number that may be left open.
  virtual void field(const char*, std::optional<double>&, const FieldInfo&) {}

  /// An enumeration: `options` in the order of the enumerators.
  template <class Enum>
  void choice(const char* name, Enum& value, std::initializer_list<Option> options, const FieldInfo& info) {
    int index = static_cast<int>(value);
    choice_index(name, index, std::vector<Option>(options), info);
    value = static_cast<Enum>(index);
  }

  /// A record of fields for each of several names; `Record` has a describe of its own, without tables.
  template <class Record>
  void records(const char* name, std::map<std::string, Record>& values, const FieldInfo& info) {
    RecordsOf<Record> view(values);
    record_map(name, view, info);
  }

  virtual void column(const char*, NumberColumn&, const FieldInfo&) {}
  virtual void column(const char*, TextColumn&, const FieldInfo&) {}
  virtual void column(const char*, DayColumn&, const FieldInfo&) {}

  template <class Columns>
  void table(const char* name, Columns& columns, const FieldInfo& info) {
    if (!begin_table(name, info)) return;
    columns.describe(*this);
    end_table();
  }

 protected:
  virtual void choice_index(const char*, int&, const std::vector<Option>&, const FieldInfo&) {}
  virtual void record_map(const char*, Records&, const FieldInfo&) {}
  /// Returns false to pass over the table's columns.
  virtual bool begin_table(const char*, const FieldInfo&) { return false; }
  virtual void end_table() {}
};

}  // namespace outlay
