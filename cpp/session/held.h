// A table that the session keeps, with the other form it can be given in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/inputs.h"
#include "core/notice.h"
#include "ingest/table_builder.h"

namespace outlay {

/// How a table is handed to an analysis: as it was read, or wide media data with a row for each date and channel,
/// without or with the columns that are no channel's (on rows without a channel).
enum class Form { as_read, long_media, long_with_rest };

std::string_view name_of(Form form);

struct Held {
  std::vector<Table> forms;     // by Form; only wide media data has more than the first
  std::vector<Notice> notices;  // of reading it
  std::string entity;           // of a sheet that was split
  std::string currency;         // empty when it is not known
  int file = 0;                 // tables of one file share it

  const Table& table() const { return forms.front(); }
  const Table& table(Form form) const { return forms[static_cast<std::size_t>(form)]; }
};

Held hold(ingest::ReadTable read, int file);

std::vector<std::string> missing_roles(const InputSpec& input, const RoleColumns& roles);

/// A form with the roles that its columns can play in an input.
struct FormFit {
  Form form = Form::as_read;
  RoleColumns roles;
  std::size_t missing = 0;  // required roles without a column
};

/// The first form that lacks the fewest required roles; one without a column that `chosen` names is passed over.
FormFit best_form(const InputSpec& input, const Held& held, const RoleColumns& chosen);

}  // namespace outlay
