// Gathering evidence, cell by cell, over one window.
#include "ingest/column_evidence.h"

#include "ingest/cells.h"

namespace outlay::ingest {
namespace {

void note_currency(const std::string& code, ColumnEvidence& evidence) {
  if (code.empty()) return;
  if (!evidence.currency.empty() && evidence.currency != code) evidence.currencies_differ = true;
  evidence.currency = code;
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at + 2) < text.size() - 1 &&
         text.find(' ') == std::string_view::npos && text.find('/') == std::string_view::npos;
}

}  // namespace

ColumnEvidence evidence_in(const Window& window, std::size_t column) {
  ColumnEvidence evidence;
  const Window::Fields fields(window, column);
  std::string scratch;
  for (std::size_t row = 0; row < fields.size(); ++row) {
    // A cell like the one above tells nothing new.
    if (row > 0 && fields[row] == fields[row - 1]) continue;
    const std::string_view text = without_formula(unquoted(fields[row], scratch));
    const NumberCell point = read_number(text, '.');
    if (point.kind == NumberCell::Kind::missing) continue;
    ++evidence.cells;
    const bool is_censored = point.kind == NumberCell::Kind::censored;
    const bool reads_with_point = is_censored || point.kind == NumberCell::Kind::number;
    const bool reads_with_comma = is_censored || read_number(text, ',').kind == NumberCell::Kind::number;
    evidence.numbers_point += reads_with_point;
    evidence.numbers_comma += reads_with_comma;
    evidence.percents = evidence.percents || point.is_percent;
    if (reads_with_point || reads_with_comma) {
      evidence.decimal.add(text);
      note_currency(currency_of_cell(text), evidence);
      evidence.ids = evidence.ids || looks_like_id(text);
      evidence.serials += read_date(text, {DateOrder::unknown, true}).has_value();
    }
    evidence.mails += is_mail_address(text);
    const bool ordered = needs_order(text);
    evidence.dates += ordered || read_date(text, {}).has_value();
    if (ordered) evidence.order.add(text);
  }
  return evidence;
}

}  // namespace outlay::ingest
