// Replies as rows of a table, and cells that spreadsheets take for texts.

#include "core/cli/csv_reply.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/reply_part.h"
#include "core/cli/risk.h"
#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

Json reply(const std::string& text) { return parse_json(text, &parse_any_decimal).take(); }

// The cells of a row without quoted ones, by the names of the header.
std::string cell(const std::string& function, const std::string& text, const std::string& column) {
  const auto split = [](const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line.substr(0, line.size() - 1)) {
      if (c == ',') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    return cells;
  };
  const auto names = split(cli::csv_header(function, false));
  const auto cells = split(cli::csv_row(function, reply(text), 7));
  EXPECT_EQ(names.size(), cells.size());
  const auto found = std::find(names.begin(), names.end(), column);
  EXPECT_NE(found, names.end()) << column;
  return cells[static_cast<std::size_t>(found - names.begin())];
}

TEST(CsvText, IsNoFormula) {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"A17", "A17"},       {"", ""},
      {"=1+1", "'=1+1"},    {"+86", "'+86"},
      {"-17", "'-17"},      {"@x", "'@x"},
      {"\tx", "\"'\tx\""},  {"\rx", "\"'\rx\""},
      {"＝x", "'＝x"},      {"＠x", "'＠x"},
      {"a=b", "a=b"},       {"a,b", "\"a,b\""},
      {"a;b", "\"a;b\""},   {"a \"b\"", "\"a \"\"b\"\"\""},
      {"a\nb", "\"a\nb\""}, {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"旗舰店", "旗舰店"},
  };
  for (const auto& [text, wanted] : texts) {
    EXPECT_EQ(cli::csv_text(text), wanted);
  }
}

TEST(CsvReply, OfAssess) {
  const std::string text =
      R"({"store":-17,"ok":true,"value":{"program":"p","edition":"2026-01-01","status":"scored",)"
      R"("basis":"partial","score":{"low":4.5,"high":4.75,"scale":[0,5]},"verdict":"fail",)"
      R"("tier":{"possible":["good","poor"],"needs":[]},"standards":[)"
      R"({"id":"a","target":100,"margin":-1},{"id":"b","target":0.01,"margin":-0.002},)"
      R"({"id":"c","target":1,"margin":-0.9,"advisory":true},)"
      R"({"id":"d","target":1,"margin":-0.5,"or":[{"id":"e","target":1,"margin":0.5}]}],)"
      R"("worst":[{"id":"x","cost":1.5},{"id":"y","cost":1}],"missing":["m","n"],)"
      R"("warnings":[{"code":"stale","params":{}}]}})";
  const std::vector<std::pair<std::string, std::string>> cells = {{"store", "-17"},
                                                                  {"ok", "true"},
                                                                  {"program", "p"},
                                                                  {"score", ""},
                                                                  {"score_low", "4.5"},
                                                                  {"score_high", "4.75"},
                                                                  {"verdict", "fail"},
                                                                  {"tier", "good poor"},
                                                                  {"basis", "partial"},
                                                                  {"worst_standard", "b"},
                                                                  {"costliest", "x"},
                                                                  {"cost", "1.5"},
                                                                  {"worst_margin", "-0.002"},
                                                                  {"missing", "m n"},
                                                                  {"warnings", "stale"},
                                                                  {"issues", ""},
                                                                  {"line", ""}};
  for (const auto& [column, wanted] : cells) {
    EXPECT_EQ(cell("assess", text, column), wanted) << column;
  }
}

TEST(CsvReply, OfTimeline) {
  const std::string text =
      R"({"ok":true,"value":{"program":"p","edition":"2026-01-01","basis":"exact","phases":[],)"
      R"("events":[{"date":"2026-01-02","event":"warned"},{"date":"2026-02-01","event":"downgraded"}],)"
      R"("standing":{"date":"2026-03-01","phase":"formal","cycle":2,"store_type":"flagship",)"
      R"("failures":1,"failures_left":2,"deadline":{"date":"2026-03-31","decides":"month",)"
      R"("in_days":30},"next":{"date":"2026-04-01","event":"warned"}},"warnings":[]}})";
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"phase", "formal"},          {"cycle", "2"},
      {"store_type", "flagship"},   {"failures", "1"},
      {"failures_left", "2"},       {"deadline", "2026-03-31"},
      {"decides", "month"},         {"in_days", "30"},
      {"next_event", "warned"},     {"next_date", "2026-04-01"},
      {"last_event", "downgraded"}, {"last_date", "2026-02-01"}};
  for (const auto& [column, wanted] : cells) {
    EXPECT_EQ(cell("timeline", text, column), wanted) << column;
  }
}

