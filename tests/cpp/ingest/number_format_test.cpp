// Numbers as exports write them.
#include "ingest/number_format.h"

#include <gtest/gtest.h>

namespace outlay::ingest {
namespace {

double value(const char* text, char mark = '.') {
  const NumberCell cell = read_number(text, mark);
  EXPECT_EQ(cell.kind, NumberCell::Kind::number) << text;
  return cell.value;
}

NumberCell::Kind kind(const char* text, char mark = '.') { return read_number(text, mark).kind; }

TEST(NumberFormat, GroupsAndDecimals) {
  EXPECT_DOUBLE_EQ(value("97152.46"), 97152.46);
  EXPECT_DOUBLE_EQ(value("206,758"), 206758);
  EXPECT_DOUBLE_EQ(value("19,650.01"), 19650.01);
  EXPECT_DOUBLE_EQ(value("1,23,456.5"), 123456.5);
  EXPECT_DOUBLE_EQ(value("1.027,02", ','), 1027.02);
  EXPECT_DOUBLE_EQ(value("454,06", ','), 454.06);
  EXPECT_DOUBLE_EQ(value("1 234 567,5", ','), 1234567.5);
  EXPECT_DOUBLE_EQ(value("1\xc2\xa0"
                         "234,5",
                         ','),
                   1234.5);
  EXPECT_DOUBLE_EQ(value("1'234.5"), 1234.5);
  EXPECT_DOUBLE_EQ(value(".22"), 0.22);
  EXPECT_DOUBLE_EQ(value("1234", ','), 1234);
  EXPECT_DOUBLE_EQ(value("1.5e3"), 1500);
}

TEST(NumberFormat, MoneyAndSigns) {
  EXPECT_DOUBLE_EQ(value("$1,686.06"), 1686.06);
  EXPECT_DOUBLE_EQ(value("-$5"), -5);
  EXPECT_DOUBLE_EQ(value("$-5"), -5);
  EXPECT_DOUBLE_EQ(value("(1,234.50)"), -1234.5);
  EXPECT_DOUBLE_EQ(value("R$\xc2\xa0"
                         "236,86",
                         ','),
                   236.86);
  EXPECT_DOUBLE_EQ(value("Rs.201.68"), 201.68);
  EXPECT_DOUBLE_EQ(value("12 EUR"), 12);
  EXPECT_DOUBLE_EQ(value("\xe2\x82\xac"
                         "1,622.60"),
                   1622.6);
  EXPECT_DOUBLE_EQ(value("\xe2\x88\x92"
                         "3"),
                   -3);
}

TEST(NumberFormat, ListsOfOne) { EXPECT_DOUBLE_EQ(value("[1.421183]"), 1.421183); }

TEST(NumberFormat, PercentsAreRatios) {
  EXPECT_DOUBLE_EQ(value("2.98%"), 0.0298);
  EXPECT_DOUBLE_EQ(value("95,769%", ','), 0.95769);
  EXPECT_DOUBLE_EQ(value("135.98 %"), 1.3598);
  EXPECT_TRUE(read_number("0%", '.').is_percent);
}

TEST(NumberFormat, NothingIsNotZero) {
  for (const char* text : {"", " --", "--", "-", "\xe2\x80\x93", "\xe2\x80\x94", "NA", "na"})
    EXPECT_EQ(kind(text), NumberCell::Kind::missing) << text;
  for (const char* text : {"<5", "< 10%", "> 90%"}) EXPECT_EQ(kind(text), NumberCell::Kind::censored) << text;
  for (const char* text : {"None", "abc", "1,2,3", "12abc", "1.2.3", "12,34", "1,2345", ",", "--5", "5 6", "%", "$"}) {
    EXPECT_EQ(kind(text), NumberCell::Kind::bad) << text;
  }
}

char mark_of(std::initializer_list<const char*> cells) {
  DecimalEvidence evidence;
  for (const char* cell : cells) evidence.add(cell);
  return evidence.contradicts() ? '!' : evidence.decides() ? evidence.mark('?') : evidence.is_open() ? '?' : '0';
}

TEST(DecimalEvidence, DecidesByWhatCannotBeOtherwise) {
  EXPECT_EQ(mark_of({"206,758", "97152.46"}), '.');
  EXPECT_EQ(mark_of({"1.027,02"}), ',');
  EXPECT_EQ(mark_of({"\"9,36\"", "9,36"}), ',');
  EXPECT_EQ(mark_of({"0,341%"}), ',');
  EXPECT_EQ(mark_of({"1,234,567"}), '.');
  EXPECT_EQ(mark_of({"95,769%"}), '?');
  EXPECT_EQ(mark_of({"1,234", "12"}), '?');
  EXPECT_EQ(mark_of({"95,769%", "2,5%"}), ',');
  EXPECT_EQ(mark_of({"1,5", "2.5"}), '!');
  EXPECT_EQ(mark_of({"12", "abc", "--"}), '0');
}

TEST(Currency, OnlyWhereItIsCertain) {
  EXPECT_EQ(currency_of_cell("R$ 236,86"), "BRL");
  EXPECT_EQ(currency_of_cell("12 EUR"), "EUR");
  EXPECT_EQ(currency_of_cell("$12"), "");
  EXPECT_EQ(currency_of_cell("12"), "");
}

}  // namespace
}  // namespace outlay::ingest
