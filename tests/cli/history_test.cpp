// The option --history: a table of days beside a forecast's request says what its JSON would.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/writer.h"
#include "tests/api/corpus.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

const std::string kMembers =
    R"("program":"douyin-experience-score","edition":"2026-09-08","as_of":"2026-10-02","until":"2026-10-04")";
const std::string kRequest = "{" + kMembers + "}";
const std::string kTable =
    "date,im_dissatisfaction_rate.num,im_dissatisfaction_rate.den,faked_score\n"
    "2026-10-01,1,40,no\n"
    "2026-10-02,0,35,no\n";
const std::string kDays =
    R"([{"date":"2026-10-01","metrics":{"im_dissatisfaction_rate":{"num":1,"den":40},"faked_score":false}},)"
    R"({"date":"2026-10-02","metrics":{"im_dissatisfaction_rate":{"num":0,"den":35},"faked_score":false}}])";

// A folder of its own for each test.
class History : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        std::filesystem::temp_directory_path() / (std::string("shopgauge-history-") + test->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string written(const std::string& name, const std::string& text) {
    const std::string file = (folder_ / name).string();
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  // The command with that table, and the request on standard input.
  Outcome with(const std::string& table, const std::string& request = kRequest,
               std::vector<std::string> more = {"--json"}) {
    more.insert(more.begin(),
                {"forecast", "--lang", "en", "--history", written("days.csv", table)});
    more.emplace_back("-");
    return command(more, request);
  }

  std::filesystem::path folder_;
};

std::string reply_with(const std::string& days) {
  return forecast(shipped_catalog(), "{" + kMembers + R"(,"history":)" + days + "}") + "\n";
}

TEST_F(History, IsWhatItsJsonSays) {
  const Outcome done = with(kTable);
  EXPECT_EQ(done.status, 0) << done.out;
  EXPECT_EQ(done.out, reply_with(kDays));
  EXPECT_NE(done.out, forecast(shipped_catalog(), kRequest) + "\n");
}

TEST_F(History, MayBeSpeltAsSpreadsheetsDo) {
  const std::vector<std::string> tables = {
      "\xEF\xBB\xBF" + kTable,
      "\"date\",im_dissatisfaction_rate,faked_score\r\n\"2026/10/1\",\"1/40\",否\r\n2026/10/2,0/"
      "35,no\r\n",
      "date;im_dissatisfaction_rate.num;im_dissatisfaction_rate.den;faked_score\n"
      "2026-10-01;1;40;no\n2026-10-02;0;35;no",
      "date\tim_dissatisfaction_rate\tfaked_score\n2026-10-01\t1 of "
      "40\tfalse\n\n2026-10-02\t0/35\tfalse\n",
  };
  for (const std::string& table : tables) {
    SCOPED_TRACE(table);
    EXPECT_EQ(with(table).out, reply_with(kDays));
  }
}

TEST_F(History, MayComeFromStandardInput) {
  const Outcome done =
      command({"forecast", "--json", "--history", "-", written("request.json", kRequest)}, kTable);
  EXPECT_EQ(done.out, reply_with(kDays));
}

// No catalog has them. A cell with nothing in it says nothing of that day.
TEST_F(History, HasTheMetricsOfAnInlineProgram) {
  const Json features = parse(read_file("tests/api/features/forecast.cases.json"), "features");
  JsonWriter document;
  document.json(member(features, "document"));
  const std::string members =
      R"({"program":)" + document.take() + R"(,"as_of":"2026-03-10","until":"2026-03-12")";
  const Outcome done = with(
      "date,bad_rate.num,bad_rate.den,faked\r\n2026-03-09,6,20,true\n"
      "2026-03-10,2,20,\n",
      members + "}");
  EXPECT_EQ(done.status, 0) << done.out;
  EXPECT_EQ(
      done.out,
      forecast(shipped_catalog(),
               members + R"(,"history":[{"date":"2026-03-09","metrics":{"bad_rate":)"
                         R"({"num":6,"den":20},"faked":true}},{"date":"2026-03-10","metrics":)"
                         R"({"bad_rate":{"num":2,"den":20}}}]})") +
          "\n");
}

// All of them, each with its line.
TEST_F(History, RowsThatAreNoneAreRefused) {
  const Outcome done = with(kTable + "2026-10-03,1\n2026-10-04,\"1\"2,3,no\n2026-10-05,1,2,\xC6\n");
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(
      done.out,
      R"({"ok":false,"issues":[{"code":"csv.cells","path":"","message":"the row has another )"
      R"(number of cells than the header","params":{"found":"2","expected":"4"},"line":4},)"
      R"({"code":"csv.quotes","path":"","message":"the quotes of the row do not fit","params":{},"line":5},)"
      R"({"code":"csv.encoding","path":"","message":"the row is not UTF-8","params":{},"line":6}]})"
      "\n");
  const Outcome said = with(kTable + "2026-10-03,1\n", kRequest, {});
  EXPECT_EQ(said.status, 1);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err, "line 4: The row has 2 cells, the header 4; check separators and quotes.\n");
}

TEST_F(History, ColumnsThatNoDayHasAreRefused) {
  const Outcome unknown = with("date,colour\n2026-10-01,red\n");
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(unknown.out, R"({"ok":false,"issues":[{"code":"csv.column","path":"",)"
                         R"("message":"no request has such a member",)"
                         R"("params":{"column":"colour"}}]})"
                         "\n");
  const Outcome other = with("date,store,faked_score\n2026-10-01,A,no\n");
  EXPECT_EQ(other.status, 1);
  EXPECT_NE(other.out.find(R"("params":{"column":"store"})"), std::string::npos) << other.out;
}

TEST_F(History, IssuesOfDaysHaveTheirLine) {
  const Outcome done = with("date,valid_paid_orders\n\n2026-10-01,3\n2026-10-02,many\n");
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find(R"("code":"metric.type","path":"/history/1/metrics/valid_paid_orders")"),
            std::string::npos)
      << done.out;
  EXPECT_NE(done.out.find(R"("line":4)"), std::string::npos) << done.out;
}

// Of other issues the places are those of the request as it was given.
TEST_F(History, LeavesAFaultyRequestToTheEngine) {
  for (const std::string request : {"{", "[]", "{\"colour\":\n 1}", "{}", ""}) {
    SCOPED_TRACE(request);
    const Outcome done = with(kTable, request);
    EXPECT_EQ(done.status, 1);
    EXPECT_EQ(done.out, forecast(shipped_catalog(), request) + "\n");
  }
}

TEST_F(History, IsNotGivenTwice) {
  const Outcome done = with(kTable, "{" + kMembers + R"(,"history":[]})");
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find(R"("code":"request.duplicate_key","path":"/history")"), std::string::npos)
      << done.out;
}

TEST_F(History, WrongUsage) {
  const std::string table = written("days.csv", kTable);
  const std::vector<std::vector<std::string>> wrong = {
      {"forecast", "--history", "-", "-"},
      {"forecast", "--history", table},
      {"assess", "--history", table, "-"},
      {"forecast", "--history", (folder_ / "none.csv").string(), "-"},
      {"forecast", "--history", folder_.string(), "-"},
  };
  for (const std::vector<std::string>& arguments : wrong) {
    const Outcome done = command(arguments, kRequest);
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err, "");
  }
  EXPECT_NE(command(wrong[3], kRequest).err.find("none.csv"), std::string::npos);
}

}  // namespace
}  // namespace shopgauge::tests
