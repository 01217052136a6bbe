// From evidence to formats.
#include "ingest/column_format.h"

#include <algorithm>

#include "ingest/platforms/platform.h"
#include "ingest/platforms/roles.h"

namespace outlay::ingest {
namespace {

bool ends_with_id(std::string_view name) {
  const auto is = [](char c, char lower) { return c == lower || c == lower - 32; };
  const std::size_t n = name.size();
  return n >= 2 && is(name[n - 1], 'd') && is(name[n - 2], 'i') &&
         (n == 2 || name[n - 3] == '_' || name[n - 3] == ' ' || name[n - 3] == '-');
}

// The role's kind when a cell fits it, otherwise what all cells are, otherwise text.
Kind choose_kind(const Guess& guess, const std::string& name, const ColumnEvidence& e) {
  if (!guess.role.empty()) {
    if (guess.kind == Kind::text) return Kind::text;
    const std::size_t fitting = guess.kind == Kind::number ? e.numbers() : std::max(e.dates, e.serials);
    return fitting > 0 || e.cells == 0 ? guess.kind : Kind::text;
  }
  if (ends_with_id(name)) return Kind::text;
  if (e.cells == 0 || e.ids) return e.cells > 0 && e.dates == e.cells ? Kind::day : Kind::text;
  if (e.numbers() == e.cells) return Kind::number;
  return e.dates == e.cells ? Kind::day : Kind::text;
}

// A platform that always writes one order, whatever the language of its page.
DateOrder order_of_platform(const Platform& platform) {
  return std::string_view(platform.id) == "microsoft_ads" ? DateOrder::month_first : DateOrder::unknown;
}

// The order under which the samples lie within the period that the preamble states.
DateOrder order_by_period(const std::vector<std::string>& preamble, const std::string& sample) {
  const auto fits = [&](DateOrder order) {
    const auto period = period_in(preamble, order);
    const auto day = read_date(sample, {order, false});
    return period && day && *day >= period->from && *day <= period->to;
  };
  const bool day_first = fits(DateOrder::day_first);
  if (day_first == fits(DateOrder::month_first)) return DateOrder::unknown;
  return day_first ? DateOrder::day_first : DateOrder::month_first;
}

class Chooser {
 public:
  Chooser(const TableFacts& facts, const std::vector<ColumnEvidence>& evidence, std::vector<Question>& questions)
      : facts_(facts), evidence_(evidence), questions_(questions) {}

  std::vector<ColumnFormat> choose() {
    std::vector<ColumnFormat> formats(evidence_.size());
    for (std::size_t c = 0; c < formats.size(); ++c) {
      formats[c].kind = choose_kind(facts_.guesses[c], facts_.names[c], evidence_[c]);
      formats[c].is_id =
          formats[c].kind == Kind::text && (ends_with_id(facts_.names[c]) || ends_with_id(facts_.guesses[c].role));
      formats[c].is_stamp = formats[c].kind == Kind::text && is_moment(facts_.guesses[c].role);
      if (formats[c].kind == Kind::number) all_numbers_.add(evidence_[c].decimal);
      if (formats[c].kind == Kind::day && !evidence_[c].order.is_year_first()) {
        note_order(evidence_[c].order.order());
      }
    }
    for (std::size_t c = 0; c < formats.size(); ++c) {
      if (formats[c].kind == Kind::number) formats[c].decimal_mark = decimal_mark(c);
      if (formats[c].kind == Kind::day) choose_date(c, formats[c]);
    }
    return formats;
  }

 private:
  // One program wrote the file: an order that one column proves is the order of the others.
  void note_order(DateOrder order) {
    if (order == DateOrder::unknown) return;
    orders_differ_ = orders_differ_ || (some_order_ != DateOrder::unknown && some_order_ != order);
    some_order_ = order;
  }

  char decimal_mark(std::size_t c) {
    const ColumnEvidence& e = evidence_[c];
    if (facts_.options.decimal_mark) return facts_.options.decimal_mark;
    if (e.decimal.decides()) return e.decimal.mark('.');
    // Cells of one column that prove both marks: the one that reads more of them; the others are told of as unreadable.
    if (e.decimal.contradicts()) return e.numbers_comma > e.numbers_point ? ',' : '.';
    if (all_numbers_.decides()) return all_numbers_.mark('.');
    if (!e.decimal.is_open()) return '.';
    // Grouped thousands are far commoner than exactly three decimals, but a wrong guess is wrong by a thousand: ask.
    const char assumed = e.decimal.open_sample().find(',') != std::string::npos ? '.' : ',';
    questions_.push_back(
        {"decimal_mark", facts_.names[c], e.decimal.open_sample(), {".", ","}, std::string(1, assumed)});
    return assumed;
  }

  void choose_date(std::size_t c, ColumnFormat& format) {
    const ColumnEvidence& e = evidence_[c];
    format.date.serials = e.serials * 2 > e.cells && facts_.guesses[c].kind == Kind::day;
    format.date.year_first = e.order.is_year_first();
    if (e.order.sample().empty() || format.date.year_first) return;
    DateOrder order = facts_.options.date_order;
    if (order == DateOrder::unknown) order = e.order.order();
    if (order == DateOrder::unknown && !e.order.contradicts() && !orders_differ_) order = some_order_;
    if (order == DateOrder::unknown && !e.order.contradicts())
      order = order_by_period(facts_.preamble, e.order.sample());
    if (order == DateOrder::unknown && !e.order.contradicts()) order = order_of_platform(*facts_.platform);
    format.date.order = order;
    if (order != DateOrder::unknown) return;
    // A guess would be wrong in silence: the column stays text until somebody says.
    format.kind = Kind::text;
    questions_.push_back({"date_order", facts_.names[c], e.order.sample(), {"dmy", "mdy"}, ""});
  }

  const TableFacts& facts_;
  const std::vector<ColumnEvidence>& evidence_;
  std::vector<Question>& questions_;
  DecimalEvidence all_numbers_;
  DateOrder some_order_ = DateOrder::unknown;
  bool orders_differ_ = false;
};

}  // namespace

std::vector<ColumnFormat> choose_formats(const TableFacts& facts, const std::vector<ColumnEvidence>& evidence,
                                         std::vector<Question>& questions) {
  return Chooser(facts, evidence, questions).choose();
}

}  // namespace outlay::ingest
