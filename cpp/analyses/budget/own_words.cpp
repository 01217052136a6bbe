// Reading one value a campaign from rows that may repeat it, or say different things.
#include "analyses/budget/own_words.h"

#include <algorithm>
#include <cmath>

#include "core/number.h"

namespace outlay::budget::reallocate {
namespace {

constexpr double most = 1e15;  // more than any money, and what still adds up to the cent

class CurveReader {
 public:
  explicit CurveReader(const BoundTable& table) : table_(table) {}

  math::Curve read(std::size_t row) const {
    const std::string word = lower(table_.text("curve").at(row));
    math::Curve curve;
    if (word == "power") {
      curve = {math::CurveKind::power, need("curve_a", row), need("curve_b", row), 1};
      if (curve.b > 1) refuse_cell(table_, "curve_b", row, "must be at most 1 for a power curve");
    } else if (word == "log") {
      curve = {math::CurveKind::log, need("curve_a", row), 1, need("curve_s", row)};
    } else if (word == "hill") {
      curve = {math::CurveKind::hill, need("curve_a", row), need("curve_b", row), need("curve_s", row)};
      if (curve.b > 100) refuse_cell(table_, "curve_b", row, "must be at most 100 for a Hill curve");
    } else if (word == "exponential") {
      curve = {math::CurveKind::exponential, need("curve_a", row), 1, need("curve_s", row)};
    } else {
      refuse_cell(
          table_, "curve", row,
          "must be power, log, hill or exponential; it is \"" + std::string(table_.text("curve").at(row)) + "\"");
    }
    return curve;
  }

  static std::string lower(std::string_view text) {
    std::string word;
    for (char c : trim(text)) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return word;
  }

 private:
  double need(const char* role, std::size_t row) const {
    const double value = table_.has(role) ? table_.number(role)[row] : std::nan("");
    const bool may_be_zero = std::string_view(role) == "curve_a";
    if (!(value > 0 || (may_be_zero && value == 0)))
      refuse_cell(table_, role, row, "must be a number above 0 for this curve");
    if (value > most) refuse_cell(table_, role, row, "must be at most 1e15; it is " + number_text(value));
    return value;
  }

  const BoundTable& table_;
};

bool read_locked(const BoundTable& table, std::size_t row) {
  const std::string word = CurveReader::lower(table.text("locked").at(row));
  const auto is_one_of = [&](std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
  };
  if (is_one_of({"1", "yes", "true", "y", "x", "locked", "on"})) return true;
  if (is_one_of({"0", "no", "false", "n", "", "-", "unlocked", "off", "free"})) return false;
  refuse_cell(table, "locked", row, "must be yes or no; it is \"" + std::string(table.text("locked").at(row)) + "\"");
}

// The row that counts for each campaign among those with something to say; -1 for none.
class LatestRows {
 public:
  LatestRows(const BoundTable& table, const Grouping& grouping, std::size_t campaigns)
      : table_(table), grouping_(grouping), campaigns_(campaigns) {}

  template <class Says>
  std::vector<std::int64_t> find(Says says) const {
    std::vector<std::int64_t> out(campaigns_, -1);
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::int32_t campaign = grouping_.campaign_of[row];
      if (campaign < 0 || !says(row)) continue;
      std::int64_t& latest = out[campaign];
      if (latest < 0 || day(row) >= day(static_cast<std::size_t>(latest))) latest = static_cast<std::int64_t>(row);
    }
    return out;
  }

  // Tells of campaigns whose rows do not say the same.
  template <class Says, class Same, class Words>
  void compare(const char* role, const std::vector<std::int64_t>& latest, Says says, Same same, Words words,
               Context& context) const {
    std::vector<char> differs(campaigns_, 0);
    std::int64_t other = -1;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::int32_t campaign = grouping_.campaign_of[row];
      if (campaign < 0 || !says(row) || same(row, static_cast<std::size_t>(latest[campaign]))) continue;
      differs[campaign] = 1;
      if (other < 0) other = static_cast<std::int64_t>(row);
    }
    if (other < 0) return;
    const std::int32_t first = grouping_.campaign_of[other];
    context.notice({"limits_differ",
                    Severity::warning,
                    {{"campaigns", static_cast<double>(std::count(differs.begin(), differs.end(), 1))},
                     {"dated", table_.has("date") ? 1.0 : 0.0}},
                    {{"limit", role},
                     {"campaign", std::string(grouping_.name.at(first))},
                     {"used", words(static_cast<std::size_t>(latest[first]))},
                     {"other", words(static_cast<std::size_t>(other))}}});
  }

