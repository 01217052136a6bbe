// Months and small words, told apart by their beginnings, which the seven languages nearly share.
#include "ingest/month_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace outlay::ingest {
namespace {

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

// By month; a word of at least three letters that begins one of these names is that month.
constexpr std::array<std::array<std::string_view, 8>, 12> months{
    {{{"january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari"}},
     {{"february", "februar", "f\xc3\xa9vrier", "fevrier", "febrero", "fevereiro", "febbraio", "februari"}},
     {{"march", "m\xc3\xa4rz", "mrz", "mars", "marzo", "mar\xc3\xa7o", "maart", "mrt"}},
     {{"april", "avril", "abril", "aprile"}},
     {{"may", "mai", "mayo", "maio", "maggio", "mei"}},
     {{"june", "juni", "juin", "junio", "junho", "giugno"}},
     {{"july", "juli", "juillet", "julio", "julho", "luglio"}},
     {{"august", "ao\xc3\xbbt", "aout", "agosto", "augustus"}},
     {{"september", "septembre", "septiembre", "setembro", "settembre"}},
     {{"october", "oktober", "octobre", "octubre", "outubro", "ottobre"}},
     {{"november", "novembre", "noviembre", "novembro"}},
     {{"december", "dezember",
       "d\xc3\xa9"
       "cembre",
       "decembre", "diciembre", "dezembro", "dicembre"}}}};

// Weekdays, short and whole, and small words; a date holds no others.
constexpr std::string_view fillers =
    " de del of the at um a le den der am pm st nd rd th er utc "
    "mon tue wed thu fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim mi\xc3\xa9 jue vie s\xc3\xa1"
    "b dom seg ter qua qui sex gio sab ma wo vr za zo tues thur thurs "
    "monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes mi\xc3\xa9rcoles miercoles jueves viernes s\xc3\xa1"
    "bado sabado domingo "
    "segunda ter\xc3\xa7"
    "a terca quarta quinta sexta feira "
    "luned\xc3\xac marted\xc3\xac mercoled\xc3\xac gioved\xc3\xac venerd\xc3\xac sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ";

}  // namespace

std::string_view eat_word(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && is_letter(static_cast<unsigned char>(text[length]))) ++length;
  const std::string_view word = text.substr(0, length);
  text.remove_prefix(length);
  return word;
}

int month_named(std::string_view word) {
  const std::string name = lower(word);
  if (name.size() < 3) return 0;
  for (std::size_t month = 0; month < months.size(); ++month) {
    for (std::string_view full : months[month]) {
      if (full.substr(0, name.size()) == name) return static_cast<int>(month) + 1;
    }
  }
  return 0;
}

bool is_date_filler(std::string_view word) { return fillers.find(" " + lower(word) + " ") != std::string_view::npos; }

bool is_quarter_word(std::string_view word) {
  const std::string name = lower(word);
  return name == "q" || name == "quarter" || name == "trimestre" || name == "quartal";
}

bool is_week_word(std::string_view word) {
  const std::string name = lower(word);
  return name == "w" || name == "week" || name == "wk" || name == "kw" || name == "woche" || name == "semaine" ||
         name == "semana" || name == "settimana";
}

}  // namespace outlay::ingest
