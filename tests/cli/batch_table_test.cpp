// The command `batch` with tables, ranking, threads and progress.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/cli/command.h"
#include "core/cli/string_tables.h"
#include "tests/api/corpus.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

const std::string kHeader = "store,program,edition,given.goods,given.logistics,given.service\n";
const std::string kProgram = "douyin-experience-score,2022-09-26";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> with(std::vector<std::string> arguments,
                              const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

Outcome table(const std::string& text, const std::vector<std::string>& more = {}) {
  return command(with({"batch", "-", "--from", "csv", "--lang", "en"}, more), text);
}

std::string request_of(const std::string& store, const std::string& goods) {
  return R"({"store":")" + store +
         R"(","program":"douyin-experience-score","edition":"2022-09-26","given":{"goods":)" +
         goods + R"(,"logistics":4.6,"service":4.9}})";
}

TEST(BatchTable, RowsAreTheRequestsThatTheySay) {
  const Catalog catalog = shipped_catalog();
  const Outcome done =
      table(kHeader + "A17," + kProgram + ",4.8,4.6,4.9\n旗舰店," + kProgram + ",4.80,4.6,4.9\n");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, answer_line(catalog, request_of("A17", "4.8")) + "\n" +
                          answer_line(catalog, request_of("旗舰店", "4.80")) + "\n");
  EXPECT_EQ(done.err, "");
}

TEST(BatchTable, OptionsSayWhatEveryRowHas) {
  const std::string rows = "store;given.goods;g.logistics;g.service\r\nA17;4.8;4.6;4.9\r\n";
  const Outcome done =
      table(rows, {"--program", "douyin-experience-score", "--edition", "2022-09-26"});
  EXPECT_EQ(done.out, table(kHeader + "A17," + kProgram + ",4.8,4.6,4.9\n").out);
  EXPECT_EQ(done.status, 0);
}

// A bad row has its issue with its line, and the rest goes on.
TEST(BatchTable, ABadRowHasItsIssue) {
  const std::string good = "," + kProgram + ",4.8,4.6,4.9\n";
  const Outcome done = table(kHeader + "A" + good + "B," + kProgram + ",4.8\n" + "C," + kProgram +
                             ",9.8,x,4.9\nD\"" + good + "\xC6\xEC" + good + "E" + good);
  EXPECT_EQ(done.status, 1);
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0].rfind(R"({"store":"A","ok":true)", 0), 0U);
  EXPECT_EQ(
      lines[1],
      R"({"ok":false,"issues":[{"code":"csv.cells","path":"","message":"the row has another )"
      R"(number of cells than the header","params":{"found":"4","expected":"6"},"line":3}]})");
  EXPECT_EQ(lines[2].rfind(R"({"store":"C","ok":false,"issues":[{"code":"given.out_of_range",)"
                           R"("path":"/given/goods")",
                           0),
            0U);
  EXPECT_NE(lines[2].find(R"("code":"request.type","path":"/given/logistics")"), std::string::npos);
  EXPECT_NE(lines[2].find(R"("line":4}]})"), std::string::npos);
  EXPECT_NE(lines[3].find(R"("code":"csv.quotes")"), std::string::npos);
  EXPECT_NE(lines[3].find(R"("line":5)"), std::string::npos);
  EXPECT_NE(lines[4].find(R"("code":"csv.encoding")"), std::string::npos);
  EXPECT_EQ(lines[5].rfind(R"({"store":"E","ok":true)", 0), 0U);
}

// The line of the table, not the one of the request that the row became.
TEST(BatchTable, IssuesOfNumbersSayTheLineOfTheTable) {
  const Outcome done = table(kHeader + "A," + kProgram + ",1234567890123456789012,4.6,4.9\n");
  EXPECT_NE(done.out.find(R"("code":"number.range","path":"/given/goods")"), std::string::npos);
  EXPECT_NE(done.out.find(R"("line":2}]})"), std::string::npos);
  EXPECT_EQ(done.out.find("column"), std::string::npos);
}

TEST(BatchTable, AQuoteThatIsNeverClosedEndsIt) {
  std::string rows = kHeader + "A," + kProgram + ",4.8,4.6,4.9\n\"B,";
  rows.append(3'000'000, 'x');
  const Outcome done = table(rows);
  EXPECT_EQ(done.status, 1);
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines[1].find(R"("code":"csv.too_long")"), std::string::npos);
}