 private:
  std::int32_t day(std::size_t row) const { return table_.has("date") ? table_.day("date").days[row] : 0; }

  const BoundTable& table_;
  const Grouping& grouping_;
  std::size_t campaigns_;
};

NumberColumn read_limit(const BoundTable& table, const LatestRows& rows, const char* role, std::size_t campaigns,
                        Context& context) {
  NumberColumn out(campaigns, std::nan(""));
  if (!table.has(role)) return out;
  const NumberColumn& values = table.number(role);
  const auto says = [&](std::size_t row) {
    if (values[row] < 0) refuse_cell(table, role, row, "must be 0 or more; it is " + number_text(values[row]));
    return !std::isnan(values[row]);
  };
  const std::vector<std::int64_t> latest = rows.find(says);
  for (std::size_t i = 0; i < campaigns; ++i) {
    if (latest[i] >= 0) out[i] = values[latest[i]];
  }
  rows.compare(
      role, latest, says, [&](std::size_t a, std::size_t b) { return values[a] == values[b]; },
      [&](std::size_t row) { return number_text(values[row]); }, context);
  return out;
}

void read_locks(const BoundTable& table, const LatestRows& rows, Campaigns& out, Context& context) {
  if (!table.has("locked")) return;
  const auto says = [&](std::size_t row) { return table.text("locked").codes[row] >= 0; };
  const std::vector<std::int64_t> latest = rows.find(says);
  std::vector<char> locked(table.rows(), 0);
  for (std::size_t row = 0; row < table.rows(); ++row) locked[row] = says(row) && read_locked(table, row);
  for (std::size_t i = 0; i < out.size(); ++i) out.locked[i] = latest[i] >= 0 && locked[latest[i]];
  rows.compare(
      "locked", latest, says, [&](std::size_t a, std::size_t b) { return locked[a] == locked[b]; },
      [&](std::size_t row) { return std::string(table.text("locked").at(row)); }, context);
}

std::string words_of(const math::Curve& curve, std::string_view kind) {
  return std::string(kind) + " a=" + number_text(curve.a) + " b=" + number_text(curve.b) + " s=" + number_text(curve.s);
}

void read_curves(const BoundTable& table, const LatestRows& rows, Campaigns& out, Context& context) {
  if (!table.has("curve")) return;
  const CurveReader curves(table);
  const auto says = [&](std::size_t row) { return table.text("curve").codes[row] >= 0; };
  const std::vector<std::int64_t> latest = rows.find(says);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (latest[i] < 0) continue;
    out.has_curve[i] = 1;
    out.curve[i] = curves.read(static_cast<std::size_t>(latest[i]));
  }
  const auto same = [&](std::size_t a, std::size_t b) {
    if (a == b) return true;
    const math::Curve one = curves.read(a), other = curves.read(b);
    return one.kind == other.kind && one.a == other.a && one.b == other.b && one.s == other.s;
  };
  rows.compare(
      "curve", latest, says, same,
      [&](std::size_t row) { return words_of(curves.read(row), table.text("curve").at(row)); }, context);
}

}  // namespace

void refuse_cell(const BoundTable& table, const char* role, std::size_t row, const std::string& what) {
  const Place place = table.table().origin.of(row);
  const std::string file(place.file.empty() ? std::string_view(table.table().file) : place.file);
  throw Error(ErrorCode::bad_column,
              file + (place.line > 0 ? ", line " + std::to_string(place.line) : "") + ": " + role + " " + what + ".",
              "Correct that cell in the file.",
              {.file = file, .line = place.line, .column = role, .table = table.table().name, .role = role});
}

void read_own_words(const BoundTable& table, const Grouping& grouping, Campaigns& out, Context& context) {
  const std::size_t n = out.size();
  out.curve.resize(n);
  out.has_curve.assign(n, 0);
  out.locked.assign(n, 0);
  const LatestRows rows(table, grouping, n);
  out.min_budget = read_limit(table, rows, "min_budget", n, context);
  out.max_budget = read_limit(table, rows, "max_budget", n, context);
  read_locks(table, rows, out, context);
  read_curves(table, rows, out, context);
}

}  // namespace outlay::budget::reallocate
