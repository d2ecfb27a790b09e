// What the cells of a table become in a request: each spelling, and what is no spelling.

#include "core/cli/csv_cell.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shopgauge::tests {
namespace {

using cli::CellKind;
using cli::json_of_cell;

struct Spelling {
  std::string cell;
  std::string json;
};

TEST(CsvCell, OfARate) {
  const std::vector<Spelling> spellings = {
      {"0.003", "0.003"},
      {" 0.003 ", "0.003"},
      {"０．００３", "0.003"},
      {".003", "0.003"},
      {"3.00", "3.00"},
      {"5.", "5"},
      {"007", "7"},
      {"+4", "4"},
      {"-4", "-4"},
      {"−4", "-4"},
      {"1.2E-05", "1.2e-05"},
      {"3e2", "3e2"},
      {"0.123456789012345678", "0.123456789012345678"},
      {"1,234", "1234"},
      {"1,234,567.5", "1234567.5"},
      {"0.3%", R"({"percent":0.3})"},
      {"0.3 %", R"({"percent":0.3})"},
      {"０．３％", R"({"percent":0.3})"},
      {"3/1000", R"({"num":3,"den":1000})"},
      {"3 / 1,000", R"({"num":3,"den":1000})"},
      {"3／1000", R"({"num":3,"den":1000})"},
      {"3 of 1000", R"({"num":3,"den":1000})"},
      {"3 共 1000", R"({"num":3,"den":1000})"},
      {"none", R"({"no_score":true})"},
      // What is no number stays a text, for the engine to refuse.
      {"0,500", R"("0,500")"},
      {"12,34", R"("12,34")"},
      {"1,2345", R"("1,2345")"},
      {"1.2.3", R"("1.2.3")"},
      {"3/", R"("3/")"},
      {"%", R"("%")"},
      {".", R"(".")"},
      {"e5", R"("e5")"},
      {"1e", R"("1e")"},
      {"0x10", R"("0x10")"},
      {"3 000", R"("3 000")"},
      {"yes", R"("yes")"},
      {"a\"b", R"("a\"b")"},
      {"", ""},
      {"   ", ""},
      {"\xE3\x80\x80", ""},
  };
  for (const Spelling& one : spellings) {
    EXPECT_EQ(json_of_cell(CellKind::metric, one.cell, MetricKind::rate), one.json) << one.cell;
  }
}

TEST(CsvCell, ThatIsUnknown) {
  for (const std::string cell :
       {"?", "null", "NULL", "unknown", "未知", "n/a", "N/A", "#N/A", "-", "--", "—", "？", "－"}) {
    EXPECT_EQ(json_of_cell(CellKind::metric, cell, MetricKind::rate), "null") << cell;
    EXPECT_EQ(json_of_cell(CellKind::metric, cell, MetricKind::flag), "null") << cell;
  }
}

TEST(CsvCell, OfOtherMetrics) {
  EXPECT_EQ(json_of_cell(CellKind::metric, "4690/1000", MetricKind::mean),
            R"({"sum":4690,"n":1000})");
  EXPECT_EQ(json_of_cell(CellKind::metric, "4.69", MetricKind::mean), "4.69");
  EXPECT_EQ(json_of_cell(CellKind::metric, "4%", MetricKind::mean), R"("4%")");
  EXPECT_EQ(json_of_cell(CellKind::metric, "12", MetricKind::count), "12");
  EXPECT_EQ(json_of_cell(CellKind::metric, "3/12", MetricKind::count), R"("3/12")");
  EXPECT_EQ(json_of_cell(CellKind::metric, "12,800.5", MetricKind::amount), "12800.5");
  for (const std::string cell : {"yes", "TRUE", "是"}) {
    EXPECT_EQ(json_of_cell(CellKind::metric, cell, MetricKind::flag), "true") << cell;
  }
  for (const std::string cell : {"No", "false", "否"}) {
    EXPECT_EQ(json_of_cell(CellKind::metric, cell, MetricKind::flag), "false") << cell;
  }
  EXPECT_EQ(json_of_cell(CellKind::metric, "1", MetricKind::flag), "1");
}

TEST(CsvCell, OfDays) {
  for (const std::string cell :
       {"2026-05-01", "2026/5/1", "2026-5-1", "2026.05.1", " 2026/05/01"}) {
    EXPECT_EQ(json_of_cell(CellKind::date, cell), R"("2026-05-01")") << cell;
  }
  for (const std::string cell : {"5/1/2026", "2026-05", "26-5-1", "2026-05-011", "today"}) {
    EXPECT_EQ(json_of_cell(CellKind::date, cell), "\"" + cell + "\"") << cell;
  }
}

TEST(CsvCell, OfTextsIsAsItStands) {
  EXPECT_EQ(json_of_cell(CellKind::text, " 服饰（女装） "), R"("服饰（女装）")");
  EXPECT_EQ(json_of_cell(CellKind::text, "007"), R"("007")");
  EXPECT_EQ(json_of_cell(CellKind::text, "null"), R"("null")");
}

TEST(CsvCell, OfVerdictsListsAndTheProfile) {
  EXPECT_EQ(json_of_cell(CellKind::met, "pass"), "true");
  EXPECT_EQ(json_of_cell(CellKind::met, "达标"), "true");
  EXPECT_EQ(json_of_cell(CellKind::met, "Fail"), "false");
  EXPECT_EQ(json_of_cell(CellKind::met, "不达标"), "false");
  EXPECT_EQ(json_of_cell(CellKind::met, "no"), "false");
  EXPECT_EQ(json_of_cell(CellKind::met, "maybe"), R"("maybe")");
  EXPECT_EQ(json_of_cell(CellKind::words, "goods  service"), R"(["goods","service"])");
  EXPECT_EQ(json_of_cell(CellKind::words, "goods"), R"(["goods"])");
  EXPECT_EQ(json_of_cell(CellKind::choice, "2026/6/1"), R"("2026-06-01")");
  EXPECT_EQ(json_of_cell(CellKind::choice, "2026-06-01 2026-07-01"),
            R"(["2026-06-01","2026-07-01"])");
  EXPECT_EQ(json_of_cell(CellKind::profile, "35%"), R"({"percent":35})");
  EXPECT_EQ(json_of_cell(CellKind::profile, "1/3"), R"({"num":1,"den":3})");
  EXPECT_EQ(json_of_cell(CellKind::number, "4.80"), "4.80");
  EXPECT_EQ(json_of_cell(CellKind::number, "48%"), R"("48%")");
  EXPECT_EQ(json_of_cell(CellKind::number, "fixed"), R"("fixed")");
  EXPECT_EQ(json_of_cell(CellKind::effort, "0.50"), "0.50");
  EXPECT_EQ(json_of_cell(CellKind::effort, "Fixed"), "null");
  EXPECT_EQ(json_of_cell(CellKind::effort, "改不了"), "null");
  EXPECT_EQ(json_of_cell(CellKind::effort, "?"), R"("?")");
  EXPECT_EQ(json_of_cell(CellKind::effort, " "), "");
}

}  // namespace
}  // namespace shopgauge::tests