TEST(CsvReply, OfPlan) {
  const std::string text =
      R"({"ok":true,"value":{"program":"p","edition":"2026-01-01","goal_met":false,)"
      R"("reachable":true,"levers":[{"metric":"a","reachable":true,"organic_orders":30},)"
      R"({"metric":"b","reachable":true,"organic_orders":20},{"metric":"c","reachable":false}],)"
      R"("headroom":[],"combinations":[{"changes":[{"metric":"a","to":0.005},)"
      R"({"metric":"f","to":true}],"effort":0.5,"result":{"score":85,"verdict":"pass"}}],)"
      R"("warnings":[]}})";
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"goal_met", "false"},  {"reachable", "true"},   {"changes", "a=0.005 f=true"},
      {"effort", "0.5"},      {"score", "85"},         {"verdict", "pass"},
      {"orders_metric", "b"}, {"organic_orders", "20"}};
  for (const auto& [column, wanted] : cells) {
    EXPECT_EQ(cell("plan", text, column), wanted) << column;
  }
}

TEST(CsvReply, OfARefusalSaysWhereAndWhy) {
  const std::string text =
      R"({"ok":false,"issues":[{"code":"metric.type","path":"","message":"","params":{}},)"
      R"({"code":"metric.unknown","path":"","message":"","params":{}}]})";
  for (const std::string function : {"assess", "timeline", "plan", "compare", ""}) {
    EXPECT_EQ(cell(function, text, "ok"), "false");
    EXPECT_EQ(cell(function, text, "issues"), "metric.type metric.unknown");
    EXPECT_EQ(cell(function, text, "line"), "7");
    EXPECT_EQ(cell(function, text, "program"), "") << "compare has none";
    if (function == "plan") {
      break;
    }
  }
}

// What is left out is left out whole, whatever stands in it.
TEST(ShownPart, IsTheReplyWithoutTheRest) {
  EXPECT_EQ(cli::shown_part(R"({"store":"\"nodes\":","ok":true,"value":{"nodes":[{"a":"]\\"}],)"
                            R"("status":"x,}","gates":[],"score":{"nodes":1},"sources":{}}})"),
            R"({"store":"\"nodes\":","ok":true,"value":{"status":"x,}","score":{"nodes":1}}})");
  EXPECT_EQ(cli::shown_part(R"({"ok":true,"value":{}})"), R"({"ok":true,"value":{}})");
  const std::string refusal = R"({"ok":false,"issues":[{"code":"x","needs":1}]})";
  EXPECT_EQ(cli::shown_part(refusal), refusal);
}

// Every reply of every case is a row with as many cells as the header, and finds its function.
TEST(CsvReply, OfEveryCase) {
  Catalog catalog = shipped_catalog();
  std::size_t replies = 0;
  for (const std::string& file : case_files()) {
    for (const Case& one : cases_of(file)) {
      if (one.function != "assess" && one.function != "timeline" && one.function != "compare" &&
          one.function != "plan") {
        continue;
      }
      SCOPED_TRACE(one.name);
      const Json json = reply(reply_to(catalog, one.function, one.request));
      const std::string row = cli::csv_row(one.function, json, 1);
      const std::string header = cli::csv_header(one.function, false);
      EXPECT_EQ(std::count(row.begin(), row.end(), ','),
                std::count(header.begin(), header.end(), ','));
      const std::string part = cli::shown_part(reply_to(catalog, one.function, one.request));
      EXPECT_EQ(cli::csv_row(one.function, reply(part), 1), row);
      EXPECT_EQ(cli::risk_of(reply(part)), cli::risk_of(json));
      if (json.find("value") != nullptr) {
        EXPECT_EQ(cli::function_of_reply(json), one.function);
        ++replies;
      }
    }
  }
  EXPECT_GT(replies, 200U);
}

}  // namespace
}  // namespace shopgauge::tests
