// Rows of CSV texts (RFC 4180), and of texts that are none.

#include "core/cli/csv_rows.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace shopgauge::tests {
namespace {

using Cells = std::vector<std::string>;

std::vector<cli::CsvRow> rows_of(const std::string& text, char separator = 0) {
  std::istringstream in(text);
  cli::CsvRows rows(in, separator);
  std::vector<cli::CsvRow> all;
  for (cli::CsvRow row; rows.next(row);) {
    all.push_back(row);
  }
  EXPECT_FALSE(rows.too_long());
  return all;
}

// The cells of each row, "|" between them; a broken row is "!".
std::vector<std::string> lines_of(const std::string& text, char separator = 0) {
  std::vector<std::string> lines;
  for (const cli::CsvRow& row : rows_of(text, separator)) {
    std::string line = row.broken ? "!" : "";
    for (std::size_t i = 0; !row.broken && i < row.cells.size(); ++i) {
      line += (i == 0 ? "" : "|") + row.cells[i];
    }
    lines.push_back(line);
  }
  return lines;
}

TEST(CsvRows, OfEverySystemsLineEnds) {
  const Cells wanted = {"a|b", "1|2"};
  EXPECT_EQ(lines_of("a,b\n1,2\n"), wanted);
  EXPECT_EQ(lines_of("a,b\n1,2"), wanted);
  EXPECT_EQ(lines_of("a,b\r\n1,2\r\n"), wanted);
  EXPECT_EQ(lines_of("a,b\r1,2\r"), wanted);
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"
                     "a,b\n1,2\n"),
            wanted);
  EXPECT_EQ(lines_of("\xEF\xBB\xBF\"a\",b\n1,2\n"), wanted);
}

TEST(CsvRows, FindTheSeparator) {
  const Cells wanted = {"a|b,c", "1|2"};
  EXPECT_EQ(lines_of("a;b,c\n1;2\n", ';'), wanted);
  EXPECT_EQ(lines_of("a;b;c\n1;2,5;3\n"), (Cells{"a|b|c", "1|2,5|3"}));
  EXPECT_EQ(lines_of("a\tb\tc\n1\t2,5\t\n"), (Cells{"a|b|c", "1|2,5|"}));
  EXPECT_EQ(lines_of("a,b\n1;2,3\n"), (Cells{"a|b", "1;2|3"}));
  EXPECT_EQ(lines_of("sep=;\r\na;b,c\n1;2\n"), wanted);
  EXPECT_EQ(lines_of("a\n1\n"), (Cells{"a", "1"}));
}

TEST(CsvRows, HaveQuotedCells) {
  EXPECT_EQ(lines_of("a,b\n\"x, \"\"y\"\"\",\" 2 \"\n"), (Cells{"a|b", "x, \"y\"| 2 "}));
  EXPECT_EQ(lines_of("a,b\n\"one\ntwo\",2\n3,4\n"), (Cells{"a|b", "one\ntwo|2", "3|4"}));
  EXPECT_EQ(lines_of("a,b\n\"one\r\ntwo\",2\r\n"), (Cells{"a|b", "one\r\ntwo|2"}));
  EXPECT_EQ(lines_of("a,b\n,\n"), (Cells{"a|b", "|"}));
}

TEST(CsvRows, SayOnWhichLineTheyBegin) {
  const auto rows = rows_of("\n  \na,b\n\r\n\"one\n\ntwo\",2\n3,4\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].line, 3U);
  EXPECT_EQ(rows[1].line, 5U);
  EXPECT_EQ(rows[2].line, 8U);
}

TEST(CsvRows, AreBrokenAloneWhereQuotesDoNotFit) {
  EXPECT_EQ(lines_of("a,b\nx\"y,2\n3,4\n"), (Cells{"a|b", "!", "3|4"}));
  EXPECT_EQ(lines_of("a,b\n\"x\"y,2\n3,4\n"), (Cells{"a|b", "!", "3|4"}));
  EXPECT_EQ(lines_of("a;b\nx\"y;2\n3;4\n"), (Cells{"a|b", "!", "3|4"}));
  EXPECT_EQ(lines_of("a,b\n\"x,2\n3,4\n"), (Cells{"a|b", "!"}));
  const auto rows = rows_of("a,b\nx\"y,2\n3,4\n");
  EXPECT_EQ(rows[1].line, 2U);
  EXPECT_EQ(rows[2].line, 3U);
}

TEST(CsvRows, OfNothingAreNone) {
  EXPECT_TRUE(rows_of("").empty());
  EXPECT_TRUE(rows_of("\n\r\n \n").empty());
  EXPECT_TRUE(rows_of("\xEF\xBB\xBF").empty());
}

// Longer than what is read at once.
TEST(CsvRows, MayBeLong) {
  const std::string cell(300'000, 'x');
  const auto rows = rows_of("a,b\n" + cell + ",\"" + cell + "\n" + cell + "\"\n3,4\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].cells, (Cells{cell, cell + "\n" + cell}));
  EXPECT_EQ(rows[2].line, 4U);
}

// A quote that is never closed does not bring the whole file into memory.
TEST(CsvRows, EndWhereOneIsTooLong) {
  std::string text = "a,b\n1,2\n\"3,4\n";
  while (text.size() < 3 * cli::CsvRows::kLongestRow) {
    text += "5,6 and more of it\n";
  }
  std::istringstream in(text);
  cli::CsvRows rows(in, 0);
  cli::CsvRow row;
  EXPECT_TRUE(rows.next(row));
  EXPECT_TRUE(rows.next(row));
  EXPECT_FALSE(rows.next(row));
  EXPECT_TRUE(rows.too_long());
  EXPECT_LT(rows.bytes_read(), 2 * cli::CsvRows::kLongestRow);
}

// Any number of blank lines is no long row.
TEST(CsvRows, SkipBlankLines) {
  const auto rows = rows_of("a,b\n" + std::string(2 * cli::CsvRows::kLongestRow, '\n') + "1,2\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].line, 2 + 2 * cli::CsvRows::kLongestRow);
}

TEST(Utf8, IsToldFromOtherEncodings) {
  for (const char* text : {"", "abc", "旗舰店", "\xF0\x9F\x98\x80"}) {
    EXPECT_TRUE(cli::is_utf8(text)) << text;
  }
  // GBK, Latin-1, an overlong form, a cut one, UTF-16.
  for (const std::string& text :
       {std::string("\xC6\xEC\xBD\xA2"), std::string("\xE9t\xE9"), std::string("\xC0\xAF"),
        std::string("\xE6\x97"), std::string("a\0b\0", 4)}) {
    EXPECT_FALSE(cli::is_utf8(text));
  }
}

}  // namespace
}  // namespace shopgauge::tests