TEST(BatchTable, RefusesColumnsThatAreNotKnown) {
  const Outcome done = table("store,shop,ccrr\nA,B,1\n");
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.out, "");
  EXPECT_NE(done.err.find("“shop”"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("“ccrr”"), std::string::npos) << done.err;
  EXPECT_EQ(
      table("store,shop,program,edition\nA,B,douyin-flagship,2022-07-15\n", {"--ignore-unknown"})
          .status,
      0);
}

TEST(BatchTable, OfNothingIsNothing) {
  EXPECT_EQ(table("").out, "");
  EXPECT_EQ(table("").status, 0);
  EXPECT_EQ(table(kHeader).out, "");
  EXPECT_EQ(lines_of(table(kHeader, {"--csv"}).out).size(), 1U);
}

TEST(BatchTable, IsWrittenWhereAsked) {
  const Outcome done =
      table(kHeader + "=A," + kProgram + ",4.8,4.6,4.9\nB," + kProgram + ",9,9\n", {"--csv"});
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].rfind("store,ok,program,edition,status,", 0), 0U);
  EXPECT_EQ(lines[1].rfind("'=A,true,douyin-experience-score,2022-09-26,scored,", 0), 0U);
  EXPECT_EQ(lines[2].rfind(",false,", 0), 0U);
  EXPECT_EQ(lines[2].substr(lines[2].size() - 11), "csv.cells,3");
}

// Requests a line in, a table out: with the columns of the first line's function.
TEST(BatchTable, IsWrittenOfLinesToo) {
  const std::string line = request_of("A17", "4.8") + "\n";
  const auto rows = lines_of(command({"batch", "-", "--csv"}, line + "{\n").out);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0] + "\n" + rows[1],
            lines_of(table(kHeader + "A17," + kProgram + ",4.8,4.6,4.9\n", {"--csv"}).out)[0] +
                "\n" +
                lines_of(table(kHeader + "A17," + kProgram + ",4.8,4.6,4.9\n", {"--csv"}).out)[1]);
  EXPECT_EQ(rows[2].substr(rows[2].size() - 15), "request.parse,2");
  const std::string course = R"({"program":"douyin-flagship","edition":"2026-06-02",)"
                             R"("enrolment":{"joined":"2026-06-10"},"until":"2026-12-31"})";
  EXPECT_NE(command({"batch", "-", "--csv"}, course + "\n" + line).out.find("failures_left"),
            std::string::npos);
  EXPECT_NE(command({"batch", "-", "--csv", "--function", "plan"}, line).out.find("goal_met"),
            std::string::npos);
}

TEST(BatchTable, KnowsAFileByItsName) {
  const auto folder = std::filesystem::temp_directory_path() / "shopgauge_batch_table_test";
  std::filesystem::create_directory(folder);
  const std::string rows = kHeader + "A17," + kProgram + ",4.8,4.6,4.9\n";
  for (const char* name : {"shops.csv", "shops.tsv", "shops.ndjson"}) {
    std::ofstream(folder / name) << rows;
  }
  EXPECT_EQ(command({"batch", (folder / "shops.csv").string()}).out, table(rows).out);
  EXPECT_EQ(command({"batch", (folder / "shops.tsv").string()}).out, table(rows).out);
  EXPECT_EQ(command({"batch", (folder / "shops.ndjson").string()}).status, 1);
  EXPECT_EQ(command({"batch", (folder / "shops.ndjson").string(), "--from", "csv"}).status, 0);
  EXPECT_EQ(command({"batch", (folder / "shops.csv").string(), "--from", "jsonl"}).status, 1);
  std::filesystem::remove_all(folder);
}

TEST(BatchOptions, ThatDoNotFitAreRefused) {
  const std::vector<std::vector<std::string>> wrong = {{"--program", "x"},
                                                       {"--ignore-unknown"},
                                                       {"--separator", ";"},
                                                       {"--from", "xml"},
                                                       {"--function", "check"},
                                                       {"--jobs", "many"},
                                                       {"--jobs", "-1"},
                                                       {"--jobs", "257"},
                                                       {"--progress", "--no-progress"},
                                                       {"--jobs", "1.5"},
                                                       {"--from", "csv", "--separator", "::"}};
  for (const auto& options : wrong) {
    const Outcome done = command(with({"batch", "-"}, options), "");
    EXPECT_EQ(done.status, 2) << options[0];
    EXPECT_NE(done.err, "");
    EXPECT_EQ(done.out, "");
  }
  for (const char* jobs : {"0", "1", "max", "256"}) {
    EXPECT_EQ(command({"batch", "-", "--jobs", jobs}, "").status, 0) << jobs;
  }
}

