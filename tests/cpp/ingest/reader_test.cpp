// The reader: RFC 4180 as it is met in the wild, types, places, and every way a file can be refused.
#include "ingest/reader.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.h"
#include "support/reference.h"

namespace outlay::ingest {
namespace {

using support::table_of;

const NumberColumn& numbers(const File& file, const char* name) {
  return std::get<NumberColumn>(file.tables[0].table.find(name)->values);
}
const TextColumn& texts(const File& file, const char* name) {
  return std::get<TextColumn>(file.tables[0].table.find(name)->values);
}

Error refusal_of(const std::string& csv, const std::string& name = "data.csv") {
  try {
    table_of(csv, name);
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::bad_file);
    EXPECT_EQ(error.where.file, name);
    EXPECT_FALSE(error.remedy.empty());
    return error;
  }
  ADD_FAILURE() << "was accepted: " << csv;
  return {};
}

TEST(Reader, ReadsQuotesNewlinesAndCarriageReturns) {
  const File file = table_of("name,n\r\n\"a,b\",1\r\n\"two\r\nlines\",2\r\n\"say \"\"hi\"\"\",3");
  ASSERT_EQ(file.tables[0].table.rows, 3u);
  EXPECT_EQ(texts(file, "name").at(0), "a,b");
  EXPECT_EQ(texts(file, "name").at(1), "two\r\nlines");
  EXPECT_EQ(texts(file, "name").at(2), "say \"hi\"");
  EXPECT_EQ(numbers(file, "n"), (NumberColumn{1, 2, 3}));
  EXPECT_EQ(file.tables[0].table.origin.of(1).line, 3);
  EXPECT_EQ(file.tables[0].table.origin.of(2).line, 5);
}

TEST(Reader, DoesNotCareHowTheBytesArrive) {
  const std::string csv = "\xef\xbb\xbfname;n\n\"x;\n\"\"y\";1,5\n;2\n\nz;\n";
  const File whole = table_of(csv);
  for (std::size_t piece = 1; piece < csv.size(); ++piece) {
    const File parts = table_of(csv, "data.csv", piece);
    ASSERT_EQ(parts.tables[0].table.rows, whole.tables[0].table.rows);
    EXPECT_EQ(texts(parts, "name").dictionary, texts(whole, "name").dictionary);
    EXPECT_EQ(numbers(parts, "n")[0], 1.5);
  }
  EXPECT_EQ(whole.dialect.delimiter, ';');
  EXPECT_EQ(whole.tables[0].table.rows, 3u);
}

TEST(Reader, ReadsAcrossManyWindows) {
  std::string csv = "id,spend\n";
  for (int i = 0; i < 100000; ++i)
    csv += "\"row " + std::to_string(i) + (i % 1000 ? "\"" : "\nand more\"") + "," + std::to_string(i) + "\n";
  const File file = table_of(csv, "data.csv", 70000);
  ASSERT_EQ(file.tables[0].table.rows, 100000u);
  EXPECT_EQ(numbers(file, "spend")[99999], 99999);
  EXPECT_EQ(texts(file, "id").at(1000), "row 1000\nand more");
  EXPECT_EQ(file.tables[0].table.origin.of(99999).line, 100000 + 1 + 100);
}

TEST(Reader, KnowsKinds) {
  const File file = table_of(
      "Week,Ad set ID,weight,code,zip\n2026-11-16,12,1.5,120210587769770455,01234\n2026-11-23,13,--,1,99999\n");
  EXPECT_EQ(file.tables[0].table.find("Week")->kind(), Kind::day);
  EXPECT_EQ(file.tables[0].table.find("Ad set ID")->kind(), Kind::text);
  EXPECT_EQ(file.tables[0].table.find("weight")->kind(), Kind::number);
  EXPECT_TRUE(std::isnan(numbers(file, "weight")[1]));
  EXPECT_EQ(file.tables[0].table.find("code")->kind(), Kind::text);
  EXPECT_EQ(file.tables[0].table.find("zip")->kind(), Kind::text);
}

TEST(Reader, RemembersTheFirstCellThatIsNoNumber) {
  const File file = table_of("spend,clicks\n1,2\n\n3,many\nx,5\n");
  const Column& clicks = *file.tables[0].table.find("clicks");
  EXPECT_EQ(clicks.bad.count, 1u);
  EXPECT_EQ(clicks.bad.line, 4);
  EXPECT_EQ(clicks.bad.text, "many");
  EXPECT_EQ(file.tables[0].table.find("spend")->bad.line, 5);
}

TEST(Reader, SetsRaggedRowsAside) {
  const File file = table_of("a,b\n1,2\n3\n4,5,6\n7,8,\n9,10\n");
  EXPECT_EQ(file.tables[0].table.rows, 3u);
  ASSERT_EQ(file.tables[0].set_aside_count, 2u);
  EXPECT_EQ(file.tables[0].set_aside[0].line, 3);
  EXPECT_EQ(file.tables[0].set_aside[1].text, "4,5,6");
  EXPECT_EQ(file.tables[0].table.origin.of(1).line, 5);
}

TEST(Reader, NamesEveryColumn) {
  const File file = table_of("a,,a\n1,2,3\n");
  EXPECT_EQ(file.tables[0].table.columns[1].name, "column 2");
  EXPECT_EQ(file.tables[0].table.columns[2].name, "a (2)");
}

TEST(Reader, SniffsDelimitersAndOldNewlines) {
  EXPECT_EQ(table_of("a\tb\n1,5\t2\n").dialect.delimiter, '\t');
  EXPECT_EQ(table_of("a|b\n1|2\n").dialect.delimiter, '|');
  EXPECT_EQ(table_of("a,b\r1,2\r3,4\r").tables[0].table.rows, 2u);
  EXPECT_EQ(table_of("only\nx\ny\n").tables[0].table.columns.size(), 1u);
}

TEST(Reader, RefusesWhatIsNoTable) {
  EXPECT_NE(refusal_of("").message.find("empty"), std::string::npos);
  EXPECT_NE(refusal_of(" \n\n").message.find("empty"), std::string::npos);
  EXPECT_EQ(refusal_of("a,b\n").where.line, 2);
  EXPECT_EQ(refusal_of("a,b").where.line, 2);
  EXPECT_NE(refusal_of("<!DOCTYPE html><html>").message.find("web page"), std::string::npos);
  EXPECT_NE(refusal_of("{\"a\": 1}").message.find("JSON"), std::string::npos);
  EXPECT_NE(refusal_of(std::string("a,b\n1,\0", 7)).message.find("binary"), std::string::npos);
  EXPECT_NE(refusal_of("PK\x03\x04xxxx").message.find("workbook"), std::string::npos);
  EXPECT_NE(refusal_of("\x1f\x8b\x08").message.find("gzip"), std::string::npos);
}

TEST(Reader, RefusesAnOpenQuoteWithItsLine) {
  EXPECT_EQ(refusal_of("a,b\n1,2\n\"3,4\n5,6\n").where.line, 3);
  EXPECT_EQ(refusal_of("a,b\n1,2\n\"" + std::string(17 << 20, 'x')).where.line, 3);
}

TEST(Reader, RefusesTooManyColumns) {
  std::string header = "c";
  for (int i = 0; i < 10001; ++i) header += ",c";
  EXPECT_NE(refusal_of(header + "\n").message.find("10,000"), std::string::npos);
}

TEST(Reader, TakesACellOfAMegabyte) {
  const std::string cell(1 << 20, 'x');
  const File file = table_of("a,b\n" + cell + ",1\n");
  EXPECT_EQ(texts(file, "a").at(0).size(), cell.size());
}

}  // namespace
}  // namespace outlay::ingest