TEST(BatchRank, BeginsWithTheStoresMostAtRisk) {
  const std::string rows = kHeader + "good," + kProgram + ",5,5,5\nbad," + kProgram +
                           ",9,5,5\nworse," + kProgram + ",4.5,4,4\nalso good," + kProgram +
                           ",5,5,5\nworst," + kProgram + ",4,4,4\n";
  const Outcome done = table(rows, {"--rank", "--csv"});
  EXPECT_EQ(done.status, 1);
  const auto lines = lines_of(done.out);
  const std::vector<std::string> wanted = {"rank,store,ok,", "1,worst,true,",     "2,worse,true,",
                                           "3,good,true,",   "4,also good,true,", ",bad,false,"};
  ASSERT_EQ(lines.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(lines[i].rfind(wanted[i], 0), 0U) << lines[i];
  }
  const auto replies = lines_of(table(rows, {"--rank"}).out);
  const auto unranked = lines_of(table(rows).out);
  ASSERT_EQ(replies.size(), 5U);
  EXPECT_EQ(replies[0], "{\"rank\":1," + unranked[4].substr(1));
  EXPECT_EQ(replies[2], "{\"rank\":3," + unranked[0].substr(1));
  EXPECT_EQ(replies[4], unranked[1]);
}

TEST(BatchJobs, GiveTheSameBytes) {
  std::string lines;
  std::string rows = kHeader;
  for (int i = 0; i < 400; ++i) {
    const std::string goods = "4." + std::to_string(100 + i % 900);
    lines += i % 50 == 7 ? "{\n" : request_of(std::to_string(i), goods) + "\n";
    rows +=
        std::to_string(i) + "," + kProgram + "," + goods + (i % 50 == 7 ? "" : ",4.6,4.9") + "\n";
  }
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{}, {"--csv"}, {"--rank"}, {"--rank", "--csv"}}) {
    const std::string wanted = table(rows, options).out;
    const bool has_header = !options.empty() && options.back() == "--csv";
    EXPECT_EQ(lines_of(wanted).size(), has_header ? 401U : 400U);
    EXPECT_EQ(table(rows, with(options, {"--jobs", "3"})).out, wanted);
  }
  const std::string wanted = command({"batch", "-"}, lines).out;
  EXPECT_EQ(lines_of(wanted).size(), 400U);
  EXPECT_EQ(command({"batch", "-", "--jobs", "3"}, lines).out, wanted);
}

TEST(BatchProgress, IsShownWhereAsked) {
  const std::string line = request_of("A17", "4.8") + "\n";
  const Outcome done = command({"batch", "-", "--lang", "en", "--progress"}, line + line);
  EXPECT_NE(done.err.find("2 replies"), std::string::npos) << done.err;
  EXPECT_EQ(done.err.find('%'), std::string::npos);
  EXPECT_EQ(command({"batch", "-"}, line).err, "");
  const std::string file = std::string(SHOPGAUGE_SOURCE_DIR) + "/tests/golden/replies.ndjson";
  const Outcome of_file = command({"batch", "--lang", "en", "--progress", file});
  EXPECT_NE(of_file.err.find("%  1 replies"), std::string::npos) << of_file.err.substr(0, 100);
  EXPECT_EQ(of_file.out, command({"batch", file}).out);
}

// Without being asked, only where it disturbs nobody.
TEST(BatchProgress, IsShownOnATerminal) {
  const auto shown = [](const cli::Terminals& terminals, const std::vector<std::string>& more) {
    std::istringstream in(request_of("A17", "4.8") + "\n");
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(cli::run(with({"batch", "-"}, more), in, out, err, terminals), 0);
    return !err.str().empty();
  };
  EXPECT_TRUE(shown({false, false, true}, {}));
  EXPECT_FALSE(shown({false, false, false}, {}));
  EXPECT_FALSE(shown({true, false, true}, {}));
  EXPECT_FALSE(shown({false, true, true}, {}));
  EXPECT_FALSE(shown({false, false, true}, {"--no-progress"}));
  EXPECT_TRUE(shown({true, true, false}, {"--progress"}));
}

TEST(BatchIssues, HaveWordsInBothLanguages) {
  for (const EmbeddedText& text : cli::string_tables()) {
    const Json words = parse(text.text, text.name);
    for (const char* code : {"csv.column", "csv.column_twice", "csv.cells", "csv.quotes",
                             "csv.too_long", "csv.encoding"}) {
      EXPECT_NE(words.find(std::string("issue.") + code), nullptr) << text.name << " " << code;
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests
